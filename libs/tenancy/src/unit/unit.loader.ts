import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '../request/request-context.js';
import { toUnits, type Unit } from './unit.graphql.js';
import type { UnitId } from './unit-tree.js';
import { UnitService } from './unit.service.js';

/** Units as of today. A tenant's tree is small: a request that needs one unit reads all, once. */
@Injectable()
export class UnitLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitService,
  ) {}

  /** In the order of their paths. */
  async all(ctx: RequestContext): Promise<Unit[]> {
    return [...(await this.byId(ctx)).values()];
  }

  /** Null for no id, and for a unit that is not in this tenant. */
  async load(ctx: RequestContext, id: UnitId | null): Promise<Unit | null> {
    return id === null ? null : ((await this.byId(ctx)).get(id) ?? null);
  }

  /** In the order of their paths; unknown ones are left out. */
  async loadMany(ctx: RequestContext, ids: readonly UnitId[]): Promise<Unit[]> {
    if (ids.length === 0) return [];
    return (await this.all(ctx)).filter(({ id }) => ids.includes(id));
  }

  private byId(ctx: RequestContext): Promise<Map<UnitId, Unit>> {
    return ctx.once(this, async () => toUnits(await this.unitOfWork.read(ctx, (tx) => this.units.tree(tx))));
  }
}
