import type { TenantReadTx } from '@pilotage/platform';
import { liveRevisions } from '../../initiative/initiative.history.js';
import { placeOf, type Profile } from '../../initiative/initiative.rules.js';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { PlannedFacts } from '../plan/facts.js';
import { type Finding, finding } from '../plan/finding.js';
import type { SliceSetting } from './slice-setting.js';

/** A row that no identity recognises, with what is known that is like it. */
interface MatchedRow {
  readonly rowNumber: number;
  readonly isOpen: boolean;
  readonly isLeftOut: boolean;
  readonly isSimilar: boolean;
  /** Of what it may be; null when there are several. */
  readonly candidate: string | null;
  readonly initiativeId: InitiativeId | null;
  readonly hasUnit: boolean;
  readonly previous: PlannedFacts | null;
}

export interface Matched {
  readonly initiativeId: InitiativeId;
  readonly previous: PlannedFacts;
  /** No import made or changed it before. */
  readonly isFirst: boolean;
}

/** Which initiatives rows are taken for by their names or by people's word, and what there is to say of the others. */
export async function readMatched(
  tx: TenantReadTx,
  { importId, mapping }: SliceSetting,
  rows: readonly { readonly rowNumber: number; readonly facts: PlannedFacts }[],
): Promise<ReadonlyMap<number, { readonly match: Matched | null; readonly findings: readonly Finding[] }>> {
  if (rows.length === 0) return new Map();
  const facts = new Map(rows.map((row) => [row.rowNumber, row.facts]));
  const found = await tx.query<MatchedRow>(
    `select m.row_number as "rowNumber", m.is_open as "isOpen", m.is_left_out as "isLeftOut",
            m.kind is not distinct from 'SIMILAR' as "isSimilar", c.name as candidate,
            case when not m.is_open then m.initiative_id end as "initiativeId", c.unit_id is not null as "hasUnit",
            case when not m.is_open then i.planned end as previous
       from import_match m
       left join initiative_current c on c.tenant_id = $1 and c.initiative_id = m.initiative_id
       left join import_identity i on i.tenant_id = $1 and i.initiative_id = m.initiative_id
      where m.tenant_id = $1 and m.import_id = $2 and m.row_number = any($3)
        and (m.is_open or m.is_left_out or m.initiative_id is not null)
        -- Another row of this file is it meanwhile.
        and i.import_id is distinct from $2`,
    [tx.ctx.tenantId, importId, [...facts.keys()]],
  );
  const byHand = found.flatMap(({ initiativeId, previous }) =>
    initiativeId && !previous ? [initiativeId] : [],
  );
  const revisions = Map.groupBy(await liveRevisions(tx, byHand), ({ initiativeId }) => initiativeId);
  return new Map(
    found.map((row) => {
      const { rowNumber, initiativeId, previous, hasUnit } = row;
      const profile = initiativeId && placeOf(revisions.get(initiativeId) ?? [], mapping.asOfOn).base;
      const match = initiativeId && {
        initiativeId,
        previous: previous ?? nothingBut(facts.get(rowNumber)!, profile || null, hasUnit),
        isFirst: previous === null,
      };
      return [rowNumber, { match, findings: findingsOf(row, mapping.name) }];
    }),
  );
}

/**
 * What an import before would have said of an initiative that people entered: in all that they filled in what the file
 * says now, so that it stays as they made it; nothing of the rest, so that the file fills it.
 */
function nothingBut(facts: PlannedFacts, profile: Profile | null, hasUnit: boolean): PlannedFacts {
  const isEmpty = (field: 'summary' | 'externalId' | 'tags' | 'attributes'): boolean =>
    (profile?.[field]?.length ?? 0) === 0;
  return {
    name: facts.name,
    summary: isEmpty('summary') ? '' : facts.summary,
    kind: profile?.kind === 'UNKNOWN' ? 'UNKNOWN' : facts.kind,
    externalId: isEmpty('externalId') ? null : facts.externalId,
    tags: isEmpty('tags') ? [] : facts.tags,
    attributes: isEmpty('attributes') ? [] : facts.attributes,
    unit: hasUnit ? facts.unit : null,
    events: [],
    stage: null,
    asOfOn: facts.asOfOn,
  };
}

function findingsOf({ isOpen, isLeftOut, isSimilar, candidate }: MatchedRow, column: number): Finding[] {
  if (isOpen) return [finding(isSimilar ? 'SIMILAR_KNOWN' : 'MATCH_OPEN', column, candidate)];
  return isLeftOut ? [finding('SIMILAR_LEFT_OUT', column)] : [];
}
