import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { loadSampleInto } from './load-sample.js';

const NOW = new Date();

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
  await loadSampleInto(db.config, 'a password for this spec', NOW);
}, 120_000);
afterAll(() => db.close());

const count = async (sql: string): Promise<number> =>
  (await db.admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]!.n;
const tenantIds = async (): Promise<string[]> =>
  (await db.admin.query<{ id: string }>('select id from tenant order by id')).rows.map(({ id }) => id);
const northwind = `tenant_id = (select id from tenant where slug = 'northwind')`;

/** All history of both organisations without its ids, by table. */
async function everythingTold(): Promise<Record<string, unknown[]>> {
  const rowsOf = async (table: string, columns: string): Promise<unknown[]> =>
    (
      await db.admin.query<object>(
        `select t.slug, coalesce(i.key_number, 0) as key, ${columns}
           from ${table} h join tenant t on t.id = h.tenant_id
           left join initiative i on i.tenant_id = h.tenant_id and i.id = h.${table === 'assessment' ? 'subject_id' : 'initiative_id'}
          order by h.recorded_at, t.slug, key, ${columns}`,
      )
    ).rows;
  return {
    events: await rowsOf(
      'stage_event',
      'h.stage, h.entered_on, h.precision, h.reason, h.recorded_at, h.superseded_at, h.superseded_reason',
    ),
    observations: await rowsOf('stage_observation', 'h.stage, h.seen_on, h.recorded_at'),
    revisions: await rowsOf('initiative_revision', 'h.name, h.effective_on, h.tags, h.kind, h.recorded_at'),
    assignments: await rowsOf('initiative_assignment', 'h.kind, h.effective_on, h.recorded_at'),
    assessments: await rowsOf(
      'assessment',
      'h.subject_kind, h.as_of_on, h.score_num, h.score_den, h.recorded_at',
    ),
  };
}

describe('the sample', () => {
  it('holds two organisations, one person with a seat in both', async () => {
    expect(await count('tenant where is_sample')).toBe(2);
    const both = `(select user_id from membership group by user_id having count(*) = 2) as m`;
    expect(await count(both)).toBe(1);
  });

  it('gives the owner who can sign in initiatives of their own', async () => {
    const owners = `(select c.owner_id, count(*) from initiative_current c where c.${northwind} group by 1) as o
       join person p on p.id = o.owner_id and p.email = 'owner@northwind.example'`;
    expect(await count(owners)).toBe(1);
    expect(await count(`person where ${northwind} and name = 'Daniel Reyes'`)).toBe(1);
  });

  it('has a portfolio over all stages', async () => {
    const { rows } = await db.admin.query(
      `select stage, count(*)::int as n from initiative_current where ${northwind} group by stage order by stage`,
    );
    expect(rows).toEqual([
      { stage: 'ENDED', n: 5 },
      { stage: 'IDEA', n: 3 },
      { stage: 'LIMITED_PRODUCTION', n: 2 },
      { stage: 'PILOT', n: 9 },
      { stage: 'PRODUCTION', n: 4 },
      { stage: 'SCALED', n: 2 },
    ]);
  });

  it('was told over two years, with one date corrected and at least 90 assessments', async () => {
    expect(await count(`assessment where ${northwind}`)).toBeGreaterThanOrEqual(90);
    expect(await count(`stage_event where ${northwind} and superseded_at is not null`)).toBe(1);
    const { rows } = await db.admin.query<{ days: number }>(
      `select (max(recorded_at)::date - min(recorded_at)::date) as days from stage_event where ${northwind}`,
    );
    expect(rows[0]!.days).toBeGreaterThan(600);
  });

  it('holds what registers hold: coarse days, sightings, a merger and a unit that was asked itself', async () => {
    const { rows } = await db.admin.query(
      `select (select count(*)::int from stage_event where ${northwind} and precision = 'MONTH') as coarse,
              (select count(*)::int from stage_observation where ${northwind}) as seen,
              (select count(*)::int from initiative_current where ${northwind} and stage_known_by = 'OBSERVATION') as "entryUnknown",
              (select array_agg(outcome order by outcome) from initiative_current where ${northwind} and outcome is not null) as outcomes,
              (select count(*)::int from assessment where ${northwind} and subject_kind = 'UNIT') as "ofUnits"`,
    );
    expect(rows).toEqual([
      {
        coarse: 2,
        seen: 4,
        entryUnknown: 1,
        outcomes: ['ABANDONED', 'ABANDONED', 'ABANDONED', 'MERGED', 'RETIRED'],
        ofUnits: 2,
      },
    ]);
  });

  it('corrects that date across the end of a published quarter, whatever day it is', async () => {
    const { rows } = await db.admin.query(
      `select before.entered_on > now.entered_on as "isEarlier",
              date_trunc('quarter', before.entered_on) - interval '3 months' = date_trunc('quarter', now.entered_on) as "isNextQuarter",
              exists (select from report r where r.tenant_id = now.tenant_id
                         and r.to_on between now.entered_on and before.entered_on
                         and r.known_at < before.recorded_at) as "isPublished"
         from stage_event before
         join stage_event now on now.tenant_id = before.tenant_id and now.fact_id = before.fact_id and now.superseded_at is null
        where before.superseded_at is not null`,
    );
    expect(rows).toEqual([{ isEarlier: true, isNextQuarter: true, isPublished: true }]);
  });

  it('is loaded once', async () => {
    const before = await tenantIds();
    expect(await loadSampleInto(db.config, 'another password')).toHaveLength(6);
    expect(await tenantIds()).toEqual(before);
  });
});

describe('a sample whose loading was cut short', () => {
  it('is erased and loaded anew: on the same day the same rows, ids aside', async () => {
    const before = await tenantIds();
    const told = await everythingTold();
    await db.admin.query('delete from operator_account');
    await db.admin.query(`delete from stage_event where ${northwind}`);
    expect(await loadSampleInto(db.config, 'a password for this spec', NOW)).toHaveLength(6);
    const after = await tenantIds();
    expect(after).toHaveLength(2);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(await everythingTold()).toEqual(told);
  }, 120_000);
});

describe('a sample that was removed', () => {
  it('does not come back; its operator stays', async () => {
    const { rows } = await db.admin.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'app' and column_name = 'tenant_id'
          and table_name in (select tablename from pg_tables where schemaname = 'app')`,
    );
    await db.admin.query(`truncate tenant, ${rows.map(({ name }) => name).join(', ')}`);
    expect(await loadSampleInto(db.config, 'a password for this spec')).toEqual([
      expect.objectContaining({ email: 'operator@pilotage.example' }),
    ]);
    expect(await tenantIds()).toEqual([]);
  });
});
