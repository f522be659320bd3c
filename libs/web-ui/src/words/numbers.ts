import { i18n } from './i18n.js';

const MINUS = '\u2212';
const SPACE = '\u00a0';

/** Rounded to `decimals`, grouped for the reader's locale, with a true minus sign. */
export function formatNumber(value: number, decimals = 0): string {
  const rounded = roundTo(value, decimals);
  return formatOf(i18n.locale, decimals).format(rounded).replace('-', MINUS);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once each: making one takes a hundred times as long as using it. */
function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, fresh);
  return fresh;
}

/** With a sign, except for what rounds to zero: "+2.5", "−0.7", "0.0". */
export function formatChange(value: number, decimals = 0): string {
  const rounded = roundTo(value, decimals);
  return (rounded > 0 ? '+' : '') + formatNumber(rounded, decimals);
}

/** One answer step of 15 questions of equal weight, in points of a score: 100 / 15 / 2. */
const ANSWER_STEP = 10 / 3;

/** What floating point can make of a difference; far less than two scores can be apart. */
const NOISE = 1e-9;

/** The change of a score of 0..100: up to one answer step is the noise of the instrument, "about the same". */
export function formatScoreChange(before: number, after: number): string {
  const change = after - before;
  return Math.abs(change) <= ANSWER_STEP + NOISE ? i18n.t('about the same') : formatChange(change);
}

/** A share of 0..1 in whole per cent: "50 %". */
export function formatShare(share: number): string {
  return `${formatNumber(share * 100)}${SPACE}%`;
}

/** An interval of shares: "18 to 76 %". */
export function formatShareRange(lower: number, upper: number): string {
  return i18n.t('{lower} to {upper}\u00a0%', {
    lower: formatNumber(lower * 100),
    upper: formatNumber(upper * 100),
  });
}

/** Half away from zero, never a negative zero. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
  return rounded === 0 ? 0 : rounded;
}

/**
 * Rounds parts so that they add up to the rounded total exactly (largest remainders get the missing steps).
 * Without it a bridge of 2.25 + 2.25 = 4.5 would print 2.3 + 2.3 = 4.5.
 */
export function roundToSum(parts: readonly number[], total: number, decimals: number): number[] {
  const scale = 10 ** decimals;
  const rounded = parts.map((part) => Math.round(roundTo(part, decimals) * scale));
  const target = Math.round(roundTo(total, decimals) * scale);
  let missing = target - rounded.reduce((sum, part) => sum + part, 0);
  const step = Math.sign(missing);
  const order = parts
    .map((part, index) => ({ index, lost: (part * scale - (rounded[index] ?? 0)) * step }))
    .sort((a, b) => b.lost - a.lost);
  for (let turn = 0; missing !== 0 && order.length > 0; turn += 1) {
    const { index } = order[turn % order.length] ?? { index: 0 };
    rounded[index] = (rounded[index] ?? 0) + step;
    missing -= step;
  }
  return rounded.map((part) => (part === 0 ? 0 : part / scale));
}
