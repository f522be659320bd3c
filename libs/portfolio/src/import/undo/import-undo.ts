import { Inject, Injectable, Optional } from '@nestjs/common';
import type { TenantTx } from '@pilotage/platform';
import { type UnitId, UnitService } from '@pilotage/tenancy';
import { ImportTarget } from '../import-target.port.js';
import { type ImportId, type ImportRow, NOTHING_UNDONE } from '../import.types.js';
import type { SliceOutcome } from '../slice/slice-outcome.js';
import { ImportedHistory } from './imported-history.js';
import { takeBack } from './take-back.js';
import { undoIdentities } from './undo-identities.js';
import { nextInitiatives, undoInitiatives } from './undo-initiatives.js';

const INITIATIVES_AT_ONCE = 100;

/** Takes a whole import back, batch after batch; each is whole or not at all, and the next goes on after it. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly units: UnitService,
    private readonly imported: ImportedHistory,
    @Optional() @Inject(ImportTarget) private readonly target: ImportTarget | null = null,
  ) {}

  async batch(tx: TenantTx, current: ImportRow): Promise<SliceOutcome> {
    const { id, fileName, nextRow, counts } = current;
    const why = `The import of ${fileName} was undone.`;
    const total = (counts?.created ?? 0) + (counts?.changed ?? 0) + 1;
    // First, so that an imported assessment does not pass for work of people on its initiative.
    if (await this.target?.undo(tx, id, INITIATIVES_AT_ONCE)) return { kind: 'more', done: nextRow, total };
    const ids = await nextInitiatives(tx, this.imported, current, INITIATIVES_AT_ONCE);
    if (ids.length > 0) {
      const undone = await undoInitiatives(tx, this.imported, { importId: id, why }, ids);
      const done = nextRow + ids.length;
      await tx.update('import', { id }, { undoAfter: ids.at(-1), nextRow: done, ...sum(current, undone) });
      return { kind: 'more', done: Math.min(done, total), total };
    }
    if (await undoIdentities(tx, id)) return { kind: 'more', done: total, total };
    const units = await this.takeBackUnits(tx, id);
    await takeBack(tx, id, { table: 'register_statement', day: 'as_of_on', of: null }, why);
    await tx.update(
      'import',
      { id },
      { state: 'UNDONE', pass: null, undoAfter: null, ...sum(current, units) },
    );
    return { kind: 'over' };
  }

  private async takeBackUnits(
    tx: TenantTx,
    importId: ImportId,
  ): Promise<{ units: number; unitsKept: number }> {
    const made = (
      await tx.query<{ id: UnitId }>(
        `select unit_id as id from import_unit where tenant_id = $1 and import_id = $2`,
        [tx.ctx.tenantId, importId],
      )
    ).map(({ id }) => id);
    const used = await tx.query<{ id: UnitId }>(this.imported.unitUse.join(' union '), [
      tx.ctx.tenantId,
      made,
    ]);
    const isUsed = new Set(used.map(({ id }) => id));
    const units = await this.units.takeBack(
      tx,
      made.filter((id) => !isUsed.has(id)),
    );
    return { units, unitsKept: made.length - units };
  }
}

function sum({ undoCounts }: ImportRow, more: object): { undoCounts: string } {
  const before = undoCounts ?? NOTHING_UNDONE;
  const entries = Object.entries(more).map(([name, count]) => [
    name,
    before[name as keyof typeof before] + Number(count),
  ]);
  return { undoCounts: JSON.stringify({ ...before, ...Object.fromEntries(entries) }) };
}
