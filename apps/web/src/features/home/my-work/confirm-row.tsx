import { Button } from '@mantine/core';
import { DayText, StageBadge, stageLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { useConfirmStage } from '../../../shared/stage/use-confirm-stage.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { InitiativeLink } from './initiative-link.js';
import { dayWords } from './day-words.js';
import type { WorkInitiative } from './my-work.graphql.js';
import { NextNeeds } from './next-needs.js';
import { WorkRow } from './work-section.js';

/** Asks whether an initiative is still where it was. One by one: an answer for all at once would be worth nothing. */
export function ConfirmRow({ initiative }: { readonly initiative: WorkInitiative }) {
  const { settings } = useTenant();
  const { confirm, isConfirming } = useConfirmStage(initiative);
  const { stage, name } = initiative;
  if (!stage) return null;

  return (
    <WorkRow
      title={<InitiativeLink initiative={initiative} />}
      detail={
        <>
          <StageBadge
            stage={stage.stage}
            outcome={stage.outcome}
            isObserved={stage.knownBy === 'OBSERVATION'}
          />
          {stage.days !== null && <span>{dayWords(stage.stage, stage.days, settings.pilotLimitDays)}</span>}
          {initiative.lastObservedOn && (
            <span>
              {i18n._('last seen')} <DayText on={initiative.lastObservedOn} />
            </span>
          )}
          <NextNeeds initiative={initiative} />
        </>
      }
    >
      <Button
        size="sm"
        variant="default"
        loading={isConfirming}
        aria-label={i18n._('Yes, {name} is still in {stage}', { name, stage: stageLabel(stage.stage) })}
        onClick={() => void confirm(stage.stage)}
      >
        {i18n._('Yes')}
      </Button>
      <ButtonLink
        from="/t/$slug"
        to="/t/$slug/initiatives/$initiativeId"
        params={{ initiativeId: initiative.id }}
        search={{ tab: 'timeline', move: true }}
        size="sm"
        variant="subtle"
        aria-label={i18n._('Moved on: {name}', { name })}
      >
        {i18n._('Moved on …')}
      </ButtonLink>
    </WorkRow>
  );
}
