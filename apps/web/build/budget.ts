import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** In kB (1000 bytes), compressed. */
interface Budget {
  /** Everything that is loaded before a page can show: the entry and what it imports. */
  readonly initialScript: number;
  readonly initialStyle: number;
  /** What one page may add at once, without what it shares with others. */
  readonly chunk: number;
}

const sizeOf = (text: string | Uint8Array): number => gzipSync(text).byteLength / 1000;
const inKb = (size: number): string => `${size.toFixed(1)} kB`;

/** Fails the build when the pages become too heavy, and prints how heavy they are. */
export function budget(limit: Budget): Plugin {
  return {
    name: 'pilotage-budget',
    apply: 'build',
    enforce: 'post',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const initial = closure(
        chunks.filter((chunk) => chunk.isEntry),
        bundle,
      );
      const styles = new Set(initial.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
      const script = initial.reduce((sum, chunk) => sum + sizeOf(chunk.code), 0);
      const style = [...styles].reduce((sum, name) => sum + sizeOf(sourceOf(bundle[name])), 0);
      const later = chunks
        .filter((chunk) => !initial.includes(chunk))
        .map((chunk) => ({ name: chunk.fileName, size: sizeOf(chunk.code) }));
      const heaviest = later.reduce((a, b) => (b.size > a.size ? b : a), { name: 'none', size: 0 });

      this.info(
        `at the start ${inKb(script)} of script (of ${limit.initialScript}), ${inKb(style)} of style ` +
          `(of ${limit.initialStyle}); heaviest later chunk ${inKb(heaviest.size)} (of ${limit.chunk}), ${heaviest.name}`,
      );
      if (script > limit.initialScript) this.error('The script at the start is over its budget.');
      if (style > limit.initialStyle) this.error('The style at the start is over its budget.');
      if (heaviest.size > limit.chunk) this.error(`${heaviest.name} is over the budget of a chunk.`);
    },
  };
}

/** The chunks and all that they import statically. */
function closure(entries: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const seen = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk): void => {
    if (seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') visit(imported);
    }
  };
  entries.forEach(visit);
  return [...seen];
}

const sourceOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string | Uint8Array =>
  file?.type === 'asset' ? file.source : '';
