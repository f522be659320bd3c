import { day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type UnitId, UnitTree } from '@pilotage/tenancy';
import { describe, expect, it } from '@jest/globals';
import { assembleRegisterCoverage } from './assemble-register-coverage.js';
import { type RegisterClaim, type UnitCoverage } from './register-coverage.js';

const claimOf = (asOfOn: string, more: Partial<RegisterClaim> = {}): RegisterClaim => ({
  registerId: null,
  asOfOn: day(asOfOn),
  completeSince: null,
  livingOnly: false,
  isByHand: false,
  ...more,
});
const since = (on: string): Partial<RegisterClaim> => ({ completeSince: day(on) });
const LIVING = claimOf('2024-12-16', { livingOnly: true });

/** Name, initiatives, of them with a start date. */
type Unit = readonly [string | null, number, number];

function coverageOf(claims: readonly RegisterClaim[], units: readonly Unit[]) {
  const known = units.map(([name, initiatives, withStartDate]) => ({
    name,
    counts: { initiatives, withStartDate, reachedProduction: 1, withProductionDate: 0, observedOnly: 1 },
    unitId: name === null ? null : newId<'Unit'>(),
  }));
  const tree = new UnitTree(
    known.flatMap(({ name, unitId }) =>
      unitId && name
        ? [{ id: newId(), unitId, name, parentId: null, isClosed: false, effectiveOn: day('2020-01-01') }]
        : [],
    ),
    day('2026-01-01'),
  );
  const counted = known.map(({ unitId, counts }): UnitCoverage => ({ unitId, ...counts }));
  const coverage = assembleRegisterCoverage(claims, counted, tree);
  const nameOf = (id: UnitId | null): string | null => (id ? (tree.get(id)?.name ?? null) : null);
  return { ...coverage, listed: coverage.units.map(({ unitId }) => nameOf(unitId)) };
}

const wordingOf = (claims: readonly RegisterClaim[], ...units: Unit[]): string =>
  coverageOf(claims, units).wording;

describe('what a register can tell, in words', () => {
  it('of one with living initiatives only: no rate of stopping, and where start dates are missing', () => {
    expect(wordingOf([LIVING], ['Health', 271, 240], ['Justice', 240, 0], ['Energy', 79, 71])).toBe(
      'This register lists living initiatives only, as of 16 Dec 2024: no rate of stopping can be had from it, and shares reached are among cases still listed. 311 of 590 have a start date; in Justice none of 240 has one, in Health 240 of 271.',
    );
  });

  it('of one that is complete since a day', () => {
    expect(wordingOf([claimOf('2026-06-30', since('2025-01-01'))], ['Port', 2_130, 1_236])).toBe(
      'This register, as of 30 Jun 2026, also lists what ended since 1 Jan 2025: rates are of what was watched since, and what ended before is missing. 1,236 of 2,130 have a start date.',
    );
  });

  it('of one begun by hand', () => {
    const claim = claimOf('2026-03-01', { ...since('2026-03-01'), isByHand: true });
    expect(wordingOf([claim], ['Port', 3, 1], [null, 2, 0])).toBe(
      'This register has been kept here since 1 Mar 2026 and records from then on what ends: rates are of what was watched since. 1 of 5 has a start date; in Port 1 of 3 has one.',
    );
  });

  it('of one that does not say', () => {
    const unknown =
      'It is not known since when this register also records what ended: no rate can be had from it.';
    expect(wordingOf([], ['Port', 2, 0])).toBe(`${unknown} None of 2 has a start date.`);
    expect(wordingOf([claimOf('2026-03-01')], ['Port', 1, 1])).toBe(`${unknown} Its start date is recorded.`);
  });

  it('of mixed lists: the newest counts, and the newest that says otherwise is named', () => {
    const newest = claimOf('2026-06-30', since('2025-01-01'));
    const same = claimOf('2026-03-31', since('2025-01-01'));
    const older = claimOf('2023-06-30', since('2020-01-01'));
    const wording = wordingOf([newest, same, LIVING, older], ['Port', 2, 2]);
    expect(wording).toContain('as of 30 Jun 2026, also lists what ended since 1 Jan 2025');
    expect(wording).toContain('is missing. Its list of 16 Dec 2024 was of living initiatives only. All 2');
    expect(wordingOf([LIVING, older], ['Port', 2, 2])).toContain(
      'still listed. Its list of 30 Jun 2023 also had what ended since 1 Jan 2020. All 2',
    );
    expect(wordingOf([LIVING, claimOf('2023-06-30')], ['Port', 2, 2])).toContain(
      'Its list of 30 Jun 2023 did not say since when it has what ended.',
    );
    expect(wordingOf([newest, same], ['Port', 2, 2])).not.toContain('Its list');
  });

  it('of several registers: one that records ends gives the rates, and what another lists is in none', () => {
    const beside = claimOf('2026-06-30', { ...since('2025-01-01'), registerId: 'another' });
    const newest = claimOf('2026-09-30', { livingOnly: true });
    const words =
      'This register, as of 30 Jun 2026, also lists what ended since 1 Jan 2025: rates are of what was watched since, and what ended before is missing. Another register’s list of';
    expect(wordingOf([beside, LIVING], ['Port', 2, 2])).toBe(
      `${words} 16 Dec 2024 was of living initiatives only. What it lists is in no rate. All 2 have a start date.`,
    );
    expect(wordingOf([newest, beside], ['Port', 2, 2])).toContain(`${words} 30 Sep 2026`);
    // The next list of the first register takes the place of what it said before.
    const since2020 = claimOf('2026-03-31', since('2020-01-01'));
    expect(wordingOf([beside, since2020, LIVING], ['Port', 2, 2])).toContain(
      `${words} 31 Mar 2026 also had what ended since 1 Jan 2020. All 2`,
    );
  });

  it('of one without initiatives, and of one where all are dated', () => {
    expect(wordingOf([LIVING])).toBe('No initiative is recorded here, so nothing can be told.');
    expect(wordingOf([LIVING], ['Port', 20, 20], ['Fleet', 2, 2])).toMatch(
      /still listed\. All 22 have a start date\.$/,
    );
  });
});

describe('the units of a register', () => {
  it('that lack most start dates come first; behind the twentieth they are added up', () => {
    const units = Array.from({ length: 23 }, (_, index): Unit => [`Unit ${index}`, 30, index]);
    const { listed, otherUnits, ...all } = coverageOf([LIVING], [...units].reverse());
    expect(listed).toEqual(units.slice(0, 20).map(([name]) => name));
    // 20 + 21 + 22 of 3 x 30.
    expect(otherUnits).toEqual({
      units: 3,
      initiatives: 90,
      withStartDate: 63,
      reachedProduction: 3,
      withProductionDate: 0,
      observedOnly: 3,
    });
    expect(all).toMatchObject({ initiatives: 690, withStartDate: 253, observedOnly: 23 });
  });

  it('are all listed up to twenty', () => {
    const units = Array.from({ length: 20 }, (_, index): Unit => [`Unit ${index}`, 1, 1]);
    expect(coverageOf([LIVING], units).otherUnits).toBeNull();
  });
});
