import { describe, expect, it } from '@jest/globals';
import { sourcesOf } from '../../fixtures/dataset.js';
import { day } from '../calendar/day.js';
import { type Stage } from './stage.js';
import { type CurrentStage } from './stage-log.js';
import { pilotLimitDays, type PilotPlan, pilotStanding } from './stuck-pilot.js';

const noPlan: PilotPlan = {
  plannedDays: null,
  productionDate: 'NONE',
  runBudget: 'NONE',
  goalMetUndecidedSince: null,
  ownerWasAsked: true,
  pause: null,
  extendedUntil: null,
};

interface GoldenPortfolio {
  as_of: string;
  initiatives: { id: string; pilot_start: string; outcome: 'production' | 'abandoned' | null }[];
  expected: { purgatory_rule_365d: string[]; purgatory_watch_270_365: string[] };
}

for (const { from, data } of sourcesOf<GoldenPortfolio>('golden_portfolio_computed_here')) {
  describe(`Stuck pilots on ${from}`, () => {
    it('finds A04 stuck and A08 to be watched', () => {
      const asOf = day(data.as_of);
      const standing = data.initiatives.map(({ pilot_start, outcome }) => {
        const since = { on: day(pilot_start), precision: 'DAY' as const };
        const stage = outcome === null ? 'PILOT' : outcome === 'production' ? 'PRODUCTION' : 'ENDED';
        const current: CurrentStage = { kind: 'stage', stage, since };
        return pilotStanding(current, noPlan, { lastObservedOn: asOf, asOf }).kind;
      });
      const idsOf = (kind: string) =>
        data.initiatives.filter((_, index) => standing[index] === kind).map(({ id }) => id);
      expect(idsOf('stuck')).toEqual(data.expected.purgatory_rule_365d);
      expect(idsOf('watch')).toEqual(data.expected.purgatory_watch_270_365);
    });
  });
}

