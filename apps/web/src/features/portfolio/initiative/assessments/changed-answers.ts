import type { AnswerValue } from '@pilotage/web-ui';
import type { Round } from './assessments.graphql.js';

export interface ChangedAnswer {
  readonly questionKey: string;
  readonly from: AnswerValue | null;
  readonly to: AnswerValue | null;
}

/** The questions that two rounds answer differently, in the order of the later one. */
export function changedAnswers(from: Pick<Round, 'answers'>, to: Pick<Round, 'answers'>): ChangedAnswer[] {
  const before = new Map(from.answers.map(({ questionKey, value }) => [questionKey, value]));
  return to.answers
    .map(({ questionKey, value }) => ({ questionKey, from: before.get(questionKey) ?? null, to: value }))
    .filter((answer) => answer.from !== answer.to);
}
