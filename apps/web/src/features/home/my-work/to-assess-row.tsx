import { Button } from '@mantine/core';
import { DayText, StageBadge } from '@pilotage/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { InitiativeLink } from './initiative-link.js';
import { startAssessmentMutation, type WorkInitiative } from './my-work.graphql.js';
import { NextNeeds } from './next-needs.js';
import { WorkRow } from './work-section.js';

/** An initiative whose assessment is missing or too old. */
export function ToAssessRow({ initiative }: { readonly initiative: WorkInitiative }) {
  const { today } = useTenant();
  const navigate = useNavigate({ from: '/t/$slug' });
  const { run, isRunning } = useAction(startAssessmentMutation);
  const last = initiative.currentAssessment;

  const start = async () => {
    const outcome = await run({
      input: { subjectKind: 'INITIATIVE', subjectId: initiative.id, asOfOn: today },
    });
    if (!outcome) return;
    matchResult(outcome, {
      StartAssessmentSuccess: ({ draft }) =>
        void navigate({ to: '/t/$slug/drafts/$draftId', params: { draftId: draft.id } }),
      InvalidInputError: toastRefusal,
    });
  };

  return (
    <WorkRow
      title={<InitiativeLink initiative={initiative} />}
      detail={
        <>
          {initiative.stage && (
            <StageBadge stage={initiative.stage.stage} outcome={initiative.stage.outcome} />
          )}
          <span>
            {last ? (
              <>
                {i18n._('last assessed')} <DayText on={last.asOfOn} />
              </>
            ) : (
              i18n._('never assessed')
            )}
          </span>
          <NextNeeds initiative={initiative} />
        </>
      }
    >
      <Button
        size="sm"
        variant="default"
        loading={isRunning}
        aria-label={i18n._('Assess {name}', { name: initiative.name })}
        onClick={() => void start()}
      >
        {i18n._('Assess')}
      </Button>
    </WorkRow>
  );
}
