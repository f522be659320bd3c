import { addDays, type Day } from '@pilotage/analytics';
import { type TenantReadTx } from '@pilotage/platform';
import { type PersonId } from '@pilotage/tenancy';

/** An initiative that nobody has confirmed for so long is asked about. */
export const CONFIRM_AFTER_DAYS = 90;
/** Lists of work show so many; the rest comes up when these are done. */
const LISTED = 50;

export interface WorkDays {
  readonly today: Day;
  readonly quarterFrom: Day;
  /** From which as-of day on an assessment still counts at the end of the running quarter. */
  readonly freshFrom: Day;
  readonly pilotLimitDays: number;
}

/** Counts for the programme office. Null days count as "no". */
export interface OfficeWork {
  readonly active: number;
  readonly withoutOwner: number;
  readonly notConfirmed90Days: number;
  readonly overLimitNoPlan: number;
  readonly stale: number;
  readonly neverAssessed: number;
  readonly importFindings: number;
  readonly stageMovesThisQuarter: number;
}

export async function readOfficeWork(tx: TenantReadTx, days: WorkDays): Promise<OfficeWork> {
  const [work] = await tx.query<OfficeWork>(
    `select count(*)::int as active,
            count(*) filter (where owner_id is null)::int as "withoutOwner",
            count(*) filter (where last_observed_on < $2)::int as "notConfirmed90Days",
            count(*) filter (where stage = 'PILOT' and stage_known_by = 'EVENT' and last_observed_on - stage_on > $3)::int as "overLimitNoPlan",
            count(*) filter (where assessed_on < $4)::int as stale,
            count(*) filter (where assessed_on is null)::int as "neverAssessed",
            (select count(*) from import_finding f
              where f.tenant_id = $1 and f.severity <> 'INFO' and f.import_id = (
                    select i.id from import i where i.tenant_id = $1 and i.state = 'DONE' order by i.created_at desc, i.id limit 1))::int as "importFindings",
            (select count(*) from stage_event e
              where e.tenant_id = $1 and e.superseded_at is null and e.entered_on between $5 and $6)::int as "stageMovesThisQuarter"
       from initiative_current
      where tenant_id = $1 and stage is distinct from 'ENDED'`,
    [
      tx.ctx.tenantId,
      addDays(days.today, -CONFIRM_AFTER_DAYS),
      days.pilotLimitDays,
      days.freshFrom,
      days.quarterFrom,
      days.today,
    ],
  );
  if (!work) throw new RangeError('A count without group gives one row.');
  return work;
}

export interface OwnWork {
  readonly owned: number;
  readonly toConfirm: readonly string[];
  readonly toAssess: readonly string[];
}

/** Active initiatives that somebody owns or sponsors, and which of them wait for a word of theirs. */
export async function readOwnWork(tx: TenantReadTx, personId: PersonId, days: WorkDays): Promise<OwnWork> {
  const rows = await tx.query<{ id: string; isToConfirm: boolean; isToAssess: boolean }>(
    `select initiative_id as id, last_observed_on < $3 as "isToConfirm", coalesce(assessed_on < $4, true) as "isToAssess"
       from initiative_current
      where tenant_id = $1 and (owner_id = $2 or sponsor_id = $2) and stage is distinct from 'ENDED'
      order by last_observed_on, initiative_id`,
    [tx.ctx.tenantId, personId, addDays(days.today, -CONFIRM_AFTER_DAYS), days.freshFrom],
  );
  const idsOf = (matches: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(matches)
      .map(({ id }) => id)
      .slice(0, LISTED);
  return {
    owned: rows.length,
    toConfirm: idsOf(({ isToConfirm }) => isToConfirm),
    toAssess: idsOf(({ isToAssess }) => isToAssess),
  };
}

/** Subjects of open drafts that the member began or last worked on, the latest first. */
export async function readDraftSubjects(tx: TenantReadTx): Promise<string[]> {
  const rows = await tx.query<{ subjectId: string }>(
    `select subject_id as "subjectId" from assessment_draft
      where tenant_id = $1 and (created_by = $2 or updated_by = $2) order by updated_at desc, id limit ${LISTED}`,
    [tx.ctx.tenantId, tx.ctx.memberId],
  );
  return rows.map(({ subjectId }) => subjectId);
}
