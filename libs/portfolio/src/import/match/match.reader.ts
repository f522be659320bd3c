import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@pilotage/platform';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type RequestContext, UnitService } from '@pilotage/tenancy';
import type { Initiative } from '../../initiative/initiative.graphql.js';
import { InitiativeLoader } from '../../initiative/initiative.loaders.js';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import { findImport } from '../import.queries.js';
import type { ImportId } from '../import.types.js';
import { newUnits, type NewUnit } from '../slice/new-units.js';
import type { ImportAbsence, ImportMatch } from './match.graphql.js';
import { candidatesOf, countAbsent, countMatches, listAbsent, listMatches, type MatchCountRow, type MatchFilter } from './match.queries.js'; // prettier-ignore

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

/** What of a checked file is known already, may be known, and is missing. */
@Injectable()
export class MatchReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitService,
    private readonly initiatives: InitiativeLoader,
  ) {}

  async matches(
    ctx: RequestContext,
    importId: ImportId,
    { first, after, kind, isOpen, isNew }: Page & MatchFilter,
  ): Promise<ConnectionOf<ImportMatch>> {
    const list = { list: 'matches', importId, kind, isOpen, isNew };
    const cursor = decodeCursor(after, list);
    const { rows, counts, candidates } = await this.unitOfWork.read(ctx, async (tx) => {
      const rows = await listMatches(tx, importId, list, cursor, pageSize(first) + 1);
      const numbers = rows.map(({ rowNumber }) => rowNumber);
      return {
        rows,
        counts: await countMatches(tx, importId),
        candidates: Map.groupBy(await candidatesOf(tx, importId, numbers), ({ rowNumber }) => rowNumber),
      };
    });
    const wanted = rows.flatMap(({ rowNumber, initiativeId, splitFromId }) => [
      initiativeId,
      splitFromId,
      ...(candidates.get(rowNumber) ?? []).map((candidate) => candidate.initiativeId),
    ]);
    const known = await this.load(ctx, wanted);
    return toConnection(rows, {
      first,
      totalCount: counts
        .filter(
          (one) =>
            (kind === null ? isNew || one.kind !== null : one.kind === kind) &&
            (!isOpen || one.isOpen) &&
            (!isNew || one.isNew),
        )
        .reduce((sum, { count }) => sum + count, 0),
      list,
      cursorOf: ({ rowNumber }) => ({ value: String(rowNumber), id: importId }),
      toNode: ({ initiativeId, splitFromId, ...row }): ImportMatch => ({
        ...row,
        initiative: known.get(initiativeId) ?? null,
        splitFrom: known.get(splitFromId) ?? null,
        candidates: (candidates.get(row.rowNumber) ?? []).flatMap(({ initiativeId: id, kind, score }) => {
          const initiative = known.get(id);
          return initiative ? [{ initiative, kind, score }] : [];
        }),
      }),
    });
  }

  summary(ctx: RequestContext, importId: ImportId): Promise<MatchCountRow[]> {
    return this.unitOfWork.read(ctx, (tx) => countMatches(tx, importId));
  }

  async absences(
    ctx: RequestContext,
    importId: ImportId,
    { first, after }: Page,
  ): Promise<ConnectionOf<ImportAbsence>> {
    // prettier-ignore
    const list = { list: 'absences', importId };
    const cursor = decodeCursor(after, list);
    const { rows, totalCount } = await this.unitOfWork.read(ctx, async (tx) => ({
      rows: await listAbsent(tx, importId, cursor, pageSize(first) + 1),
      totalCount: await countAbsent(tx, importId),
    }));
    const known = await this.load(
      ctx,
      rows.flatMap(({ initiativeId, successorId }) => [initiativeId, successorId]),
    );
    return toConnection(rows, {
      first,
      totalCount,
      list,
      cursorOf: ({ keyNumber, initiativeId }) => ({ value: String(keyNumber), id: initiativeId }),
      toNode: ({ initiativeId, choice, successorId, problem }): ImportAbsence => ({
        initiative: known.get(initiativeId)!,
        choice,
        successor: known.get(successorId) ?? null,
        problem,
      }),
    });
  }

  newUnits(ctx: RequestContext, importId: ImportId): Promise<NewUnit[]> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const mapping = (await findImport(tx, importId))?.mapping;
      return mapping ? newUnits(tx, this.units, importId, mapping) : [];
    });
  }

  private async load(
    ctx: RequestContext,
    ids: readonly (InitiativeId | null)[],
  ): Promise<ReadonlyMap<InitiativeId | null, Initiative>> {
    const unique = [...new Set(ids)].filter((id) => id !== null);
    const found = await Promise.all(unique.map((id) => this.initiatives.load(ctx, id)));
    return new Map(unique.flatMap((id, index) => (found[index] ? [[id, found[index]]] : [])));
  }
}
