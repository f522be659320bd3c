import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, type TenantReadTx } from '@pilotage/platform';
import { canAssess, InitiativeAccess, type InitiativeId } from '@pilotage/portfolio';
import { type RequestContext } from '@pilotage/tenancy';
import { type Subject } from '../assessment/assessment.js';

export interface SubjectRights {
  readonly canAssess: boolean;
}

const NOUN = { TENANT: 'organisation', UNIT: 'unit', INITIATIVE: 'initiative' } as const;

/**
 * The one place that decides whose assessments a member sees, and whom they may assess: initiatives by the portfolio's
 * rule, the organisation by the programme office, a unit also by contributors restricted to it. A restricted
 * contributor sees the organisation's assessment, since initiatives inherit from it, but no unit beyond theirs.
 */
@Injectable()
export class SubjectAccess {
  constructor(private readonly initiatives: InitiativeAccess) {}

  /** Of these subjects those that exist for the caller, by id. */
  async visible(
    tx: TenantReadTx,
    ctx: RequestContext,
    subjects: readonly Subject[],
  ): Promise<Map<string, SubjectRights>> {
    const idsOf = (kind: Subject['kind']) => subjects.filter((s) => s.kind === kind).map(({ id }) => id);
    const isOffice = ctx.can('assessment.answer') && ctx.can('portfolio.write');
    const rights = new Map<string, SubjectRights>();
    if (idsOf('TENANT').includes(ctx.tenantId)) rights.set(ctx.tenantId, { canAssess: isOffice });
    const initiativeIds = idsOf('INITIATIVE') as InitiativeId[];
    if (initiativeIds.length > 0) {
      for (const [id, ownership] of await this.initiatives.visible(tx, ctx, initiativeIds)) {
        rights.set(id, { canAssess: canAssess(ctx, ownership) });
      }
    }
    const unitIds = idsOf('UNIT');
    if (unitIds.length > 0) {
      const scope = await this.initiatives.scopeOf(tx, ctx);
      const own = new Set<string>(scope.unitIds);
      for (const id of await existingUnits(tx, unitIds)) {
        const mayAssess = isOffice || (ctx.can('assessment.answer') && own.has(id));
        if (!scope.isRestricted || own.has(id)) rights.set(id, { canAssess: mayAssess });
      }
    }
    return rights;
  }

  /**
   * @param askedFor what the caller named: an assessment of a subject they do not see is answered like one of none
   * @throws NotFoundError when the subject does not exist for the caller
   */
  async requireVisible(
    tx: TenantReadTx,
    ctx: RequestContext,
    subject: Subject,
    askedFor: string = NOUN[subject.kind],
  ): Promise<SubjectRights> {
    const rights = (await this.visible(tx, ctx, [subject])).get(subject.id);
    if (!rights) throw new NotFoundError(askedFor);
    return rights;
  }

  /** @throws NotFoundError when the subject does not exist for the caller, ForbiddenError when they may only read */
  async requireAssessable(
    tx: TenantReadTx,
    ctx: RequestContext,
    subject: Subject,
    askedFor?: string,
  ): Promise<void> {
    const rights = await this.requireVisible(tx, ctx, subject, askedFor);
    if (!rights.canAssess) {
      throw new ForbiddenError(
        `You may not assess this ${NOUN[subject.kind]}. Ask its owner or the programme office.`,
      );
    }
  }
}

async function existingUnits(tx: TenantReadTx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from unit where tenant_id = $1 and id = any($2::uuid[])`,
    [tx.ctx.tenantId, ids],
  );
  return rows.map(({ id }) => id);
}
