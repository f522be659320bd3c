import { Button } from '@mantine/core';
import { DayText, StageBadge, stageLabel } from '@pilotage/web-ui';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import { InitiativeLink } from './initiative-link.js';
import { dayWords } from './day-words.js';
import { confirmStageMutation, type WorkInitiative } from './my-work.graphql.js';
import { NextNeeds } from './next-needs.js';
import { WorkRow } from './work-section.js';

/** Asks whether an initiative is still where it was. One by one: an answer for all at once would be worth nothing. */
export function ConfirmRow({ initiative }: { readonly initiative: WorkInitiative }) {
  const { today, settings } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(confirmStageMutation);
  const { stage, name } = initiative;
  if (!stage) return null;

  const refuse = (error: { readonly message: string }) => {
    idempotency.renew();
    toastRefusal(error);
  };
  const confirm = async () => {
    const outcome = await run({
      input: {
        idempotencyKey: idempotency.key,
        initiativeId: initiative.id,
        stage: stage.stage,
        seenOn: today,
      },
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
        loading={isRunning}
        aria-label={i18n._('Yes, {name} is still in {stage}', { name, stage: stageLabel(stage.stage) })}
        onClick={() => void confirm()}
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
