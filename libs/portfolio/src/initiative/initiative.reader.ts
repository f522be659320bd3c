import { Injectable } from '@nestjs/common';
import { BadInputError, ConflictError, isUuid, NotFoundError, prepared, type TenantReadTx, UnitOfWork } from '@pilotage/platform'; // prettier-ignore
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type RequestContext, SettingsService, type UnitId, UnitService } from '@pilotage/tenancy';
import { InitiativeAccess } from '../access/initiative-access.js';
import { attentionDays } from '../attention/attention.js';
import { fileOfUndone } from '../import/undo/undone-initiative.js';
import { type Initiative, toInitiative } from './initiative.graphql.js';
import {
  countStatement,
  findTags,
  type InitiativeFilter,
  type InitiativeOrder,
  type InitiativeRow,
  listStatement,
  type ResolvedFilter,
} from './initiative.queries.js';
import type { InitiativeId } from './initiative.types.js';

export interface InitiativePage {
  readonly filter?: InitiativeFilter | null;
  readonly order?: InitiativeOrder | null;
  readonly first: number;
  readonly after?: string | null;
  /** Whether the total is wanted, too. */
  readonly isCounted?: boolean;
}

const BY_KEY: InitiativeOrder = { field: 'KEY', direction: 'ASC' };

/** Reads the portfolio as far as the caller may see it. */
/** Imports bring what others typed: more than anybody can choose from is no help. */
const MOST_TAGS = 1_000;

@Injectable()
export class InitiativeReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InitiativeAccess,
    private readonly units: UnitService,
    private readonly settings: SettingsService,
  ) {}

  /**
   * One page: two statements that travel together, whatever its size, and before them what the filter refers to.
   *
   * @throws BadInputError for a page size or cursor that cannot be
   */
  async list(
    ctx: RequestContext,
    { filter, order, first, after, isCounted = true }: InitiativePage,
  ): Promise<ConnectionOf<Initiative>> {
    const list = { filter: filter ?? {}, order: order ?? BY_KEY };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    checkIds(list.filter);
    const read = async (tx: TenantReadTx): Promise<ConnectionOf<Initiative>> => {
      const scope = await this.access.scopeOf(tx, ctx);
      const resolved = await this.resolve(tx, list.filter);
      const page = listStatement(ctx, scope, { filter: resolved, order: list.order, after: cursor, limit });
      const count = countStatement(ctx, scope, resolved);
      const [rows, counted] = await Promise.all([
        tx.query<InitiativeRow>(filter ? page.sql : prepared(page.sql), page.params),
        isCounted ? tx.query<{ count: number }>(count.sql, count.params) : [],
      ]);
      return toConnection(rows, {
        first,
        totalCount: counted[0]?.count ?? null,
        list,
        cursorOf: ({ sortValue, id }) => ({ value: sortValue, id }),
        toNode: toInitiative,
      });
    };
    // A page and its total are of one snapshot; a page alone needs none.
    return isCounted ? this.unitOfWork.read(ctx, read) : read(this.unitOfWork.statements(ctx));
  }

  tags(ctx: RequestContext, limit = MOST_TAGS): Promise<string[]> {
    return this.unitOfWork.read(ctx, async (tx) => findTags(tx, await this.access.scopeOf(tx, ctx), limit));
  }

  /** What to say of an initiative that the caller does not see: that it is gone is told to those who see everything. */
  async whyMissing(ctx: RequestContext, id: InitiativeId): Promise<Error> {
    const fileName = await this.unitOfWork.read(ctx, async (tx) =>
      (await this.access.scopeOf(tx, ctx)).isRestricted ? null : fileOfUndone(tx, id),
    );
    if (fileName === null) return new NotFoundError('initiative');
    return new ConflictError(
      `The import of ${fileName}, which made this initiative, was undone. The initiative is no longer part of the portfolio.`,
    );
  }

  private async resolve(tx: TenantReadTx, filter: InitiativeFilter): Promise<ResolvedFilter> {
    const [unitIds, days] = await Promise.all([
      filter.unitIds?.length ? this.withSubUnits(tx, filter.unitIds) : null,
      filter.attention?.length
        ? this.settings.timeline(tx).then((settings) => attentionDays(settings, new Date()))
        : null,
    ]);
    return { ...filter, unitIds, attention: days && { anyOf: filter.attention ?? [], days } };
  }

  private async withSubUnits(tx: TenantReadTx, unitIds: readonly string[]): Promise<readonly string[]> {
    const tree = await this.units.tree(tx);
    const within = tree.within(unitIds as readonly UnitId[]);
    // Ids of no unit must match nothing, not everything.
    return within.size > 0 ? [...within] : unitIds;
  }
}

function checkIds(filter: InitiativeFilter): void {
  for (const field of ['unitIds', 'ownerIds'] as const) {
    if (filter[field]?.some((id) => !isUuid(id)))
      throw new BadInputError('This is no id. Choose from the list.', ['filter', field]);
  }
}
