/** The way of an initiative, in order; ENDED lies outside the order and can follow any stage. */
export type Stage = 'IDEA' | 'PILOT' | 'LIMITED_PRODUCTION' | 'PRODUCTION' | 'SCALED' | 'ENDED';

/** All stages in the order of the way, the end last. */
export const STAGES: readonly Stage[] = [
  'IDEA',
  'PILOT',
  'LIMITED_PRODUCTION',
  'PRODUCTION',
  'SCALED',
  'ENDED',
];

/** How an end reads; derived from the log, never stored. */
export type EndOutcome = 'RETIRED' | 'ABANDONED' | 'MERGED';

/** "Production or later": a pilot that goes straight to SCALED has arrived. */
export function isInProduction(stage: Stage): boolean {
  return stage === 'PRODUCTION' || stage === 'SCALED';
}

/** The stage whose gate comes next; null for SCALED and ENDED. */
export function nextStageOf(stage: Stage): Stage | null {
  return stage === 'SCALED' || stage === 'ENDED' ? null : (STAGES[STAGES.indexOf(stage) + 1] ?? null);
}

/** Position on the way, IDEA 0 to SCALED 4, ENDED 5. */
export function rankOf(stage: Stage): number {
  return STAGES.indexOf(stage);
}
