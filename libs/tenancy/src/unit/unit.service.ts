import { Injectable } from '@nestjs/common';
import type { Day } from '@pilotage/analytics';
import {
  BadInputError,
  ConflictError,
  newId,
  NotFoundError,
  type TenantReadTx,
  type TenantTx,
  idFrom,
} from '@pilotage/platform';
import { nameFrom } from '../input/texts.js';
import { isEffectiveDay } from '../setting/setting.rules.js';
import { SettingsService } from '../setting/settings.service.js';
import { unitAliases } from './unit-alias.queries.js';
import { planUnitChange, type UnitChange, type UnitChangeOutcome } from './unit.rules.js';
import { UnitTree, type UnitId, type UnitRevision } from './unit-tree.js';

/** What is absent stays as it is; a unit without parent is a top one. */
export interface UnitInput {
  readonly id?: string | null;
  readonly name: string;
  readonly parentId?: string | null;
  readonly isClosed?: boolean | null;
  /** Today when absent. */
  readonly effectiveOn?: string | null;
}

@Injectable()
export class UnitService {
  constructor(private readonly settings: SettingsService) {}

  /** The tree as of a day (today when absent): live, or as known at an instant. */
  async tree(tx: TenantReadTx, at: { on?: Day; knownAt?: Date } = {}): Promise<UnitTree> {
    const [revisions, on] = await Promise.all([
      this.revisions(tx, at.knownAt ?? null),
      at.on ?? this.settings.today(tx),
    ]);
    return new UnitTree(revisions, on);
  }

  /** The tree of each day, in their order: live, or as known at an instant. */
  async trees(tx: TenantReadTx, days: readonly Day[], knownAt: Date | null): Promise<UnitTree[]> {
    const revisions = await this.revisions(tx, knownAt);
    return days.map((on) => new UnitTree(revisions, on));
  }

  /**
   * Makes a unit, or changes one from a day on.
   *
   * @throws NotFoundError for an unknown unit
   * @throws BadInputError or ConflictError naming the field that does not fit into the tree
   */
  async save(tx: TenantTx, input: UnitInput): Promise<UnitId> {
    const name = nameFrom(input.name, ['name']);
    const effectiveOn = input.effectiveOn ?? (await this.settings.today(tx));
    if (!isEffectiveDay(effectiveOn)) {
      throw new BadInputError('Choose a day between 1970 and 2100.', ['effectiveOn'], 'DAY_OUT_OF_RANGE');
    }
    const revisions = await this.lockedRevisions(tx);
    const before = input.id
      ? new UnitTree(revisions, effectiveOn).get(idFrom<UnitId>(input.id, 'unit'))
      : null;
    if (before === undefined) throw new NotFoundError('unit');
    const unitId = before?.id ?? newId<'Unit'>();
    const change: UnitChange = {
      unitId,
      name,
      // What is no unit of the tree is refused below, with the field's name.
      parentId:
        input.parentId === undefined
          ? (before?.parentId ?? null)
          : ((input.parentId?.toLowerCase() ?? null) as UnitId | null),
      isClosed: input.isClosed ?? before?.isClosed ?? false,
      effectiveOn,
    };
    const outcome = planUnitChange(revisions, change);
    if (!before) await tx.insert('unit', { id: unitId });
    await this.apply(tx, outcome, change);
    return unitId;
  }

  /**
   * All units by what files call them, in lower case: their names wherever they are in the tree, closed ones too, of
   * several a top one; and other names that are no unit's own.
   */
  async byName(tx: TenantReadTx, on: Day): Promise<Map<string, UnitId>> {
    return this.named(tx, await this.revisions(tx, null), on);
  }

  /**
   * The units of these names, as `byName` has them. Those missing are made as top units. Returns all units by
   * lower-cased name, and those that were made.
   *
   * @param effectiveOn from which day the new ones are there
   */
  async findOrCreate(
    tx: TenantTx,
    names: Iterable<string>,
    effectiveOn: Day,
  ): Promise<{ byName: ReadonlyMap<string, UnitId>; made: readonly UnitId[] }> {
    const wanted = Array.from(names, (text) => nameFrom(text, ['unit']));
    const known = await this.byName(tx, effectiveOn);
    // Most often all are there: whoever changes the tree need not wait for this transaction then.
    if (wanted.every((name) => known.has(name.toLowerCase()))) return { byName: known, made: [] };
    const found = await this.named(tx, await this.lockedRevisions(tx), effectiveOn);
    const missing = new Map<string, UnitChange>();
    for (const name of wanted) {
      const key = name.toLowerCase();
      if (found.has(key)) continue;
      const unitId = newId<'Unit'>();
      found.set(key, unitId);
      missing.set(key, { unitId, name, parentId: null, isClosed: false, effectiveOn });
    }
    const changes = [...missing.values()];
    await tx.insert(
      'unit',
      changes.map(({ unitId }) => ({ id: unitId })),
    );
    await tx.history.append(
      'unit_revision',
      changes.map((change) => ({ ...change })),
    );
    return { byName: found, made: changes.map(({ unitId }) => unitId) };
  }

