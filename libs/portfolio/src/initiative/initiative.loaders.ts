import { Injectable } from '@nestjs/common';
import { type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import DataLoader from 'dataloader';
import { InitiativeAccess } from '../access/initiative-access.js';
import { liveSplits, type SplitRow } from '../split/split.queries.js';
import { livePlans, type StagePlanRow } from '../stage/stage-plan.queries.js';
import { type StageRecordRow, stageRecords } from '../stage/stage.queries.js';
import { type Initiative, type InitiativeRevision, toInitiative } from './initiative.graphql.js';
import { recordedAssignments, recordedRevisions, versionsOf } from './initiative.history.js';
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

type Batch<Value> = (tx: TenantReadTx, ids: readonly InitiativeId[]) => Promise<Value[]>;

/** What hangs on initiatives that the caller sees already: one statement for all of a page. */
@Injectable()
export class InitiativeDetailLoader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  attributes(ctx: RequestContext, id: InitiativeId): Promise<readonly Attribute[]> {
    return this.load(ctx, attributesOf, id);
  }

  version(ctx: RequestContext, id: InitiativeId): Promise<string> {
    return this.load(ctx, versionOfEach, id);
  }

  stageRecords(ctx: RequestContext, id: InitiativeId): Promise<readonly StageRecordRow[]> {
    return this.load(ctx, stageRecordsOf, id);
  }

  stagePlans(ctx: RequestContext, id: InitiativeId): Promise<readonly StagePlanRow[]> {
    return this.load(ctx, stagePlansOf, id);
  }

  splits(ctx: RequestContext, id: InitiativeId): Promise<readonly SplitRow[]> {
    return this.load(ctx, splitsOf, id);
  }

  revisions(ctx: RequestContext, id: InitiativeId): Promise<InitiativeRevision[]> {
    return this.load(ctx, revisionsOfAll, id);
  }

  /** Batches but does not cache: the second mutation of a request must not see what was there before the first. */
  private load<Value>(ctx: RequestContext, batch: Batch<Value>, id: InitiativeId): Promise<Value> {
    const make = () =>
      new DataLoader<InitiativeId, Value>((ids) => this.unitOfWork.read(ctx, (tx) => batch(tx, ids)), {
        cache: false,
      });
    return ctx.once(batch, make).load(id);
  }
}

const attributesOf: Batch<readonly Attribute[]> = async (tx, ids) => {
  const rows = await tx.query<{ id: InitiativeId; attributes: Attribute[] }>(
    `select distinct on (initiative_id) initiative_id as id, attributes from initiative_revision
      where tenant_id = $1 and initiative_id = any($2) and superseded_at is null
      order by initiative_id, effective_on desc`,
    [tx.ctx.tenantId, ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row.attributes]));
  return ids.map((id) => byId.get(id) ?? []);
};

const versionOfEach: Batch<string> = async (tx, ids) => {
  const byId = await versionsOf(tx, ids);
  return ids.map((id) => byId.get(id) ?? '');
};

const stageRecordsOf: Batch<readonly StageRecordRow[]> = async (tx, ids) => {
  const byId = Map.groupBy(await stageRecords(tx, ids), idOf);
  return ids.map((id) => byId.get(id) ?? []);
};

const stagePlansOf: Batch<readonly StagePlanRow[]> = async (tx, ids) => {
  const byId = Map.groupBy(await livePlans(tx, ids), idOf);
  return ids.map((id) => byId.get(id) ?? []);
};

const splitsOf: Batch<readonly SplitRow[]> = async (tx, ids) => {
  const byId = Map.groupBy(await liveSplits(tx, ids), ({ ofId }) => ofId);
  return ids.map((id) => byId.get(id) ?? []);
};

const revisionsOfAll: Batch<InitiativeRevision[]> = async (tx, ids) => {
  const [revisions, assignments] = await Promise.all([
    recordedRevisions(tx, ids),
    recordedAssignments(tx, ids),
  ]);
  const byId = { revisions: Map.groupBy(revisions, idOf), assignments: Map.groupBy(assignments, idOf) };
  return ids.map((id) => revisionsOf(byId.revisions.get(id) ?? [], byId.assignments.get(id) ?? []));
};

const idOf = ({ initiativeId }: { initiativeId: InitiativeId }): InitiativeId => initiativeId;
