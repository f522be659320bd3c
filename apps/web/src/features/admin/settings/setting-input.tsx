import { NumberInput, Select, type NumberInputProps } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import {
  currencyChoices,
  monthChoices,
  timeZoneChoices,
  type SettingName,
} from '../../../shared/session/settings.js';

interface SettingInputProps {
  readonly name: SettingName;
  /** As the api takes it. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** The field that suits a setting. */
export function SettingInput({ name, value, onChange, error }: SettingInputProps) {
  const field = { label: i18n._('New value'), error, 'data-autofocus': true };
  const choice = {
    ...field,
    value,
    onChange: (chosen: string | null) => onChange(chosen ?? value),
    allowDeselect: false,
    // The dialog puts the focus here; a list that opens with it would hide the rest of the form.
    openOnFocus: false,
  };
  const count: NumberInputProps = {
    ...field,
    value,
    onChange: (typed: string | number) => onChange(String(typed)),
    allowDecimal: false,
    // What is out of bounds is refused in words, not changed in silence.
    clampBehavior: 'none',
  };
  switch (name) {
    case 'FISCAL_YEAR_START_MONTH':
      return <Select {...choice} data={monthChoices()} />;
    case 'TIME_ZONE':
      return <Select {...choice} data={timeZoneChoices()} searchable limit={50} />;
    case 'CURRENCY':
      return <Select {...choice} data={currencyChoices()} searchable limit={50} />;
    case 'CADENCE_QUARTERS':
      return (
        <NumberInput
          {...count}
          min={1}
          max={8}
          description={i18n._('Quarters between two assessments, 1 to 8.')}
        />
      );
    case 'PILOT_LIMIT_DAYS':
      return <NumberInput {...count} min={30} max={1825} description={i18n._('Days, 30 to 1825.')} />;
  }
}
