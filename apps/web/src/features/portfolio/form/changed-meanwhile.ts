import { EDITED_FIELDS, type InitiativeValues } from './initiative-values.js';

export type EditedField = (typeof EDITED_FIELDS)[number];

export interface ChangedMeanwhile {
  /** The form as it goes on: what somebody else changed, but for what was typed here. */
  readonly values: InitiativeValues;
  /** Changed there and left alone here. */
  readonly taken: readonly EditedField[];
  /** Changed there and, to something else, here: what was typed stays. */
  readonly kept: readonly EditedField[];
}

/** Joins what was typed since the form opened with what somebody else saved since then. */
export function joinChanges(
  opened: InitiativeValues,
  saved: InitiativeValues,
  typed: InitiativeValues,
): ChangedMeanwhile {
  const differs = (a: InitiativeValues, b: InitiativeValues) => (field: EditedField) =>
    plain(a[field]) !== plain(b[field]);
  const changed = EDITED_FIELDS.filter(differs(opened, saved));
  const taken = changed.filter((field) => !differs(opened, typed)(field));
  const kept = changed.filter((field) => differs(opened, typed)(field) && differs(saved, typed)(field));
  const values = { ...typed, ...Object.fromEntries(taken.map((field) => [field, saved[field]])) };
  return { values, taken, kept };
}

/** A person is told apart by the id alone: where it was chosen from adds more to it. */
function plain(value: InitiativeValues[EditedField]): string {
  if (value !== null && typeof value === 'object' && 'id' in value) return value.id;
  return JSON.stringify(value);
}
