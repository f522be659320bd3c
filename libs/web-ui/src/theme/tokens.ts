import type { AnswerValue, DimensionKey, JourneyCause, Stage } from '../words/domain.js';

/** A tile of an answer: letter on ground, with an edge that shows its shape. */
export interface TileColours {
  ground: string;
  ink: string;
  edge: string;
}

/** Every colour of the product, by what it says. Light and dark carry the same names. */
export interface Tokens {
  /** Grounds: the page, cards on it, wells in it, what floats above it. */
  page: string;
  surface: string;
  sunken: string;
  raised: string;
  /** Lines: quiet hairlines, outlines of buttons, and edges that must be seen (3:1). */
  line: string;
  control: string;
  edge: string;
  text: string;
  muted: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
  good: string;
  goodSoft: string;
  bad: string;
  badSoft: string;
  warn: string;
  warnSoft: string;
  neutralSoft: string;
  /** Bars without a meaning of their own. */
  series: string;
  seriesSoft: string;
  grid: string;
  stage: Record<Stage, string>;
  dimension: Record<DimensionKey, string>;
  cause: Record<JourneyCause, string>;
  answer: Record<AnswerValue | 'NONE', TileColours>;
}

export const lightTokens: Tokens = {
  page: '#faf9f7',
  surface: '#ffffff',
  sunken: '#f3f1ed',
  raised: '#ffffff',
  line: '#e6e3dd',
  control: '#cfcac0',
  edge: '#8b8780',
  text: '#1c2321',
  muted: '#5a625f',
  accent: '#0e5e6b',
  accentSoft: '#e3f0f1',
  onAccent: '#ffffff',
  good: '#0b6b4a',
  goodSoft: '#e2f3ea',
  bad: '#b3261e',
  badSoft: '#fbe9e7',
  warn: '#8a5300',
  warnSoft: '#fbf0da',
  neutralSoft: '#efede8',
  series: '#3f6f78',
  seriesSoft: '#dfe9ea',
  grid: '#ebe8e2',
  stage: {
    IDEA: '#7d6bb8',
    PILOT: '#b36b00',
    LIMITED_PRODUCTION: '#2b6cb8',
    PRODUCTION: '#12805c',
    SCALED: '#0b4f46',
    ENDED: '#77736d',
  },
  dimension: { SA: '#6a4fb8', DF: '#1f6dae', TM: '#0b7f78', TO: '#b2541b', RC: '#a83a74' },
  cause: { PRODUCTION: '#12805c', STOPPED: '#b3261e', MERGED: '#6a4fb8', RUNNING: '#6d6963' },
  answer: {
    YES: { ground: '#d5eee0', ink: '#0a5a3e', edge: '#3a8a68' },
    PARTIAL: { ground: '#fbe7bd', ink: '#734500', edge: '#a87416' },
    NO: { ground: '#f9d6d2', ink: '#8f1d17', edge: '#c2554d' },
    NOT_APPLICABLE: { ground: '#efede8', ink: '#5a5650', edge: '#8b8780' },
    NONE: { ground: '#ffffff', ink: '#6b6761', edge: '#8b8780' },
  },
};

export const darkTokens: Tokens = {
  page: '#101413',
  surface: '#181d1c',
  sunken: '#0c0f0e',
  raised: '#202625',
  line: '#2b3230',
  control: '#424b48',
  edge: '#74807b',
  text: '#e9edeb',
  muted: '#a3ada9',
  accent: '#5cb8c4',
  accentSoft: '#16333a',
  onAccent: '#06232a',
  good: '#4ccb97',
  goodSoft: '#12302a',
  bad: '#ff8a80',
  badSoft: '#3b1e1c',
  warn: '#e8b04e',
  warnSoft: '#362913',
  neutralSoft: '#252c2a',
  series: '#7fb3bb',
  seriesSoft: '#233538',
  grid: '#262d2b',
  stage: {
    IDEA: '#a999e0',
    PILOT: '#e0a03a',
    LIMITED_PRODUCTION: '#6ba6ea',
    PRODUCTION: '#3dbe8b',
    SCALED: '#8fe0c4',
    ENDED: '#8f958f',
  },
  dimension: { SA: '#a893ec', DF: '#66ade8', TM: '#3fc0b5', TO: '#ee9460', RC: '#e68aba' },
  cause: { PRODUCTION: '#3dbe8b', STOPPED: '#ff8a80', MERGED: '#a893ec', RUNNING: '#a3a9a3' },
  answer: {
    YES: { ground: '#153d31', ink: '#86e3bb', edge: '#3f9c77' },
    PARTIAL: { ground: '#43320f', ink: '#f6cd7f', edge: '#b2842f' },
    NO: { ground: '#4a211e', ink: '#ffb4ac', edge: '#d0665c' },
    NOT_APPLICABLE: { ground: '#252c2a', ink: '#b4bcb8', edge: '#74807b' },
    NONE: { ground: '#181d1c', ink: '#a3ada9', edge: '#74807b' },
  },
};
