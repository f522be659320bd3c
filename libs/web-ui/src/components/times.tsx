import { i18n } from '../words/i18n.js';
import { formatDay, type DatedDay } from '../words/days.js';

interface QuarterLabelProps {
  /** As the tenant's calendar names it, like "Q3 FY26". */
  label: string;
  isCurrent?: boolean;
  isFinished?: boolean;
  /** First and last day; shown with `withDays`. */
  from?: string;
  to?: string;
  withDays?: boolean;
}

/** A fiscal quarter; one that still runs says so. */
export function QuarterLabel({
  label,
  isCurrent = false,
  isFinished = !isCurrent,
  from,
  to,
  withDays,
}: QuarterLabelProps) {
  return (
    <span className="pl-quarter">
      {label}
      {withDays && from && to && (
        <span className="pl-muted">
          {' '}
          ({formatDay({ on: from, precision: 'DAY' })} – {formatDay({ on: to, precision: 'DAY' })})
        </span>
      )}
      {!isFinished && <span className="pl-tag">{i18n.t('running')}</span>}
    </span>
  );
}

/** A day as exactly as it is known, never more: "12 Mar 2024", "Mar 2024", "Q1 2024", "2024". */
export function DayText({ on, precision = 'DAY' }: { on: string; precision?: DatedDay['precision'] }) {
  return <time dateTime={machineDay(on, precision)}>{formatDay({ on, precision })}</time>;
}

/** HTML knows days, months and years; a quarter is given by its year. */
function machineDay(on: string, precision: DatedDay['precision']): string {
  if (precision === 'DAY') return on;
  return precision === 'MONTH' ? on.slice(0, 7) : on.slice(0, 4);
}
