import { DataTable, type Column } from '@pilotage/web-ui';
import { Section } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import type { Correction } from '../reports.graphql.js';
import { bothValues } from './both-values.js';
import classes from './report.module.css';

/** Where the page's head leads to. */
export const CORRECTIONS_ID = 'corrected';

/** Figures that later corrections of the facts have changed, with both values. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  return (
    <div className={classes['part']} id={CORRECTIONS_ID}>
      <Section
        title={i18n._('Corrected since publication')}
        unit={i18n._('{count, plural, one {one figure} other {# figures}} by facts recorded later', {
          count: corrections.length,
        })}
      >
        <Differences
          caption={i18n._('Corrected since publication')}
          rows={corrections}
          now={i18n._('As known now')}
        />
      </Section>
    </div>
  );
}

interface DifferencesProps {
  readonly caption: string;
  readonly rows: readonly Correction[];
  /** Head of the column with the other value. */
  readonly now: string;
}

export function Differences({ caption, rows, now }: DifferencesProps) {
  const columns: Column<Correction>[] = [
    { key: 'figure', header: i18n._('Figure'), isTitle: true, render: ({ figure }) => figure },
    {
      key: 'published',
      header: i18n._('Published'),
      isNumeric: true,
      render: (row) => <span className={classes['value']}>{bothValues(row).published}</span>,
    },
    {
      key: 'now',
      header: now,
      isNumeric: true,
      render: (row) => <span className={classes['value']}>{bothValues(row).now}</span>,
    },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ figure }) => figure} isDense />
  );
}
