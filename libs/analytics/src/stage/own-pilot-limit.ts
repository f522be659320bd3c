import { type Unavailable, unavailable } from '../common/unavailable.js';
import { type IncidenceCurves } from '../survival/cumulative-incidence.js';
import { incidenceAt } from '../survival/incidence-figures.js';
import { positionOf } from '../survival/risk-table.js';

/** A pilot limit from an organisation's own experience. */
export interface OwnLimit {
  readonly kind: 'limit';
  readonly days: number;
}

/** How many own conversions a limit of one's own needs. */
export const MIN_CONVERSIONS_FOR_OWN_LIMIT = 20;

/** The 80th percentile (nearest rank) of the organisation's own days from pilot to production. */
export function ownPilotLimit(
  daysToProduction: readonly number[],
): OwnLimit | Unavailable<'fewer-than-20-conversions'> {
  if (daysToProduction.length < MIN_CONVERSIONS_FOR_OWN_LIMIT)
    return unavailable('fewer-than-20-conversions');
  const sorted = [...daysToProduction].sort((a, b) => a - b);
  return { kind: 'limit', days: sorted[Math.ceil(0.8 * sorted.length) - 1]! };
}

/**
 * P(leaves by this cause within `further` | still there at `age`) = [F(age + further) − F(age)] / S(age); unavailable
 * where nobody was observed so long. Throws RangeError on a cause the curves do not have.
 */
export function chanceWithin<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  age: number,
  further: number,
): number | Unavailable<'nobody-remains' | 'beyond-last-observation'> {
  const [now, later] = [incidenceAt(curves, cause, age), incidenceAt(curves, cause, age + further)];
  if (now.remaining === 0) return unavailable('nobody-remains');
  if (age + further > curves.table.lastTime && later.remaining > 0)
    return unavailable('beyond-last-observation');
  return Math.min(1, (later.incidence - now.incidence) / now.remaining);
}

export interface FadingChance {
  /** Days ahead, half a year unless told otherwise. */
  readonly further?: number;
  /** One in ten unless told otherwise. */
  readonly below?: number;
}

/**
 * The age in days from which on a pilot that still runs has less than one chance in ten to leave by this cause within
 * six months. The chance is a step function of the age, so every age at which it can change is tried; low chances before
 * the first high one (nobody arrives in the first weeks) are no limit. Needs 20 own conversions.
 */
export function fadingChanceLimit<Cause extends string>(
  curves: IncidenceCurves<Cause>,
  cause: Cause,
  { further = 183, below = 0.1 }: FadingChance = {},
): OwnLimit | Unavailable<'fewer-than-20-conversions' | 'never-above' | 'not-reached'> {
  const index = positionOf(curves.table, cause);
  const { rows, startsAt } = curves.table;
  const conversions = rows.reduce((sum, { byCause }) => sum + byCause[index]!, 0);
  if (conversions < MIN_CONVERSIONS_FOR_OWN_LIMIT) return unavailable('fewer-than-20-conversions');
  const ages = [startsAt, ...rows.flatMap(({ time }) => [time - further, time])]
    .filter((age) => age >= startsAt)
    .sort((a, b) => a - b);
  const chances = ages.flatMap((age) => {
    const chance = chanceWithin(curves, cause, age, further);
    return typeof chance === 'number' ? [{ age, isLow: chance < below }] : [];
  });
  const lastHigh = chances.findLastIndex(({ isLow }) => !isLow);
  if (lastHigh === -1) return unavailable('never-above');
  const limit = chances[lastHigh + 1];
  return limit ? { kind: 'limit', days: limit.age } : unavailable('not-reached');
}
