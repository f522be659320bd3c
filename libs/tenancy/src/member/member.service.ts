import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  ConflictError,
  newId,
  NotFoundError,
  type Id,
  type MemberId,
  type TenantReadTx,
  type TenantTx,
} from '@pilotage/platform';
import { LinkService } from '../link/link.service.js';
import { revokeLinks } from '../link/revoke-links.js';
import type { Role } from '../permission/permissions.js';
import type { PersonId } from '../person/person.js';
import { PersonService } from '../person/person.service.js';
import type { UserId } from '../sign-in/sign-in.js';
import { memberInvited } from './member.events.js';
import { judgeSeatChange, type SeatChange } from './member.rules.js';
import type { MemberStatus } from './member.js';

export interface InvitationWish {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Restricts a contributor; empty or absent: not restricted. */
  readonly unitIds?: readonly string[] | null;
}

export interface Invitee {
  readonly name: string;
  readonly email: string;
  /** Has neither accepted nor been removed. */
  readonly isWaiting: boolean;
}

/** Those invited by one request; what a repeated request finds again. */
export type InvitationBatchId = Id<'InvitationBatch'>;

const LARGEST_BATCH = 100;

interface Restriction {
  readonly memberId: MemberId;
  readonly role: Role;
  readonly unitIds: readonly string[];
  /** Of the units in the caller's input, for errors. */
  readonly path: readonly string[];
}

interface LockedMember {
  id: MemberId;
  status: MemberStatus;
}

@Injectable()
export class MemberService {
  constructor(
    private readonly people: PersonService,
    private readonly links: LinkService,
  ) {}

  /**
   * Gives seats to people, who take them by a link. A person who is known by the address keeps the name.
   *
   * @throws BadInputError or ConflictError with the path of the invitation that cannot be
   */
  async invite(tx: TenantTx, wishes: readonly InvitationWish[]): Promise<InvitationBatchId> {
    if (wishes.length === 0 || wishes.length > LARGEST_BATCH) {
      throw new BadInputError(
        `Invite 1 to ${LARGEST_BATCH} people at a time.`,
        ['invitations'],
        'BATCH_SIZE',
      );
    }
    const batchId = newId<'InvitationBatch'>();
    const personIds = await this.invited(tx, wishes);
    const members = wishes.map((wish, index) => ({
      id: newId<'Member'>(),
      personId: personIds[index]!,
      role: wish.role,
      status: 'INVITED' satisfies MemberStatus,
      batchId,
      invitedAt: new Date(),
    }));
    await tx.insert('member', members);
    await this.restrict(
      tx,
      wishes.map(({ role, unitIds }, index) => ({
        memberId: members[index]!.id,
        role,
        unitIds: unitIds ?? [],
        path: ['invitations', String(index), 'unitIds'],
      })),
    );
    for (const { id } of members) tx.emit(memberInvited, { tenantId: tx.ctx.tenantId, memberId: id });
    return batchId;
  }

  /** The members of a batch with a new link each. */
  async linksOf(tx: TenantTx, batchId: InvitationBatchId): Promise<{ memberId: MemberId; link: string }[]> {
    const rows = await tx.query<{ memberId: MemberId }>(
      `select id as "memberId" from member where tenant_id = $1 and batch_id = $2 and status = 'INVITED' order by id`,
      [tx.ctx.tenantId, batchId],
    );
    const links = await this.links.invite(
      tx,
      rows.map(({ memberId }) => memberId),
    );
    return rows.map(({ memberId }, index) => ({ memberId, link: links[index]! }));
  }

  /** Whom a seat was offered to; null for a member that never was. */
  async invitee(tx: TenantReadTx, memberId: MemberId): Promise<Invitee | null> {
    const [invitee] = await tx.query<Invitee>(
      `select p.name, p.email, m.status = 'INVITED' as "isWaiting"
         from member m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
        where m.tenant_id = $1 and m.id = $2`,
      [tx.ctx.tenantId, memberId],
    );
    return invitee ?? null;
  }

  /** A new link; those made before end. @throws BadInputError when the seat is taken already */
  async renewInvitation(tx: TenantTx, memberId: MemberId): Promise<string> {
    const member = await this.lock(tx, memberId);
    if (member.status !== 'INVITED') {
      throw new BadInputError(
        'This person has accepted already and can sign in.',
        ['memberId'],
        'ALREADY_ACCEPTED',
      );
    }
    await revokeLinks(tx, [memberId]);
    tx.emit(memberInvited, { tenantId: tx.ctx.tenantId, memberId });
    const [link] = await this.links.invite(tx, [memberId]);
    return link!;
  }

  /** @throws ConflictError when it would leave the organisation without admin */
  async change(
    tx: TenantTx,
    change: { memberId: MemberId; role: Role; unitIds?: readonly string[] | null },
  ): Promise<void> {
    const { memberId, role } = change;
    await this.judge(tx, { kind: 'role', memberId, role });
    await this.lock(tx, memberId);
    await tx.query('update member set role = $3 where tenant_id = $1 and id = $2', [
      tx.ctx.tenantId,
      memberId,
      role,
    ]);
    await tx.query('delete from member_unit where tenant_id = $1 and member_id = $2', [
      tx.ctx.tenantId,
      memberId,
    ]);
    await this.restrict(tx, [{ memberId, role, unitIds: change.unitIds ?? [], path: ['unitIds'] }]);
  }

