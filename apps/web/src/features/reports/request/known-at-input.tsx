import { Radio, Stack, TextInput } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { KnownAt } from './known-at.js';

interface KnownAtInputProps {
  readonly value: KnownAt;
  readonly onChange: (value: KnownAt) => void;
  readonly error: string | undefined;
}

/** Now, or an earlier time: what was recorded after it is left out. */
export function KnownAtInput({ value, onChange, error }: KnownAtInputProps) {
  return (
    <Radio.Group
      label={i18n._('As known')}
      value={value.isNow ? 'now' : 'earlier'}
      onChange={(chosen) => onChange({ ...value, isNow: chosen === 'now' })}
    >
      <Stack gap={10} mt={6}>
        <Radio value="now" label={i18n._('Now')} />
        <Radio
          value="earlier"
          label={i18n._('At an earlier time')}
          description={i18n._('Leaves out what was recorded or corrected after it.')}
        />
        {!value.isNow && (
          <TextInput
            type="datetime-local"
            label={i18n._('Day and time')}
            description={i18n._('On your clock.')}
            maw={280}
            ml={28}
            value={value.localTime}
            onChange={(event) => onChange({ ...value, localTime: event.currentTarget.value })}
            error={error}
          />
        )}
      </Stack>
    </Radio.Group>
  );
}
