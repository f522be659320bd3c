import { EmptyState } from '@pilotage/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/time.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { submittedDraftQuery } from './draft.graphql.js';
import { KeptList } from './kept-list.js';
import { browserKeptEdits } from './store/kept-edits.js';

/** A round that is not open: submitted, also by somebody else meanwhile, or discarded. */
export function GoneDraft({ draftId }: { readonly draftId: string }) {
  const { viewer } = useTenant();
  const query = useApiQuery(submittedDraftQuery, { id: draftId });
  const [kept] = useState(() => browserKeptEdits(viewer.userId, draftId, localStorage).all());
  return (
    <>
      <PageHeader title={i18n._('Assessment')} />
      <QueryView of={query}>
        {({ assessment }) =>
          assessment && (
            <EmptyState
              title={i18n._('This round was submitted')}
              icon={<IconCircleCheck size={22} stroke={1.6} aria-hidden />}
              action={
                <ButtonLink
                  from="/t/$slug"
                  to="/t/$slug/assessments/$assessmentId"
                  params={{ assessmentId: assessment.id }}
                >
                  {i18n._('Open the assessment')}
                </ButtonLink>
              }
            >
              {submittedWords(assessment)}
            </EmptyState>
          )
        }
      </QueryView>
      <KeptList edits={kept} />
    </>
  );
}

function submittedWords({
  submittedAt,
  submittedBy,
}: {
  readonly submittedAt: string;
  readonly submittedBy: { readonly name: string } | null;
}): string {
  const when = formatInstant(submittedAt);
  return submittedBy
    ? i18n._('By {name}, {when}. What is wrong in it can be corrected there.', {
        name: submittedBy.name,
        when,
      })
    : i18n._('{when}. What is wrong in it can be corrected there.', { when });
}
