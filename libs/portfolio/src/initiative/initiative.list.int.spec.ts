import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, type Stage } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type RequestContext, SettingsService, type UnitId } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { type Attention, attentionDays } from '../attention/attention.js';
import {
  countStatement,
  type InitiativeFilter,
  type InitiativeOrder,
  listStatement,
  type ResolvedFilter,
} from './initiative.queries.js';

let db: TestDatabase;
let world: World;
let claims: UnitId;
let motor: UnitId;

beforeAll(async () => {
  db = await TestDatabase.open();
  world = await World.of(db.unitOfWork, await db.createTenant());
  claims = await world.unit('Claims');
  motor = await world.unit('Motor', claims);
  const stages: (Stage | null)[] = ['PILOT', null, 'ENDED', 'PRODUCTION', 'IDEA'];
  const names = ['banana', 'Äpfel', 'cherry 100%', 'apple', 'Zebra'];
  for (const [index, name] of names.entries()) {
    const id = await world.create(name, {
      unitId: [claims, motor, null, null, null][index],
      kind: index % 2 === 0 ? 'AGENT' : 'VISION',
      tags: index < 2 ? ['fruit', 'sweet'] : ['other'],
      summary: index === 4 ? 'has stripes' : null,
    });
    const stage = stages[index];
    if (stage)
      await world.stages.record(world.manager, {
        idempotencyKey: newId(),
        initiativeId: id,
        stage,
        on: { on: day('2024-05-01'), precision: 'DAY' },
      });
  }
});
afterAll(() => db.close());

const names = async (
  filter: InitiativeFilter = {},
  order: InitiativeOrder = { field: 'KEY', direction: 'ASC' },
  ctx: RequestContext = world.manager,
): Promise<string[]> =>
  (await world.portfolio.list(ctx, { filter, order, first: 100 })).nodes.map(({ name }) => name);

