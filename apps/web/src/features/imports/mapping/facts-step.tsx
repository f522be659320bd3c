import { Paper, Radio, Stack, Switch, TagsInput } from '@mantine/core';
import { DayInput } from '../../../shared/forms/day-input.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { problemOf, type StepProps } from './step-props.js';
import classes from './step.module.css';

/** What no column says: the day on which the file was true, and whether it lists what was stopped. */
export function FactsStep({ draft, onChange, problems }: StepProps) {
  const { today } = useTenant();
  return (
    <Paper withBorder radius="lg" className={classes['card']}>
      <Stack gap="xl" maw={620}>
        <DayInput
          label={i18n._('On which day was the file true?')}
          description={i18n._(
            'The day of the export, or the day that the register states. Stages without a date are kept as seen on it.',
          )}
          withAsterisk
          maw={320}
          max={today}
          error={problemOf(problems, 'asOfOn')}
          value={draft.asOfOn}
          onChange={(asOfOn) => onChange({ ...draft, asOfOn })}
        />
        <Switch
          label={i18n._('The file holds only some rows of the register, such as mended ones')}
          description={i18n._('What is not in it stays as it is, and nothing is said of the whole register.')}
          checked={draft.isPartial}
          onChange={(event) => onChange({ ...draft, isPartial: event.currentTarget.checked })}
        />
        {!draft.isPartial && <Coverage draft={draft} onChange={onChange} problems={problems} />}
        <TagsInput
          label={i18n._('Texts that mean that a cell is empty')}
          description={i18n._('In any column and any case. Add one with Enter.')}
          maxTags={50}
          value={[...draft.emptyValues]}
          onChange={(emptyValues) => onChange({ ...draft, emptyValues })}
        />
        <Switch
          label={i18n._('Keep the other columns as further attributes')}
          description={i18n._('They are shown on the page of each initiative, as imported.')}
          checked={draft.keepOthersAsAttributes}
          onChange={(event) => onChange({ ...draft, keepOthersAsAttributes: event.currentTarget.checked })}
        />
      </Stack>
    </Paper>
  );
}

/** Whether a share of those that reached production can be told from the file. */
function Coverage({ draft, onChange, problems }: Omit<StepProps, 'source'>) {
  const { today } = useTenant();
  return (
    <Stack gap="sm">
      <Radio.Group
        label={i18n._('Does the file also list what was stopped?')}
        description={i18n._(
          'A share that reached production can be told only when those that did not are listed, too.',
        )}
        withAsterisk
        value={draft.coverage ?? ''}
        onChange={(value) =>
          onChange({ ...draft, coverage: value === 'ENDS_TOO' ? 'ENDS_TOO' : 'LIVING_ONLY' })
        }
        errorProps={{ mt: 'xs' }}
        error={draft.coverage === null && problemOf(problems, 'completeSince')}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="ENDS_TOO" label={i18n._('Yes, from a certain day on')} />
          <Radio value="LIVING_ONLY" label={i18n._('No, living initiatives only')} />
        </Stack>
      </Radio.Group>
      {draft.coverage === 'ENDS_TOO' && (
        <DayInput
          label={i18n._('Since which day?')}
          description={i18n._('From this day on everything that ended is in the file.')}
          withAsterisk
          maw={320}
          ml={30}
          max={draft.asOfOn || today}
          error={problemOf(problems, 'completeSince')}
          value={draft.completeSince}
          onChange={(completeSince) => onChange({ ...draft, completeSince })}
        />
      )}
    </Stack>
  );
}
