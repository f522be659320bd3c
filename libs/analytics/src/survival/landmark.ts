import { type Subject } from './subject.js';

/**
 * Those still there at the landmark, with the clock restarted on it. Groups formed by what was known up to the
 * landmark can be compared from there on; grouping by what happened later would give the group that "had it" the
 * time it needed to get it (immortal time).
 */
export function landmark<S extends Subject>(subjects: readonly S[], at: number): S[] {
  return subjects
    .filter(({ exit }) => exit > at)
    .map((subject) => ({
      ...subject,
      entry: Math.max(0, (subject.entry ?? 0) - at),
      exit: subject.exit - at,
    }));
}
