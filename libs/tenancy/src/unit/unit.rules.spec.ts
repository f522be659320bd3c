import { day } from '@pilotage/analytics';
import { describe, expect, it } from '@jest/globals';
import { planUnitChange, type UnitChange } from './unit.rules.js';
import { UnitTree, type UnitId, type UnitRevision } from './unit-tree.js';

const unit = (name: string): UnitId => name as UnitId;

/** `'Claims < Insurance from 2026-01-01'`; the unit's id is its first name. */
function revision(text: string, isClosed = false): UnitRevision {
  const [, name, , parent, on] = /^([\w ]+?)( < ([\w ]+))? from (\S+)$/.exec(text) ?? [];
  return {
    id: text,
    unitId: unit(name!),
    name: name!,
    parentId: parent ? unit(parent) : null,
    isClosed,
    effectiveOn: day(on!),
  };
}

const change = (unitId: string, part: Partial<UnitChange> = {}): UnitChange => ({
  unitId: unit(unitId),
  name: unitId,
  parentId: null,
  isClosed: false,
  effectiveOn: day('2026-03-01'),
  ...part,
});

const tree = [
  'Insurance from 2026-01-01',
  'Claims < Insurance from 2026-01-01',
  'Motor < Claims from 2026-01-01',
].map((text) => revision(text));

describe('UnitTree', () => {
  it('is as of its day', () => {
    const moved = [...tree, revision('Claims from 2026-04-01')];
    expect(new UnitTree(moved, day('2026-03-31')).pathOf(unit('Motor'))).toEqual([
      'Insurance',
      'Claims',
      'Motor',
    ]);
    expect(new UnitTree(moved, day('2026-04-01')).pathOf(unit('Motor'))).toEqual(['Claims', 'Motor']);
  });

  it('knows a unit before its first day', () => {
    expect(new UnitTree(tree, day('2020-01-01')).pathOf(unit('Claims'))).toEqual(['Insurance', 'Claims']);
  });

  it('lists a unit before its sub-units, and what is within', () => {
    const units = new UnitTree([...tree, revision('Bank from 2026-01-01')], day('2026-02-01'));
    expect(units.all.map(({ name }) => name)).toEqual(['Bank', 'Insurance', 'Claims', 'Motor']);
    expect(units.within([unit('Claims')])).toEqual(new Set(['Claims', 'Motor']));
  });
});

describe('planUnitChange', () => {
  it('appends what is new from a day on', () => {
    expect(planUnitChange(tree, change('Bank'))).toEqual({ kind: 'append' });
    expect(planUnitChange(tree, change('Motor', { parentId: unit('Insurance') }))).toEqual({
      kind: 'append',
    });
  });

  it('corrects a revision of the same day', () => {
    expect(
      planUnitChange(
        tree,
        change('Motor', { name: 'Cars', parentId: unit('Claims'), effectiveOn: day('2026-01-01') }),
      ),
    ).toEqual({ kind: 'correct', revisionId: 'Motor < Claims from 2026-01-01' });
  });

  it('changes nothing when nothing changes', () => {
    expect(planUnitChange(tree, change('Motor', { parentId: unit('Claims') }))).toEqual({
      kind: 'unchanged',
    });
  });

  it('refuses a parent that is not there, and a circle', () => {
    expect(planUnitChange(tree, change('Motor', { parentId: unit('Nowhere') }))).toEqual({
      kind: 'unknown-parent',
    });
    expect(planUnitChange(tree, change('Insurance', { parentId: unit('Motor') }))).toEqual({
      kind: 'cycle',
      on: '2026-03-01',
    });
  });

  it('refuses a circle that would close later', () => {
    const planned = [...tree, revision('Bank from 2026-01-01'), revision('Bank < Claims from 2026-06-01')];
    expect(planUnitChange(planned, change('Claims', { parentId: unit('Bank') }))).toEqual({
      kind: 'cycle',
      on: '2026-06-01',
    });
  });

  it('refuses two open units of one name under one parent', () => {
    expect(
      planUnitChange(tree, change('New', { name: 'CLAIMS', parentId: unit('Insurance') })),
    ).toMatchObject({
      kind: 'name-taken',
    });
    expect(planUnitChange(tree, change('New', { name: 'Claims' }))).toEqual({ kind: 'append' });
  });

  it('refuses to close over open sub-units, and to open under a closed one', () => {
    expect(planUnitChange(tree, change('Claims', { parentId: unit('Insurance'), isClosed: true }))).toEqual({
      kind: 'has-open-children',
      names: ['Motor'],
      on: '2026-03-01',
    });
    const closed = [revision('Bank from 2026-01-01', true)];
    expect(planUnitChange(closed, change('Loans', { parentId: unit('Bank') }))).toMatchObject({
      kind: 'closed-parent',
    });
  });
});
