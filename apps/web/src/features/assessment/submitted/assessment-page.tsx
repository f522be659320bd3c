import { Alert } from '@mantine/core';
import { formatDay } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/time.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import layout from '../layout.module.css';
import { ReadinessCard } from '../readiness-card.js';
import { subjectCrumbs } from '../subject-crumbs.js';
import { useCanAssess } from '../use-can-assess.js';
import { AnswerList } from './answer-list.js';
import { assessmentQuery, type Assessment } from './assessment-page.graphql.js';
import { CorrectButton } from './correct-button.js';
import { Gates } from './gates.js';
import { movesBetween } from './moves.js';
import { MovedSince } from './moved-since.js';

const route = getRouteApi('/t/$slug/assessments/$assessmentId');

export function AssessmentPage() {
  const { assessmentId } = route.useParams();
  const query = useApiQuery(assessmentQuery, { id: assessmentId });
  return (
    <QueryView of={query}>
      {({ assessment }) => assessment && <Submitted assessment={assessment} />}
    </QueryView>
  );
}

/** What was answered, what it comes to, and what moved since the round before. */
function Submitted({ assessment }: { readonly assessment: Assessment }) {
  const { name } = useTenant();
  const canAssess = useCanAssess(assessment);
  const { initiative, unit, framework, previous, answers, supersededAt } = assessment;
  // What a file answered, a file corrects; and a questionnaire opens no gate.
  const isReadiness = framework.kind === 'READINESS';
  const moves = previous ? movesBetween(previous.answers, answers) : [];
  return (
    <>
      <PageHeader
        title={i18n._('Assessment of {subject}', { subject: initiative?.name ?? unit?.name ?? name })}
        breadcrumbs={subjectCrumbs(assessment)}
        asOf={asOfLine(assessment)}
        actions={canAssess && isReadiness && !supersededAt && <CorrectButton assessment={assessment} />}
      />
      <Superseded assessment={assessment} />
      <div className={layout['stack']}>
        <div className={layout['pair']}>
          <ReadinessCard framework={framework} round={assessment} previous={previous} />
          <div className={layout['stack']}>
            {initiative && isReadiness && (
              <Gates assessment={assessment} stage={initiative.stage?.stage ?? null} />
            )}
            <MovedSince moves={moves} previous={previous} framework={framework} />
          </div>
        </div>
        <AnswerList assessment={assessment} moves={moves} />
      </div>
    </>
  );
}

/** "as of 30 Sep 2026 · submitted 2 Oct 2026, 09:15 by M. Okafor · AI scaling readiness, version 1" */
function asOfLine({ asOfOn, submittedAt, submittedBy, framework }: Assessment): string {
  const when = formatInstant(submittedAt);
  return [
    i18n._('as of {day}', { day: formatDay({ on: asOfOn, precision: 'DAY' }) }),
    submittedBy
      ? i18n._('submitted {when} by {who}', { when, who: submittedBy.name })
      : i18n._('submitted {when}', { when }),
    i18n._('{framework}, version {version}', { framework: framework.name, version: framework.version }),
  ].join(' · ');
}

/** One that was corrected stays readable, and says that it does not count. */
function Superseded({ assessment: { supersededAt, replacedBy } }: { readonly assessment: Assessment }) {
  if (!supersededAt) return null;
  return (
    <Alert color="yellow" mb="lg" py="xs" role="note">
      {i18n._('Corrected on {when}. This is how it stood before, and does not count any more.', {
        when: formatInstant(supersededAt),
      })}{' '}
      {replacedBy && (
        <AnchorLink
          from="/t/$slug"
          to="/t/$slug/assessments/$assessmentId"
          params={{ assessmentId: replacedBy.id }}
          inherit
          underline="always"
        >
          {i18n._('Open what counts in its place')}
        </AnchorLink>
      )}
    </Alert>
  );
}
