import { day } from '@pilotage/analytics';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

it('each statement of the trend page finds its quarters by index under row-level security', async () => {
  const tenant = await TestTenant.create(db);
  const sent = await db.statementsOf(() =>
    tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, 8, null),
  );
  const ofFacts = sent.filter((sql) => sql.includes('from initiative_quarter'));
  expect(ofFacts).toHaveLength(4);
  const days = [day('2026-03-31'), day('2026-06-30')];
  for (const sql of ofFacts) {
    const params = [
      tenant.ctx.tenantId,
      days,
      days,
      days,
      days,
      [tenant.ctx.tenantId, tenant.ctx.tenantId],
      ['VISION'],
      day('2026-06-30'),
    ];
    const plan = await db.planOf(tenant.ctx, sql, params.slice(0, sql.includes('$8') ? 8 : 7));
    expect(plan).not.toContain('Seq Scan');
    expect(plan).toMatch(/on initiative_quarter_pkey|using initiative_quarter_pkey/);
    expect(plan).toMatch(/Index Cond: \(\(tenant_id = .*quarter_to = ANY/);
  }
});
