import { EmptyState } from '@pilotage/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ConfirmRow } from './confirm-row.js';
import { DraftRow } from './draft-row.js';
import { myWorkQuery, type MyWork } from './my-work.graphql.js';
import { ToAssessRow } from './to-assess-row.js';
import { WorkSection } from './work-section.js';

/** An owner or contributor: what waits for them, one decision at a time. */
export function MyWorkHome() {
  const work = useApiQuery(myWorkQuery, {});
  return (
    <>
      <PageHeader title={i18n._('My work')} asOf={work.kind === 'ready' && summary(work.data.myWork)} />
      <QueryView of={work}>
        {({ myWork: { drafts, toConfirm, toConfirmCount, toAssess, toAssessCount, owned } }) => {
          if (drafts.length + toConfirm.length + toAssess.length === 0) return <NothingToDo owned={owned} />;
          return (
            <>
              <WorkSection title={i18n._('Go on answering')} count={drafts.length}>
                {drafts.map((draft) => (
                  <DraftRow key={draft.id} draft={draft} />
                ))}
              </WorkSection>
              <WorkSection title={i18n._('Due for an assessment')} count={toAssessCount}>
                {toAssess.map((initiative) => (
                  <ToAssessRow key={initiative.id} initiative={initiative} />
                ))}
              </WorkSection>
              <WorkSection title={i18n._('Still in this stage?')} count={toConfirmCount}>
                {toConfirm.map((initiative) => (
                  <ConfirmRow key={initiative.id} initiative={initiative} />
                ))}
              </WorkSection>
            </>
          );
        }}
      </QueryView>
    </>
  );
}

/** "2 assessments due (about 3 minutes each) · 1 stage to confirm" */
function summary({ drafts, toAssessCount, toConfirmCount }: MyWork): string {
  const due = drafts.length + toAssessCount;
  const parts = [
    due > 0 &&
      i18n._(
        '{due, plural, one {one assessment due (about 3 minutes)} other {# assessments due (about 3 minutes each)}}',
        { due },
      ),
    toConfirmCount > 0 &&
      i18n._('{count, plural, one {one stage to confirm} other {# stages to confirm}}', {
        count: toConfirmCount,
      }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

function NothingToDo({ owned }: { readonly owned: number }): ReactNode {
  const portfolio = (
    <ButtonLink from="/t/$slug" to="/t/$slug/portfolio" variant="default">
      {i18n._('Open the portfolio')}
    </ButtonLink>
  );
  return (
    <EmptyState
      title={i18n._('Nothing waits for you')}
      icon={<IconCircleCheck size={22} stroke={1.6} aria-hidden />}
      action={portfolio}
    >
      {owned === 0
        ? i18n._('You own no initiative yet. When you do, what is due for it appears here.')
        : i18n._('{owned, plural, one {Your initiative is} other {Your # initiatives are}} up to date.', {
            owned,
          })}
    </EmptyState>
  );
}
