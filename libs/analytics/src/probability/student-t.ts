import betaincinv from '@stdlib/math-base-special-betaincinv';
import { tailOf } from './tail.js';

/**
 * The t with P(|T| ≤ t) = `confidence` for Student's T with `degrees` of freedom (at least 1): the half-width of a t
 * interval in standard errors. Throws RangeError for a confidence outside 0 to 1. From T² / (T² + degrees) ~ Beta(1/2, degrees / 2).
 */
export function studentTCritical(confidence: number, degrees: number): number {
  const share = betaincinv(2 * tailOf(confidence), 0.5, degrees / 2, true);
  return Math.sqrt((degrees * share) / (1 - share));
}
