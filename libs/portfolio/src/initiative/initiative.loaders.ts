import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import DataLoader from 'dataloader';
import { InitiativeAccess } from '../access/initiative-access.js';
import { type StageRecordRow, stageRecords } from '../stage/stage.queries.js';
import { type Initiative, type InitiativeRevision, toInitiative } from './initiative.graphql.js';
import { recordedAssignments, recordedRevisions } from './initiative.history.js';
import { findInitiatives } from './initiative.queries.js';
import { revisionsOf } from './initiative.revisions.js';
import type { Attribute } from './initiative.rules.js';
import type { InitiativeId } from './initiative.types.js';

/** Initiatives by id as GraphQL objects, for whoever refers to one; null where it does not exist for the caller. */
@Injectable()
export class InitiativeLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InitiativeAccess,
  ) {}

  load(ctx: RequestContext, id: string | null): Promise<Initiative | null> {
    if (id === null) return Promise.resolve(null);
    return ctx.once(this, () => this.loader(ctx)).load(id);
  }

  /** Forgets what this request has read of it, after a mutation. */
  async reload(ctx: RequestContext, id: string): Promise<Initiative | null> {
    ctx.once(this, () => this.loader(ctx)).clear(id);
    return this.load(ctx, id);
  }

  private loader(ctx: RequestContext): DataLoader<string, Initiative | null> {
    return new DataLoader(async (ids) => {
      const rows = await this.unitOfWork.read(ctx, async (tx) =>
        findInitiatives(tx, await this.access.scopeOf(tx, ctx), ids),
      );
      const byId = new Map(rows.map((row) => [row.id as string, toInitiative(row)]));
      return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
    });
  }
}

/** What hangs on initiatives that the caller sees already: one statement for all of a page. */
@Injectable()
export class InitiativeDetailLoader {
  private readonly attributeKey = {};
  private readonly recordKey = {};
  private readonly revisionKey = {};

  constructor(private readonly unitOfWork: UnitOfWork) {}

  attributes(ctx: RequestContext, id: InitiativeId): Promise<readonly Attribute[]> {
    const loader = ctx.once(
      this.attributeKey,
      () =>
        new DataLoader<InitiativeId, readonly Attribute[]>(async (ids) => {
          const rows = await this.unitOfWork.readOne<{ id: InitiativeId; attributes: Attribute[] }>(
            ctx,
            `select distinct on (initiative_id) initiative_id as id, attributes from initiative_revision
              where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
              order by initiative_id, effective_on desc`,
            [ctx.tenantId, ids],
          );
          const byId = new Map(rows.map((row) => [row.id, row.attributes]));
          return ids.map((key) => byId.get(key) ?? []);
        }),
    );
    return loader.load(id);
  }

  stageRecords(ctx: RequestContext, id: InitiativeId): Promise<readonly StageRecordRow[]> {
    const loader = ctx.once(
      this.recordKey,
      () =>
        new DataLoader<InitiativeId, readonly StageRecordRow[]>(async (ids) => {
          const rows = await this.unitOfWork.read(ctx, (tx) => stageRecords(tx, ids));
          const byId = Map.groupBy(rows, (row) => row.initiativeId);
          return ids.map((key) => byId.get(key) ?? []);
        }),
    );
    return loader.load(id);
  }

  revisions(ctx: RequestContext, id: InitiativeId): Promise<InitiativeRevision[]> {
    const loader = ctx.once(
      this.revisionKey,
      () =>
        new DataLoader<InitiativeId, InitiativeRevision[]>(async (ids) => {
          const [revisions, assignments] = await this.unitOfWork.read(ctx, (tx) =>
            Promise.all([recordedRevisions(tx, ids), recordedAssignments(tx, ids)]),
          );
          const byId = {
            revisions: Map.groupBy(revisions, idOf),
            assignments: Map.groupBy(assignments, idOf),
          };
          return ids.map((key) =>
            revisionsOf(byId.revisions.get(key) ?? [], byId.assignments.get(key) ?? []),
          );
        }),
    );
    return loader.load(id);
  }
}

const idOf = ({ initiativeId }: { initiativeId: InitiativeId }): InitiativeId => initiativeId;