describe('A stuck pilot', () => {
  const since = { on: day('2025-01-01'), precision: 'DAY' as const };
  // 545 days after entry.
  const asOf = day('2026-06-30');
  const standing = (plan: Partial<PilotPlan>, lastObservedOn = asOf) =>
    pilotStanding({ kind: 'stage', stage: 'PILOT', since }, { ...noPlan, ...plan }, { lastObservedOn, asOf });
  const dated = { productionDate: day('2026-09-30'), runBudget: 'APPROVED' } as const;

  it('is as old as its date of entry allows at least', () => {
    const since = { on: day('2025-01-01'), precision: 'YEAR' as const };
    const current = { kind: 'stage', stage: 'PILOT', since } as const;
    // From 31 Dec 2025.
    expect(pilotStanding(current, noPlan, { lastObservedOn: asOf, asOf })).toMatchObject({
      kind: 'within-limit',
      ageDays: 181,
    });
    const next = day('2027-01-01');
    expect(pilotStanding(current, noPlan, { lastObservedOn: next, asOf: next })).toMatchObject({
      kind: 'stuck',
      ageDays: 366,
      limitDay: '2026-12-31',
    });
  });

  it('is over its limit and has no accepted way forward', () => {
    expect(standing({})).toEqual({
      kind: 'stuck',
      reasons: ['no-production-date', 'no-run-budget'],
      ageDays: 545,
      limitDays: 365,
      limitDay: '2026-01-01',
    });
    expect(standing({ ...dated, productionDate: day('2026-05-30') })).toMatchObject({
      kind: 'stuck',
      reasons: ['production-date-overdue'],
    });
    expect(standing({ ...dated, goalMetUndecidedSince: day('2026-03-31') })).toMatchObject({
      kind: 'stuck',
      reasons: ['goal-met-undecided'],
    });
  });

  it('is not one that is dated, funded and not overdue by more than a month', () => {
    expect(standing(dated)).toMatchObject({ kind: 'slow-but-moving' });
    expect(standing({ ...dated, productionDate: day('2026-05-31') })).toMatchObject({
      kind: 'slow-but-moving',
    });
    expect(standing({ ...dated, goalMetUndecidedSince: day('2026-04-01') })).toMatchObject({
      kind: 'slow-but-moving',
    });
  });

  it('is not one whose owner was never asked for the plan', () => {
    const silent = { productionDate: 'NOT_RECORDED', runBudget: 'NOT_RECORDED' } as const;
    expect(standing({ ...silent, ownerWasAsked: false })).toMatchObject({ kind: 'plan-not-recorded' });
    expect(standing({ ...silent, ownerWasAsked: true })).toMatchObject({
      kind: 'stuck',
      reasons: ['plan-not-given'],
    });
    expect(standing({ ...silent, productionDate: 'NONE', ownerWasAsked: false })).toMatchObject({
      kind: 'stuck',
      reasons: ['no-production-date'],
    });
  });

  it('is not one in a formal pause of at most 180 days, or in its first extension', () => {
    expect(standing({ pause: { from: day('2026-05-01'), until: day('2026-08-01') } })).toMatchObject({
      kind: 'paused',
    });
    expect(standing({ pause: { from: day('2026-01-01'), until: day('2026-07-01') } })).toMatchObject({
      kind: 'stuck',
    });
    expect(standing({ pause: { from: day('2026-01-01'), until: day('2026-06-29') } })).toMatchObject({
      kind: 'stuck',
    });
    expect(standing({ extendedUntil: asOf })).toMatchObject({ kind: 'extended' });
    expect(standing({ extendedUntil: day('2026-06-29') })).toMatchObject({ kind: 'stuck' });
  });

  it('ages to its last observation only', () => {
    expect(standing({}, day('2025-12-31'))).toMatchObject({ kind: 'watch', ageDays: 364 });
    expect(standing({}, day('2025-06-01'))).toMatchObject({ kind: 'within-limit', ageDays: 151 });
  });

  it('may stand exactly on each bound without being over it', () => {
    // 365 days after entry; 274 is the first whole day over three quarters of that.
    const onDay = (on: string) => standing({}, day(on));
    expect(onDay('2026-01-01')).toMatchObject({ kind: 'watch', ageDays: 365 });
    expect(onDay('2026-01-02')).toMatchObject({ kind: 'stuck', ageDays: 366 });
    expect(onDay('2025-10-01')).toMatchObject({ kind: 'within-limit', ageDays: 273 });
    expect(onDay('2025-10-02')).toMatchObject({ kind: 'watch', ageDays: 274 });
    const halfOfIt = (plannedDays: number, lastObservedOn: string) =>
      standing({ plannedDays }, day(lastObservedOn));
    // Three quarters of 200 days are 150, a whole day.
    expect(halfOfIt(100, '2025-05-31')).toMatchObject({ kind: 'within-limit', ageDays: 150 });
    expect(halfOfIt(100, '2025-06-01')).toMatchObject({ kind: 'watch', ageDays: 151 });
  });

  it.each([
    ['begins today', '2026-06-30', '2026-07-31', 'paused'],
    ['ends today', '2026-05-01', '2026-06-30', 'paused'],
    ['lasts as long as one may', '2026-06-01', '2026-11-28', 'paused'],
    ['lasts a day longer', '2026-06-01', '2026-11-29', 'stuck'],
    ['begins tomorrow', '2026-07-01', '2026-07-31', 'stuck'],
  ])('that has a pause which %s is told by its days', (_, from, until, kind) => {
    expect(standing({ pause: { from: day(from), until: day(until) } }).kind).toBe(kind);
  });

  it.each([
    ['a date without a budget on record', { ...dated, runBudget: 'NOT_RECORDED' as const }],
    ['a budget without a date on record', { ...dated, productionDate: 'NOT_RECORDED' as const }],
  ])('that has %s is asked for the rest before it counts', (_, plan) => {
    expect(standing({ ...plan, ownerWasAsked: false }).kind).toBe('plan-not-recorded');
    expect(standing({ ...plan, ownerWasAsked: true })).toMatchObject({ reasons: ['plan-not-given'] });
  });

  it('has a limit of twice its plan, between 180 and 365 days', () => {
    expect([null, 60, 90, 100, 200].map((planned) => pilotLimitDays(planned))).toEqual([
      365, 180, 180, 200, 365,
    ]);
  });

  it('needs a known beginning, and the stage', () => {
    const at = (stage: Stage, known: boolean) =>
      pilotStanding({ kind: 'stage', stage, since: known ? since : null }, noPlan, {
        lastObservedOn: asOf,
        asOf,
      }).kind;
    expect(at('PILOT', false)).toBe('age-unknown');
    expect(at('LIMITED_PRODUCTION', true)).toBe('long-in-limited-production');
    expect(at('LIMITED_PRODUCTION', false)).toBe('not-in-pilot');
    expect(at('PRODUCTION', true)).toBe('not-in-pilot');
    const limited = { kind: 'stage', stage: 'LIMITED_PRODUCTION', since } as const;
    expect(pilotStanding(limited, noPlan, { lastObservedOn: day('2025-03-01'), asOf })).toEqual({
      kind: 'not-in-pilot',
    });
    expect(pilotStanding({ kind: 'unknown' }, noPlan, { lastObservedOn: asOf, asOf })).toEqual({
      kind: 'not-in-pilot',
    });
  });
});
