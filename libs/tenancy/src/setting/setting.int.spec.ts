import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, day, quarterOf } from '@pilotage/analytics';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from '../api.js';
import { SettingsService } from './settings.service.js';

const CHANGE = `mutation($input: ChangeSettingInput!) { changeSetting(input: $input) {
  ... on ChangeSettingSuccess { settings { fiscalYearStartMonth timeZone currency cadenceQuarters pilotLimitDays } }
  ... on UserError { message path code } } }`;
const SETTINGS = `{ tenant { today setupSteps { key isDone } settings {
  fiscalYearStartMonth timeZone currency cadenceQuarters pilotLimitDays
  history { name value effectiveOn isSuperseded recordedBy { name } } } } }`;

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;
let service: SettingsService;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
  service = api.app.get(SettingsService);
});
afterAll(() => api.close());

const change = async (name: string, value: string, effectiveOn: string, organisation = ours) =>
  (await organisation.as.ADMIN.get(CHANGE, { input: { name, value, effectiveOn } }))['changeSetting'];

const read = async (organisation: TestOrganisation) => (await organisation.as.ADMIN.get(SETTINGS))['tenant'];

const timelineAt = (knownAt: Date | null) =>
  api.db.unitOfWork.read(ours.ctx('ADMIN'), (tx) => service.timeline(tx, knownAt));

describe('settings', () => {
  it('of a new organisation are all there, and its first step is to confirm the fiscal year', async () => {
    const fresh = await api.createOrganisation();
    const before = await read(fresh);
    expect(before.settings).toMatchObject({
      fiscalYearStartMonth: 1,
      timeZone: 'UTC',
      currency: 'USD',
      cadenceQuarters: 1,
      pilotLimitDays: 365,
    });
    expect(before.setupSteps).toEqual([
      { key: 'FISCAL_YEAR', isDone: false },
      { key: 'UNITS', isDone: false },
      { key: 'MEMBERS', isDone: true },
    ]);
    await change('FISCAL_YEAR_START_MONTH', '1', before.today, fresh);
    expect((await read(fresh)).setupSteps[0]).toEqual({ key: 'FISCAL_YEAR', isDone: true });
  });

  it('count from their day on; the history says who and when', async () => {
    const { today } = await read(ours);
    const tomorrow = addDays(day(today), 1);
    expect((await change('PILOT_LIMIT_DAYS', '180', tomorrow)).settings.pilotLimitDays).toBe(365);
    expect((await change('PILOT_LIMIT_DAYS', '200', today)).settings.pilotLimitDays).toBe(200);
    const { settings } = await read(ours);
    const limits = settings.history.filter(({ name }: { name: string }) => name === 'PILOT_LIMIT_DAYS');
    const recordedBy = { name: `Admin of ${ours.slug}` };
    expect(limits).toEqual([
      { name: 'PILOT_LIMIT_DAYS', value: '200', effectiveOn: today, isSuperseded: false, recordedBy },
      { name: 'PILOT_LIMIT_DAYS', value: '180', effectiveOn: tomorrow, isSuperseded: false, recordedBy },
      { name: 'PILOT_LIMIT_DAYS', value: '365', effectiveOn: today, isSuperseded: true, recordedBy: null },
    ]);
  });

  it('tell the last hundred of their history', async () => {
    const busy = await api.createOrganisation();
    await api.db.unitOfWork.run(busy.ctx('ADMIN'), (tx) =>
      tx.history.append(
        'setting_revision',
        Array.from({ length: 101 }, (_, index) => ({
          name: 'PILOT_LIMIT_DAYS',
          value: 100 + index,
          effectiveOn: addDays(day('2020-01-01'), index),
        })),
      ),
    );
    const { history } = (await read(busy)).settings;
    expect(history).toHaveLength(100);
    expect(history[0]).toMatchObject({ name: 'PILOT_LIMIT_DAYS', value: '200' });
  });

  it('as known at an instant are what they were then', async () => {
    await change('FISCAL_YEAR_START_MONTH', '7', '2025-07-01');
    const { rows } = await api.db.admin.query(`select max(recorded_at) as at from setting_revision`);
    await change('FISCAL_YEAR_START_MONTH', '4', '2025-07-01');
    const on = day('2025-08-01');
    expect((await timelineAt(rows[0].at)).on(on).fiscalYearStartMonth).toBe(7);
    const now = await timelineAt(null);
    expect(now.on(on).fiscalYearStartMonth).toBe(4);
    expect(quarterOf(on, now.calendar).label).toBe('Q2 FY26');
    await expect(timelineAt(new Date('2000-01-01'))).rejects.toMatchObject({ path: ['knownAt'] });
  });

  it('of one day changed at the same moment leave one value', async () => {
    const answers = await Promise.all(
      ['EUR', 'CHF', 'GBP'].map((value) => change('CURRENCY', value, '2026-01-01')),
    );
    expect(answers.every(({ settings }) => settings)).toBe(true);
    const { rowCount } = await api.db.admin.query(
      `select from setting_revision where tenant_id = $1 and name = 'CURRENCY' and effective_on = '2026-01-01' and superseded_at is null`,
      [ours.ctx('ADMIN').tenantId],
    );
    expect(rowCount).toBe(1);
  });

  it('refuse what is not a value, naming the field', async () => {
    expect(await change('TIME_ZONE', 'Mars/Olympus', '2026-01-01')).toMatchObject({ path: ['value'] });
    expect(await change('FISCAL_YEAR_START_MONTH', '13', '2026-01-01')).toMatchObject({ path: ['value'] });
    expect(await change('CURRENCY', 'EUR', '1969-12-31')).toMatchObject({ path: ['effectiveOn'] });
    const input = { name: 'CURRENCY', value: 'EUR', effectiveOn: '2026-02-30' };
    expect(await ours.as.ADMIN.codeOf(CHANGE, { input })).toBe('BAD_USER_INPUT');
  });

  it("leave another organisation's alone", async () => {
    const before = await read(theirs);
    await change('CADENCE_QUARTERS', '4', before.today);
    expect(await read(theirs)).toEqual(before);
  });

  it('cannot be edited in place, whoever forgets', async () => {
    const ctx = ours.ctx('ADMIN');
    const edit = (sql: string) => api.db.unitOfWork.run(ctx, (tx) => tx.query(sql));
    await expect(edit(`update setting_revision set value = '"x"'`)).rejects.toThrow(/permission denied/);
    await expect(edit('delete from setting_revision')).rejects.toThrow(/permission denied/);
  });
});

describe('quarters', () => {
  it('end with the current one, oldest first, without a gap', async () => {
    const { quarters } = await theirs.as.AUDITOR.get(
      '{ quarters(count: 9) { label from to isCurrent isFinished } }',
    );
    expect(quarters).toHaveLength(9);
    expect(quarters.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([
      ...Array<boolean>(8).fill(false),
      true,
    ]);
    for (const [index, quarter] of quarters.slice(1).entries()) {
      expect(addDays(quarters[index].to, 1)).toBe(quarter.from);
      expect(quarters[index].isFinished).toBe(true);
    }
    expect(await theirs.as.AUDITOR.codeOf('{ quarters(count: 0) { label } }')).toBe('BAD_USER_INPUT');
  });
});
