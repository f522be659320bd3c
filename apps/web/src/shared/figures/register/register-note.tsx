import { DataTable, formatNumber, type Column } from '@pilotage/web-ui';
import { useState } from 'react';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import type { RegisterCoverage } from './register-coverage.graphql.js';
import classes from './register-note.module.css';

/** What this register can tell and what it cannot, and in which units dates are missing. */
export function RegisterNote({ coverage }: { readonly coverage: RegisterCoverage }) {
  const [isOpen, setOpen] = useState(false);
  if (coverage.initiatives === 0) return null;
  return (
    <section className={classes['note']} aria-label={i18n._('What this register can tell')}>
      <p>{coverage.wording}</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{caption()}</summary>
        {isOpen && <ByUnit coverage={coverage} />}
      </details>
    </section>
  );
}

const caption = (): string => i18n._('Which dates are recorded, by unit');

function ByUnit({ coverage }: { readonly coverage: RegisterCoverage }) {
  const { slug } = useTenant();
  const { initiatives, withStartDate, observedOnly } = coverage;
  return (
    <>
      <div className={classes['explain']}>
        <HowComputed
          of={i18n._('What this register can tell')}
          section="what-a-register-can-tell"
          definition={i18n._(
            'A start date is the day of the idea or of the pilot. Who is only seen in a stage counts in it and is in no duration; who has no start date is in none either.',
          )}
          basis={i18n._('{withStartDate} of {initiatives} initiatives have a start date', {
            withStartDate: formatNumber(withStartDate),
            initiatives: formatNumber(initiatives),
          })}
          exclusions={[
            i18n._('{count} only seen in a stage, without any date', { count: formatNumber(observedOnly) }),
          ]}
        />
      </div>
      <DataTable
        caption={caption()}
        columns={columnsOf(slug)}
        rows={rowsOf(coverage)}
        rowKey={({ key }) => key}
        isDense
      />
    </>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  /** Null: several units, or none. */
  readonly unitId: string | null;
  readonly counts: Pick<
    RegisterCoverage,
    'initiatives' | 'withStartDate' | 'reachedProduction' | 'withProductionDate' | 'observedOnly'
  >;
}

function rowsOf({ units, otherUnits }: RegisterCoverage): Row[] {
  const rows = units.map(({ unit, ...counts }): Row => {
    const unitId = unit?.id ?? null;
    return { key: unitId ?? 'none', name: unit?.name ?? i18n._('Without a unit'), unitId, counts };
  });
  if (!otherUnits) return rows;
  const name = i18n._('{units, plural, one {One more unit} other {# more units}}', {
    units: otherUnits.units,
  });
  return [...rows, { key: 'others', name, unitId: null, counts: otherUnits }];
}

const columnsOf = (slug: string): Column<Row>[] => [
  {
    key: 'unit',
    header: i18n._('Unit'),
    isTitle: true,
    render: ({ name, unitId }) =>
      unitId ? (
        <AnchorLink to="/t/$slug/portfolio" params={{ slug }} search={{ units: [unitId] }}>
          {name}
        </AnchorLink>
      ) : (
        name
      ),
  },
  numeric('initiatives', i18n._('Initiatives'), ({ initiatives }) => formatNumber(initiatives)),
  numeric('start', i18n._('With a start date'), ({ withStartDate, initiatives }) =>
    someOf(withStartDate, initiatives),
  ),
  numeric('production', i18n._('Since when in production'), ({ withProductionDate, reachedProduction }) =>
    someOf(withProductionDate, reachedProduction),
  ),
  numeric('seen', i18n._('Only seen'), ({ observedOnly }) => formatNumber(observedOnly)),
];

const numeric = (key: string, header: string, render: (counts: Row['counts']) => string): Column<Row> => ({
  key,
  header,
  isNumeric: true,
  render: ({ counts }) => render(counts),
});

const someOf = (count: number, of: number): string =>
  of === 0 ? '–' : i18n._('{count} of {of}', { count: formatNumber(count), of: formatNumber(of) });
