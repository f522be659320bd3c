import type { Day } from '@pilotage/analytics';
import type { MemberId, TenantReadTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';

/** An initiative that was split off from another one. */
export interface SplitRow {
  readonly id: string;
  readonly initiativeId: InitiativeId;
  readonly originId: InitiativeId;
  /** By this day it was. */
  readonly seenOn: Day;
  readonly recordedAt: Date;
  readonly recordedById: MemberId | null;
}

const MOST = 100;

/** What each of these initiatives was split off from, and what was split off from it: the live ones, at most 100 each. */
export const liveSplits = (
  tx: TenantReadTx,
  ids: readonly InitiativeId[],
): Promise<(SplitRow & { readonly ofId: InitiativeId })[]> =>
  tx.query(
    `select wanted.id as "ofId", s.id, s.initiative_id as "initiativeId", s.origin_id as "originId",
            s.seen_on::text as "seenOn", s.recorded_at as "recordedAt", s.recorded_by as "recordedById"
       from unnest($2::uuid[]) as wanted(id) cross join lateral (
         select * from (
           select * from initiative_split where tenant_id = $1 and initiative_id = wanted.id and superseded_at is null
           union all
           select * from initiative_split where tenant_id = $1 and origin_id = wanted.id and superseded_at is null) as either
          order by seen_on desc, id limit $3) s`,
    [tx.ctx.tenantId, ids, MOST],
  );
