import { type Interval, type Unavailable, unavailable } from '../common/unavailable.js';
import { cumulativeIncidence } from '../survival/cumulative-incidence.js';
import { timeToShare } from '../survival/incidence-figures.js';
import { type SurvivalOptions } from '../survival/kaplan-meier.js';
import { type Subject } from '../survival/subject.js';
import { clusterBootstrap } from '../trend/bootstrap.js';
import { type CohortMember, type Cohorts } from './cohort.js';

/** How many times as long one group took. */
export interface RatioOfTimes {
  readonly kind: 'ratio-of-times';
  /** Which share the times are for: half where both groups reach it, else a quarter. */
  readonly share: 0.5 | 0.25;
  readonly first: number;
  readonly second: number;
  /** first / second. */
  readonly ratio: number;
  /** Percentile bootstrap by initiative within each group. */
  readonly interval: ReturnType<typeof clusterBootstrap>;
}

/** Of the curves, and of the chance behind the interval. */
export interface RatioOfTimesOptions extends SurvivalOptions {
  /** Stored with the result: the same seed gives the same interval. */
  readonly seed: number;
  readonly replicates?: number;
  readonly confidence?: number;
}

/**
 * How many times as long the first group took to bring half (else a quarter) of all its pilots to a cause: the ratio of
 * Aalen-Johansen quantiles. Quantiles of those that arrived alone would compare whom each group lost. Unavailable where
 * not even a quarter is reached in both. Efron & Tibshirani 1993, ch. 13, for the interval; throws RangeError for two
 * members of one id or a cause that is not among `causes`.
 */
export function ratioOfTimes<Cause extends string>(
  { first, second }: Pick<Cohorts<CohortMember<Cause>>, 'first' | 'second'>,
  causes: readonly Cause[],
  cause: Cause,
  { seed, replicates, confidence, minAtRiskToStart }: RatioOfTimesOptions,
): RatioOfTimes | Unavailable<'not-reached'> {
  const timeOf = (subjects: readonly Subject<Cause>[], share: number) => {
    const curves = cumulativeIncidence(subjects, causes, { minAtRiskToStart });
    if (curves.kind === 'unavailable') return null;
    const { estimate } = timeToShare(curves, cause, share);
    return estimate.kind === 'reached' && estimate.time > 0 ? estimate.time : null;
  };
  const clusters = [
    ...first.map(({ id, subject }) => ({ id, subject, group: 'first' })),
    ...second.map(({ id, subject }) => ({ id, subject, group: 'second' })),
  ];
  for (const share of [0.5, 0.25] as const) {
    const timesOf = (sample: typeof clusters) =>
      ['first', 'second'].map((name) =>
        timeOf(
          sample.filter(({ group }) => group === name).map(({ subject }) => subject),
          share,
        ),
      );
    const [own, other] = timesOf(clusters);
    if (own == null || other == null) continue;
    const interval = clusterBootstrap(
      clusters,
      (sample) => {
        const [a, b] = timesOf([...sample]);
        return a == null || b == null ? null : a / b;
      },
      {
        keyOf: ({ id }) => id,
        stratumOf: ({ group }) => group,
        seed,
        ...(replicates === undefined ? {} : { replicates }),
        ...(confidence === undefined ? {} : { confidence }),
      },
    );
    return { kind: 'ratio-of-times', share, first: own, second: other, ratio: own / other, interval };
  }
  return unavailable('not-reached');
}

/** A ratio and its interval as a change in percent: 0.75 is −25, "25 % less". The scale of a `Claim`. */
export function percentChange(
  ratio: number,
  interval: Interval,
): { readonly value: number; readonly interval: Interval } {
  const percent = (value: number) => 100 * (value - 1);
  return {
    value: percent(ratio),
    interval: { ...interval, low: percent(interval.low), high: percent(interval.high) },
  };
}
