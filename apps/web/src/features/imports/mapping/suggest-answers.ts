import type { AnswerValue } from '@pilotage/web-ui';
import type { ImportColumn } from '../imports.graphql.js';
import type { TargetFramework } from './target-frameworks.graphql.js';

type Question = TargetFramework['questions'][number];

/** Which column answers a question: its text is the header, or most of their words are the same. */
export function suggestColumn({ text }: Question, columns: readonly ImportColumn[]): number | null {
  const [best] = columns
    .filter(({ filled }) => filled > 0)
    .map(({ index, header }) => ({ index, likeness: likenessOf(text, header) }))
    .sort((a, b) => b.likeness - a.likeness);
  return best && best.likeness >= LEAST_LIKENESS ? best.index : null;
}

const LEAST_LIKENESS = 0.7;

/** Shared words of all words, 0 to 1. */
function likenessOf(text: string, header: string): number {
  const [a, b] = [wordsOf(text), wordsOf(header)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(a.size + b.size - shared, 1);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** What a value means: by the lines of the question, which say how registers answer it, else by its first word. */
export function suggestAnswer(
  value: string,
  { ifYes, ifPartial, ifNo }: Question,
): AnswerValue | 'LEAVE_OUT' {
  const text = value.toLowerCase();
  const isLike = (lines: readonly string[]) => lines.some((line) => text.startsWith(line.toLowerCase()));
  if (isLike(ifNo)) return 'NO';
  if (isLike(ifPartial)) return 'PARTIAL';
  if (isLike(ifYes)) return 'YES';
  if (/^(n\/?a|not applicable)\b/.test(text)) return 'NOT_APPLICABLE';
  if (/^(yes|y|true)\b/.test(text)) return 'YES';
  if (/^(partial|partly|planned|in progress)/.test(text)) return 'PARTIAL';
  return /^(no|n|false)\b/.test(text) ? 'NO' : 'LEAVE_OUT';
}
