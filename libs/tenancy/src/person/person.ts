import type { Id } from '@pilotage/platform';

export type PersonId = Id<'Person'>;

export interface PersonRow {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string | null;
  /** Has a seat, accepted or invited. */
  readonly hasSeat: boolean;
}
