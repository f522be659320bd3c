import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GlobalDatabase, UnitOfWork, type MemberId, type TenantId } from '@pilotage/platform';
import { Member, toMember } from '../member/member.graphql.js';
import { membersById } from '../member/member.queries.js';
import type { Role } from '../permission/permissions.js';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Public } from '../request/requires.js';
import { TenantSummary, Viewer } from './viewer.graphql.js';

interface SeatRow {
  id: TenantId;
  slug: string;
  name: string;
  isSample: boolean;
  isSuspended: boolean;
  memberId: MemberId;
}

/** People have a few seats, not many. */
const LISTED = 100;

@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly global: GlobalDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'Null when nobody is signed in.' })
  @Public()
  viewer(@Ctx() ctx: RequestContext): Viewer | null {
    if (!ctx.userIfAny) return null;
    return Object.assign(new Viewer(), { ...ctx.userIfAny, isOperator: ctx.isOperator });
  }

  @ResolveField(() => [TenantSummary], { description: 'By name; the first 100.' })
  async tenants(@Ctx() ctx: RequestContext): Promise<TenantSummary[]> {
    const seats = await this.global.query<SeatRow>(
      `select t.id, t.slug, t.name, t.is_sample as "isSample", t.status = 'SUSPENDED' as "isSuspended",
              m.member_id as "memberId"
         from membership m join tenant t on t.id = m.tenant_id
        where m.user_id = $1 and m.is_active order by lower(t.name), t.id limit $2`,
      [ctx.user.userId, LISTED],
    );
    const summaries: TenantSummary[] = [];
    for (const seat of seats) summaries.push(await this.summaryOf(ctx, seat));
    return summaries;
  }

  @ResolveField(() => Member, {
    nullable: true,
    description: 'The seat in the organisation of the x-tenant header, if any.',
  })
  async member(@Ctx() ctx: RequestContext): Promise<Member | null> {
    if (!ctx.seatIfAny) return null;
    const [row] = await this.unitOfWork.read(ctx, (tx) => membersById(tx, [ctx.memberId]));
    return row ? toMember(row) : null;
  }

  /** A role is the tenant's own data: each is read under its tenant, one after the other, on one connection. */
  private async summaryOf(ctx: RequestContext, seat: SeatRow): Promise<TenantSummary> {
    const { memberId, ...tenant } = seat;
    const [member] = await this.unitOfWork.readOne<{ role: Role }>(
      { tenantId: seat.id, memberId, requestId: ctx.requestId },
      'select role from member where tenant_id = $1 and id = $2',
      [seat.id, memberId],
    );
    return Object.assign(new TenantSummary(), { ...tenant, role: member!.role });
  }
}
