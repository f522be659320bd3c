import type { TestDatabase } from '@pilotage/testing';

/** Initiatives with assessments, by bulk SQL: lists read them as if people had entered them. */
export async function fillPortfolio(
  db: TestDatabase,
  tenantId: string,
  { initiatives, assessmentsEach }: { initiatives: number; assessmentsEach: number },
): Promise<void> {
  await db.admin.query(
    `with made as (
       insert into initiative (tenant_id, id, key_number, created_at)
       select $1, gen_random_uuid(), n, now() from generate_series(1, $2::int) n returning *
     ), listed as (
       insert into initiative_current (tenant_id, initiative_id, key_number, name, summary, kind, risk_tier, delivery_model,
                                       stage, stage_rank, stage_on, stage_precision, stage_known_by, last_observed_on, created_at, updated_at)
       select tenant_id, id, key_number, 'Initiative ' || key_number, 'What it is for', 'LANGUAGE', 'LIMITED', 'BUILT',
              'PILOT', 1, current_date - 100, 'DAY', 'EVENT', current_date, now(), now() from made
     )
     insert into assessment (tenant_id, id, fact_id, recorded_at, subject_kind, subject_id, framework_id, framework_version,
                             as_of_on, answered, applicable, score_den, score_num, lower_num, upper_num)
     select tenant_id, a.id, a.id, now(), 'INITIATIVE', made.id, 'ai-scaling-readiness', 1, current_date - 30 * a.n,
            15, 15, 1440, 600 + (made.key_number * 7 + a.n) % 800, 600, 1440
       from made cross join lateral (
         select gen_random_uuid() as id, n from generate_series(1, $3::int) n where made.id is not null) a`,
    [tenantId, initiatives, assessmentsEach],
  );
}

/** Tenants beside the one that is asked, so that its rows are some among many. */
export async function fillOthers(db: TestDatabase, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const { tenantId } = await db.createTenant();
    await fillPortfolio(db, tenantId, { initiatives: 500, assessmentsEach: 12 });
  }
}

/** Figures of a server that may lose data in a crash flatter whoever writes. */
export async function makeServerCareful(db: TestDatabase): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await db.admin.query(`alter system reset ${setting}`);
  await db.admin.query('select pg_reload_conf()');
}
