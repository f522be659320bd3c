/**
 * One initiative under observation, in days (or any one unit) since its own origin. It is at risk at `t` when
 * `entry < t <= exit`: a register that began later than the origin has a late `entry` (delayed entry, left truncation).
 */
export interface Subject<Cause extends string = string> {
  readonly entry: number;
  readonly exit: number;
  /** What ended it on `exit`; null while it was still running when last observed (censored). */
  readonly cause: Cause | null;
}

/** A passage within one day counts half a day: dropping it, or counting 0, would bend the curve. */
export const SAME_DAY_PASSAGE = 0.5;

/** Days from origin to event for a survival estimate. */
export function passageDays(days: number): number {
  return days === 0 ? SAME_DAY_PASSAGE : days;
}
