import { DataTable, DayText, type Column } from '@pilotage/web-ui';
import { formatInstant } from '../../../../shared/format/time.js';
import { useApiQuery } from '../../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import { questionnaireRoundsQuery, type QuestionnaireRound } from './assessments.graphql.js';
import classes from './assessments-tab.module.css';
import { scoreText } from './rounds-table.js';

/** Answers to the organisation's own questionnaires, which are no part of readiness; nothing where there are none. */
export function QuestionnaireRounds({ initiativeId }: { readonly initiativeId: string }) {
  const query = useApiQuery(questionnaireRoundsQuery, { id: initiativeId });
  const rounds = query.kind === 'ready' ? (query.data.initiative?.questionnaireAssessments ?? []) : [];
  if (rounds.length === 0) return null;
  return (
    <section className={classes['questionnaires']}>
      <h2>{i18n._('Questionnaires')}</h2>
      <p className="pl-muted">
        {i18n._('From imported files. They open no gate and count in no figure of readiness.')}
      </p>
      <DataTable
        caption={i18n._('Answers to questionnaires, newest first')}
        columns={columns()}
        rows={rounds}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

const columns = (): Column<QuestionnaireRound>[] => [
  {
    key: 'questionnaire',
    header: i18n._('Questionnaire'),
    isTitle: true,
    render: ({ id, framework: { name, version } }) => (
      <AnchorLink
        from="/t/$slug"
        to="/t/$slug/assessments/$assessmentId"
        params={{ assessmentId: id }}
        inherit
      >
        {i18n._('{name}, version {version}', { name, version })}
      </AnchorLink>
    ),
  },
  { key: 'asOf', header: i18n._('As of'), render: ({ asOfOn }) => <DayText on={asOfOn} /> },
  { key: 'score', header: i18n._('Score'), isNumeric: true, render: ({ score }) => scoreText(score) },
  {
    key: 'answered',
    header: i18n._('Answered'),
    isNumeric: true,
    render: ({ score: { answered, applicable } }) =>
      i18n._('{answered} of {applicable}', { answered, applicable }),
  },
  { key: 'imported', header: i18n._('Imported'), render: ({ submittedAt }) => formatInstant(submittedAt) },
];
