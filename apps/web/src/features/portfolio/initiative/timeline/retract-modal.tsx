import { Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { formatDay, stageLabel } from '@pilotage/web-ui';
import { FormButtons } from '../../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../../shared/forms/form-refusal.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useAction } from '../../../../shared/graphql/use-action.js';
import { i18n } from '../../../../shared/i18n.js';
import { Dialog } from '../../../../shared/ui/dialog.js';
import { toastDone } from '../../../../shared/ui/toast.js';
import { ContradictionAlert } from './contradiction.js';
import { retractStageMutation, type StageRecord } from './stage.graphql.js';
import { useStageRefusal } from './use-stage-refusal.js';

interface RetractModalProps {
  readonly record: StageRecord;
  readonly onCorrect: (recordId: string) => void;
  readonly onClose: () => void;
}

/** It never happened. The record stays in sight, struck through. */
export function RetractModal({ record, onCorrect, onClose }: RetractModalProps) {
  const { run, isRunning } = useAction(retractStageMutation, ['StageRecord']);
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() ? null : i18n._('Say why it is taken back.')) },
  });
  const refused = useStageRefusal(form, ['reason']);

  const submit = form.onSubmit(async ({ reason }) => {
    refused.clear();
    const outcome = await run({ input: { recordId: record.id, reason: reason.trim() } });
    if (!outcome) return;
    matchResult(outcome, {
      RecordStageSuccess: () => {
        toastDone(i18n._('The record is taken back.'));
        onClose();
      },
      ...refused.cases,
    });
  });

  return (
    <Dialog onClose={onClose} title={i18n._('Take a record back')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">
            {i18n._('{stage}, {day}: it never happened. For a wrong day or stage, correct it instead.', {
              stage: stageLabel(record.stage),
              day: formatDay(record.on),
            })}
          </Text>
          <FormRefusal message={refused.refusal} />
          <ContradictionAlert contradiction={refused.contradiction} onCorrect={onCorrect} />
          <Textarea
            label={i18n._('Reason')}
            withAsterisk
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <FormButtons onCancel={onClose} color="var(--pl-bad)" loading={isRunning}>
            {i18n._('Take back')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
