import type { Day } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';

/** What the register claims to hold: facts as of a day, and since which day it also records what ended. */
export interface RegisterClaim {
  readonly asOfOn: Day;
  /** Null: unknown, so no rate can be had. */
  readonly completeSince: Day | null;
  readonly livingOnly: boolean;
}

interface StatementRow extends RegisterClaim {
  readonly id: string;
  /** Null: begun by hand. */
  readonly importId: string | null;
}

const LIVE = `select s.id, s.import_id as "importId", s.as_of_on::text as "asOfOn", s.complete_since::text as "completeSince",
                     s.living_only as "livingOnly"
                from register_statement s left join import i on i.tenant_id = s.tenant_id and i.id = s.import_id
               where s.tenant_id = $1 and s.superseded_at is null`;

/**
 * Records the claim of an import; one claim per register and day, the newest import's. It takes the place of a register begun by
 * hand: that claim is of the day of the first entry, so an import of an earlier day would never be heard.
 */
export async function stateRegister(tx: TenantTx, importId: string, claim: RegisterClaim): Promise<void> {
  const [before] = await tx.query<StatementRow>(
    `${LIVE} and (s.import_id is null or s.as_of_on = $2 and i.register_id is not distinct from
                    (select register_id from import where tenant_id = $1 and id = $3))
      order by s.import_id nulls first limit 1`,
    [tx.ctx.tenantId, claim.asOfOn, importId],
  );
  const row = { importId, ...claim };
  if (!before) return tx.history.append('register_statement', [row]);
  const { completeSince, livingOnly } = before;
  if (before.importId && completeSince === claim.completeSince && livingOnly === claim.livingOnly) return;
  await tx.history.supersede('register_statement', before.id, row);
}

/**
 * The first initiative entered by hand begins a register kept here: from today on it also records what ends.
 * Does nothing once there is any statement.
 */
export async function beginRegister(tx: TenantTx, today: Day): Promise<void> {
  const known = await tx.query(`${LIVE} limit 1`, [tx.ctx.tenantId]);
  if (known.length > 0) return;
  await tx.history.append('register_statement', [{ asOfOn: today, completeSince: today, livingOnly: false }]);
}
