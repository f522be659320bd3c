import { mergeThemeOverrides } from '@mantine/core';
import { theme as base } from '@pilotage/web-ui';
import { i18n } from '../shared/i18n.js';

/** The product's theme, with the words that Mantine's parts have none for. */
export const theme = mergeThemeOverrides(base, {
  components: {
    CloseButton: { defaultProps: { 'aria-label': i18n._('Close') } },
  },
});
