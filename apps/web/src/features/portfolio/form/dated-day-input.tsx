import { Input, NativeSelect, NumberInput } from '@mantine/core';
import type { DatedDay, Precision } from '@pilotage/web-ui';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { DayInput } from '../../../shared/forms/day-input.js';
import { i18n } from '../../../shared/i18n.js';
import { monthName } from '../../../shared/session/settings.js';
import { firstDay, partsOf, PRECISIONS, withPrecision } from './dated-day.js';
import classes from './dated-day-input.module.css';

interface DatedDayInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly value: DatedDay;
  readonly onChange: (value: DatedDay) => void;
}

/** A day as exactly as one knows it: many registers know only the month, the quarter or the year. */
export function DatedDayInput({ label, description, error, value, onChange }: DatedDayInputProps) {
  const id = useId();
  const change = (on: string) => onChange({ ...value, on });
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      description={description}
      error={error}
      errorProps={{ mt: 5 }}
    >
      <div
        role="group"
        aria-labelledby={id}
        className={classes['fields']}
        data-described={Boolean(description) || undefined}
      >
        <NativeSelect
          aria-label={i18n._('How exactly it is known')}
          className={classes['precision']}
          value={value.precision}
          onChange={(event) => onChange(withPrecision(value, event.currentTarget.value as Precision))}
          data={PRECISIONS.map((precision) => ({ value: precision, label: precisionLabel(precision) }))}
        />
        {value.precision === 'DAY' ? (
          <DayInput
            aria-label={label}
            className={classes['day']}
            value={value.on}
            onChange={change}
            error={Boolean(error)}
          />
        ) : (
          <Coarse value={value} onChange={change} hasError={Boolean(error)} />
        )}
      </div>
    </Input.Wrapper>
  );
}

interface CoarseProps {
  readonly value: DatedDay;
  readonly onChange: (on: string) => void;
  readonly hasError: boolean;
}

function Coarse({ value: { on, precision }, onChange, hasError }: CoarseProps) {
  const parts = partsOf(on);
  return (
    <>
      {precision === 'MONTH' && (
        <NativeSelect
          aria-label={i18n._('Month')}
          className={classes['part']}
          value={parts.month}
          onChange={(event) =>
            onChange(firstDay(precision, { ...parts, month: Number(event.currentTarget.value) }))
          }
          data={months.map((month) => ({ value: String(month), label: monthName(month) }))}
        />
      )}
      {precision === 'QUARTER' && (
        <NativeSelect
          aria-label={i18n._('Calendar quarter')}
          className={classes['part']}
          value={Math.ceil(parts.month / 3) * 3 - 2}
          onChange={(event) =>
            onChange(firstDay(precision, { ...parts, month: Number(event.currentTarget.value) }))
          }
          data={[1, 4, 7, 10].map((month) => ({
            value: String(month),
            label: i18n._('Q{quarter} ({from} to {to})', {
              quarter: Math.ceil(month / 3),
              from: monthName(month).slice(0, 3),
              to: monthName(month + 2).slice(0, 3),
            }),
          }))}
        />
      )}
      <NumberInput
        aria-label={i18n._('Year')}
        className={classes['year']}
        value={parts.year ?? ''}
        onChange={(year) => onChange(firstDay(precision, { ...parts, year: Number(year) || null }))}
        min={1970}
        max={2100}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=""
        clampBehavior="none"
        hideControls
        placeholder={i18n._('Year')}
        error={hasError}
      />
    </>
  );
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

function precisionLabel(precision: Precision): string {
  switch (precision) {
    case 'DAY':
      return i18n._('Exact day');
    case 'MONTH':
      return i18n._('Month');
    case 'QUARTER':
      return i18n._('Quarter');
    case 'YEAR':
      return i18n._('Year');
  }
}
