import { type TenantReadTx } from '@pilotage/platform';
import { type Scope } from '../period/scope.js';
import { type RegisterClaim, type UnitCoverage } from './register-coverage.js';

/** Every unit with initiatives in scope, whatever their number: one statement over the list and the index of live events. */
export function readUnitCoverage(tx: TenantReadTx, scope: Scope): Promise<UnitCoverage[]> {
  return tx.query<UnitCoverage>(
    `with dated as (
       select initiative_id, bool_or(stage in ('IDEA', 'PILOT')) as has_start,
              bool_or(stage in ('PRODUCTION', 'SCALED')) as has_production
         from stage_event where tenant_id = $1 and superseded_at is null group by initiative_id
     ), listed as (
       select c.unit_id, d.has_start, d.has_production, c.stage is not null and d.initiative_id is null as is_only_seen,
              coalesce(c.stage in ('PRODUCTION', 'SCALED') or c.outcome = 'RETIRED', false) as has_arrived
         from initiative_current c left join dated d on d.initiative_id = c.initiative_id
        where c.tenant_id = $1
          and ($2::uuid[] is null or c.unit_id = any ($2)) and ($3::text[] is null or c.kind = any ($3))
     )
     select unit_id as "unitId", count(*)::int as initiatives,
            count(*) filter (where has_start)::int as "withStartDate",
            count(*) filter (where has_arrived)::int as "reachedProduction",
            count(*) filter (where has_arrived and has_production)::int as "withProductionDate",
            count(*) filter (where is_only_seen)::int as "observedOnly"
       from listed group by unit_id`,
    [tx.ctx.tenantId, scope.unitIds, scope.kinds],
  );
}

/** So many claims are compared; what a register said before is of no use any more. */
const CLAIMS_READ = 20;

/** What the registers say of themselves, the newest day first. */
export function readClaims(tx: TenantReadTx): Promise<RegisterClaim[]> {
  return tx.query<RegisterClaim>(
    `select i.register_id as "registerId", s.as_of_on as "asOfOn", s.complete_since as "completeSince",
            s.living_only as "livingOnly", s.import_id is null as "isByHand"
       from register_statement s left join import i on i.tenant_id = $1 and i.id = s.import_id
      where s.tenant_id = $1 and s.superseded_at is null
      order by s.as_of_on desc, s.recorded_at desc, s.id desc limit ${CLAIMS_READ}`,
    [tx.ctx.tenantId],
  );
}
