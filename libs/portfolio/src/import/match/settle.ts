import type { InitiativeId } from '../../initiative/initiative.types.js';
import { type CandidateKind, type MatchKind, SCORES } from './match.types.js';

/** A known initiative that a row may be, and who else may be it. */
export interface Candidate {
  readonly initiativeId: InitiativeId;
  readonly kind: CandidateKind;
  /** 0..100 */
  readonly score: number;
  /** The best score that another undecided row has with it; null for none. */
  readonly rivalScore: number | null;
  /** People decided that another row is it. */
  readonly isTaken: boolean;
}

/** What people decided of a row: which initiative it is, or null for a new one. */
export interface Decision {
  readonly initiativeId: InitiativeId | null;
}

export interface Settled {
  /** Null: nothing known is like it. */
  readonly kind: MatchKind | null;
  readonly score: number | null;
  /** What the row is; while open, what it may well be. */
  readonly initiativeId: InitiativeId | null;
  /** People should decide; until then the row is a new initiative. */
  readonly isOpen: boolean;
}

/**
 * Which initiative a row is. People's word first. Else a row and an initiative belong together when each is the other's
 * best, with no tie: that is one to one, and the same in whichever order rows are asked. Equal names are then taken,
 * similar ones only proposed.
 */
export function settle(candidates: readonly Candidate[], decision: Decision | null): Settled {
  const free = candidates.filter((candidate) => !candidate.isTaken && !isLost(candidate));
  const [best, next] = [...free].sort((a, b) => b.score - a.score);
  if (decision) {
    const { initiativeId } = decision;
    const chosen = candidates.find((candidate) => candidate.initiativeId === initiativeId);
    const { kind, score } = chosen ?? (initiativeId ? BY_HAND : (best ?? NOTHING));
    return { kind, score, initiativeId, isOpen: false };
  }
  if (!best) return { ...NOTHING, initiativeId: null, isOpen: false };
  const { kind, score, rivalScore } = best;
  const isClear = next?.score !== score && (rivalScore === null || rivalScore < score);
  return {
    kind,
    score,
    initiativeId: isClear ? best.initiativeId : null,
    isOpen: !isClear || kind === 'SIMILAR',
  };
}

/** Another row has its very name: being like it says nothing any more. */
const isLost = ({ kind, rivalScore }: Candidate): boolean =>
  kind === 'SIMILAR' && rivalScore !== null && rivalScore > SCORES.SIMILAR;

const BY_HAND = { kind: 'BY_HAND', score: null } as const;
const NOTHING = { kind: null, score: null } as const;
