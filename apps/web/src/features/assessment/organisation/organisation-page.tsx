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
import { checkQuery, type OpenRound } from './organisation.graphql.js';
import { RoundButton } from './round-button.js';
import { UnitChoice } from './unit-choice.js';

const route = getRouteApi('/t/$slug/organisation');

/** The check of the organisation as a whole, or of one unit. */
export function OrganisationPage() {
  const { unit = null } = route.useSearch();
  // Another unit is another page: it begins with nothing of the one before.
  return <CheckPage key={unit} unitId={unit} />;
}

function CheckPage({ unitId }: { readonly unitId: string | null }) {
  const { name } = useTenant();
  const subject: Subject = { subjectKind: unitId === null ? 'TENANT' : 'UNIT', subjectId: unitId };
  const query = useApiQuery(checkQuery, subject);
  const units = useApiQuery(unitsQuery, {});
  const allUnits = units.kind === 'ready' ? units.data.units : [];
  const unitName = allUnits.find(({ id }) => id === unitId)?.name ?? null;
  const canAssess = useCanAssess({ unit: unitId === null ? null : { id: unitId } });
  const [isStarting, setStarting] = useState(false);

  const check = query.kind === 'ready' ? query.data : null;
  const latest = check?.assessments.nodes[0];
  const button = check && canAssess && (
    <RoundButton openDraft={check.openDraft} isFirst={!latest} onStart={() => setStarting(true)} />
  );
  return (
    <>
      <PageHeader
        title={
          unitName === null ? i18n._('Organisation check') : i18n._('Check of {unit}', { unit: unitName })
        }
        breadcrumbs={unitId === null ? undefined : [<WholeLink key="whole" />]}
        asOf={
          latest &&
          i18n._('{name} · as of {day}', {
            name: unitName ?? name,
            day: formatDay({ on: latest.asOfOn, precision: 'DAY' }),
          })
        }
        actions={latest && button}
      />
      <QueryView of={query}>
        {(data) => (
          <>
            {data.openDraft && <OpenNote openDraft={data.openDraft} />}
            {latest ? (
              <CheckedSubject check={data} isOrganisation={unitId === null} />
            ) : (
              <FirstCheck framework={data.framework} unitName={unitName} action={button || null} />
            )}
            {isStarting && (
              <StartRound
                subject={subject}
                quarters={data.quarters}
                rounds={data.assessments.nodes.map(({ asOfOn }) => asOfOn)}
                onClose={() => setStarting(false)}
              />
            )}
          </>
        )}
      </QueryView>
      <UnitChoice units={allUnits} unitId={unitId} />
    </>
  );
}

function WholeLink() {
  return (
    <AnchorLink from="/t/$slug" to="/t/$slug/organisation" search={{}} inherit>
      {i18n._('Organisation check')}
    </AnchorLink>
  );
}

function OpenNote({ openDraft: { asOfOn, preview } }: { readonly openDraft: OpenRound }) {
  return (
    <Alert mb="lg" py="xs">
      {i18n._('A round is open, as of {day}: {answered} of {applicable} answered.', {
        day: formatDay({ on: asOfOn, precision: 'DAY' }),
        ...preview,
      })}
    </Alert>
  );
}
