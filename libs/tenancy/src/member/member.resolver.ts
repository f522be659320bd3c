import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CONFIG,
  UnitOfWork,
  withIdempotency,
  type Config,
  type MemberId,
  type TenantTx,
  idFrom,
  type Id,
} from '@pilotage/platform';
import {
  decodeCursor,
  orUserError,
  pageSize,
  toConnection,
  type ConnectionOf,
} from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import { Unit } from '../unit/unit.graphql.js';
import { UnitLoader } from '../unit/unit.loader.js';
import {
  ChangeMemberInput,
  ChangeMemberResult,
  ChangeMemberSuccess,
  Invitation,
  InviteMembersInput,
  InviteMembersResult,
  InviteMembersSuccess,
  Member,
  MemberConnection,
  RemoveMemberInput,
  RemoveMemberResult,
  RemoveMemberSuccess,
  RenewInvitationInput,
  RenewInvitationResult,
  RenewInvitationSuccess,
  toMember,
} from './member.graphql.js';
import { membersById, membersPage } from './member.queries.js';
import { MemberService } from './member.service.js';

const LIST = 'members';

@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: MemberService,
    private readonly unitLoader: UnitLoader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => MemberConnection, { description: 'Members and those invited, by name.' })
  @Requires('portfolio.read')
  async members(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<Member>> {
    const page = { first: pageSize(first), after: decodeCursor(after, LIST) };
    const { rows, totalCount } = await this.unitOfWork.read(ctx, (tx) => membersPage(tx, page));
    return toConnection(rows, {
      first,
      totalCount,
      list: LIST,
      cursorOf: (row) => ({ value: row.sortName, id: row.person.id }),
      toNode: toMember,
    });
  }

  @ResolveField(() => [Unit], { description: 'The units a contributor is restricted to; empty: all.' })
  units(@Parent() member: Member, @Ctx() ctx: RequestContext): Promise<Unit[]> {
    return this.unitLoader.loadMany(ctx, member.unitIds);
  }

  @Mutation(() => InviteMembersResult, {
    description: 'Gives seats to people, who take them by the links returned.',
  })
  @Requires('member.manage')
  inviteMembers(
    @Ctx() ctx: RequestContext,
    @Args('input') input: InviteMembersInput,
  ): Promise<typeof InviteMembersResult> {
    const { idempotencyKey: key, invitations: wishes } = input;
    return orUserError(async () => {
      const invitations = await this.unitOfWork.run(ctx, async (tx) => {
        const request = { mutation: 'inviteMembers', key, input: wishes };
        const batchId = await withIdempotency(tx, request, () => this.service.invite(tx, wishes));
        return this.toInvitations(tx, await this.service.linksOf(tx, batchId));
      });
      return Object.assign(new InviteMembersSuccess(), { invitations });
    });
  }

  @Mutation(() => RenewInvitationResult, {
    description: 'A new link for somebody invited; earlier ones end.',
  })
  @Requires('member.manage')
  renewInvitation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RenewInvitationInput,
  ): Promise<typeof RenewInvitationResult> {
    const memberId = idFrom<Id<'Member'>>(input.memberId, 'member');
    return orUserError(async () => {
      const [invitation] = await this.unitOfWork.run(ctx, async (tx) => {
        const link = await this.service.renewInvitation(tx, memberId);
        return this.toInvitations(tx, [{ memberId, link }]);
      });
      return Object.assign(new RenewInvitationSuccess(), { invitation });
    });
  }

  @Mutation(() => ChangeMemberResult, {
    description: "Changes role and units. It counts at the member's next request.",
  })
  @Requires('member.manage')
  changeMember(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChangeMemberInput,
  ): Promise<typeof ChangeMemberResult> {
    const memberId = idFrom<Id<'Member'>>(input.memberId, 'member');
    return orUserError(async () => {
      const [member] = await this.unitOfWork.run(ctx, async (tx) => {
        await this.service.change(tx, { ...input, memberId });
        return membersById(tx, [memberId]);
      });
      return Object.assign(new ChangeMemberSuccess(), { member: toMember(member!) });
    });
  }

  @Mutation(() => RemoveMemberResult, {
    description: 'Ends a seat or an invitation at once. What the person recorded stays.',
  })
  @Requires('member.manage')
  removeMember(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RemoveMemberInput,
  ): Promise<typeof RemoveMemberResult> {
    const memberId = idFrom<Id<'Member'>>(input.memberId, 'member');
    return orUserError(async () => {
      await this.unitOfWork.run(ctx, (tx) => this.service.remove(tx, memberId));
      return Object.assign(new RemoveMemberSuccess(), { memberId });
    });
  }

  private async toInvitations(
    tx: TenantTx,
    links: { memberId: MemberId; link: string }[],
  ): Promise<Invitation[]> {
    const rows = await membersById(
      tx,
      links.map(({ memberId }) => memberId),
    );
    const isMailed = this.config.SMTP_URL !== undefined;
    return rows.map((row) => {
      const { link } = links.find(({ memberId }) => memberId === row.id)!;
      return Object.assign(new Invitation(), { member: toMember(row), link, isMailed });
    });
  }
}
