import { type Day, DEFAULT_COVERAGE, type EndOutcome, type Precision, type Stage } from '@pilotage/analytics';

/** One initiative at the end of one quarter: what a row of `initiative_fact` or of its cache `initiative_quarter` says. */
export interface Fact {
  readonly quarterTo: Day;
  readonly initiativeId: string;
  readonly kind: string | null;
  readonly unitId: string | null;
  /** Null while nobody has said in which stage it is. */
  readonly stage: Stage | null;
  readonly stageOn: Day | null;
  readonly stagePrecision: Precision | null;
  readonly stageKnownBy: 'EVENT' | 'OBSERVATION' | null;
  readonly outcome: EndOutcome | null;
  readonly successorId: string | null;
  readonly lastObservedOn: Day | null;
  readonly assessmentId: string | null;
  readonly assessedOn: Day | null;
  readonly frameworkId: string | null;
  readonly frameworkVersion: number | null;
  readonly scoreDen: number | null;
  readonly scoreNum: number | null;
  readonly lowerNum: number | null;
  readonly upperNum: number | null;
  readonly answered: number | null;
  readonly applicable: number | null;
  readonly gateMet: number | null;
  readonly gateOf: number | null;
  /** Nothing blocks the next stage; null without an assessment or a next stage. */
  readonly isReady: boolean | null;
  /** Keys of the questions that block the next stage. */
  readonly blocking: readonly string[] | null;
}

/** The columns of a fact, in the order of the function that makes them. */
export const FACT_COLUMNS = [
  'quarter_to',
  'initiative_id',
  'kind',
  'unit_id',
  'stage',
  'stage_on',
  'stage_precision',
  'stage_known_by',
  'outcome',
  'successor_id',
  'last_observed_on',
  'assessment_id',
  'assessed_on',
  'framework_id',
  'framework_version',
  'score_den',
  'score_num',
  'lower_num',
  'upper_num',
  'answered',
  'applicable',
  'gate_met',
  'gate_of',
  'is_ready',
  'blocking',
] as const;

/** Active: it has a stage and has not ended. */
export const isActive = (stage: Stage | null): stage is Exclude<Stage, 'ENDED'> =>
  stage !== null && stage !== 'ENDED';

/**
 * Whether the assessment has a score that may be shown, and so may be averaged: every applicable dimension has an
 * answer and enough of the questions have one.
 */
export function hasScore({ scoreNum, answered, applicable }: Fact): boolean {
  const { numerator, denominator } = DEFAULT_COVERAGE.least;
  return scoreNum !== null && (answered ?? 0) * denominator >= (applicable ?? 0) * numerator;
}
