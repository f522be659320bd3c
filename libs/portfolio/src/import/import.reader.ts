import { Injectable } from '@nestjs/common';
import { NotFoundError, UnitOfWork, idFrom } from '@pilotage/platform';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import type { RequestContext } from '@pilotage/tenancy';
import { type Import, toImport } from './import.graphql.js';
import { countImports, findImport, listImports } from './import.queries.js';
import type { ImportId, ImportState } from './import.types.js';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

@Injectable()
export class ImportReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFoundError */
  async find(ctx: RequestContext, text: string): Promise<Import> {
    const id = idFrom<ImportId>(text, 'import');
    const row = await this.unitOfWork.read(ctx, (tx) => findImport(tx, id));
    if (!row) throw new NotFoundError('import');
    return toImport(row);
  }

  async list(
    ctx: RequestContext,
    { first, after, state = null }: Page & { state?: ImportState | null },
  ): Promise<ConnectionOf<Import>> {
    const list = { list: 'imports', state };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    return this.unitOfWork.read(ctx, async (tx) => {
      const [rows, totalCount] = await Promise.all([
        listImports(tx, state, cursor, limit),
        countImports(tx, state),
      ]);
      return toConnection(rows, {
        first,
        totalCount,
        list,
        cursorOf: ({ createdAt, id }) => ({ value: createdAt.toISOString(), id }),
        toNode: toImport,
      });
    });
  }
}
