import { formatDay, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import type { MethodSection } from '../../method/method-sections.js';
import type { TimeToProduction } from './time-to-production.graphql.js';

interface Definition {
  readonly of: string;
  readonly section: MethodSection;
  readonly definition: string;
  readonly basis: string;
  readonly exclusions: string[];
}

const basisOf = ({ n, events, stopped, merged, running, leftUndated }: TimeToProduction): string =>
  i18n._(
    '{n, plural, one {one pilot} other {# pilots}}: {events} reached production, {stopped} stopped, {merged} merged, {running} still running, {left} left on a day not recorded',
    { n, events, stopped, merged, running, left: leftUndated ?? 0 },
  );

const exclusionsOf = ({ excluded }: TimeToProduction): string[] =>
  excluded.map(({ count, message }) => `${formatNumber(count)}: ${message}`);

export const howCurves = (figures: TimeToProduction): Definition => ({
  of: i18n._('What became of pilots'),
  section: 'time-to-production',
  definition: i18n._(
    'From the first day in pilot to the first day in production or beyond. Of all pilots, the share that had arrived, or had been stopped, by each month. Those still running count until the day they were last observed; the Aalen-Johansen estimator keeps stopped pilots apart from running ones.',
  ),
  basis: basisOf(figures),
  exclusions: exclusionsOf(figures),
});

export const howShares = (figures: TimeToProduction): Definition => ({
  of: i18n._('In production within so many months'),
  section: 'shares-by-month',
  definition: i18n._(
    'The share of all pilots that reached production within that time, with its 95 % interval. It is given where at least five were watched for that long.',
  ),
  basis: basisOf(figures),
  exclusions: exclusionsOf(figures),
});

/** What counting only those that arrived would say, and why it is not the figure of the page. */
export function FinishedOnly({ figures }: { readonly figures: TimeToProduction }) {
  const { finishedOnlyN, finishedOnlyMedianMonths } = figures;
  if (finishedOnlyMedianMonths === null) return null;
  return (
    <div>
      <strong>{i18n._('Counting only those that arrived')}</strong>{' '}
      {i18n._(
        '{n, plural, one {one pilot} other {# pilots}} would give a median of {months} months. It leaves out who was stopped or still runs, and quick arrivals come first: it flatters.',
        { n: finishedOnlyN, months: formatNumber(finishedOnlyMedianMonths, 1) },
      )}
    </div>
  );
}

/** "1 Jan 2025" */
export const dayWords = (on: string): string => formatDay({ on, precision: 'DAY' });
