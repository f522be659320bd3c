import type { MemberId } from '@pilotage/platform';
import type { Role } from '../permission/permissions.js';

export type SeatChange =
  { kind: 'role'; memberId: MemberId; role: Role } | { kind: 'remove'; memberId: MemberId };

export type SeatChangeOutcome = { kind: 'allowed' } | { kind: 'last-admin' };

/**
 * Decides, never saves: an organisation keeps at least one admin who can act. Invited admins do not count, since they
 * may never come.
 */
export function judgeSeatChange(activeAdmins: readonly MemberId[], change: SeatChange): SeatChangeOutcome {
  const losesAdmin = change.kind === 'remove' || change.role !== 'ADMIN';
  const others = activeAdmins.filter((id) => id !== change.memberId);
  return losesAdmin && activeAdmins.includes(change.memberId) && others.length === 0
    ? { kind: 'last-admin' }
    : { kind: 'allowed' };
}
