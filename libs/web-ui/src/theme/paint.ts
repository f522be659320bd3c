import { createContext, useContext } from 'react';
import { lightTokens, type Tokens } from './tokens.js';

/** Name of the CSS variable of a token, by its path: `stage.IDEA` is `--pl-stage-idea`. */
function variableName(path: readonly string[]): string {
  const words = path.map((word) =>
    word === word.toUpperCase()
      ? word.toLowerCase().replaceAll('_', '-')
      : word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
  return `--pl-${words.join('-')}`;
}

function mapColours(
  node: object,
  path: readonly string[],
  visit: (path: string[], colour: string) => string,
): object {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, object | string]) => {
      const here = [...path, key];
      return [key, typeof value === 'string' ? visit(here, value) : mapColours(value, here, visit)];
    }),
  );
}

/** The tokens as CSS custom properties. */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const variables: Record<string, string> = {};
  mapColours(tokens, [], (path, colour) => (variables[variableName(path)] = colour));
  return variables;
}

/** The same names, each painting with its CSS variable: follows light and dark without rendering again. */
export const cssPaint = mapColours(lightTokens, [], (path) => `var(${variableName(path)})`) as Tokens;

/**
 * What charts paint with. On a page the CSS variables; a PDF or an e-mail knows none, so its renderer provides
 * `lightTokens` here.
 */
export const PaintContext = createContext<Tokens>(cssPaint);

export function usePaint(): Tokens {
  return useContext(PaintContext);
}
