import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ConflictError, idFrom, newId, NotFoundError, type TenantTx, UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { parseInput } from '../../common/parse-input.js';
import { findImport } from '../import.queries.js';
import type { ImportId } from '../import.types.js';
import { fromYaml, mappingName, type NamedMapping } from './mapping-file.js';
import { saidBy, toSaved } from './saved-mapping.js';
import { newestMappings, type SavedMappingRow } from './saved-mapping.queries.js';

/** Mappings kept under a name. One that is kept again is its next version, unless it says the same. */
@Injectable()
export class SavedMappingService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The newest version of each, by name. */
  list(ctx: RequestContext): Promise<SavedMappingRow[]> {
    return this.unitOfWork.read(ctx, (tx) => newestMappings(tx));
  }

  /**
   * Keeps the mapping with which an import was checked.
   *
   * @throws NotFoundError, BadInputError (path `name`)
   * @throws ConflictError when the import has none
   */
  async save(ctx: RequestContext, request: { importId: string; name: string }): Promise<SavedMappingRow> {
    const id = idFrom<ImportId>(request.importId, 'import');
    const name = parseInput(mappingName, request.name, 'name');
    return this.unitOfWork.run(ctx, async (tx) => {
      const found = await findImport(tx, id);
      if (!found) throw new NotFoundError('import');
      if (!found.mapping)
        throw new ConflictError('The import has no mapping yet. Check the file with one first.');
      return keep(tx, { name, mapping: toSaved(found.mapping, found.columns) });
    });
  }

  /** Keeps a mapping that comes as a file. @throws BadInputError (path `yaml`) */
  async load(ctx: RequestContext, request: { yaml: string }): Promise<SavedMappingRow> {
    const named = fromYaml(request.yaml);
    return this.unitOfWork.run(ctx, (tx) => keep(tx, named));
  }
}

async function keep(tx: TenantTx, { name, mapping }: NamedMapping): Promise<SavedMappingRow> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('import mapping ' || $1, 0))`, [
    tx.ctx.tenantId,
  ]);
  const [newest] = await newestMappings(tx, name);
  if (newest && isDeepStrictEqual(saidBy(mapping), saidBy(newest.mapping))) return newest;
  const row: SavedMappingRow = {
    id: newId(),
    name,
    version: (newest?.version ?? 0) + 1,
    mapping,
    createdAt: new Date(),
    createdBy: tx.ctx.memberId,
  };
  await tx.insert('import_mapping', { ...row });
  return row;
}
