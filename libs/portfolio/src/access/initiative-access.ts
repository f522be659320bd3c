import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, type TenantReadTx } from '@pilotage/platform';
import { type PersonId, type RequestContext, type UnitId, UnitService } from '@pilotage/tenancy';
import type { InitiativeId } from '../initiative/initiative.types.js';

/** What of the portfolio a member may see and what of it is theirs. */
export interface PortfolioScope {
  readonly personId: PersonId;
  /** The member's units with everything under them. */
  readonly unitIds: readonly UnitId[];
  /** Sees what is theirs and nothing beyond it. */
  readonly isRestricted: boolean;
}

/**
 * The one place that decides which initiatives a member sees and which they may write. Own is what they own or sponsor
 * and what lies in a unit of theirs.
 */
@Injectable()
export class InitiativeAccess {
  constructor(private readonly units: UnitService) {}

  async scopeOf(tx: TenantReadTx, ctx: RequestContext): Promise<PortfolioScope> {
    const { personId, unitIds } = ctx.member;
    if (unitIds === null) return { personId, unitIds: [], isRestricted: false };
    const tree = await this.units.tree(tx);
    return { personId, unitIds: [...tree.within(unitIds)], isRestricted: true };
  }

  /** Of these ids those that exist for the caller, each with whether it is the caller's own. */
  async visible(
    tx: TenantReadTx,
    ctx: RequestContext,
    ids: readonly InitiativeId[],
  ): Promise<Map<InitiativeId, { isOwn: boolean }>> {
    const params: unknown[] = [ctx.tenantId, ids];
    const scope = await this.scopeOf(tx, ctx);
    const rows = await tx.query<{ id: InitiativeId; isOwn: boolean }>(
      `select c.initiative_id as id, ${isOwnSql(scope, params)} as "isOwn"
         from initiative_current c
        where c.tenant_id = $1 and c.initiative_id = any($2) and ${isVisibleSql(scope, params)}`,
      params,
    );
    return new Map(rows.map(({ id, isOwn }) => [id, { isOwn }]));
  }

  /**
   * @param askedFor what the caller named: a record of an initiative they do not see is answered like one of none
   * @throws NotFoundError when it does not exist for the caller
   */
  async requireVisible(
    tx: TenantReadTx,
    ctx: RequestContext,
    id: InitiativeId,
    askedFor = 'initiative',
  ): Promise<{ isOwn: boolean }> {
    const found = (await this.visible(tx, ctx, [id])).get(id);
    if (!found) throw new NotFoundError(askedFor);
    return found;
  }

  /** @throws NotFoundError when it does not exist for the caller, ForbiddenError when they may only read it */
  async requireEditable(
    tx: TenantReadTx,
    ctx: RequestContext,
    id: InitiativeId,
    askedFor?: string,
  ): Promise<void> {
    if (!canEdit(ctx, await this.requireVisible(tx, ctx, id, askedFor))) throw notYours();
  }
}

/** Whether the caller may change an initiative that they see. */
export const canEdit = (ctx: RequestContext, { isOwn }: { isOwn: boolean }): boolean =>
  ctx.can('portfolio.write') || (isOwn && ctx.can('initiative.contribute'));

/** Whether the caller may assess an initiative that they see. */
export const canAssess = (ctx: RequestContext, { isOwn }: { isOwn: boolean }): boolean =>
  ctx.can('assessment.answer') && (isOwn || ctx.can('portfolio.write'));

export const notYours = (): ForbiddenError =>
  new ForbiddenError('This initiative is not yours. Ask its owner or the programme office.');

/** A condition on `initiative_current c`; adds its parameters to `params`. */
export function isVisibleSql(scope: PortfolioScope, params: unknown[]): string {
  return scope.isRestricted ? isOwnSql(scope, params) : 'true';
}

/** Likewise. */
export function isOwnSql(scope: PortfolioScope, params: unknown[]): string {
  const unit = params.push(scope.unitIds);
  const person = params.push(scope.personId);
  return `coalesce(c.unit_id = any($${unit}::uuid[]) or c.owner_id = $${person}::uuid or c.sponsor_id = $${person}::uuid, false)`;
}