describe('the portfolio list', () => {
  it.each([
    ['KEY', ['banana', 'Äpfel', 'cherry 100%', 'apple', 'Zebra']],
    ['NAME', ['Äpfel', 'apple', 'banana', 'cherry 100%', 'Zebra']],
    ['STAGE', ['Zebra', 'banana', 'apple', 'cherry 100%', 'Äpfel']],
  ] as const)('sorts by %s, in both directions', async (field, expected) => {
    expect(await names({}, { field, direction: 'ASC' })).toEqual(expected);
    expect(await names({}, { field, direction: 'DESC' })).toEqual([...expected].reverse());
  });

  it.each(['KEY', 'NAME', 'STAGE', 'LAST_OBSERVED', 'UPDATED'] as const)(
    'pages by %s without losing or repeating one',
    async (field) => {
      for (const direction of ['ASC', 'DESC'] as const) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page = await world.portfolio.list(world.manager, {
            order: { field, direction },
            first: 2,
            after,
          });
          expect(page.totalCount).toBe(5);
          seen.push(...page.nodes.map(({ name }) => name));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after);
        expect(seen).toEqual(await names({}, { field, direction }));
      }
    },
  );

  it('refuses a cursor of another list and pages of no or too many rows', async () => {
    const page = await world.portfolio.list(world.manager, { first: 2 });
    const after = page.pageInfo.endCursor;
    const filter = { kinds: ['AGENT' as const] };
    await expect(world.portfolio.list(world.manager, { filter, first: 2, after })).rejects.toMatchObject({
      path: ['after'],
    });
    await expect(world.portfolio.list(world.manager, { first: 101 })).rejects.toMatchObject({
      path: ['first'],
    });
  });

  it.each([
    ['text in names, whatever its case', { search: 'APPLE' }, ['apple']],
    ['text in summaries', { search: 'stripes' }, ['Zebra']],
    ['text with signs that SQL gives a meaning', { search: '100%' }, ['cherry 100%']],
    ['a key', { search: 'AI-004' }, ['apple']],
    ['stages', { stages: ['PILOT', 'IDEA'] }, ['banana', 'Zebra']],
    ['kinds', { kinds: ['AGENT'] }, ['banana', 'cherry 100%', 'Zebra']],
    ['tags', { tags: ['sweet', 'nothing'] }, ['banana', 'Äpfel']],
    ['what has ended', { isEnded: true }, ['cherry 100%']],
    ['what has not', { isEnded: false, kinds: ['AGENT'] }, ['banana', 'Zebra']],
    ['no choice at all', { stages: [], kinds: null }, ['banana', 'Äpfel', 'cherry 100%', 'apple', 'Zebra']],
  ] satisfies [string, InitiativeFilter, string[]][])('filters by %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it('filters by units with everything under them', async () => {
    expect(await names({ unitIds: [claims] })).toEqual(['banana', 'Äpfel']);
    expect(await names({ unitIds: [motor] })).toEqual(['Äpfel']);
    expect(await names({ unitIds: [newId()] })).toEqual([]);
    await expect(names({ unitIds: ['x'] })).rejects.toMatchObject({ path: ['filter', 'unitIds'] });
  });

  it('shows a restricted contributor their units and what they own, in lists, counts and tags', async () => {
    const contributor = world.as('CONTRIBUTOR', [motor]);
    expect(await names({}, undefined, contributor)).toEqual(['Äpfel']);
    expect((await world.portfolio.list(contributor, { first: 1 })).totalCount).toBe(1);
    expect(await world.portfolio.tags(contributor)).toEqual(['fruit', 'sweet']);
    expect(await world.portfolio.tags(world.manager)).toEqual(['fruit', 'other', 'sweet']);
    expect(await world.portfolio.tags(world.manager, 1)).toEqual(['other']);
    expect(await names({}, undefined, world.as('CONTRIBUTOR', [claims]))).toEqual(['banana', 'Äpfel']);
  });

  it('shows another tenant nothing', async () => {
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    expect(await names({}, undefined, elsewhere.manager)).toEqual([]);
  });

  it('takes two statements, however long it is', async () => {
    const statements = await db.statementsOf(() => world.portfolio.list(world.manager, { first: 100 }));
    expect(statements).toHaveLength(2);
  });

  it.each([
    ['KEY', 'initiative_current_by_key'],
    ['NAME', 'initiative_current_by_name'],
    ['STAGE', 'initiative_current_by_stage'],
    ['LAST_OBSERVED', 'initiative_current_by_observed'],
    ['UPDATED', 'initiative_current_by_updated'],
  ] as const)(
    'sorted by %s finds its page by an index condition under row-level security',
    async (field, index) => {
      const scope = await world.unitOfWork.read(world.manager, (tx) =>
        world.access.scopeOf(tx, world.manager),
      );
      const value = {
        KEY: '2',
        NAME: 'b',
        STAGE: '1',
        LAST_OBSERVED: '2024-01-01',
        UPDATED: '2024-01-01T00:00:00Z',
      }[field];
      const { sql, params } = listStatement(world.tenant, scope, {
        filter: {},
        order: { field, direction: 'ASC' },
        after: { value, id: newId() },
        limit: 51,
      });
      const plan = await db.planOf(world.tenant, sql, params);
      expect(plan).toContain(`using ${index}`);
      expect(plan).toMatch(/Index Cond: .*tenant_id = .*ROW\(/);
      expect(plan).not.toContain('Sort');
    },
  );

  it('lists what needs attention, any of several reasons, as far as the caller sees it', async () => {
    expect(await names({ attention: ['WITHOUT_STAGE'] })).toEqual(['Äpfel']);
    expect(await names({ attention: ['WITHOUT_OWNER', 'MOVED_THIS_QUARTER'] })).toEqual([
      'banana',
      'Äpfel',
      'apple',
      'Zebra',
    ]);
    expect(
      await names({ attention: ['WITHOUT_OWNER'] }, undefined, world.as('CONTRIBUTOR', [motor])),
    ).toEqual(['Äpfel']);
    expect(await names({ attention: ['ASSESSMENT_STALE'] })).toEqual([]);
    expect(await names({ attention: [] })).toHaveLength(5);
  });

  it('keeps a page to the reasons it was asked for, at the cost of one statement more', async () => {
    const list = (attention: Attention, after: string | null = null) =>
      world.portfolio.list(world.manager, { filter: { attention: [attention] }, first: 2, after });
    const { pageInfo } = await list('WITHOUT_OWNER');
    const rest = await list('WITHOUT_OWNER', pageInfo.endCursor);
    expect(rest.nodes.map(({ name }) => name)).toEqual(['apple', 'Zebra']);
    await expect(list('WITHOUT_SPONSOR', pageInfo.endCursor)).rejects.toMatchObject({ path: ['after'] });
    expect(await db.statementsOf(() => list('WITHOUT_OWNER'))).toHaveLength(3);
  });

  it('finds by unit, owner, tag and what needs attention through an index under row-level security', async () => {
    const large = await World.of(db.unitOfWork, await db.createTenant());
    await fill(large, 3_000);
    const scope = await large.unitOfWork.read(large.manager, (tx) => large.access.scopeOf(tx, large.manager));
    const planFor = (filter: ResolvedFilter): Promise<string> => {
      const { sql, params } = countStatement(large.tenant, scope, filter);
      return db.planOf(large.tenant, sql, params);
    };
    expect(await planFor({ unitIds: [newId()] })).toMatch(/Index Cond: .*unit_id = ANY/);
    expect(await planFor({ ownerIds: [newId()] })).toMatch(/Index Cond: .*owner_id = ANY/);
    expect(await planFor({ tags: ['tag 7'] })).toMatch(/Index Cond: .*tag = ANY/);
    const asked = await db.statementsOf(() => large.portfolio.tags(large.manager));
    const tags = asked.find((sql) => sql.includes('most_used'));
    expect(await db.planOf(large.tenant, tags!, [large.tenant.tenantId, 9])).toMatch(
      /initiative_tag[\s\S]*Index Cond: .*tenant_id = /,
    );
    const planOfAttention = async (...anyOf: Attention[]): Promise<string> => {
      const settings = await large.unitOfWork.read(large.tenant, (tx) => new SettingsService().timeline(tx));
      return planFor({ attention: { anyOf, days: attentionDays(settings, new Date()) } });
    };
    expect(await planOfAttention('WITHOUT_OWNER')).toMatch(/Index Cond: .*owner_id IS NULL/);
    expect(await planOfAttention('WITHOUT_SPONSOR')).toMatch(/Index Cond: .*tenant_id = /);
    expect(await planOfAttention('OVER_LIMIT_NO_PLAN')).toMatch(/Index Cond: .*stage_rank = /);
    expect(await planOfAttention('NOT_CONFIRMED_90_DAYS')).toMatch(/Index Cond: .*last_observed_on < /);
    expect(await planOfAttention('MOVED_THIS_QUARTER')).toMatch(/Index Cond: .*entered_on >= /);
  });
});

