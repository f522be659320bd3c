/**
 * One initiative under observation, in days (or any one unit) since its own origin. It is at risk at `t` when
 * `entry < t <= exit`.
 */
export interface Subject<Cause extends string = string> {
  /**
   * From when on it was watched: a register that began later than the origin has a late, positive `entry` (delayed
   * entry, left truncation). Left out: always watched, so that even an event at the origin itself counts.
   */
  readonly entry?: number;
  readonly exit: number;
  /** What ended it on `exit`; null while it was still running when last observed (censored). */
  readonly cause: Cause | null;
  /** So many alike (a case weight); 1 when left out. */
  readonly weight?: number;
}

/** A subject with everything said. */
export type Member<Cause extends string = string> = Required<Subject<Cause>>;

/**
 * The subjects that are ever at risk, by exit time, then in an order of their own, so that no sum over them depends
 * on the order of the input. Throws RangeError where a time or a weight is not a number that can be used.
 */
export function membersOf<Cause extends string, S extends Subject<Cause>>(
  subjects: readonly S[],
): (S & Member<Cause>)[] {
  return subjects
    .map((subject) => ({ ...subject, entry: subject.entry ?? -Infinity, weight: subject.weight ?? 1 }))
    .filter(({ entry, exit, weight }) => {
      if (!Number.isFinite(exit) || Number.isNaN(entry)) throw new RangeError('Times must be numbers.');
      if (!(weight > 0 && weight < Infinity)) throw new RangeError('A weight must be a number above 0.');
      return entry < exit;
    })
    .sort(
      (a, b) =>
        a.exit - b.exit ||
        compare(a.entry, b.entry) ||
        compare(a.weight, b.weight) ||
        compare(a.cause ?? '', b.cause ?? ''),
    );
}

/** Less, equal or greater, infinities and text included. */
export function compare<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A passage within one day counts half a day: dropping it, or counting 0, would bend the curve. */
export const SAME_DAY_PASSAGE = 0.5;

/** Days from origin to event for a survival estimate. */
export function passageDays(days: number): number {
  return days === 0 ? SAME_DAY_PASSAGE : days;
}
