import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type AiKind } from '@pilotage/portfolio';
import { type Stage } from '@pilotage/analytics';

/**
 * The portfolio of Northwind Insurance, an invented company: two years in which every chart, flag and caution of the
 * product has something to show. Times are months before today, so the story never ages.
 *
 * Two initiatives reached production in the quarter that ended last, four pilots are beyond their limit, data access
 * holds most of the others, one company was reorganised, and one date was corrected after it had been reported.
 */
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
  readonly stages: readonly SampleStage[];
  /** How ready it is, 0 to 1, at the first and at the last of its assessments. */
  readonly readiness: readonly [first: number, last: number];
  /** Rounds it took part in, as quarters before the current one; 8 is two years ago. */
  readonly rounds: readonly number[];
}

export interface SampleStage {
  readonly stage: Stage;
  readonly monthsAgo: number;
  /** Told so many months after it happened; at once when absent. */
  readonly toldMonthsLater?: number;
  /** What was reported first, and corrected by this entry later. */
  readonly firstReportedMonthsAgo?: number;
  readonly reason?: string;
}

export const UNITS = [
  'Claims',
  'Underwriting',
  'Customer Service',
  'Fraud and Compliance',
  'Group IT',
] as const;

export const PEOPLE = [
  'Amara Okafor',
  'Bjorn Lindqvist',
  'Chiara Rossi',
  'Daniel Reyes',
  'Elif Yilmaz',
  'Farah Haddad',
  'Goran Petrovic',
  'Hana Suzuki',
] as const;

const file = new URL('./northwind.yaml', import.meta.url);

export const INITIATIVES = parse(readFileSync(file, 'utf8')) as readonly SampleInitiative[];
