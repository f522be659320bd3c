import { Button } from '@mantine/core';
import { DayText, StageBadge } from '@pilotage/web-ui';
import { useStartAssessment } from '../../../shared/assessment/use-start-assessment.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { InitiativeLink } from './initiative-link.js';
import type { WorkInitiative } from './my-work.graphql.js';
import { NextNeeds } from './next-needs.js';
import { WorkRow } from './work-section.js';

/** An initiative whose assessment is missing or too old. */
export function ToAssessRow({ initiative }: { readonly initiative: WorkInitiative }) {
  const { today } = useTenant();
  const { start, isStarting } = useStartAssessment(toastRefusal);
  const last = initiative.currentAssessment;

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
        loading={isStarting}
        aria-label={i18n._('Assess {name}', { name: initiative.name })}
        onClick={() => void start({ subjectKind: 'INITIATIVE', subjectId: initiative.id, asOfOn: today })}
      >
        {i18n._('Assess')}
      </Button>
    </WorkRow>
  );
}
