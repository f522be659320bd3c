import { dateFormat } from '@pilotage/analytics';
import type { AnswerValue } from '@pilotage/web-ui';
import type { ImportColumn } from '../imports.graphql.js';
import type { QuestionnaireDraft } from './mapping-draft.js';
import type { TargetFramework } from './target-frameworks.graphql.js';

type Question = TargetFramework['questions'][number];

/** The questions that columns can answer; what only the organisation is asked is inherited by its initiatives. */
export const askedOf = ({ questions }: Pick<TargetFramework, 'questions'>): readonly Question[] =>
  questions.filter(({ scope }) => scope !== 'ORGANISATION');

/** The newest version of the framework whose questions the headers ask, at least half of them; null where none is. */
export function suggestFramework(
  frameworks: readonly TargetFramework[],
  columns: readonly ImportColumn[],
): TargetFramework | null {
  const newest = frameworks.filter(({ id }, index) => frameworks.findIndex((one) => one.id === id) === index);
  const [best] = newest
    .map((framework) => {
      const asked = askedOf(framework);
      return { framework, share: suggestColumns(asked, columns).length / asked.length };
    })
    .sort((a, b) => b.share - a.share);
  return best && best.share >= LEAST_SHARE ? best.framework : null;
}

const LEAST_SHARE = 0.5;

/** Which columns answer questions: their header is the text of one, or most of the words are the same. */
export function suggestColumns(
  questions: readonly Question[],
  columns: readonly ImportColumn[],
): { readonly question: Question; readonly column: number }[] {
  const headers = columns
    .filter(({ filled }) => filled > 0)
    .map(({ index, header }) => ({ index, words: wordsOf(header) }));
  return questions.flatMap((question) => {
    const words = wordsOf(question.text);
    const [best] = headers
      .map((header) => ({ column: header.index, likeness: likenessOf(words, header.words) }))
      .sort((a, b) => b.likeness - a.likeness);
    return best && best.likeness >= LEAST_LIKENESS ? [{ question, column: best.column }] : [];
  });
}

const LEAST_LIKENESS = 0.7;

/** "Assessed on (YYYY-MM-DD)": the column of the day of the answers, where its header names the format, too. */
export function suggestAnswersDay(columns: readonly ImportColumn[]): QuestionnaireDraft['assessed'] {
  for (const { index, header } of columns) {
    const [, format] = /^assessed on \(([^)]+)\)$/i.exec(header.trim()) ?? [];
    if (format && dateFormat(format)) return { column: index, format };
  }
  return null;
}

/** Shared words of all words, 0 to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
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
