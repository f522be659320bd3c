import { EmptyState } from '@pilotage/web-ui';
import { IconClipboardList } from '@tabler/icons-react';
import { useFrameworkNames } from '../../../../shared/figures/framework-names.js';
import type { ResultOf } from '../../../../shared/graphql/graphql.js';
import { useConnection } from '../../../../shared/graphql/use-connection.js';
import { i18n } from '../../../../shared/i18n.js';
import { QueryView } from '../../../../shared/ui/query-view.js';
import { ShowMore } from '../../../../shared/ui/show-more.js';
import { GateView } from '../gate-view.js';
import type { Initiative } from '../initiative.graphql.js';
import { gateAhead } from '../../../../shared/figures/next-stage.js';
import { StartAssessment } from '../start-assessment.js';
import { AnswersOverRounds } from './answers-over-rounds.js';
import { initiativeAssessmentsQuery, NO_ROUNDS } from './assessments.graphql.js';
import classes from './assessments-tab.module.css';
import { CompareRounds } from './compare-rounds.js';
import { QuestionnaireRounds } from './questionnaire-rounds.js';
import { RoundsTable } from './rounds-table.js';
import { ScoreTrend } from './score-trend.js';

const connectionOf = (data: ResultOf<typeof initiativeAssessmentsQuery>) =>
  data.initiative?.assessments ?? NO_ROUNDS;

/** Every round of answers: what stands in the way, how the score went, each answer over time, and two beside each other. */
export function AssessmentsTab({ initiative }: { readonly initiative: Initiative }) {
  return (
    <>
      <Readiness initiative={initiative} />
      <QuestionnaireRounds initiativeId={initiative.id} />
    </>
  );
}

function Readiness({ initiative }: { readonly initiative: Initiative }) {
  const { rows, showMore, isLoadingMore } = useConnection(
    initiativeAssessmentsQuery,
    { id: initiative.id },
    connectionOf,
  );
  const names = useFrameworkNames();
  const stage = initiative.stage?.stage;
  return (
    <QueryView of={rows}>
      {(data) => {
        const [latest] = data.nodes;
        if (!latest) {
          return (
            <EmptyState
              title={i18n._('Not assessed yet')}
              icon={<IconClipboardList size={22} stroke={1.6} aria-hidden />}
              action={<StartAssessment initiative={initiative} />}
            >
              {i18n._('15 questions show how ready it is and what stands in the way of the next stage.')}
            </EmptyState>
          );
        }
        const gate = gateAhead(latest.gates, stage);
        return (
          <div className={classes['sections']}>
            <div className={classes['pair']}>
              {gate && (
                <section className={classes['card']}>
                  <GateView gate={gate} questionText={names.questionText} />
                </section>
              )}
              <ScoreTrend rounds={data.nodes} />
            </div>
            <section>
              <RoundsTable rounds={data.nodes} stage={stage} />
              <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
            </section>
            <section className={classes['card']}>
              <AnswersOverRounds rounds={data.nodes} questions={names.questions} />
            </section>
            {data.nodes.length > 1 && <CompareRounds rounds={data.nodes} names={names} />}
          </div>
        );
      }}
    </QueryView>
  );
}
