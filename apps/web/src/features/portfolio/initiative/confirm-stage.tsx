import { Button, Group, Paper, Text } from '@mantine/core';
import { DayText, stageLabel } from '@pilotage/web-ui';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import type { Initiative } from './initiative.graphql.js';
import classes from './initiative-page.module.css';
import { confirmSeenMutation } from './timeline/stage.graphql.js';

interface ConfirmStageProps {
  readonly initiative: Initiative;
  readonly onMoved: () => void;
}

/** Asks whether it is still where it was, as long as nothing newer than yesterday says so. */
export function ConfirmStage({ initiative, onMoved }: ConfirmStageProps) {
  const { today } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(confirmSeenMutation, ['StageRecord']);
  const { id, name, stage, lastObservedOn, canEdit } = initiative;
  if (!stage || !canEdit || stage.stage === 'ENDED' || lastObservedOn === today) return null;

  const refuse = (error: { readonly message: string }) => {
    idempotency.renew();
    toastRefusal(error);
  };
  const confirm = async () => {
    const outcome = await run({
      input: { idempotencyKey: idempotency.key, initiativeId: id, stage: stage.stage, seenOn: today },
    });
    if (!outcome) return;
    matchResult(outcome, {
      RecordStageSuccess: () => toastDone(i18n._('Noted: {name} is still there today.', { name })),
      InvalidInputError: refuse,
      StageContradictionError: refuse,
      ConflictError: refuse,
    });
  };

  return (
    <Paper withBorder radius="lg" className={classes['confirm']}>
      <Text>
        <strong>{i18n._('Still in {stage}?', { stage: stageLabel(stage.stage).toLowerCase() })}</strong>{' '}
        {lastObservedOn && (
          <span className="pl-muted">
            {i18n._('Last observed')} <DayText on={lastObservedOn} />
          </span>
        )}
      </Text>
      <Group gap="xs">
        <Button size="sm" variant="default" loading={isRunning} onClick={() => void confirm()}>
          {i18n._('Yes')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onMoved}>
          {i18n._('Moved on …')}
        </Button>
      </Group>
    </Paper>
  );
}
