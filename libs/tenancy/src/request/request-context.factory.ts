import { Injectable } from '@nestjs/common';
import {
  addToLogScope,
  GlobalDatabase,
  prepared,
  UnitOfWork,
  type MemberId,
  type TenantId,
} from '@pilotage/platform';
import { RequestContextFactory } from '@pilotage/platform/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignIn, type SignedInUser } from '../sign-in/sign-in.js';
import { RequestContext, type NoSeat, type Seat, type SeatMember } from './request-context.js';

interface EntryRow {
  tenantId: TenantId;
  slug: string;
  name: string;
  isSample: boolean;
  status: string;
  memberId: MemberId;
}

const ENTRY = prepared(
  `select o.user_id is not null as "isOperator", e.*
     from (select) one
     left join operator_account o on o.user_id = $1
     left join (select t.id as "tenantId", t.slug, t.name, t.is_sample as "isSample", t.status, m.member_id as "memberId"
                  from tenant t join membership m on m.tenant_id = t.id
                 where t.slug = $2 and m.user_id = $1 and m.is_active) e on true`,
);

const SEAT = prepared(
  `select m.id, m.person_id as "personId", m.role,
          (select array_agg(u.unit_id) from member_unit u
            where u.tenant_id = m.tenant_id and u.member_id = m.id) as "unitIds"
     from member m where m.tenant_id = $1 and m.id = $2 and m.status = 'ACTIVE'`,
);

/**
 * Looks up who asks: session, then membership, then the seat with its role. Three statements on every request, so that
 * a changed role, a removed member and a suspended tenant count at once.
 */
@Injectable()
export class SeatContextFactory extends RequestContextFactory {
  constructor(
    private readonly signIn: SignIn,
    private readonly global: GlobalDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {
    super();
  }

  async create(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> {
    const requestId = request.id;
    const session = await this.signIn.authenticate(request.headers.cookie);
    if (session && session.cookies.length > 0) reply.header('set-cookie', session.cookies);
    const user = session?.user ?? null;
    if (!user) return new RequestContext({ requestId, user, isOperator: false, seat: 'signed-out' });
    const slug = request.headers['x-tenant'];
    const { isOperator, entry } = await this.findEntry(user, typeof slug === 'string' ? slug : null);
    const seat = await this.findSeat(requestId, slug === undefined ? 'no-tenant-named' : entry);
    return new RequestContext({ requestId, user, isOperator, seat });
  }

  private async findEntry(
    user: SignedInUser,
    slug: string | null,
  ): Promise<{ isOperator: boolean; entry: EntryRow | null }> {
    const rows = await this.global.query<EntryRow & { isOperator: boolean }>(ENTRY, [user.userId, slug]);
    const row = rows[0]!;
    return { isOperator: row.isOperator, entry: row.tenantId === null ? null : row };
  }

  private async findSeat(requestId: string, entry: EntryRow | null | NoSeat): Promise<Seat | NoSeat> {
    if (typeof entry === 'string') return entry;
    if (!entry) return 'unknown';
    if (entry.status !== 'ACTIVE') return 'suspended';
    const { tenantId, memberId, slug, name, isSample } = entry;
    addToLogScope({ tenantId });
    const [member] = await this.unitOfWork.readOne<SeatMember>({ tenantId, memberId, requestId }, SEAT, [
      tenantId,
      memberId,
    ]);
    if (!member) return 'unknown';
    return { tenant: { id: tenantId, slug, name, isSample }, member };
  }
}
