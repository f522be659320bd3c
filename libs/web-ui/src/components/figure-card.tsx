import type { ReactNode } from 'react';
import { i18n } from '../words/i18n.js';
import { formatNumber, roundTo } from '../words/numbers.js';

/** The difference to a named comparator, or why there is none. */
export type FigureChange =
  | {
      amount: number;
      /** What it is compared with, like "Q2 FY26". */
      versus: string;
      unit?: string;
      decimals?: number;
      /** Whether more is good news, bad news or neither. */
      more?: 'good' | 'bad' | 'neutral';
    }
  | { reason: string };

interface FigureCardProps {
  label: string;
  /** Formatted; null when there is no figure, then `reason` says why. */
  value: string | null;
  /** Behind the value, smaller: "of 22", "points". */
  unit?: string;
  reason?: string;
  /** The value is words ("about half"): smaller, and may wrap. */
  isWords?: boolean;
  change?: FigureChange;
  /** How many it stands on, like "12 pilots, indicative". */
  basis?: ReactNode;
  /** A sparkline. */
  spark?: ReactNode;
  /** `Explain`, or a link one level down. */
  explain?: ReactNode;
}

/** One figure with what it is compared with, what it stands on and how it was made. */
export function FigureCard(props: FigureCardProps) {
  const { label, value, unit, reason, isWords = false, change, basis, spark, explain } = props;
  return (
    <section className="pl-figure" aria-label={label}>
      <header className="pl-figure-head">
        <p className="pl-figure-label">{label}</p>
        {explain}
      </header>
      <div className="pl-figure-body">
        {value === null ? (
          <p className="pl-figure-none">{reason ?? i18n.t('No data')}</p>
        ) : (
          <p className={isWords ? 'pl-figure-value pl-figure-words' : 'pl-figure-value'}>
            {value}
            {unit && <span className="pl-figure-unit"> {unit}</span>}
          </p>
        )}
        {spark && <div className="pl-figure-spark">{spark}</div>}
      </div>
      {change && value !== null && <ChangeLine change={change} />}
      {basis && <p className="pl-figure-basis">{basis}</p>}
    </section>
  );
}

/** Arrow, word and amount: the direction never rests on colour. */
export function ChangeLine({ change }: { change: FigureChange }) {
  if ('reason' in change) return <p className="pl-change pl-muted">{change.reason}</p>;
  const { amount, versus, unit, decimals = 0, more = 'good' } = change;
  const rounded = roundTo(amount, decimals);
  const size = formatNumber(Math.abs(rounded), decimals) + (unit ? `\u00a0${unit}` : '');
  const tone =
    more === 'neutral' || rounded === 0 ? 'neutral' : rounded > 0 === (more === 'good') ? 'good' : 'bad';
  return (
    <p className="pl-change">
      <span className={`pl-change-mark pl-change-${tone}`}>
        <Arrow direction={Math.sign(rounded)} />
        {rounded === 0
          ? i18n.t('unchanged')
          : rounded > 0
            ? i18n.t('up {size}', { size })
            : i18n.t('down {size}', { size })}
      </span>{' '}
      <span className="pl-muted">{i18n.t('vs {versus}', { versus })}</span>
    </p>
  );
}

function Arrow({ direction }: { direction: number }) {
  const path =
    direction === 0
      ? 'M1,5H9'
      : direction > 0
        ? 'M5,9V1.5M1.8,4.6L5,1.4L8.2,4.6'
        : 'M5,1V8.5M1.8,5.4L5,8.6L8.2,5.4';
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
