import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  checkIdempotencyKey,
  ConflictError,
  inputHashOf,
  newId,
  NotFoundError,
  OperatorDatabase,
  UnitOfWork,
  violatesUnique,
  type TenantContext,
  type TenantId,
  type TenantTx,
} from '@pilotage/platform';
import { emailFrom, nameFrom } from '../input/texts.js';
import { MemberService, type InvitationBatchId } from '../member/member.service.js';
import {
  initialValues,
  SettingsService,
  type InitialSettings,
  type InitialValues,
} from '../setting/settings.service.js';
import type { UserId } from '../sign-in/sign-in.js';
import { slugFrom } from './slug.js';

export interface NewTenant extends InitialSettings {
  readonly name: string;
  readonly slug: string;
  readonly adminName: string;
  readonly adminEmail: string;
}

interface CheckedTenant {
  readonly name: string;
  readonly slug: string;
  readonly adminName: string;
  readonly adminEmail: string;
  readonly settings: InitialValues;
}

/** Runs the installation. Sees tenants and their state, never what is in them. */
@Injectable()
export class OperatorService {
  constructor(
    private readonly operator: OperatorDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly members: MemberService,
  ) {}

  /**
   * A tenant with its settings and an invited first admin. A repeated request with the same key finds the tenant it
   * made, finishes it where it was interrupted, and gives a new link.
   *
   * @throws BadInputError naming the field; ConflictError (path `slug`) when the address is taken
   */
  async createTenant(
    userId: UserId,
    key: string,
    input: NewTenant,
  ): Promise<{ tenantId: TenantId; inviteLink: string }> {
    checkIdempotencyKey(key);
    const tenant: CheckedTenant = {
      name: nameFrom(input.name, ['name']),
      slug: slugFrom(input.slug, ['slug']),
      adminName: nameFrom(input.adminName, ['adminName']),
      adminEmail: emailFrom(input.adminEmail, ['adminEmail']),
      settings: initialValues(input),
    };
    const tenantId = await this.insertTenant(tenant, { userId, key, mutation: 'createTenant' });
    const inviteLink = await this.furnish(tenantId, tenant);
    return { tenantId, inviteLink };
  }

  /** Suspended tenants keep their data; nobody enters them, from the next request on. @throws NotFoundError */
  async setSuspended(tenantId: TenantId, isSuspended: boolean): Promise<void> {
    const rows = await this.operator.query(`update tenant set status = $2 where id = $1 returning id`, [
      tenantId,
      isSuspended ? 'SUSPENDED' : 'ACTIVE',
    ]);
    if (rows.length === 0) throw new NotFoundError('tenant');
  }

  private async insertTenant(
    tenant: CheckedTenant,
    request: { userId: UserId; key: string; mutation: string },
  ): Promise<TenantId> {
    const inputHash = inputHashOf(tenant);
    const tenantId = newId<'Tenant'>();
    try {
      return await this.operator.transaction(async (query) => {
        await query(`delete from operator_request where created_at < now() - interval '24 hours'`);
        const made = await query(
          `insert into operator_request (user_id, mutation, key, input_hash, result_id) values ($1, $2, $3, $4, $5)
           on conflict do nothing returning key`,
          [request.userId, request.mutation, request.key, inputHash, tenantId],
        );
        if (made.length === 0) return this.repeated(query, request, inputHash);
        await query(`insert into tenant (id, slug, name) values ($1, $2, $3)`, [
          tenantId,
          tenant.slug,
          tenant.name,
        ]);
        return tenantId;
      });
    } catch (error) {
      if (!violatesUnique(error, 'tenant_slug_key')) throw error;
      throw new ConflictError('Another tenant has this address. Choose another one.', ['slug']);
    }
  }

  private async repeated(
    query: OperatorDatabase['query'],
    request: { userId: UserId; key: string; mutation: string },
    inputHash: string,
  ): Promise<TenantId> {
    const [first] = await query<{ inputHash: string; resultId: TenantId }>(
      `select input_hash as "inputHash", result_id as "resultId" from operator_request
        where user_id = $1 and mutation = $2 and key = $3`,
      [request.userId, request.mutation, request.key],
    );
    if (first?.inputHash === inputHash) return first.resultId;
    throw new BadInputError(
      'This idempotency key was used for another request.',
      ['idempotencyKey'],
      'KEY_REUSED',
    );
  }

  /** The tenant's own first rows, written as any of its rows are. */
  private async furnish(tenantId: TenantId, tenant: CheckedTenant): Promise<string> {
    const ctx: TenantContext = { tenantId, memberId: null, requestId: newId() };
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('furnish ' || $1, 0))`, [tenantId]);
      const [first] = await tx.query<{ batchId: InvitationBatchId }>(
        `select batch_id as "batchId" from member where tenant_id = $1 order by id limit 1`,
        [tenantId],
      );
      const batchId = first?.batchId ?? (await this.makeFirstRows(tx, tenant));
      const [invitation] = await this.members.linksOf(tx, batchId);
      if (!invitation) throw new ConflictError('The first admin has accepted already.', ['idempotencyKey']);
      return invitation.link;
    });
  }
  private async makeFirstRows(tx: TenantTx, tenant: CheckedTenant): Promise<InvitationBatchId> {
    await this.settings.initialise(tx, tenant.settings);
    return this.members.invite(tx, [{ name: tenant.adminName, email: tenant.adminEmail, role: 'ADMIN' }]);
  }
}
