import { STAGES, type Stage } from '@pilotage/web-ui';

/** The stage that comes next; null at the end of the way, and where no stage is known. */
export function nextStage(stage: Stage | undefined): Stage | null {
  if (stage === undefined || stage === 'SCALED' || stage === 'ENDED') return null;
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** The gate that stands before the next stage. */
export function gateAhead<Gate extends { readonly stage: Stage }>(
  gates: readonly Gate[],
  stage: Stage | undefined,
): Gate | null {
  const next = nextStage(stage);
  return gates.find((gate) => gate.stage === next) ?? null;
}
