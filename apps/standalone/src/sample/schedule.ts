import { addDays, type Day, daysFromMonths } from '@pilotage/analytics';
import { type TenantTx } from '@pilotage/platform';

/** One thing that somebody told the register, and when. */
export interface Telling {
  readonly at: Date;
  readonly tell: (tx: TenantTx) => Promise<void>;
}

export const daysAgo = (today: Day, monthsAgo: number): Day =>
  addDays(today, -Math.round(daysFromMonths(monthsAgo)));

/** Somebody got round to telling it at ten in the morning, two days after; never later than now. */
export function toldAfter(on: Day, now: Date, monthsLater = 0): Date {
  const at = new Date(`${addDays(on, 2 + Math.round(daysFromMonths(monthsLater)))}T10:00:00.000Z`);
  return at < now ? at : now;
}
