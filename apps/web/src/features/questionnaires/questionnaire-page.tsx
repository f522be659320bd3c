import { Alert } from '@mantine/core';
import {
  DataTable,
  formatNumber,
  formatShare,
  QuarterLabel,
  QuarterLines,
  TooFewData,
  type Column,
} from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
import classes from './questionnaire-page.module.css';
import {
  questionnaireTrendQuery,
  type QuestionnairePoint,
  type QuestionnaireTrend,
} from './questionnaires.graphql.js';

const route = getRouteApi('/t/$slug/questionnaires/$frameworkId');

export function QuestionnairePage() {
  const { frameworkId } = route.useParams();
  const query = useApiQuery(questionnaireTrendQuery, { frameworkId });
  return <QueryView of={query}>{(data) => <TrendOf trend={data.questionnaireTrend} />}</QueryView>;
}

/** The answers quarter by quarter, as far as there are any. */
function TrendOf({ trend: { framework, quarters, note } }: { readonly trend: QuestionnaireTrend }) {
  const isAnswered = ({ n }: QuestionnairePoint) => n > 0;
  const first = quarters.findIndex(isAnswered);
  const spanned = first < 0 ? [] : quarters.slice(first, quarters.findLastIndex(isAnswered) + 1);
  const latestFirst = spanned.filter(isAnswered).reverse();
  return (
    <>
      <PageHeader
        title={framework.name}
        breadcrumbs={[
          <AnchorLink key="questionnaires" from="/t/$slug" to="/t/$slug/questionnaires" inherit>
            {i18n._('Questionnaires')}
          </AnchorLink>,
        ]}
        description={i18n._(
          'Answers of active initiatives at the end of each quarter. They count as long as assessments of readiness do; no figure of readiness is made of them.',
        )}
      />
      {spanned.length === 0 ? (
        <TooFewData reason={note ?? ''} />
      ) : (
        <div className={classes['parts']}>
          {note ? (
            <Alert color="yellow" py="xs" role="note">
              {note}
            </Alert>
          ) : (
            <ScoreLine quarters={spanned} />
          )}
          <DataTable
            caption={i18n._('Mean scores by quarter, latest first; how many initiatives in brackets')}
            columns={quarterColumns()}
            rows={latestFirst}
            rowKey={({ quarter }) => quarter.to}
          />
          <section>
            <h2 className={classes['title']}>{i18n._('By dimension')}</h2>
            <DataTable
              caption={i18n._(
                'Mean scores by dimension, latest quarter first; how many initiatives in brackets',
              )}
              columns={dimensionColumns(latestFirst.slice(0, QUARTERS_BY_DIMENSION))}
              rows={framework.dimensions}
              rowKey={({ key }) => key}
            />
          </section>
        </div>
      )}
    </>
  );
}

/** The mean score, and what it would be if the unanswered questions were all No, or all Yes. */
function ScoreLine({ quarters }: { readonly quarters: readonly QuestionnairePoint[] }) {
  return (
    <QuarterLines
      title={i18n._('Score by quarter')}
      unit={i18n._('0 to 100; upright: from all missing answers No to all Yes')}
      quarters={quarters.map(({ quarter, rated, active }) => ({
        label: quarter.label,
        isFinished: quarter.isFinished,
        rated: { n: rated, of: active },
      }))}
      series={[
        {
          key: 'SCORE',
          label: i18n._('Score'),
          values: quarters.map(({ value, rated, coverage, lower, upper }) => ({
            value,
            n: rated,
            coverage,
            bounds: lower === null || upper === null ? null : { lower, upper },
          })),
        },
      ]}
    />
  );
}

const quarterColumns = (): Column<QuestionnairePoint>[] => [
  {
    key: 'quarter',
    header: i18n._('Quarter'),
    isTitle: true,
    render: ({ quarter }) => <QuarterLabel {...quarter} />,
  },
  {
    key: 'n',
    header: i18n._('With answers'),
    isNumeric: true,
    render: ({ n, active }) =>
      i18n._('{n} of {active}', { n: formatNumber(n), active: formatNumber(active) }),
  },
  {
    key: 'coverage',
    header: i18n._('Questions answered'),
    isNumeric: true,
    render: ({ coverage }) => (coverage === null ? i18n._('none apply') : formatShare(coverage)),
  },
  {
    key: 'value',
    header: i18n._('Score'),
    isNumeric: true,
    render: ({ value, rated }) => meanText(value, rated),
  },
  {
    key: 'bounds',
    header: i18n._('If the rest were No … Yes'),
    isNumeric: true,
    render: ({ lower, upper }) =>
      lower === null || upper === null
        ? i18n._('none')
        : i18n._('{lower} to {upper}', { lower: formatNumber(lower), upper: formatNumber(upper) }),
  },
];

/** As many as stand beside each other. */
const QUARTERS_BY_DIMENSION = 4;

type Dimension = QuestionnaireTrend['framework']['dimensions'][number];

const dimensionColumns = (quarters: readonly QuestionnairePoint[]): Column<Dimension>[] => [
  { key: 'name', header: i18n._('Dimension'), isTitle: true, render: ({ name }) => name },
  ...quarters.map(({ quarter, byDimension }): Column<Dimension> => ({
    key: quarter.to,
    header: quarter.isFinished ? quarter.label : i18n._('{quarter}, so far', { quarter: quarter.label }),
    isNumeric: true,
    render: ({ key }) => {
      const own = byDimension.find(({ dimensionKey }) => dimensionKey === key);
      return meanText(own?.value ?? null, own?.n ?? 0);
    },
  })),
];

const meanText = (value: number | null, n: number) =>
  value === null ? (
    <span className="pl-muted">{i18n._('no score')}</span>
  ) : (
    i18n._('{value} ({n})', { value: formatNumber(value), n: formatNumber(n) })
  );
