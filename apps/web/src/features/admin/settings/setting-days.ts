import type { Day } from '../../../shared/format/time.js';
import type { SettingChange } from './settings.graphql.js';

type Dated = Pick<SettingChange, 'name' | 'effectiveOn' | 'recordedBy'>;

/** The day of a setting's first value, which also holds for all days before it; null for a setting without one. */
export function firstDay(history: readonly Dated[], name: string): Day | null {
  const days = history.filter((change) => change.name === name).map(({ effectiveOn }) => effectiveOn);
  return days.sort()[0] ?? null;
}

/**
 * From which day a new value is proposed to hold. The values an organisation begins with were guessed when it was made:
 * until a person has decided, theirs replaces the guess from the beginning, so that no quarter is cut in two.
 */
export function proposedDay(history: readonly Dated[], name: string, today: Day): Day {
  const isDecided = history.some((change) => change.name === name && change.recordedBy !== null);
  return isDecided ? today : (firstDay(history, name) ?? today);
}
