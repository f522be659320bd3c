import { addDays, type Day, day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type InitiativeId } from '@pilotage/portfolio';
import { type RequestContext } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';

let db: TestDatabase;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await TestTenant.create(db);
});

const daysAgo = (count: number): Day => addDays(day(new Date().toISOString().slice(0, 10)), -count);

async function owned(ctx: RequestContext, ids: readonly InitiativeId[]): Promise<void> {
  const { personId } = ctx.member;
  await tenant.run(async (tx) => {
    await tx.insert('person', { id: personId, name: 'Owner', sortName: 'owner' });
    await tx.update('initiative_current', { initiativeId: ids[0] }, { ownerId: personId });
    for (const id of ids.slice(1))
      await tx.update('initiative_current', { initiativeId: id }, { sponsorId: personId });
  });
}

describe('the work of the office', () => {
  it('is of one tenant only', async () => {
    await tenant.initiative(daysAgo(10));
    const other = await TestTenant.create(db);
    expect(await other.work.office(other.as('ADMIN'))).toMatchObject({ active: 0, withoutOwner: 0 });
  });

  it('is two statements besides the settings', async () => {
    const statements = await db.statementsOf(() => tenant.work.office(tenant.as('ADMIN')));
    expect(statements).toHaveLength(3);
  });
});

describe('the work of a member', () => {
  it('is what they own or sponsor: to confirm after 90 days, to assess when it would not count', async () => {
    const me = tenant.as('CONTRIBUTOR');
    const silent = await tenant.initiative(daysAgo(200));
    await tenant.enter(silent, 'PILOT', daysAgo(200));
    const fresh = await tenant.initiative(daysAgo(200));
    await tenant.assess(fresh, daysAgo(0), 'YES');
    const ended = await tenant.initiative(daysAgo(200));
    await tenant.enter(ended, 'ENDED', daysAgo(0));
    await tenant.initiative(daysAgo(200));
    await owned(me, [silent, fresh, ended]);
    expect(await tenant.work.mine(me)).toEqual({
      owned: 2,
      toConfirm: { count: 1, ids: [silent] },
      toAssess: { count: 1, ids: [silent] },
    });
    expect(await tenant.work.mine(tenant.as('CONTRIBUTOR'))).toMatchObject({
      owned: 0,
      toConfirm: { count: 0, ids: [] },
    });
  });

  it('asks of no stage whether it is still the same, and for no round twice', async () => {
    const me = tenant.as('CONTRIBUTOR');
    const [stageless, begun, begunByOther] = [
      await tenant.initiative(daysAgo(200)),
      await tenant.initiative(daysAgo(199)),
      await tenant.initiative(daysAgo(198)),
    ];
    await owned(me, [stageless, begun, begunByOther]);
    await tenant.run((tx) =>
      tx.insert(
        'assessment_draft',
        [
          { subjectId: begun, createdBy: me.memberId },
          { subjectId: begunByOther, createdBy: tenant.as('CONTRIBUTOR').memberId },
        ].map((draft) => ({
          id: newId(),
          subjectKind: 'INITIATIVE',
          frameworkId: 'spec',
          frameworkVersion: 1,
          asOfOn: daysAgo(0),
          ...draft,
        })),
      ),
    );
    expect(await tenant.work.mine(me)).toEqual({
      owned: 3,
      toConfirm: { count: 0, ids: [] },
      toAssess: { count: 2, ids: [stageless, begunByOther] },
    });
  });

  it('counts all and lists fifty', async () => {
    const me = tenant.as('CONTRIBUTOR');
    const ids: InitiativeId[] = [];
    for (let index = 0; index < 51; index += 1) ids.push(await tenant.initiative(daysAgo(200)));
    await owned(me, ids);
    const { toAssess } = await tenant.work.mine(me);
    expect(toAssess.count).toBe(51);
    expect(toAssess.ids).toHaveLength(50);
  });
});