  /** Ends the seat and its links. It counts at the member's next request. @throws ConflictError for the last admin */
  async remove(tx: TenantTx, memberId: MemberId): Promise<void> {
    await this.judge(tx, { kind: 'remove', memberId });
    await this.lock(tx, memberId);
    const mine = [tx.ctx.tenantId, memberId];
    await tx.query(
      `update member set status = 'REMOVED', removed_at = now() where tenant_id = $1 and id = $2`,
      mine,
    );
    await tx.query('update membership set is_active = false where tenant_id = $1 and member_id = $2', mine);
    await revokeLinks(tx, [memberId]);
  }

  /**
   * Seats a user on an invitation.
   *
   * @throws BadInputError (path `token`) when the invitation is gone
   * @throws ConflictError when the user has a seat in this organisation
   */
  async seat(tx: TenantTx, memberId: MemberId, userId: UserId): Promise<void> {
    const mine = [tx.ctx.tenantId, memberId, userId];
    // Somebody who left and was invited again enters by the new seat.
    const entered = await tx.query(
      `insert into membership (tenant_id, user_id, member_id, is_active) values ($1, $3, $2, true)
       on conflict (tenant_id, user_id) do update set member_id = excluded.member_id, is_active = true
         where not membership.is_active
       returning user_id`,
      mine,
    );
    if (entered.length === 0)
      throw new ConflictError('You have a seat in this organisation already.', ['token']);
    const seated = await tx.query(
      `update member set status = 'ACTIVE', user_id = $3, accepted_at = now()
        where tenant_id = $1 and id = $2 and status = 'INVITED' returning id`,
      mine,
    );
    if (seated.length === 0)
      throw new BadInputError('This invitation was withdrawn.', ['token'], 'LINK_GONE');
  }

  private async invited(tx: TenantTx, wishes: readonly InvitationWish[]): Promise<PersonId[]> {
    const personIds = await this.people.findOrCreate(tx, wishes, ['invitations']);
    const twin = personIds.findIndex((id, index) => personIds.indexOf(id) < index);
    if (twin >= 0) {
      throw new BadInputError(
        'This address is in the list twice.',
        ['invitations', String(twin), 'email'],
        'TWICE',
      );
    }
    const [seated] = await tx.query<{ personId: PersonId }>(
      `select person_id as "personId" from member
        where tenant_id = $1 and person_id = any ($2::uuid[]) and status <> 'REMOVED' limit 1`,
      [tx.ctx.tenantId, personIds],
    );
    if (!seated) return personIds;
    const index = String(personIds.indexOf(seated.personId));
    throw new ConflictError('This person has a seat or an invitation already.', [
      'invitations',
      index,
      'email',
    ]);
  }

  private async restrict(tx: TenantTx, restrictions: readonly Restriction[]): Promise<void> {
    const wanted = restrictions.filter(({ unitIds }) => unitIds.length > 0);
    if (wanted.length === 0) return;
    const other = wanted.find(({ role }) => role !== 'CONTRIBUTOR');
    if (other) {
      throw new BadInputError(
        'Only contributors can be restricted to units.',
        other.path,
        'NOT_A_CONTRIBUTOR',
      );
    }
    const pairs = wanted.flatMap(({ memberId, unitIds }) =>
      [...new Set(unitIds)].map((unitId) => ({ memberId, unitId })),
    );
    const made = await tx.query<{ memberId: MemberId }>(
      `insert into member_unit (tenant_id, member_id, unit_id)
       select u.tenant_id, w.member_id, u.id
         from unnest($2::uuid[], $3::text[]) as w(member_id, unit_id)
         join unit u on u.tenant_id = $1 and u.id::text = w.unit_id
       returning member_id as "memberId"`,
      [tx.ctx.tenantId, pairs.map(({ memberId }) => memberId), pairs.map(({ unitId }) => unitId)],
    );
    const unknown = wanted.find(
      ({ memberId, unitIds }) =>
        made.filter((row) => row.memberId === memberId).length < new Set(unitIds).size,
    );
    if (unknown) throw new BadInputError('One of these units does not exist.', unknown.path, 'UNKNOWN_UNIT');
  }

  /** Locks the admins, in one order, so that two of them cannot take each other's role at the same moment. */
  private async judge(tx: TenantTx, change: SeatChange): Promise<void> {
    const admins = await tx.query<{ id: MemberId }>(
      `select id from member where tenant_id = $1 and role = 'ADMIN' and status = 'ACTIVE' order by id for update`,
      [tx.ctx.tenantId],
    );
    const outcome = judgeSeatChange(
      admins.map(({ id }) => id),
      change,
    );
    if (outcome.kind === 'last-admin') {
      throw new ConflictError('This is the only admin. Make somebody else admin first.', ['memberId']);
    }
  }

  /** @throws NotFoundError for somebody who never had a seat here, or has none any more */
  private async lock(tx: TenantTx, memberId: MemberId): Promise<LockedMember> {
    const [member] = await tx.query<LockedMember>(
      `select id, status from member where tenant_id = $1 and id = $2 and status <> 'REMOVED' for update`,
      [tx.ctx.tenantId, memberId],
    );
    if (!member) throw new NotFoundError('member');
    return member;
  }
}
