/** An exact non-negative fraction of two safe integers. Databases add numerators that share a denominator. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fraction times 100, as a number for display and for statistics. Throws RangeError over a denominator below 1. */
export function percentOf({ numerator, denominator }: Fraction): number {
  if (!(denominator >= 1)) throw new RangeError(`No fraction has the denominator ${denominator}.`);
  return (100 * numerator) / denominator;
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Exact rational arithmetic for sums whose parts must add up to the last digit. */
export class Rational {
  private constructor(
    private readonly numerator: bigint,
    private readonly denominator: bigint,
  ) {}

  static readonly zero = new Rational(0n, 1n);

  /** Both must be integers, the denominator not zero: BigInt() throws RangeError on anything else. */
  static of(numerator: number | bigint, denominator: number | bigint = 1n): Rational {
    return Rational.reduced(BigInt(numerator), BigInt(denominator));
  }

  private static reduced(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 0n) throw new RangeError('A rational cannot have the denominator zero.');
    const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Rational(numerator / divisor, denominator / divisor);
  }

  plus(other: Rational): Rational {
    return Rational.reduced(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    return Rational.reduced(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Rational): Rational {
    return Rational.reduced(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  isAtMost(other: Rational): boolean {
    return this.numerator * other.denominator <= other.numerator * this.denominator;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** The greatest integer that is not above this number. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** The nearest fraction over this denominator, halves rounded up; exact where the denominator can hold it. */
  toFraction(denominator: number): Fraction {
    const numerator = this.times(Rational.of(denominator)).plus(Rational.of(1, 2)).floor();
    return { numerator: Number(numerator), denominator };
  }

  /** The nearest number, right to about 15 significant digits. */
  toNumber(): number {
    const whole = this.numerator / this.denominator;
    const rest = this.numerator % this.denominator;
    const scaled = (rest * 10n ** 18n) / this.denominator;
    return Number(whole) + Number(scaled) / 1e18;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
