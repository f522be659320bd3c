import { Stack } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import { initiativeOption } from '../../../shared/pickers/initiative-option.js';
import { InitiativeSelect } from '../../../shared/pickers/initiative-select.js';
import type { Match } from './matching.graphql.js';

/** What somebody chose for a row. */
export interface RowChoice {
  /** Null: a new one. */
  readonly initiativeId: string | null;
  /** What a new one was split off from. */
  readonly splitFromId: string | null;
}

/** Stands for a new initiative among the choices. */
const NEW = 'new';

interface ChoiceProps {
  readonly match: Match;
  /** Null: nothing was chosen yet. */
  readonly choice: RowChoice | null;
  readonly onChoose: (choice: RowChoice | null) => void;
}

/** Which initiative a row is, and of a new one what it was split off from. */
export function Choice({ match, choice, onChoose }: ChoiceProps) {
  const { rowNumber, name, initiative, splitFrom, candidates, isOpen } = match;
  const known = [...candidates.map((candidate) => candidate.initiative), ...(initiative ? [initiative] : [])];
  const unique = known.filter(({ id }, index) => known.findIndex((other) => other.id === id) === index);
  const origins =
    splitFrom && unique.every(({ id }) => id !== splitFrom.id) ? [...unique, splitFrom] : unique;
  const settled = { initiativeId: initiative?.id ?? null, splitFromId: splitFrom?.id ?? null };
  const now = choice ?? (isOpen ? null : settled);
  return (
    <Stack gap="xs" ta="left">
      <InitiativeSelect
        aria-label={i18n._('What row {row}, {name}, is', { row: rowNumber, name })}
        placeholder={i18n._('Choose, or search by name')}
        value={now && (now.initiativeId ?? NEW)}
        onChange={(chosen) =>
          onChoose(
            chosen === null ? null : { initiativeId: chosen === NEW ? null : chosen, splitFromId: null },
          )
        }
        offered={[...unique.map(initiativeOption), { value: NEW, label: i18n._('A new initiative') }]}
      />
      {now && now.initiativeId === null && (
        <InitiativeSelect
          aria-label={i18n._('What row {row}, {name}, was split off from', { row: rowNumber, name })}
          label={i18n._('Split off from')}
          placeholder={i18n._('Nothing, or search by name')}
          value={now.splitFromId}
          onChange={(splitFromId) => onChoose({ initiativeId: null, splitFromId })}
          offered={origins.map(initiativeOption)}
        />
      )}
    </Stack>
  );
}