  /**
   * Takes back those of these units that are as they were made, without sub-units, members and other names. That nothing
   * else refers to them is for the caller to say. Returns how many were taken back.
   */
  async takeBack(tx: TenantTx, ids: readonly UnitId[]): Promise<number> {
    if (ids.length === 0) return 0;
    await lockUnits(tx);
    const rows = await tx.query<{ id: string }>(
      `select r.id from unit_revision r
        where r.tenant_id = $1 and r.unit_id = any($2) and r.superseded_at is null
          and not exists (select from unit_revision o where o.tenant_id = $1 and o.unit_id = r.unit_id and o.id <> r.id)
          and not exists (select from unit_revision c
                           where c.tenant_id = $1 and c.parent_id = r.unit_id and c.superseded_at is null)
          and not exists (select from member_unit m where m.tenant_id = $1 and m.unit_id = r.unit_id)
          and not exists (select from unit_alias a where a.tenant_id = $1 and a.unit_id = r.unit_id)`,
      [tx.ctx.tenantId, ids],
    );
    await tx.history.supersedeAll(
      'unit_revision',
      rows.map(({ id }) => ({ liveRowId: id, successor: null })),
    );
    return rows.length;
  }

  private async named(
    tx: TenantReadTx,
    revisions: readonly UnitRevision[],
    on: Day,
  ): Promise<Map<string, UnitId>> {
    const found = new Map<string, UnitId>();
    for (const unit of new UnitTree(revisions, on).all) {
      const name = unit.name.toLowerCase();
      if (unit.parentId === null || !found.has(name)) found.set(name, unit.id);
    }
    for (const { key, unitId } of await unitAliases(tx)) if (!found.has(key)) found.set(key, unitId);
    return found;
  }

  private revisions(tx: TenantReadTx, knownAt: Date | null): Promise<UnitRevision[]> {
    return tx.query<UnitRevision>(
      `select id, unit_id as "unitId", name, parent_id as "parentId", is_closed as "isClosed",
              effective_on as "effectiveOn"
         from unit_revision
        where tenant_id = $1
          and case when $2::timestamptz is null then superseded_at is null
                   else recorded_at <= $2 and (superseded_at is null or superseded_at > $2) end`,
      [tx.ctx.tenantId, knownAt],
    );
  }

  private async lockedRevisions(tx: TenantTx): Promise<UnitRevision[]> {
    await lockUnits(tx);
    return this.revisions(tx, null);
  }

  private async apply(tx: TenantTx, outcome: UnitChangeOutcome, change: UnitChange): Promise<void> {
    switch (outcome.kind) {
      case 'unchanged':
        return;
      case 'append':
        return tx.history.append('unit_revision', [{ ...change }]);
      case 'correct':
        return tx.history.supersede('unit_revision', outcome.revisionId, { ...change });
      case 'unknown-parent':
        throw new BadInputError('There is no such parent unit.', ['parentId'], 'UNKNOWN_UNIT');
      case 'cycle':
        throw new BadInputError(
          `On ${outcome.on} the unit would be a part of itself. Choose another parent.`,
          ['parentId'],
          'CYCLE',
        );
      case 'closed-parent':
        throw new BadInputError(
          `On ${outcome.on} the parent unit is closed. Open it first, or choose another.`,
          ['parentId'],
          'CLOSED_PARENT',
        );
      case 'has-open-children':
        throw new BadInputError(
          `Close or move its open units first: ${outcome.names.join(', ')}.`,
          ['isClosed'],
          'HAS_OPEN_UNITS',
        );
      case 'name-taken':
        throw new ConflictError(`On ${outcome.on} there is another unit of this name in the same place.`, [
          'name',
        ]);
    }
  }
}

/** Two moves that are right by themselves can close a circle together, so changes of one tree go one after the other. */
async function lockUnits(tx: TenantTx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('units ' || $1, 0))`, [tx.ctx.tenantId]);
}
