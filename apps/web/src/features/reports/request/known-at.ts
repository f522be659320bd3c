import { i18n } from '../../../shared/i18n.js';

/** As known now, or at an earlier time on the reader's clock (YYYY-MM-DDTHH:mm, empty while incomplete). */
export interface KnownAt {
  readonly isNow: boolean;
  readonly localTime: string;
}

type Instant =
  | { readonly kind: 'instant'; readonly instant: string | null }
  | { readonly kind: 'refused'; readonly message: string };

/** The instant to ask for; null is now. */
export function instantOf({ isNow, localTime }: KnownAt, now: Date): Instant {
  if (isNow) return { kind: 'instant', instant: null };
  // Without a zone, a date and time is read on the reader's clock, which is what the field shows.
  const instant = new Date(localTime);
  if (Number.isNaN(instant.getTime()))
    return { kind: 'refused', message: i18n._('Choose a day and a time, or "now".') };
  if (instant > now)
    return { kind: 'refused', message: i18n._('Choose a time that has passed: nothing is known of later.') };
  return { kind: 'instant', instant: instant.toISOString() };
}
