import { Autocomplete, Group, NativeSelect } from '@mantine/core';
import { DATE_FORMAT_EXAMPLES } from '@pilotage/analytics';
import { i18n } from '../../../shared/i18n.js';
import type { ImportColumn } from '../imports.graphql.js';
import { columnOptions } from './column-letter.js';
import type { QuestionnaireDraft } from './mapping-draft.js';

type Chosen = QuestionnaireDraft['assessed'];

interface AnswersDayProps {
  readonly columns: readonly ImportColumn[];
  readonly chosen: Chosen;
  readonly problem: string | undefined;
  readonly onChange: (chosen: Chosen) => void;
}

/** The column that says on which day each row's questions were answered, and how it writes days. */
export function AnswersDay({ columns, chosen, problem, onChange }: AnswersDayProps) {
  return (
    <Group mt="md" gap="md" align="flex-start">
      <NativeSelect
        label={i18n._('Day of the answers')}
        w={420}
        maw="100%"
        value={chosen?.column ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? null : { column: Number(value), format: chosen?.format ?? '' })
        }
        data={[{ value: '', label: i18n._('The day of the file') }, ...columnOptions(columns)]}
      />
      {chosen && (
        <Autocomplete
          label={i18n._('Written as')}
          placeholder="D.M.YYYY"
          openOnFocus={false}
          data={[...DATE_FORMAT_EXAMPLES]}
          // All of them, whatever stands in the field: they are examples, not matches.
          filter={({ options }) => options}
          error={problem}
          value={chosen.format}
          onChange={(format) => onChange({ ...chosen, format })}
        />
      )}
    </Group>
  );
}
