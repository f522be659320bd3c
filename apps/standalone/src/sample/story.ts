import { readFileSync } from 'node:fs';
import { type Precision, type Stage } from '@pilotage/analytics';
import { type AiKind } from '@pilotage/portfolio';
import { parse } from 'yaml';

/**
 * An invented organisation and its portfolio. Times are months before today, so a story never ages, and nothing in it
 * is left to chance: every load on one day gives the same rows.
 */
export interface SampleStory {
  readonly slug: string;
  readonly name: string;
  readonly settings: {
    readonly fiscalYearStartMonth: number;
    readonly timeZone: string;
    readonly currency: string;
  };
  readonly units: readonly string[];
  readonly people: readonly string[];
  /** A unit that was put under another one, some months ago. */
  readonly reorganised?: { readonly unit: string; readonly under: string; readonly monthsAgo: number };
  /** How ready the organisation itself was, 0 to 1, in rounds so many quarters ago. */
  readonly organisation: readonly { readonly quartersAgo: number; readonly readiness: number }[];
  /** The same of units that were asked themselves; their initiatives then start from these answers. */
  readonly unitRounds?: readonly {
    readonly unit: string;
    readonly quartersAgo: number;
    readonly readiness: number;
  }[];
  /** Of how many past quarters the executive's page was published. */
  readonly publishedQuarters: number;
  readonly initiatives: readonly SampleInitiative[];
}

export interface SampleInitiative {
  readonly name: string;
  readonly summary: string;
  readonly kind: AiKind;
  readonly riskTier: 'MINIMAL' | 'LIMITED' | 'HIGH';
  readonly deliveryModel: 'BUILT' | 'BOUGHT' | 'HYBRID';
  readonly unit: string;
  readonly owner: string | null;
  readonly sponsor: string | null;
  readonly tags: readonly string[];
  /** How ready it is, 0 to 1, at the first and at the last of its assessments. */
  readonly readiness: readonly [first: number, last: number];
  /** The rounds it took part in, as quarters before the current one. */
  readonly rounds: readonly number[];
  readonly stages: readonly SampleStage[];
  /** Days on which it was seen in a stage: confirmed there, or found there without its entry being known. */
  readonly seen?: readonly { readonly stage: Stage; readonly monthsAgo: number }[];
}

export interface SampleStage {
  readonly stage: Stage;
  readonly monthsAgo: number;
  /** To the day when absent. */
  readonly precision?: Precision;
  /** Of an end: the initiative that carries it on. */
  readonly mergedInto?: string;
  /** Told so many months after it happened; within days when absent. */
  readonly toldMonthsLater?: number;
  /** At first it was reported as of the next quarter; corrected yesterday, after the quarters were published. */
  readonly isFirstReportedNextQuarter?: boolean;
  readonly reason?: string;
}

export const readStory = (name: 'northwind' | 'alpine'): SampleStory =>
  parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8')) as SampleStory;
