import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { i18n } from '../i18n.js';

const isScheme = (value: string): value is MantineColorScheme => ['light', 'dark', 'auto'].includes(value);

/** Light, dark, or as the system has it; remembered on this device. */
export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={i18n._('Appearance')}
      value={colorScheme}
      onChange={(value) => {
        if (isScheme(value)) setColorScheme(value);
      }}
      data={[
        { value: 'light', label: i18n._('Light') },
        { value: 'dark', label: i18n._('Dark') },
        { value: 'auto', label: i18n._('System') },
      ]}
    />
  );
}
