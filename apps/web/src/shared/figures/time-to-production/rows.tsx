import { Button } from '@mantine/core';
import { DataTable, DayText, causeLabel, formatNumber, type Column } from '@pilotage/web-ui';
import { useState } from 'react';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import { Section } from '../panel.js';
import { monthsOfDays } from './months.js';
import type { JourneyRow } from './time-to-production.graphql.js';

const FIRST = 10;
const STEP = 50;

/** The pilots behind the figures, one row each. */
export function Rows({ rows }: { readonly rows: readonly JourneyRow[] }) {
  const { slug } = useTenant();
  const [shown, setShown] = useState(FIRST);
  const caption = i18n._('The pilots behind these figures');
  return (
    <Section title={caption} unit={i18n._('{count} rows', { count: formatNumber(rows.length) })}>
      <DataTable
        caption={caption}
        columns={columnsOf(slug, rows)}
        rows={rows.slice(0, shown)}
        rowKey={({ initiative }) => initiative.id}
        isDense
      />
      {rows.length > shown && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + STEP)}>
          {i18n._('Show more ({left} left)', { left: formatNumber(rows.length - shown) })}
        </Button>
      )}
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
