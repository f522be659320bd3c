import { Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { DatedDay, Stage } from '@pilotage/web-ui';
import { FormButtons } from '../../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useAction } from '../../../../shared/graphql/use-action.js';
import { i18n } from '../../../../shared/i18n.js';
import { InitiativeSelect } from '../../../../shared/pickers/initiative-select.js';
import { useTenant } from '../../../../shared/session/tenant-context.js';
import { Dialog } from '../../../../shared/ui/dialog.js';
import { toastDone } from '../../../../shared/ui/toast.js';
import { DatedDayInput } from '../../form/dated-day-input.js';
import { StageSelect } from '../../form/stage-select.js';
import type { Initiative } from '../initiative.graphql.js';
import { ContradictionAlert } from './contradiction.js';
import { recordStageMutation } from './stage.graphql.js';
import { useStageRefusal } from './use-stage-refusal.js';

interface MoveModalProps {
  readonly initiative: Pick<Initiative, 'id' | 'name' | 'stage'>;
  readonly onCorrect: (recordId: string) => void;
  readonly onClose: () => void;
}

interface Move {
  readonly stage: Stage | null;
  readonly on: DatedDay;
  readonly reason: string;
  readonly successorId: string | null;
}

/** It entered another stage: forwards, back, or to its end. */
export function MoveModal({ initiative, onCorrect, onClose }: MoveModalProps) {
  const { today } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(recordStageMutation, ['StageRecord']);
  const form = useForm<Move>({
    initialValues: { stage: null, on: { on: today, precision: 'DAY' }, reason: '', successorId: null },
    validate: {
      stage: (value) => (value ? null : i18n._('Choose the stage.')),
      on: ({ on }) => (on ? null : i18n._('Enter when it entered the stage.')),
    },
  });
  const refused = useStageRefusal(form, ['stage', 'on', 'reason', 'successorId'], idempotency.renew);
  const { stage } = form.values;

  const submit = form.onSubmit(async ({ stage: entered, on, reason, successorId }) => {
    if (!entered) return;
    refused.clear();
    const outcome = await run({
      input: {
        idempotencyKey: idempotency.key,
        initiativeId: initiative.id,
        stage: entered,
        on,
        reason: reason.trim() || null,
        successorId: entered === 'ENDED' ? successorId : null,
      },
    });
    if (!outcome) return;
    matchResult(outcome, {
      RecordStageSuccess: () => {
        toastDone(i18n._('The move of {name} is recorded.', { name: initiative.name }));
        onClose();
      },
      ...refused.cases,
    });
  });

  return (
    <Dialog onClose={onClose} size="lg" title={i18n._('Record a move')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refused.refusal} />
          <ContradictionAlert contradiction={refused.contradiction} onCorrect={onCorrect} />
          <StageSelect
            label={i18n._('Moved to')}
            without={initiative.stage?.stage}
            withAsterisk
            data-autofocus
            {...form.getInputProps('stage')}
            value={stage}
          />
          <DatedDayInput
            label={stage === 'ENDED' ? i18n._('Ended') : i18n._('Entered')}
            description={i18n._('As exactly as you know it; it may lie in the past.')}
            {...form.getInputProps('on')}
            value={form.values.on}
          />
          {stage === 'ENDED' && (
            <InitiativeSelect
              label={i18n._('Merged into')}
              description={i18n._('Only if another initiative carries it on.')}
              without={initiative.id}
              {...form.getInputProps('successorId')}
            />
          )}
          <Textarea
            label={i18n._('Reason')}
            description={i18n._('Optional, except for going on after an end.')}
            autosize
            minRows={2}
            {...form.getInputProps('reason')}
          />
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Record the move')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
