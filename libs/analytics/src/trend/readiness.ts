import { type Fraction, Rational } from '../common/fraction.js';
import { type Unavailable, unavailable } from '../common/unavailable.js';

/** An initiative whose latest assessment still counts at the quarter's end. */
export interface RatedInitiative {
  readonly id: string;
  readonly score: Fraction;
  /** Positive integer, for example a budget in whole currency units; 1 when left out. */
  readonly weight?: number;
}

/** A portfolio at one quarter's end. */
export interface PortfolioQuarter {
  /** Everything active then, rated or not. */
  readonly active: readonly string[];
  readonly rated: readonly RatedInitiative[];
}

/** The mean score of a portfolio, and of how many. */
export interface PortfolioReadiness {
  readonly kind: 'readiness';
  /** Weighted mean of the scores, 0 to 100. */
  readonly percent: number;
  readonly rated: number;
  readonly active: number;
}

/** R = Σ v s / Σ v over those rated. "Current for 19 of 22" stands beside it: `rated` of `active`. */
export function portfolioReadiness({
  active,
  rated,
}: PortfolioQuarter): PortfolioReadiness | Unavailable<'nothing-rated'> {
  const mean = meanScore(rated);
  if (!mean) return unavailable('nothing-rated');
  return { kind: 'readiness', percent: mean.toNumber(), rated: rated.length, active: active.length };
}

/** The exact weighted mean in percent; null when there is nothing to average. */
export function meanScore(rated: readonly RatedInitiative[]): Rational | null {
  const weight = totalWeight(rated);
  if (weight.equals(Rational.zero)) return null;
  const sum = rated.reduce(
    (total, { score, weight: own = 1 }) =>
      total.plus(Rational.of(score.numerator, score.denominator).times(Rational.of(own))),
    Rational.zero,
  );
  return sum.times(Rational.of(100)).over(weight);
}

export function totalWeight(rated: readonly RatedInitiative[]): Rational {
  return rated.reduce((total, { weight = 1 }) => total.plus(Rational.of(weight)), Rational.zero);
}
