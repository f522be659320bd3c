import { Injectable } from '@nestjs/common';
import { BadInputError, isUuid, UnitOfWork } from '@pilotage/platform';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type RequestContext, type UnitId, UnitService } from '@pilotage/tenancy';
import { InitiativeAccess } from '../access/initiative-access.js';
import { type Initiative, toInitiative } from './initiative.graphql.js';
import {
  countStatement,
  findTags,
  type InitiativeFilter,
  type InitiativeOrder,
  type InitiativeRow,
  listStatement,
} from './initiative.queries.js';

export interface InitiativePage {
  readonly filter?: InitiativeFilter | null;
  readonly order?: InitiativeOrder | null;
  readonly first: number;
  readonly after?: string | null;
}

const BY_KEY: InitiativeOrder = { field: 'KEY', direction: 'ASC' };

/** Reads the portfolio as far as the caller may see it. */
@Injectable()
export class InitiativeReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InitiativeAccess,
    private readonly units: UnitService,
  ) {}

  /**
   * One page: two statements that travel together, whatever its size.
   *
   * @throws BadInputError for a page size or cursor that cannot be
   */
  async list(
    ctx: RequestContext,
    { filter, order, first, after }: InitiativePage,
  ): Promise<ConnectionOf<Initiative>> {
    const list = { filter: filter ?? {}, order: order ?? BY_KEY };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    checkIds(list.filter);
    return this.unitOfWork.read(ctx, async (tx) => {
      const scope = await this.access.scopeOf(tx, ctx);
      const within = await this.withSubUnits(tx, list.filter);
      const page = listStatement(ctx, scope, { filter: within, order: list.order, after: cursor, limit });
      const count = countStatement(ctx, scope, within);
      const [rows, [counted]] = await Promise.all([
        tx.query<InitiativeRow>(page.sql, page.params),
        tx.query<{ count: number }>(count.sql, count.params),
      ]);
      return toConnection(rows, {
        first,
        totalCount: counted!.count,
        list,
        cursorOf: ({ sortValue, id }) => ({ value: sortValue, id }),
        toNode: toInitiative,
      });
    });
  }

  tags(ctx: RequestContext): Promise<string[]> {
    return this.unitOfWork.read(ctx, async (tx) => findTags(tx, await this.access.scopeOf(tx, ctx)));
  }

  private async withSubUnits(
    tx: Parameters<UnitService['tree']>[0],
    filter: InitiativeFilter,
  ): Promise<InitiativeFilter> {
    if (!filter.unitIds || filter.unitIds.length === 0) return filter;
    const tree = await this.units.tree(tx);
    const within = tree.within(filter.unitIds as UnitId[]);
    // Ids of no unit must match nothing, not everything.
    return { ...filter, unitIds: within.size > 0 ? [...within] : filter.unitIds };
  }
}

function checkIds(filter: InitiativeFilter): void {
  for (const field of ['unitIds', 'ownerIds'] as const) {
    if (filter[field]?.some((id) => !isUuid(id)))
      throw new BadInputError('This is no id. Choose from the list.', ['filter', field]);
  }
}
