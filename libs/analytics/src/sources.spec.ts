import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const sources = readdirSync(new URL('./', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }));

function isCommented(name: string, source: string): boolean {
  return new RegExp(`\\*/\\nexport (function|const|interface|type) ${name}\\b`).test(source);
}

describe('The library', () => {
  it('imports its own files and special functions only, so that it runs in a browser as on a server', () => {
    const foreign = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/\bfrom '([^']+)'/g)]
        .filter(([, module]) => !/^(\.|@stdlib\/math-base-special-)/.test(module ?? ''))
        .map(([found]) => `${path}: ${found}`),
    );
    expect(sources.length).toBeGreaterThan(40);
    expect(foreign).toEqual([]);
  });

  it('asks neither the time nor chance', () => {
    const impure = sources.filter(({ text }) =>
      /Date\.now|new Date\(|Math\.random|process\.|globalThis/.test(text),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('comments every public function, type and constant where it is defined', () => {
    const index = readFileSync(new URL('./index.ts', import.meta.url), 'utf8');
    const bare = [...index.matchAll(/export \{([^}]*)\} from '\.\/([^']*)\.js'/g)].flatMap(
      ([, names, path]) => {
        const source = readFileSync(new URL(`./${path}.ts`, import.meta.url), 'utf8');
        return (names ?? '')
          .split(',')
          .map((name) => name.replace('type ', '').trim())
          .filter((name) => name !== '' && !isCommented(name, source));
      },
    );
    expect(bare).toEqual([]);
  });
});
