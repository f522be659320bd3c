import type { Stage } from '@pilotage/analytics';
import type { InitiativeId } from '../../initiative/initiative.types.js';

/** How alike a name found for a row is; BY_HAND: people named an initiative that was none of those found. */
export const MATCH_KINDS = ['EXACT', 'NORMALISED', 'SIMILAR', 'BY_HAND'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];
export type CandidateKind = Exclude<MatchKind, 'BY_HAND'>;

/** What an initiative that the file does not list any more has become. */
export const ABSENCE_CHOICES = ['RUNNING', 'ENDED', 'MERGED'] as const;
export type AbsenceChoice = (typeof ABSENCE_CHOICES)[number];

export const MOST_CANDIDATES = 3;

/**
 * From which similarity on a name is proposed. Of the pairs that the US federal inventories of 2023 and 2024 have from
 * here on, five in six are one initiative; from 30 to 44, one in four.
 */
export const LEAST_SIMILAR = 45;

/** Of names alike but for writing, and of similar ones at most. */
export const SCORES: Readonly<Record<CandidateKind, number>> = { EXACT: 100, NORMALISED: 99, SIMILAR: 98 };

export interface MatchRow {
  readonly rowNumber: number;
  readonly name: string;
  readonly unit: string;
  readonly stage: Stage | null;
  readonly kind: MatchKind | null;
  readonly score: number | null;
  readonly isOpen: boolean;
  readonly isLeftOut: boolean;
  readonly isDecided: boolean;
  readonly initiativeId: InitiativeId | null;
  readonly splitFromId: InitiativeId | null;
}
