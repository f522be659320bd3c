import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { i18n } from '../i18n.js';

const isScheme = (value: string): value is MantineColorScheme => ['light', 'dark', 'auto'].includes(value);

/** Light, dark, or as the system has it, as entries of a menu; remembered on this device. */
export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{i18n._('Appearance')}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(value) => {
          if (isScheme(value)) setColorScheme(value);
        }}
      >
        <Menu.RadioItem value="light">{i18n._('Light')}</Menu.RadioItem>
        <Menu.RadioItem value="dark">{i18n._('Dark')}</Menu.RadioItem>
        <Menu.RadioItem value="auto">{i18n._('As the system')}</Menu.RadioItem>
      </Menu.RadioGroup>
    </>
  );
}
