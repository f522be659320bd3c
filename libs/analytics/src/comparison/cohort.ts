import { addDays, type Day } from '../calendar/day.js';
import { landmark } from '../survival/landmark.js';
import { type Subject } from '../survival/subject.js';

/** One initiative of a comparison, its subject counted from pilot entry. */
export interface CohortMember<Cause extends string = string> {
  readonly id: string;
  readonly entryDay: Day;
  readonly subject: Subject<Cause>;
}

/** Two groups to compare, formed by what was known on `landmarkDay`; subjects are counted from there. */
export interface Cohorts<Member> {
  readonly first: readonly Member[];
  readonly second: readonly Member[];
  /** Days after pilot entry on which it was settled who belongs where; 0 for pilot entry itself. */
  readonly landmarkDay: number;
  /** Who is in neither group and why. */
  readonly neither: ReadonlyMap<NeitherReason, number>;
}

/** Why somebody is in neither group. */
export type NeitherReason = 'left-before-landmark' | 'assessed-earlier' | 'not-assessed';

/** Pilots that began on the day the framework was adopted or later, and those that began before. */
export function beforeAfterCohorts<Member extends CohortMember>(
  members: readonly Member[],
  adoptedOn: Day,
): Cohorts<Member> {
  return cohortsOf(members, 0, ({ entryDay }) => (entryDay >= adoptedOn ? 'first' : 'second'));
}

/**
 * Pilots assessed within `windowDays` before or after they began, and those not assessed by then. Whether a pilot is
 * assessed in its first month is known at the end of that month only, so that is the landmark: one that ended before
 * could not have been. Those last assessed earlier than that belong to neither.
 */
export function assessedAtStartCohorts<Member extends CohortMember & { readonly assessedOn: readonly Day[] }>(
  members: readonly Member[],
  windowDays = 30,
): Cohorts<Member> {
  return cohortsOf(members, windowDays, ({ entryDay, assessedOn }) => {
    const [from, to] = [addDays(entryDay, -windowDays), addDays(entryDay, windowDays)];
    if (assessedOn.some((on) => from <= on && on <= to)) return 'first';
    return assessedOn.some((on) => on < from) ? 'assessed-earlier' : 'second';
  });
}

/** Pilots whose readiness in force when they began was at least `threshold`, and those below; the unassessed in neither. */
export function readyAtStartCohorts<
  Member extends CohortMember & { readonly readinessAtEntry: number | null },
>(members: readonly Member[], threshold = 70): Cohorts<Member> {
  return cohortsOf(members, 0, ({ readinessAtEntry }) => {
    if (readinessAtEntry === null) return 'not-assessed';
    return readinessAtEntry >= threshold ? 'first' : 'second';
  });
}

function cohortsOf<Member extends CohortMember>(
  members: readonly Member[],
  landmarkDay: number,
  groupOf: (member: Member) => 'first' | 'second' | NeitherReason,
): Cohorts<Member> {
  const first: Member[] = [];
  const second: Member[] = [];
  const neither = new Map<NeitherReason, number>();
  for (const member of members) {
    const [subject] = landmarkDay > 0 ? landmark([member.subject], landmarkDay) : [member.subject];
    const group = subject ? groupOf(member) : 'left-before-landmark';
    if (group === 'first' || group === 'second')
      (group === 'first' ? first : second).push({ ...member, subject: subject! });
    else neither.set(group, (neither.get(group) ?? 0) + 1);
  }
  return { first, second, landmarkDay, neither };
}

/** How many of one kind are in either group. */
export interface MixRow {
  readonly category: string;
  readonly first: number;
  readonly second: number;
}

/** How many of each kind (type, size, risk) are in either group: groups that differ in mix differ in time for that alone. */
export function mixTable<Member>(
  { first, second }: Pick<Cohorts<Member>, 'first' | 'second'>,
  categoryOf: (member: Member) => string,
): MixRow[] {
  const count = (group: readonly Member[], category: string) =>
    group.filter((member) => categoryOf(member) === category).length;
  return [...new Set([...first, ...second].map(categoryOf))]
    .sort()
    .map((category) => ({ category, first: count(first, category), second: count(second, category) }));
}
