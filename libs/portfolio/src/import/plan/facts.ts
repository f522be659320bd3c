import { type Day, type Precision, type Stage, STAGES } from '@pilotage/analytics';
import type { AiKind } from '../../initiative/initiative.types.js';
import { digestOf } from './row-identity.js';

/** What one row says of one initiative. */
export interface PlannedFacts {
  readonly name: string;
  readonly summary: string;
  readonly kind: AiKind;
  readonly externalId: string | null;
  readonly tags: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly unit: string | null;
  readonly events: readonly PlannedEvent[];
  /** Entries that lie after the day of the file; absent where there are none. */
  readonly plans?: readonly PlannedEvent[];
  /** The stage the row names, dated or not. */
  readonly stage: Stage | null;
  /** Why it ended. */
  readonly endReason?: string;
  readonly asOfOn: Day;
}

export interface PlannedEvent {
  readonly stage: Stage;
  readonly on: Day;
  readonly precision: Precision;
}

/** Equal for equal facts: the same file with the same mapping changes nothing. */
export const planDigest = (facts: PlannedFacts): string => digestOf(facts);

/**
 * Whether the row's stage must be kept as an observation on the day of the file: when no event says it (any more), or
 * when the same facts were seen again on a later day.
 */
export function needsObservation(facts: PlannedFacts, previous: PlannedFacts | null): boolean {
  if (facts.stage === null) return false;
  if (previous && (previous.stage !== facts.stage || previous.asOfOn !== facts.asOfOn)) return true;
  return isUndated(facts) && !(previous && isUndated(previous));
}

const isUndated = ({ stage, events }: PlannedFacts): boolean => lastStage(events) !== stage;

/** The stage after all events, by day and, within one day, along the way. */
export function lastStage(events: readonly PlannedEvent[]): Stage | null {
  const ordered = [...events].sort(
    (a, b) => a.on.localeCompare(b.on) || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage),
  );
  return ordered.at(-1)?.stage ?? null;
}
