/** What one question can be answered with. No answer at all is `null`, and is not a No. */
export type Answer = 'YES' | 'PARTIAL' | 'NO' | 'NOT_APPLICABLE';

/** Answers by question key; a missing key is the same as `null`. */
export type Answers = ReadonlyMap<string, Answer | null>;

/** A question with its weight in the score of its dimension. */
export interface ScoredQuestion {
  readonly key: string;
  readonly dimension: string;
  /** Positive integer; 1 where the framework does not weigh. */
  readonly weight: number;
}

/** A group of questions with its weight in the overall score. */
export interface ScoredDimension {
  readonly key: string;
  /** Positive integer; only the ratio between dimensions counts. */
  readonly weight: number;
}

/** What scoring needs of a framework version, in the framework's order. */
export interface ScoringScheme {
  readonly dimensions: readonly ScoredDimension[];
  readonly questions: readonly ScoredQuestion[];
}

/** How a subject's questions were answered. `applicable` = `answered` + `unanswered`; coverage = answered / applicable. */
export interface AnswerCounts {
  readonly yes: number;
  readonly partial: number;
  readonly no: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly answered: number;
  readonly applicable: number;
}

/** What of the counts is stored with a score, and is enough to read it. */
export type Coverage = Pick<AnswerCounts, 'answered' | 'applicable'>;

/** Counts the answers to these questions; answers to others do not count. */
export function countAnswers(questions: readonly { readonly key: string }[], answers: Answers): AnswerCounts {
  const count = (answer: Answer | null) =>
    questions.filter(({ key }) => (answers.get(key) ?? null) === answer).length;
  const [yes, partial, no] = [count('YES'), count('PARTIAL'), count('NO')];
  const unanswered = count(null);
  const answered = yes + partial + no;
  return {
    yes,
    partial,
    no,
    notApplicable: count('NOT_APPLICABLE'),
    unanswered,
    answered,
    applicable: answered + unanswered,
  };
}
