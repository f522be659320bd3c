import { DEFAULT_CONFIDENCE, type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { normalInterval } from './interval.js';
import { type SurvivalCurve } from './kaplan-meier.js';

/** A mean time within a horizon, with what is needed to compare it with another. */
export interface MeanToHorizon {
  /** Where the curve begins: two means compare only over the same stretch. */
  readonly from: number;
  readonly horizon: number;
  readonly mean: number;
  readonly standardError: number;
}

/** An area under a curve up to a horizon: a mean time restricted to the first `horizon` units. */
export interface RestrictedMean extends MeanToHorizon {
  readonly kind: 'restricted-mean';
  readonly interval: Interval | Unavailable<'no-spread'>;
}

/** How far an area under a curve may reach, and its confidence (95 % unless told otherwise). */
export interface AreaOptions {
  readonly confidence?: number;
  /**
   * `refuse` is the default. `hold` keeps the curve at its last value beyond the last observation, which R does for
   * the mean (but not for its standard error): the mean is then too long, a time gained too short.
   */
  readonly beyondLastObservation?: 'refuse' | 'hold';
}

export type NoArea = Unavailable<'horizon-not-finite' | 'before-start' | 'beyond-last-observation'>;

/**
 * Mean time without the event from the start of the curve to `horizon`: ∫ S, with variance Σ A² d / (n (n − d)), A =
 * the area from that time to the horizon. R counts the time before a late start as lived through: its mean is `from`
 * more. Unavailable beyond the last observation unless the curve ends at 0: what happens there nobody has seen.
 *
 * Irwin 1949, J Hyg 47:188; Royston & Parmar 2013, BMC Med Res Methodol 13:152.
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  options: AreaOptions = {},
): RestrictedMean | NoArea {
  const isClosed = curve.steps.at(-1)!.survival === 0;
  const refused = refusedArea(curve.table, isClosed, horizon, options);
  if (refused) return refused;
  const from = curve.table.startsAt;
  const steps = curve.steps.filter(({ time }) => time <= horizon);
  let [area, survival, since] = [0, 1, from];
  const areaBefore = steps.map((step) => {
    area += survival * (step.time - since);
    [survival, since] = [step.survival, step.time];
    return area;
  });
  const mean = area + survival * (horizon - since);
  const variance = steps.reduce((sum, { events, atRisk, survival: left }, index) => {
    if (events === 0 || left === 0) return sum;
    return sum + ((mean - areaBefore[index]!) ** 2 * events) / (atRisk * (atRisk - events));
  }, 0);
  const standardError = Math.sqrt(variance);
  const interval = normalInterval(mean, standardError, options.confidence ?? DEFAULT_CONFIDENCE);
  return { kind: 'restricted-mean', from, horizon, mean, standardError, interval };
}

/** The time lost within the horizon, what `mean` lacks to the whole stretch; its standard error is the same. */
export function timeLost({ from, horizon, mean, standardError }: RestrictedMean): MeanToHorizon {
  return { from, horizon, mean: horizon - from - mean, standardError };
}

/** Why there is no area up to `horizon`; null when there is one. */
export function refusedArea(
  { startsAt, lastTime }: { readonly startsAt: number; readonly lastTime: number },
  isClosed: boolean,
  horizon: number,
  { beyondLastObservation = 'refuse' }: AreaOptions,
): NoArea | null {
  if (!Number.isFinite(horizon)) return unavailable('horizon-not-finite');
  if (horizon <= startsAt) return unavailable('before-start');
  if (horizon > lastTime && !isClosed && beyondLastObservation === 'refuse')
    return unavailable('beyond-last-observation');
  return null;
}
