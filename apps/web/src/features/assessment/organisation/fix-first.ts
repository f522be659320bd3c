import type { AnswerValue } from '@pilotage/web-ui';
import type { Framework, Question } from '../assessment.graphql.js';

export interface Fix {
  readonly question: Question;
  readonly value: 'PARTIAL' | 'NO';
  /** What the round says has to be done; else the framework's suggestion. */
  readonly action: string;
  /** Of the action: S, M or L. */
  readonly effort: string;
  /** 1 to 5. */
  readonly impact: number;
  /** By how many points the score rises once the answer is Yes. */
  readonly gain: number;
}

interface GivenAnswer {
  readonly questionKey: string;
  readonly value: AnswerValue | null;
  readonly actionRequired: string | null;
}

/** The middle of what an effort letter stands for, in person-days. */
const EFFORT_DAYS: Readonly<Record<string, number>> = { S: 10, M: 60, L: 120 };
const GAP = { PARTIAL: 0.5, NO: 1 } as const;

/**
 * Answers below Yes, what pays most for its effort first: weight x gap x impact / effort in person-days. What is not
 * answered has no gap that anybody knows.
 */
export function fixesInOrder(framework: Framework, answers: readonly GivenAnswer[]): Fix[] {
  const byKey = new Map(answers.map((answer) => [answer.questionKey, answer]));
  const isAnswered = ({ key }: Question) => {
    const value = byKey.get(key)?.value;
    return value != null && value !== 'NOT_APPLICABLE';
  };
  const answered = framework.questions.filter(isAnswered);
  const dimensions = framework.dimensions.filter(({ key }) =>
    answered.some(({ dimensionKey }) => dimensionKey === key),
  );
  const totalWeight = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  /** The question's share of the score. */
  const shareOf = ({ dimensionKey }: Question) => {
    const weight = dimensions.find(({ key }) => key === dimensionKey)?.weight ?? 0;
    return weight / totalWeight / answered.filter((other) => other.dimensionKey === dimensionKey).length;
  };
  const fixes = answered.flatMap((question): (Fix & { priority: number })[] => {
    const { value, actionRequired } = byKey.get(question.key) ?? {};
    const { action, effort, impact } = question;
    if (value !== 'PARTIAL' && value !== 'NO') return [];
    // A questionnaire names no actions.
    if (action === null || effort === null || impact === null) return [];
    const gain = 100 * shareOf(question) * GAP[value];
    const priority = (gain * impact) / (EFFORT_DAYS[effort] ?? 120);
    return [{ question, value, action: actionRequired ?? action, effort, impact, gain, priority }];
  });
  return fixes.sort((a, b) => b.priority - a.priority);
}
