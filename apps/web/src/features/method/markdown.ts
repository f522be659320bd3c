/**
 * The part of Markdown that docs/method.md is written in. A library would do more and weigh more than the page;
 * what is not known here shows as it is written.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Blocks are what blank lines part; a list item goes on in lines that are indented. */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .flatMap((part) => withListApart(part.replace(/^\n+|\s+$/g, '')))
    .filter((part) => part !== '')
    .map(blockOf);
}

const ITEM = /^(?:-|\d+\.) /;

/** A list may follow its introduction without a blank line. */
function withListApart(part: string): string[] {
  const lines = part.split('\n');
  const first = lines.findIndex((line) => ITEM.test(line));
  return first > 0 ? [lines.slice(0, first).join('\n'), lines.slice(first).join('\n')] : [part];
}

function blockOf(part: string): Block {
  const lines = part.split('\n');
  const heading = /^(#+) (.*)$/.exec(part);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  if (part.startsWith('|')) {
    const [head = [], , ...rows] = lines.map(cellsOf);
    return { kind: 'table', head, rows };
  }
  if (ITEM.test(part)) {
    const items = part.split(/\n(?=(?:-|\d+\.) )/).map((item) => joined(item.replace(ITEM, '')));
    return { kind: 'list', isOrdered: !part.startsWith('-'), items };
  }
  return { kind: 'paragraph', text: joined(part) };
}

const joined = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const MARKS =
  /\*\*(?<strong>.+?)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<href>[^)]+)\)|(?<![\p{L}\p{N}])_(?<emphasis>[^_]+)_(?![\p{L}\p{N}])/gu;

/** The runs of a text. */
export function inlinesOf(text: string): Inline[] {
  const runs: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > done) runs.push({ kind: 'text', text: text.slice(done, match.index) });
    runs.push(inlineOf(match.groups ?? {}));
    done = match.index + match[0].length;
  }
  if (done < text.length) runs.push({ kind: 'text', text: text.slice(done) });
  return runs;
}

function inlineOf({ strong, code, emphasis = '', text, href }: Record<string, string | undefined>): Inline {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (code !== undefined) return { kind: 'code', text: code };
  if (text !== undefined && href !== undefined) return { kind: 'link', text, href };
  return { kind: 'emphasis', text: emphasis };
}
