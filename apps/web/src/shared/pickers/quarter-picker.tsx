import { ActionIcon, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { quarterSoFar, quarterWithMonths } from '../figures/quarter-words.js';
import type { Quarter } from '../figures/quarter.graphql.js';
import { i18n } from '../i18n.js';
import classes from './quarter-picker.module.css';

interface QuarterPickerProps {
  /** Oldest first. */
  readonly quarters: readonly Quarter[];
  /** The last day of the quarter shown. */
  readonly value: string | undefined;
  /** What the choice is, where it is not of the one quarter shown. */
  readonly label?: string;
  /** Called with the last day of the quarter chosen. */
  readonly onChange: (to: string) => void;
}

/** One quarter, by stepping or by name. */
export function QuarterPicker({ quarters, value, label = i18n._('Quarter'), onChange }: QuarterPickerProps) {
  const index = quarters.findIndex(({ to }) => to === value);
  const [previous, next] = [quarters[index - 1], index < 0 ? undefined : quarters[index + 1]];
  return (
    <div className={classes['picker']} role="group" aria-label={label}>
      <Step label={i18n._('Previous quarter')} to={previous} onStep={onChange} icon={IconChevronLeft} />
      <Select
        aria-label={label}
        className={classes['name']}
        allowDeselect={false}
        value={value ?? null}
        onChange={(to) => to && onChange(to)}
        data={quarters.toReversed().map((quarter) => ({
          value: quarter.to,
          label: quarter.isFinished ? quarterWithMonths(quarter) : quarterSoFar(quarter),
        }))}
      />
      <Step label={i18n._('Next quarter')} to={next} onStep={onChange} icon={IconChevronRight} />
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly to: Quarter | undefined;
  readonly onStep: (to: string) => void;
  readonly icon: typeof IconChevronLeft;
}

function Step({ label, to, onStep, icon: Icon }: StepProps) {
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={to ? `${label}, ${to.label}` : label}
      disabled={!to}
      onClick={() => to && onStep(to.to)}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  );
}
