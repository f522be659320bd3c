import { type Day, minDay } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import { type InitiativeChange, markChanged } from '../../change/change-log.js';
import { lockInitiatives, refreshCurrent } from '../../initiative/initiative-current.js';
import { type InitiativeId, initiativeKey } from '../../initiative/initiative.types.js';
import type { ImportId, UndoCounts } from '../import.types.js';
import { finding } from '../plan/finding.js';
import { storeFindings } from '../slice/store-findings.js';
import type { ImportedHistory, ImportedTable } from './imported-history.js';
import { takeBack } from './take-back.js';

type Counts = Pick<UndoCounts, 'removed' | 'kept' | 'takenBack' | 'restored'>;

/** The next initiatives, by id, of which something stands as this import left it. */
export async function nextInitiatives(
  tx: TenantTx,
  { tables }: ImportedHistory,
  { id, undoAfter }: { id: ImportId; undoAfter: InitiativeId | null },
  limit: number,
): Promise<InitiativeId[]> {
  const parts = [
    ...tables.map(({ table, initiative }) => ({ table, initiative, also: 'and superseded_at is null' })),
    { table: 'import_retraction', initiative: 'initiative_id', also: '' },
  ].map(
    ({ table, initiative, also }) =>
      `(select distinct ${initiative} as id from ${table}
         where tenant_id = $1 and import_id = $2 and ($3::uuid is null or ${initiative} > $3) ${also}
         order by 1 limit $4)`,
  );
  const rows = await tx.query<{ id: InitiativeId }>(`${parts.join(' union ')} order by 1 limit $4`, [
    tx.ctx.tenantId,
    id,
    undoAfter,
    limit,
  ]);
  return rows.map((row) => row.id);
}

/**
 * Takes back what an import wrote of these initiatives. Those that it made itself leave every list, unless people worked
 * on them since: then what people recorded stays, and the name they know it by.
 */
export async function undoInitiatives(
  tx: TenantTx,
  imported: ImportedHistory,
  { importId, why }: { importId: ImportId; why: string },
  ids: readonly InitiativeId[],
): Promise<Counts> {
  await lockInitiatives(tx, ids);
  const made = await madeBy(tx, importId, ids);
  const kept = await workedOn(tx, imported, importId, made);
  const nameless = await withoutOtherName(tx, importId, kept);
  const changes: InitiativeChange[] = [];
  let [takenBack, restored] = [0, 0];
  for (const { table, initiative, day } of imported.tables) {
    const of = table === 'initiative_revision' ? ids.filter((id) => !nameless.includes(id)) : ids;
    const rows = await takeBack(tx, importId, { table, day, of: { column: initiative, ids: of } }, why);
    takenBack += rows.length;
    restored += rows.filter(({ beforeId }) => beforeId !== null).length;
    changes.push(
      ...rows.map(({ initiativeId, on, beforeOn }) => ({
        initiativeId: initiativeId!,
        fromOn: beforeOn ? minDay(on, beforeOn) : on,
      })),
    );
  }
  for (const table of imported.tables) {
    const rows = await restoreRetracted(tx, importId, table, ids);
    restored += rows.length;
    changes.push(...rows);
  }
  await tx.query(
    `delete from import_retraction where tenant_id = $1 and import_id = $2 and initiative_id = any($3)`,
    [tx.ctx.tenantId, importId, ids],
  );
  await refreshCurrent(tx, ids);
  await markChanged(tx, earliest(changes));
  await sayKept(tx, importId, kept);
  return { removed: made.length - kept.length, kept: kept.length, takenBack, restored };
}

async function madeBy(
  tx: TenantTx,
  importId: ImportId,
  ids: readonly InitiativeId[],
): Promise<InitiativeId[]> {
  const rows = await tx.query<{ id: InitiativeId }>(
    `select id from initiative where tenant_id = $1 and id = any($2) and import_id = $3`,
    [tx.ctx.tenantId, ids, importId],
  );
  return rows.map(({ id }) => id);
}

/** Those of which something is told by others than this import. */
async function workedOn(
  tx: TenantTx,
  { tables, work }: ImportedHistory,
  importId: ImportId,
  ids: readonly InitiativeId[],
): Promise<InitiativeId[]> {
  if (ids.length === 0) return [];
  const told = tables.map(
    ({ table, initiative }) =>
      `select ${initiative} as id from ${table}
        where tenant_id = $1 and ${initiative} = any($2) and superseded_at is null and import_id is distinct from $3`,
  );
  const rows = await tx.query<{ id: InitiativeId }>([...told, ...work].join(' union '), [
    tx.ctx.tenantId,
    ids,
    importId,
  ]);
  return rows.map(({ id }) => id);
}

/** Those whose only name is the imported one. */
async function withoutOtherName(
  tx: TenantTx,
  importId: ImportId,
  ids: readonly InitiativeId[],
): Promise<InitiativeId[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: InitiativeId }>(
    `select initiative_id as id from initiative_revision
      where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
      group by initiative_id having bool_and(import_id is not distinct from $3)`,
    [tx.ctx.tenantId, ids, importId],
  );
  return rows.map(({ id }) => id);
}

/** What the import had taken back holds again, unless people recorded the like of it since. */
async function restoreRetracted(
  tx: TenantTx,
  importId: ImportId,
  { table, initiative, day, standsFor }: ImportedTable,
  ids: readonly InitiativeId[],
): Promise<InitiativeChange[]> {
  const alike = standsFor ?? 'fact_id';
  const rows = await tx.query<InitiativeChange & { id: string }>(
    `select r.id, r.${initiative} as "initiativeId", r.${day}::text as "fromOn"
       from import_retraction x join ${table} r on r.tenant_id = x.tenant_id and r.id = x.row_id
      where x.tenant_id = $1 and x.import_id = $2 and x.initiative_id = any($3) and x.table_name = $4
        and not exists (select from ${table} l where l.tenant_id = $1 and l.${initiative} = r.${initiative}
                           and l.${alike} = r.${alike} and l.superseded_at is null)`,
    [tx.ctx.tenantId, importId, ids, table],
  );
  await tx.history.restoreAll(
    table,
    rows.map(({ id }) => id),
  );
  return rows;
}

function earliest(changes: readonly InitiativeChange[]): InitiativeChange[] {
  const days = new Map<InitiativeId, Day>();
  for (const { initiativeId, fromOn } of changes)
    days.set(initiativeId, minDay(fromOn, days.get(initiativeId) ?? fromOn));
  return [...days].map(([initiativeId, fromOn]) => ({ initiativeId, fromOn }));
}

/** Lists what stayed beside the row that it was made of. */
async function sayKept(tx: TenantTx, importId: ImportId, kept: readonly InitiativeId[]): Promise<void> {
  if (kept.length === 0) return;
  const rows = await tx.query<{ rowNumber: number; keyNumber: number; name: string }>(
    `select r.row_number as "rowNumber", c.key_number as "keyNumber", c.name
       from import_row r join initiative_current c on c.tenant_id = r.tenant_id and c.initiative_id = r.initiative_id
      where r.tenant_id = $1 and r.import_id = $2 and r.initiative_id = any($3)`,
    [tx.ctx.tenantId, importId, kept],
  );
  await storeFindings(
    tx,
    importId,
    rows.map(({ rowNumber, keyNumber, name }) => ({
      rowNumber,
      findings: [finding('INITIATIVE_KEPT', null, `${initiativeKey(keyNumber)} ${name}`)],
    })),
  );
}
