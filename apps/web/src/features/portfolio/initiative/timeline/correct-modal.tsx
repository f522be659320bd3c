import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { formatDay, stageLabel, type DatedDay, type Stage } from '@pilotage/web-ui';
import { FormButtons } from '../../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../../shared/forms/form-refusal.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useAction } from '../../../../shared/graphql/use-action.js';
import { i18n } from '../../../../shared/i18n.js';
import { Dialog } from '../../../../shared/ui/dialog.js';
import { toastDone } from '../../../../shared/ui/toast.js';
import { DatedDayInput } from '../../form/dated-day-input.js';
import { StageSelect } from '../../form/stage-select.js';
import { ContradictionAlert } from './contradiction.js';
import { correctStageMutation, type StageRecord } from './stage.graphql.js';
import { useStageRefusal } from './use-stage-refusal.js';

interface CorrectModalProps {
  readonly record: StageRecord;
  readonly onCorrect: (recordId: string) => void;
  readonly onClose: () => void;
}

interface Correction {
  readonly stage: Stage;
  readonly on: DatedDay;
  readonly reason: string;
}

/** What was recorded was wrong. The old record stays in sight, and reports say that they were corrected. */
export function CorrectModal({ record, onCorrect, onClose }: CorrectModalProps) {
  const { run, isRunning } = useAction(correctStageMutation, ['StageRecord']);
  const { on, precision } = record.on;
  const form = useForm<Correction>({
    // Not the day as it came: the client adds to answers what the api does not take.
    initialValues: { stage: record.stage, on: { on, precision }, reason: '' },
    validate: {
      on: (day) => (day.on ? null : i18n._('Enter the day.')),
      reason: (value) => (value.trim() ? null : i18n._('Say why it is corrected.')),
    },
  });
  const refused = useStageRefusal(form, ['stage', 'on', 'reason']);

  const submit = form.onSubmit(async (values) => {
    refused.clear();
    const outcome = await run({
      input: { recordId: record.id, ...values, reason: values.reason.trim() },
    });
    if (!outcome) return;
    matchResult(outcome, {
      RecordStageSuccess: () => {
        toastDone(i18n._('The record is corrected.'));
        onClose();
      },
      ...refused.cases,
    });
  });

  return (
    <Dialog onClose={onClose} size="lg" title={i18n._('Correct a record')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {i18n._('Recorded as {stage}, {day}. The old record stays visible, struck through.', {
              stage: stageLabel(record.stage),
              day: formatDay(record.on),
            })}
          </Text>
          <FormRefusal message={refused.refusal} />
          <ContradictionAlert contradiction={refused.contradiction} onCorrect={onCorrect} />
          <DatedDayInput
            label={record.kind === 'EVENT' ? i18n._('Entered') : i18n._('Seen')}
            {...form.getInputProps('on')}
            value={form.values.on}
          />
          <StageSelect
            {...form.getInputProps('stage')}
            value={form.values.stage}
            onChange={(stage) => form.setFieldValue('stage', stage ?? record.stage)}
            allowDeselect={false}
          />
          <Textarea
            label={i18n._('Reason')}
            description={i18n._('Who told, or what was mistaken.')}
            withAsterisk
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Correct')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
