import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { i18n } from '../../../shared/i18n.js';
import classes from './step.module.css';

interface ValueMeaningsProps<Choice extends string> {
  readonly title: string;
  readonly lead: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: Readonly<Record<string, Choice>>;
  /** Besides leaving a value out. */
  readonly choices: readonly { readonly value: Choice; readonly label: string }[];
  readonly labelOf: (value: string) => string;
  readonly problem: string | undefined;
  readonly onChange: (chosen: Readonly<Record<string, Choice>>) => void;
  /** What is to be done where the column has no values. */
  readonly none: ReactNode;
}

/** As many as the api gives; rows with rarer values get a finding. */
const MOST_VALUES = 100;

/** Each value of a column and what it means. */
export function ValueMeanings<Choice extends string>({
  title,
  lead,
  values,
  chosen,
  choices,
  labelOf,
  problem,
  onChange,
  none,
}: ValueMeaningsProps<Choice | 'LEAVE_OUT'>) {
  const named = values.filter(({ value }) => value !== '');
  const empty = values.find(({ value }) => value === '')?.count ?? 0;
  const open = named.filter(({ value }) => !chosen[value]);
  const leaveOut = () =>
    onChange({ ...chosen, ...Object.fromEntries(open.map(({ value }) => [value, 'LEAVE_OUT' as const])) });
  const offered = [...choices, { value: 'LEAVE_OUT' as const, label: i18n._('Leave out') }];
  return (
    <section>
      <h2 className={classes['title']}>{title}</h2>
      <p className={classes['lead']}>{lead}</p>
      <ul className={classes['list']}>
        {named.map(({ value, count }) => (
          <li key={value} className={classes['value']}>
            <span className={classes['name']}>{value}</span>
            <span className={classes['count']}>
              {i18n._('{count, plural, one {# row} other {# rows}}', { count })}
            </span>
            <NativeSelect
              size="sm"
              className={classes['choice']}
              aria-label={labelOf(value)}
              error={problem !== undefined && !chosen[value]}
              value={chosen[value] ?? ''}
              onChange={(event) => {
                const choice = offered.find((one) => one.value === event.currentTarget.value);
                if (choice) onChange({ ...chosen, [value]: choice.value });
              }}
              data={[...(chosen[value] ? [] : [{ value: '', label: i18n._('Choose …') }]), ...offered]}
            />
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={leaveOut}>
          {i18n._('Leave out the {count} that are open', { count: open.length })}
        </Button>
      )}
      {named.length === 0 && none}
      {empty > 0 && (
        <p className={classes['note']}>
          {i18n._('{rows, plural, one {One row leaves} other {# rows leave}} it empty.', { rows: empty })}
        </p>
      )}
      {values.length === MOST_VALUES && (
        <p className={classes['note']}>
          {i18n._('Only the {count} most frequent values are listed; is this the right column?', {
            count: MOST_VALUES,
          })}
        </p>
      )}
    </section>
  );
}
