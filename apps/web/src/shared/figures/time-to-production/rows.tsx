import { DataTable, DayText, causeLabel, formatNumber, type Column } from '@pilotage/web-ui';
import { useFurther, type LoadPage } from '../../graphql/use-further.js';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import { ShowMore } from '../../ui/show-more.js';
import { Section } from '../panel.js';
import { monthsOfDays } from './months.js';
import type { JourneyRow, JourneyRows } from './time-to-production.graphql.js';

interface RowsProps {
  readonly first: JourneyRows;
  readonly load: LoadPage<JourneyRow>;
}

/** The pilots behind the figures, one row each. */
export function Rows({ first, load }: RowsProps) {
  const { slug } = useTenant();
  const { rows, showMore, isLoadingMore } = useFurther(first, load);
  const caption = i18n._('The pilots behind these figures');
  return (
    <Section title={caption} unit={i18n._('{count} rows', { count: formatNumber(rows.totalCount) })}>
      <DataTable
        caption={caption}
        columns={columnsOf(slug, rows.nodes)}
        rows={rows.nodes}
        rowKey={({ initiative }) => initiative.id}
        isDense
      />
      <ShowMore rows={rows} isLoading={isLoadingMore} onMore={showMore} />
    </Section>
  );
}

const columnsOf = (slug: string, rows: readonly JourneyRow[]): Column<JourneyRow>[] => [
  {
    key: 'initiative',
    header: i18n._('Initiative'),
    isTitle: true,
    render: ({ initiative: { id, key, name } }) => (
      <AnchorLink to="/t/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: id }}>
        {key} {name}
      </AnchorLink>
    ),
  },
  {
    key: 'cause',
    header: i18n._('What became of it'),
    render: ({ cause, leftUndated }) =>
      leftUndated ? i18n._('Left the pilot, day not recorded') : causeLabel(cause),
  },
  { key: 'from', header: i18n._('Pilot from'), isNumeric: true, render: ({ from }) => <DayText on={from} /> },
  { key: 'to', header: i18n._('Until'), isNumeric: true, render: ({ to }) => <DayText on={to} /> },
  {
    key: 'months',
    header: i18n._('Months'),
    isNumeric: true,
    render: ({ days }) => formatNumber(monthsOfDays(days), 1),
  },
  ...(rows.some(({ enteredWatchOn }) => enteredWatchOn) ? [watchedFrom()] : []),
];

/** Only where somebody began before the register was complete. */
const watchedFrom = (): Column<JourneyRow> => ({
  key: 'watched',
  header: i18n._('Watched from'),
  isNumeric: true,
  render: ({ enteredWatchOn }) => (enteredWatchOn ? <DayText on={enteredWatchOn} /> : i18n._('the start')),
});
