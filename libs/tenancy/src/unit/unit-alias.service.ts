import { Injectable } from '@nestjs/common';
import { BadInputError, ConflictError, idFrom, NotFoundError, type TenantReadTx, type TenantTx } from '@pilotage/platform'; // prettier-ignore
import { nameFrom } from '../input/texts.js';
import { unitAliases, type UnitAliasRow } from './unit-alias.queries.js';
import type { UnitId } from './unit-tree.js';
import { UnitService } from './unit.service.js';

/** Lists read all of them at once. */
const MOST_ALIASES = 1_000;

/** Other names of units: what files write where the organisation says something else. */
@Injectable()
export class UnitAliasService {
  constructor(private readonly units: UnitService) {}

  list(tx: TenantReadTx): Promise<UnitAliasRow[]> {
    return unitAliases(tx);
  }

  /**
   * Makes a text another name of a unit; said again it stays, for another unit it moves there. Returns the alias.
   *
   * @throws NotFoundError for an unknown unit
   * @throws BadInputError for a text that is no name, ConflictError for one that is a unit's own
   */
  async save(tx: TenantTx, input: { alias: string; unitId: string }): Promise<UnitAliasRow> {
    const alias = nameFrom(input.alias, ['alias']);
    const key = alias.toLowerCase();
    const unitId = idFrom<UnitId>(input.unitId, 'unit');
    const tree = await this.units.tree(tx);
    if (!tree.get(unitId)) throw new NotFoundError('unit');
    if (tree.all.some(({ name }) => name.toLowerCase() === key))
      throw new ConflictError(`There is a unit called ${alias} itself. Rename it first.`, ['alias']);
    await this.remove(tx, alias);
    if ((await unitAliases(tx)).length >= MOST_ALIASES)
      throw new BadInputError(`There are at most ${MOST_ALIASES} other names. Take one away first.`, ['alias'], 'TOO_MANY'); // prettier-ignore
    const createdAt = new Date();
    await tx.insert('unit_alias', { aliasKey: key, alias, unitId, createdAt, createdBy: tx.ctx.memberId });
    return { key, alias, unitId };
  }

  /** Files mean another unit by it from now on, or a new one; what is imported stays. Taken away again, nothing happens. */
  async remove(tx: TenantTx, alias: string): Promise<void> {
    await tx.delete('unit_alias', { aliasKey: nameFrom(alias, ['alias']).toLowerCase() });
  }
}
