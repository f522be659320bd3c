import { Alert } from '@mantine/core';
import { LoadingState } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { frameworkQuery } from '../assessment.graphql.js';
import { subjectCrumbs } from '../subject-crumbs.js';
import { useCanAssess } from '../use-can-assess.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftForm } from './draft-form.js';
import { draftQuery, type Draft } from './draft.graphql.js';
import { GoneDraft } from './gone-draft.js';
import { dayOf } from './question/answer-words.js';

const route = getRouteApi('/t/$slug/drafts/$draftId');

export function DraftPage() {
  const { draftId } = route.useParams();
  const query = useApiQuery(draftQuery, { id: draftId });
  const [isLeaving, setLeaving] = useState(false);
  if (isLeaving) return <LoadingState />;
  if (query.kind === 'failed' && query.problem.code === 'NOT_FOUND') return <GoneDraft draftId={draftId} />;
  return (
    <QueryView of={query} dimsOnRefresh={false}>
      {({ assessmentDraft }) =>
        assessmentDraft && (
          <OpenDraft
            draft={assessmentDraft}
            refresh={query.kind === 'ready' ? query.retry : () => {}}
            onLeave={() => setLeaving(true)}
          />
        )
      }
    </QueryView>
  );
}

interface OpenDraftProps {
  readonly draft: Draft;
  readonly refresh: () => void;
  readonly onLeave: () => void;
}

function OpenDraft({ draft, refresh, onLeave }: OpenDraftProps) {
  const tenant = useTenant();
  const { id, version } = draft.framework;
  const framework = useApiQuery(frameworkQuery, { id, version });
  const canAssess = useCanAssess(draft);
  const { initiative, unit, corrects, previous } = draft;
  return (
    <>
      <PageHeader
        title={i18n._('Assessment of {subject}', { subject: initiative?.name ?? unit?.name ?? tenant.name })}
        breadcrumbs={subjectCrumbs(draft)}
        asOf={[
          i18n._('as of {day}', { day: dayOf(draft) }),
          previous && i18n._('last round {day}', { day: dayOf(previous) }),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={canAssess && <DiscardDraft draft={draft} onLeave={onLeave} />}
      />
      {corrects && (
        <Alert mb="md" py="xs">
          {i18n._(
            'This corrects the assessment as of {day}. Once submitted it counts in its place; the old one stays in the history.',
            { day: dayOf(corrects) },
          )}
        </Alert>
      )}
      {!canAssess && (
        <Alert mb="md" py="xs">
          {i18n._(
            'This round is still being answered. You can read it; its owner or the programme office answers.',
          )}
        </Alert>
      )}
      <QueryView of={framework}>
        {(data) => (
          <DraftForm
            draft={draft}
            framework={data.framework}
            isReadOnly={!canAssess}
            refresh={refresh}
            onLeave={onLeave}
          />
        )}
      </QueryView>
    </>
  );
}
