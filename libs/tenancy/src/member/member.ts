import type { MemberId } from '@pilotage/platform';
import type { PersonRow } from '../person/person.js';
import type { Role } from '../permission/permissions.js';
import type { UnitId } from '../unit/unit-tree.js';

export const MEMBER_STATUSES = ['INVITED', 'ACTIVE', 'REMOVED'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export interface MemberRow {
  readonly id: MemberId;
  readonly person: PersonRow;
  readonly role: Role;
  readonly status: MemberStatus;
  /** A contributor's units; empty: all. */
  readonly unitIds: readonly UnitId[];
  readonly invitedAt: Date;
  readonly acceptedAt: Date | null;
}
