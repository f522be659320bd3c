import { Button, NativeSelect } from '@mantine/core';
import { formatNumber, STAGES, stageLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import type { StageChoice } from './mapping-draft.js';
import classes from './step.module.css';

interface ValueCount {
  readonly value: string;
  readonly count: number;
}

interface StageValuesProps {
  readonly header: string;
  readonly values: readonly ValueCount[];
  readonly chosen: Readonly<Record<string, StageChoice>>;
  readonly problem: string | undefined;
  readonly onChange: (chosen: Readonly<Record<string, StageChoice>>) => void;
}

/** As many as the api gives; rows with rarer values get a finding. */
const MOST_VALUES = 100;

/** Each value of the stage column and the stage that it means. */
export function StageValues({ header, values, chosen, problem, onChange }: StageValuesProps) {
  const named = values.filter(({ value }) => value !== '');
  const empty = values.find(({ value }) => value === '')?.count ?? 0;
  const open = named.filter(({ value }) => !chosen[value]);
  const leaveOut = () =>
    onChange({ ...chosen, ...Object.fromEntries(open.map(({ value }) => [value, 'LEAVE_OUT' as const])) });
  return (
    <section>
      <h2 className={classes['title']}>{i18n._('Stages')}</h2>
      <p className={classes['lead']}>
        {i18n._(
          'What each value of “{header}” means here. A value that is left out gets a finding, its row is imported all the same.',
          {
            header,
          },
        )}
      </p>
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
              aria-label={i18n._('Stage for {value}', { value })}
              error={problem !== undefined && !chosen[value]}
              value={chosen[value] ?? ''}
              onChange={(event) => {
                const choice = choiceNamed(event.currentTarget.value);
                if (choice) onChange({ ...chosen, [value]: choice });
              }}
              data={[
                ...(chosen[value] ? [] : [{ value: '', label: i18n._('Choose …') }]),
                ...STAGES.map((stage) => ({ value: stage, label: stageLabel(stage) })),
                { value: 'LEAVE_OUT', label: i18n._('Leave out') },
              ]}
            />
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={leaveOut}>
          {i18n._('Leave out the {count} that are open', { count: open.length })}
        </Button>
      )}
      {named.length === 0 && (
        <AnchorLink
          from="/t/$slug/imports/$importId"
          to="/t/$slug/imports/$importId"
          search={{ step: 'columns' }}
        >
          {i18n._('Choose another column, or none')}
        </AnchorLink>
      )}
      {empty > 0 && (
        <p className={classes['note']}>
          {i18n._('{rows} rows leave the stage empty.', { rows: formatNumber(empty) })}
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

const choiceNamed = (name: string): StageChoice | undefined =>
  name === 'LEAVE_OUT' ? name : STAGES.find((stage) => stage === name);
