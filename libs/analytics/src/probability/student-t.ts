import { betaQuantile } from './beta.js';

/**
 * The t with P(|T| ≤ t) = `confidence` for Student's T with `degrees` of freedom (at least 1): the half-width of a t
 * interval in standard errors. From T² / (T² + degrees) ~ Beta(1/2, degrees / 2).
 */
export function studentTCritical(confidence: number, degrees: number): number {
  const x = betaQuantile(1 - confidence, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