/** Rows of no meaning, enough of them that an index pays. */
async function fill({ tenant: { tenantId } }: World, count: number): Promise<void> {
  const numbers = `generate_series(1, ${count}) as n`;
  await db.admin.query(`
    insert into initiative (tenant_id, id, key_number, created_at)
    select '${tenantId}', gen_random_uuid(), n, now() from ${numbers};
    insert into initiative_current (tenant_id, initiative_id, key_number, name, summary, kind, risk_tier, delivery_model,
                                    unit_id, owner_id, stage_rank, last_observed_on, created_at, updated_at)
    select tenant_id, id, key_number, 'Initiative ' || key_number, '', 'OTHER', 'UNKNOWN', 'UNKNOWN',
           gen_random_uuid(), gen_random_uuid(), 9, now(), now(), now() from initiative where tenant_id = '${tenantId}';
    insert into initiative_tag (tenant_id, initiative_id, tag)
    select tenant_id, id, 'tag ' || key_number from initiative where tenant_id = '${tenantId}';
    insert into stage_event (tenant_id, id, initiative_id, stage, entered_on, precision, source, fact_id, recorded_at)
    select tenant_id, gen_random_uuid(), id, 'PILOT', date '2020-01-01' + key_number % 1000, 'DAY', 'USER', gen_random_uuid(), now()
      from initiative where tenant_id = '${tenantId}';
    analyze initiative_current; analyze initiative_tag; analyze stage_event;`);
}
