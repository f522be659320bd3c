import { type Unavailable, unavailable } from '../common/unavailable.js';
import { anyEvent, type SurvivalOptions } from './kaplan-meier.js';
import { riskTable, type RiskTable } from './risk-table.js';
import { type Subject } from './subject.js';

/** The cumulated rate from one exit time on, until the next step. */
export interface HazardStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly hazard: number;
  readonly standardError: number;
}

/** A cumulated hazard; its steps are where somebody left. */
export interface HazardCurve {
  readonly kind: 'hazard-curve';
  readonly table: RiskTable<'event'>;
  readonly steps: readonly HazardStep[];
}

/** Where a hazard begins, and how events of one time add up. */
export interface HazardOptions extends SurvivalOptions {
  /**
   * Several events at one time: `together` adds d/n (R's default), `one-by-one` 1/n + 1/(n−1) + … as if they had
   * followed each other (R's ctype 2, lifelines), which needs whole weights.
   */
  readonly ties?: 'together' | 'one-by-one';
}

/**
 * Nelson-Aalen: the cumulated rate H(t) = Σ d/n with variance Σ d/n². Its steepness shows when most leave; it is not a
 * share and can exceed 1.
 *
 * Nelson 1972, Technometrics 14:945; Aalen 1978, Ann Stat 6:701; Fleming & Harrington 1984 for ties one by one.
 */
export function nelsonAalen(
  subjects: readonly Subject[],
  { ties = 'together', minAtRiskToStart }: HazardOptions = {},
): HazardCurve | Unavailable<'too-few-at-risk'> {
  const table = riskTable(anyEvent(subjects), ['event'], minAtRiskToStart);
  if (!table) return unavailable('too-few-at-risk');
  let [hazard, variance] = [0, 0];
  const steps = table.rows.map(({ time, atRisk, events }): HazardStep => {
    if (ties === 'together') {
      hazard += events / atRisk;
      variance += events / atRisk ** 2;
    } else {
      for (let gone = 0; gone < events; gone += 1) {
        hazard += 1 / (atRisk - gone);
        variance += 1 / (atRisk - gone) ** 2;
      }
    }
    return { time, atRisk, events, hazard, standardError: Math.sqrt(variance) };
  });
  return { kind: 'hazard-curve', table, steps };
}
