import { Button, Group, Paper, Text } from '@mantine/core';
import { DayText, stageLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { useConfirmStage } from '../../../shared/stage/use-confirm-stage.js';
import type { Initiative } from './initiative.graphql.js';
import classes from './initiative-page.module.css';

interface ConfirmStageProps {
  readonly initiative: Initiative;
  readonly onMoved: () => void;
}

/** Asks whether it is still where it was, as long as nothing newer than yesterday says so. */
export function ConfirmStage({ initiative, onMoved }: ConfirmStageProps) {
  const { today } = useTenant();
  const { confirm, isConfirming } = useConfirmStage(initiative);
  const { stage, lastObservedOn, canEdit } = initiative;
  if (!stage || !canEdit || stage.stage === 'ENDED' || lastObservedOn === today) return null;

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
        <Button size="sm" variant="default" loading={isConfirming} onClick={() => void confirm(stage.stage)}>
          {i18n._('Yes')}
        </Button>
        <Button size="sm" variant="subtle" onClick={onMoved}>
          {i18n._('Moved on …')}
        </Button>
      </Group>
    </Paper>
  );
}
