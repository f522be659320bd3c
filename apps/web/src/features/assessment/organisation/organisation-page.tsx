import { Alert } from '@mantine/core';
import { formatDay } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { unitsQuery } from '../../../shared/pickers/units.graphql.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { StartRound, type Subject } from '../start/start-round.js';
import { useCanAssess } from '../use-can-assess.js';
import { CheckedSubject } from './checked-subject.js';
import { FirstCheck } from './first-check.js';
import { checkQuery, type Check } from './organisation.graphql.js';
import { RoundButton } from './round-button.js';
import { UnitChoice } from './unit-choice.js';

const route = getRouteApi('/t/$slug/organisation');

/** The check of the organisation as a whole, or of one unit. */
export function OrganisationPage() {
  const { unit: unitId = null } = route.useSearch();
  const subject: Subject = { subjectKind: unitId === null ? 'TENANT' : 'UNIT', subjectId: unitId };
  const query = useApiQuery(checkQuery, subject);
  const units = useApiQuery(unitsQuery, {});
  const unit = units.kind === 'ready' ? units.data.units.find(({ id }) => id === unitId) : undefined;
  return (
    // Another unit is another page: its dialog and its list begin anew.
    <QueryView key={unitId} of={query}>
      {(check) => (
        <>
          <CheckPage check={check} subject={subject} unitName={unit?.name ?? null} />
          {units.kind === 'ready' && <UnitChoice units={units.data.units} unitId={unitId} />}
        </>
      )}
    </QueryView>
  );
}

interface CheckPageProps {
  readonly check: Check;
  readonly subject: Subject;
  readonly unitName: string | null;
}

function CheckPage({ check, subject, unitName }: CheckPageProps) {
  const { name } = useTenant();
  const { assessments, openDraft, quarters } = check;
  const canAssess = useCanAssess({ unit: subject.subjectId === null ? null : { id: subject.subjectId } });
  const [isStarting, setStarting] = useState(false);
  const [latest] = assessments.nodes;
  const button = canAssess && (
    <RoundButton openDraft={openDraft} isFirst={!latest} onStart={() => setStarting(true)} />
  );
  return (
    <>
      <PageHeader
        title={
          unitName === null ? i18n._('Organisation check') : i18n._('Check of {unit}', { unit: unitName })
        }
        breadcrumbs={
          unitName === null
            ? undefined
            : [
                <AnchorLink key="organisation" from="/t/$slug" to="/t/$slug/organisation" search={{}} inherit>
                  {i18n._('Organisation check')}
                </AnchorLink>,
              ]
        }
        asOf={
          latest &&
          i18n._('{name} · as of {day}', {
            name: unitName ?? name,
            day: formatDay({ on: latest.asOfOn, precision: 'DAY' }),
          })
        }
        actions={latest && button}
      />
      {openDraft && (
        <Alert mb="lg" py="xs">
          {i18n._('A round is open, as of {day}: {answered} of {applicable} answered.', {
            day: formatDay({ on: openDraft.asOfOn, precision: 'DAY' }),
            ...openDraft.preview,
          })}
        </Alert>
      )}
      {latest ? (
        <CheckedSubject check={check} isOrganisation={unitName === null} />
      ) : (
        <FirstCheck framework={check.framework} unitName={unitName} action={button || null} />
      )}
      {isStarting && (
        <StartRound
          subject={subject}
          quarters={quarters}
          rounds={assessments.nodes.map(({ asOfOn }) => asOfOn)}
          onClose={() => setStarting(false)}
        />
      )}
    </>
  );
}
