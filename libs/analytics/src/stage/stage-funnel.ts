import { type Day } from '../calendar/day.js';
import { type ConversionCounts } from './conversion.js';
import { nextStageOf, rankOf, type Stage, STAGES } from './stage.js';
import { furthestStage, outcomeOf, stageEntries, type StageLog } from './stage-log.js';

/** One step of the funnel; `counts.production` are those that went on to the next stage or further. */
export interface FunnelStep {
  readonly from: Stage;
  readonly to: Stage;
  readonly counts: ConversionCounts;
}

/**
 * For each stage, how many were ever in it (by an event or an observation) and what became of them: went on, ended
 * there, merged, still there or back before it. `conversionRates` turns the counts of a step into its rates. Stages may be
 * skipped, so a step's counts are not those of the step before less its losses; nor do steps of different cohorts multiply
 * to an end-to-end rate: that is `occupancy`.
 */
export function stageFunnel(logs: readonly StageLog[], asOf: Day): FunnelStep[] {
  const seen = logs.map((log) => {
    const outcome = outcomeOf(log, asOf);
    return {
      stages: new Set(stageEntries(log, asOf).map(({ stage }) => stage)),
      furthest: furthestStage(log, asOf),
      end: outcome.kind === 'not-ended' ? null : outcome.outcome,
    };
  });
  return STAGES.flatMap((from): FunnelStep[] => {
    const to = nextStageOf(from);
    if (to === null || to === 'ENDED') return [];
    const entered = seen.filter(({ stages }) => stages.has(from));
    const left = entered.filter(({ furthest }) => furthest === null || rankOf(furthest) <= rankOf(from));
    const merged = left.filter(({ end }) => end === 'MERGED').length;
    const stopped = left.filter(({ end }) => end !== null && end !== 'MERGED').length;
    return [
      {
        from,
        to,
        counts: {
          entered: entered.length,
          production: entered.length - left.length,
          stopped,
          merged,
          running: left.length - stopped - merged,
        },
      },
    ];
  });
}
