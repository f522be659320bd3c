import { NativeSelect } from '@mantine/core';
import { formatDay } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { Import } from '../imports.graphql.js';
import { fromMapping, type RepairChoice, type RepairCode } from '../mapping/mapping-draft.js';
import { useCheckAgain } from '../mapping/use-check-again.js';
import type { FindingCount } from './findings.graphql.js';
import classes from './result.module.css';

/** What the first of a kind stand for: 7/16/1905 → 2024. */
export function Examples({ kind }: { readonly kind: FindingCount }) {
  const { examples } = kind;
  const read = examples.filter(
    ({ value, readings }, index) =>
      readings.length > 0 && examples.findIndex((other) => other.value === value) === index,
  );
  if (read.length === 0) return null;
  return (
    <ul className={classes['examples']}>
      {read.map(({ id, value, readings }) => (
        <li key={id}>
          {value} <span aria-hidden="true">→</span>{' '}
          {readings.map(({ date }) => formatDay(date)).join(` ${i18n._('or')} `)}
        </li>
      ))}
    </ul>
  );
}

interface RepairProps {
  readonly source: Import;
  readonly kind: FindingCount;
}

/** Whether dates that are written oddly are read, and as what. A choice changes the mapping and checks the file again. */
export function Repair({ source, kind }: RepairProps) {
  const { checkAgain, isRunning } = useCheckAgain(source);
  const { mapping } = source;
  const choices = new Set(kind.examples.flatMap(({ readings }) => readings.map(({ choice }) => choice)));
  if (!mapping || choices.size === 0) return null;
  // Only findings of these codes have readings.
  const code = kind.code as RepairCode;
  const choose = (choice: RepairChoice) =>
    checkAgain((draft) => ({ ...draft, repairs: { ...draft.repairs, [code]: choice } }));
  const offered: RepairChoice[] = ['LEAVE_OUT', ...choices];
  return (
    <NativeSelect
      size="sm"
      className={classes['repair']}
      aria-label={i18n._('What to do: {message}', { message: kind.message })}
      disabled={isRunning}
      value={fromMapping(mapping).repairs[code] ?? 'LEAVE_OUT'}
      onChange={(event) => {
        const choice = offered.find((one) => one === event.currentTarget.value);
        if (choice) void choose(choice);
      }}
      data={offered.map((choice) => ({ value: choice, label: choiceLabel(choice) }))}
    />
  );
}

function choiceLabel(choice: RepairChoice): string {
  switch (choice) {
    case 'LEAVE_OUT':
      return i18n._('Leave out');
    case 'USE':
      return i18n._('Use the repair');
    case 'AS_MONTH':
      return i18n._('Read as a month');
    case 'AS_DAY':
      return i18n._('Read as a day');
  }
}
