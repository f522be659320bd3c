import { newId } from '@pilotage/platform';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../../fixtures/tenant.js';
import { ReportingApiModule } from '../reporting-api.module.js';

const COVERAGE = `query ($filter: PortfolioFilter) { registerCoverage(filter: $filter) {
  initiatives withStartDate reachedProduction withProductionDate observedOnly asOf completeSince livingOnly wording
  units { unit { name } initiatives withStartDate reachedProduction withProductionDate observedOnly }
  otherUnits { units } } }`;

let api: TestApi;
let ours: TestOrganisation;
let tenant: TestTenant;
let health: string;
let justice: string;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, PortfolioApiModule, ReportingApiModule);
  ours = await api.createOrganisation();
  tenant = TestTenant.of(api.db, ours.ctx('ADMIN'));
  [health, justice] = [await tenant.unit('Health'), await tenant.unit('Justice')];
  const add = (unitId: string | null, kind = 'OTHER') => tenant.initiative('2024-12-16', { unitId, kind });

  const dated = await add(health);
  await tenant.enter(dated, 'IDEA', '2020-01-01', { precision: 'YEAR' });
  await tenant.enter(dated, 'PRODUCTION', '2023-05-01');
  const retired = await add(health);
  await tenant.enter(retired, 'PILOT', '2021-01-01');
  await tenant.enter(retired, 'PRODUCTION', '2022-01-01');
  await tenant.enter(retired, 'ENDED', '2024-01-01');
  const seen = await add(justice, 'VISION');
  await tenant.see(seen, 'PRODUCTION', '2024-12-16');
  // Its only date turned out wrong.
  const corrected = await add(justice);
  await tenant.retract(corrected, await tenant.enter(corrected, 'PILOT', '2022-01-01'), '2022-01-01');
  await tenant.see(corrected, 'PILOT', '2024-12-16');
  await add(null);
  await tenant.statesRegister('2024-12-16', null, true);
});
afterAll(() => api.close());

const coverage = async (filter: object | null = null, as = ours.as.AUDITOR) =>
  (await as.get(COVERAGE, { filter }))['registerCoverage'];

describe('what the register can tell', () => {
  it('counts dates by unit, those that lack most first', async () => {
    expect(await coverage()).toEqual({
      initiatives: 5,
      withStartDate: 2,
      reachedProduction: 3,
      withProductionDate: 2,
      observedOnly: 2,
      asOf: '2024-12-16',
      completeSince: null,
      livingOnly: true,
      wording: expect.stringMatching(
        /living initiatives only, as of 16 Dec 2024.* 2 of 5 have a start date; in Justice none of 2 has one, in Health 2 of 2\.$/,
      ),
      units: [
        {
          unit: { name: 'Justice' },
          initiatives: 2,
          withStartDate: 0,
          reachedProduction: 1,
          withProductionDate: 0,
          observedOnly: 2,
        },
        expect.objectContaining({ unit: null, initiatives: 1, withStartDate: 0, observedOnly: 0 }),
        {
          unit: { name: 'Health' },
          initiatives: 2,
          withStartDate: 2,
          reachedProduction: 2,
          withProductionDate: 2,
          observedOnly: 0,
        },
      ],
      otherUnits: null,
    });
  });

  it('is narrowed by unit and kind', async () => {
    expect(await coverage({ unitIds: [health] })).toMatchObject({ initiatives: 2, withStartDate: 2 });
    expect(await coverage({ kinds: ['VISION'] })).toMatchObject({ initiatives: 1, observedOnly: 1 });
  });

  it('tells a contributor who is restricted to a unit of that unit alone', async () => {
    const { memberId } = ours.members.CONTRIBUTOR;
    const restrict = (unitIds: string[] | null) =>
      ours.as.ADMIN.get(
        'mutation ($input: ChangeMemberInput!) { changeMember(input: $input) { __typename } }',
        {
          input: { memberId, role: 'CONTRIBUTOR', unitIds },
        },
      );
    await restrict([justice]);
    const seen = await coverage(null, ours.as.CONTRIBUTOR);
    expect(seen).toMatchObject({ initiatives: 2, units: [{ unit: { name: 'Justice' } }] });
    expect(seen.wording).not.toContain('Health');
    expect(await coverage({ unitIds: [health] }, ours.as.CONTRIBUTOR)).toMatchObject({
      initiatives: 0,
      wording: 'No initiative is recorded here, so nothing can be told.',
    });
    await restrict(null);
  });

  it('knows nothing of another organisation', async () => {
    const theirs = await api.createOrganisation();
    expect(await coverage(null, theirs.as.ADMIN)).toMatchObject({ initiatives: 0, units: [], asOf: null });
    expect(await theirs.as.ADMIN.codeOf(COVERAGE, { filter: { unitIds: [health] } })).toBe('NOT_FOUND');
  });

  it('is counted by one statement, over the index of live stage events', async () => {
    const sent = await api.db.statementsOf(() => coverage());
    const counting = sent.filter((sql) => sql.includes('from initiative_current'));
    expect(counting).toHaveLength(1);
    const plan = await api.db.planOf(ours.ctx('ADMIN'), counting[0]!, [
      tenant.ctx.tenantId,
      [newId()],
      ['VISION'],
    ]);
    expect(plan).toMatch(/stage_event_live/);
    expect(plan).not.toContain('Seq Scan');
  });
});
