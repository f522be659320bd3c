import { Alert } from '@mantine/core';
import {
  DataTable,
  formatNumber,
  formatShare,
  QuarterLabel,
  TooFewData,
  type Column,
} from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { QueryView } from '../../shared/ui/query-view.js';
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
  const answered = quarters.filter(({ n }) => n > 0).reverse();
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
      {answered.length === 0 ? (
        <TooFewData reason={note ?? ''} />
      ) : (
        <>
          {note && (
            <Alert color="yellow" mb="md" py="xs" role="note">
              {note}
            </Alert>
          )}
          <DataTable
            caption={i18n._('Mean scores by quarter, latest first; how many initiatives in brackets')}
            columns={columnsOf(framework.dimensions)}
            rows={answered}
            rowKey={({ quarter }) => quarter.to}
          />
        </>
      )}
    </>
  );
}

function columnsOf(dimensions: QuestionnaireTrend['framework']['dimensions']): Column<QuestionnairePoint>[] {
  return [
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
    ...dimensions.map(({ key, name }): Column<QuestionnairePoint> => ({
      key,
      header: name,
      isNumeric: true,
      render: ({ byDimension }) => {
        const own = byDimension.find(({ dimensionKey }) => dimensionKey === key);
        return meanText(own?.value ?? null, own?.n ?? 0);
      },
    })),
  ];
}

const meanText = (value: number | null, n: number) =>
  value === null ? (
    <span className="pl-muted">{i18n._('no score')}</span>
  ) : (
    i18n._('{value} ({n})', { value: formatNumber(value), n: formatNumber(n) })
  );
