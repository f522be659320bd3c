import { TextInput, type TextInputProps } from '@mantine/core';
import type { Day } from '../format/time.js';

interface DayInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'type'> {
  /** YYYY-MM-DD; empty while incomplete. */
  readonly value?: Day;
  readonly onChange?: (day: Day) => void;
}

/**
 * A calendar day. The browser's own field: typed or picked, in the reader's order of day and month, known to every
 * assistive technology and on every phone, and it gives the day as text.
 */
export function DayInput({ value = '', onChange, ...props }: DayInputProps) {
  return (
    <TextInput
      type="date"
      min="1970-01-01"
      max="2100-12-31"
      {...props}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}
