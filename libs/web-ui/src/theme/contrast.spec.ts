import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from './contrast.js';
import { darkTokens, lightTokens, type Tokens } from './tokens.js';

type Pair = [name: string, front: string, back: string];

/** Every pair in which text stands on a ground. */
function textPairs(t: Tokens): Pair[] {
  const grounds = { page: t.page, surface: t.surface, sunken: t.sunken, raised: t.raised };
  const inks = { text: t.text, muted: t.muted, accent: t.accent, good: t.good, bad: t.bad, warn: t.warn };
  return [
    ...cross(inks, grounds),
    ...cross({ text: t.text, muted: t.muted }, { neutralSoft: t.neutralSoft, seriesSoft: t.seriesSoft }),
    ...cross({ onAccent: t.onAccent }, { accent: t.accent, good: t.good, bad: t.bad, warn: t.warn }),
    ['accent on accentSoft', t.accent, t.accentSoft],
    ['text on accentSoft', t.text, t.accentSoft],
    ['good on goodSoft', t.good, t.goodSoft],
    ['bad on badSoft', t.bad, t.badSoft],
    ['warn on warnSoft', t.warn, t.warnSoft],
    ['text on badSoft', t.text, t.badSoft],
    ['text on warnSoft', t.text, t.warnSoft],
    ...Object.entries(t.answer).map(([key, tile]): Pair => [`answer ${key}`, tile.ink, tile.ground]),
  ];
}

/** Every pair in which a mark, not a text, carries meaning. */
function graphicPairs(t: Tokens): Pair[] {
  const grounds = { page: t.page, surface: t.surface, sunken: t.sunken, raised: t.raised };
  return [
    ...cross(t.stage, grounds),
    ...cross(t.dimension, { page: t.page, surface: t.surface }),
    ...cross(t.cause, { page: t.page, surface: t.surface }),
    ...cross({ edge: t.edge, series: t.series, accent: t.accent }, grounds),
    ['series on seriesSoft', t.series, t.seriesSoft],
    ...Object.entries(t.answer).map(([key, tile]): Pair => [`edge of ${key}`, tile.edge, t.surface]),
  ];
}

function cross(fronts: Record<string, string>, backs: Record<string, string>): Pair[] {
  return Object.entries(fronts).flatMap(([front, ink]) =>
    Object.entries(backs).map(([back, ground]): Pair => [`${front} on ${back}`, ink, ground]),
  );
}

describe('contrast', () => {
  it('matches the ratios WCAG gives for known pairs', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  const modes = { light: lightTokens, dark: darkTokens };
  for (const [mode, tokens] of Object.entries(modes)) {
    it.each(textPairs(tokens))(`${mode}: text %s is at least 4.5:1`, (_name, ink, ground) => {
      expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    });
    it.each(graphicPairs(tokens))(`${mode}: graphic %s is at least 3:1`, (_name, ink, ground) => {
      expect(contrastRatio(ink, ground)).toBeGreaterThanOrEqual(3);
    });
  }
});
