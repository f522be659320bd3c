import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { cssVariables } from './paint.js';
import { darkTokens, lightTokens, type Tokens } from './tokens.js';

const petrol: MantineColorsTuple = [
  '#e9f4f5',
  '#d3e8ea',
  '#a7d1d6',
  '#84c6cf',
  '#5cb8c4',
  '#2f8c98',
  '#16727f',
  '#0e5e6b',
  '#0b4c57',
  '#083a43',
];

/** Warm greys: the light ground is paper, not screen white. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ed',
  '#e6e3dd',
  '#d8d4cc',
  '#c0bbb2',
  '#8b8780',
  '#5a625f',
  '#454c49',
  '#2e3432',
  '#1c2321',
];

/** Mantine reads these by position: 0 text, 2 dimmed, 4 borders, 5 hover, 6 inputs, 7 body. */
const dark: MantineColorsTuple = [
  '#e9edeb',
  '#c6cecb',
  '#a3ada9',
  '#74807b',
  '#2b3230',
  '#262d2b',
  '#181d1c',
  '#101413',
  '#0c0f0e',
  '#080a0a',
];

const sans = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** Mantine's colour names for states, and the token each one speaks. */
const TONES: Record<string, 'good' | 'bad' | 'warn'> = {
  red: 'bad',
  green: 'good',
  teal: 'good',
  yellow: 'warn',
  orange: 'warn',
};

/**
 * Filled things in our own colours take their ink from the tokens: Mantine works it out once, for the light
 * shade, and would put white on the pale accent of dark pages.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const color = input.color ?? 'petrol';
  const isOurs = color === 'petrol' || color in TONES;
  return input.variant === 'filled' && isOurs ? { ...resolved, color: 'var(--pl-on-accent)' } : resolved;
};

/** The one theme of the product. Colours with a meaning are CSS variables (`--pl-…`) from the tokens. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  variantColorResolver,
  colors: { petrol, gray, dark },
  black: lightTokens.text,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.78125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: {
    fontFamily: sans,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(28 35 33 / 5%)',
    sm: '0 1px 3px rgb(28 35 33 / 8%)',
    md: '0 4px 16px rgb(28 35 33 / 10%)',
    lg: '0 10px 32px rgb(28 35 33 / 14%)',
    xl: '0 18px 48px rgb(28 35 33 / 18%)',
  },
  cursorType: 'pointer',
  components: {
    // Its placeholder is no entry of a menu, and screen readers count it as one.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Badge: { styles: { root: { textTransform: 'none' } } },
  },
  respectReducedMotion: true,
});

/** What Mantine's variants of one colour paint with. */
function variantsOf(name: string, strong: string, soft: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-filled`]: strong,
    [`--mantine-color-${name}-filled-hover`]: `color-mix(in srgb, ${strong}, var(--pl-text) 14%)`,
    [`--mantine-color-${name}-light`]: soft,
    [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${soft}, ${strong} 10%)`,
    [`--mantine-color-${name}-light-color`]: strong,
    [`--mantine-color-${name}-outline`]: strong,
    [`--mantine-color-${name}-outline-hover`]: soft,
    [`--mantine-color-${name}-text`]: strong,
  };
}

function variablesOf(tokens: Tokens): Record<string, string> {
  return {
    ...cssVariables(tokens),
    ...variantsOf('petrol', tokens.accent, tokens.accentSoft),
    ...variantsOf('primary', tokens.accent, tokens.accentSoft),
    ...Object.assign(
      {},
      ...Object.entries(TONES).map(([name, tone]) => variantsOf(name, tokens[tone], tokens[`${tone}Soft`])),
    ),
    '--mantine-color-gray-light': tokens.neutralSoft,
    '--mantine-color-gray-light-hover': tokens.line,
    '--mantine-color-gray-light-color': tokens.text,
    '--mantine-color-gray-text': tokens.muted,
    '--mantine-primary-color-contrast': tokens.onAccent,
    '--mantine-color-body': tokens.page,
    '--mantine-color-text': tokens.text,
    '--mantine-color-dimmed': tokens.muted,
    '--mantine-color-placeholder': tokens.muted,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.bad,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-border': tokens.control,
  };
}

/** Goes to `MantineProvider cssVariablesResolver`; the one place from which pages get the token variables. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(lightTokens),
  dark: variablesOf(darkTokens),
});
