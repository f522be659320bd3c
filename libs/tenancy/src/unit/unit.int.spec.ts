import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId, type TenantTx } from '@pilotage/platform';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from '../api.js';
import type { UnitId } from './unit-tree.js';
import { UnitService } from './unit.service.js';

const SAVE = `mutation($input: SaveUnitInput!) { saveUnit(input: $input) {
  ... on SaveUnitSuccess { unit { id name path isClosed parent { name } } } ... on UserError { message path code } } }`;
const UNITS = '{ units { id name path isClosed parent { name } } }';

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;
let service: UnitService;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
  service = api.app.get(UnitService);
});
afterAll(() => api.close());

const save = async (input: object, organisation = ours) =>
  (await organisation.as.PORTFOLIO_MANAGER.get(SAVE, { input: { idempotencyKey: newId(), ...input } }))[
    'saveUnit'
  ];

describe('units', () => {
  it('make a tree, a unit before its sub-units', async () => {
    const team = await api.createOrganisation();
    const { unit: insurance } = await save({ name: ' Insurance  Group ' }, team);
    const { unit: claims } = await save({ name: 'Claims', parentId: insurance.id }, team);
    await save({ name: 'Bank' }, team);
    expect(claims).toMatchObject({
      path: ['Insurance Group', 'Claims'],
      parent: { name: 'Insurance Group' },
    });
    const { units } = await team.as.AUDITOR.get(UNITS);
    expect(units.map(({ path }: { path: string[] }) => path.join(' / '))).toEqual([
      'Bank',
      'Insurance Group',
      'Insurance Group / Claims',
    ]);
  });

  it('are made once, however often the request comes', async () => {
    const { unit: parent } = await save({ name: 'Once' });
    const input = { idempotencyKey: newId(), name: 'Once only', parentId: parent.id };
    const [first, second] = await Promise.all([save(input), save(input)]);
    expect(first.unit).toMatchObject({ path: ['Once', 'Once only'] });
    expect(second).toEqual(first);
    expect(await save({ ...input, name: 'Something else' })).toMatchObject({
      code: 'KEY_REUSED',
      path: ['idempotencyKey'],
    });
  });

  it('keep what is not said, and lose the parent by null', async () => {
    const { unit: top } = await save({ name: 'Top' });
    const { unit } = await save({ name: 'Below', parentId: top.id });
    expect((await save({ id: unit.id, name: 'Renamed' })).unit.path).toEqual(['Top', 'Renamed']);
    expect((await save({ id: unit.id, name: 'Renamed', parentId: null })).unit.path).toEqual(['Renamed']);
  });

  it('refuse what does not fit, and then change nothing', async () => {
    const { unit: a } = await save({ name: 'A' });
    const { unit: b } = await save({ name: 'B', parentId: a.id });
    expect(await save({ id: a.id, name: 'A', parentId: b.id })).toMatchObject({
      code: 'CYCLE',
      path: ['parentId'],
    });
    expect(await save({ name: 'a' })).toMatchObject({ code: 'CONFLICT', path: ['name'] });
    expect(await save({ name: ' ' })).toMatchObject({ path: ['name'] });
    expect(await save({ name: 'x'.repeat(201) })).toMatchObject({ code: 'TOO_LONG', path: ['name'] });
    expect(await save({ name: 'C', effectiveOn: '1969-12-31' })).toMatchObject({ path: ['effectiveOn'] });
    expect(await save({ id: a.id, name: 'A', isClosed: true })).toMatchObject({ code: 'HAS_OPEN_UNITS' });
    expect(await save({ name: 'C', parentId: 'nonsense' })).toMatchObject({ code: 'UNKNOWN_UNIT' });
    const { units } = await ours.as.AUDITOR.get(UNITS);
    expect(units.find(({ id }: { id: string }) => id === a.id)).toMatchObject({
      path: ['A'],
      isClosed: false,
    });
  });

  it('two moves at the same moment close no circle', async () => {
    const { unit: left } = await save({ name: 'Left' });
    const { unit: right } = await save({ name: 'Right' });
    const answers = await Promise.all([
      save({ id: left.id, name: 'Left', parentId: right.id }),
      save({ id: right.id, name: 'Right', parentId: left.id }),
    ]);
    expect(answers.map((answer) => answer.code ?? 'saved').sort()).toEqual(['CYCLE', 'saved']);
  });

  it('of another organisation are not there, as unit or as parent', async () => {
    const { unit } = await save({ name: 'Secret' }, theirs);
    expect(
      await ours.as.ADMIN.codeOf(SAVE, { input: { idempotencyKey: newId(), id: unit.id, name: 'Mine' } }),
    ).toBe('NOT_FOUND');
    expect(
      await ours.as.ADMIN.codeOf(SAVE, { input: { idempotencyKey: newId(), id: 'nonsense', name: 'Mine' } }),
    ).toBe('NOT_FOUND');
    expect(await save({ name: 'Child', parentId: unit.id })).toMatchObject({ code: 'UNKNOWN_UNIT' });
    const { units } = await theirs.as.ADMIN.get(UNITS);
    expect(units).toEqual([expect.objectContaining({ name: 'Secret' })]);
  });

  it('are read by three statements, however many', async () => {
    const statements = await api.db.statementsOf(() => ours.as.ADMIN.get(UNITS));
    expect(statements).toHaveLength(3);
  });
});

describe('units over time', () => {
  it('stay what they were in a past quarter, and as they were known then', async () => {
    const ctx = ours.ctx('ADMIN');
    const tree = (at: Parameters<UnitService['tree']>[1]) =>
      api.db.unitOfWork.read(ctx, (tx) => service.tree(tx, at));
    const { unit } = await save({ name: 'Motor', effectiveOn: '2025-01-01' });
    const id = unit.id as UnitId;
    await save({ id, name: 'Mobility', effectiveOn: '2025-07-01' });
    expect((await tree({ on: day('2025-06-30') })).pathOf(id)).toEqual(['Motor']);
    expect((await tree({ on: day('2025-07-01') })).pathOf(id)).toEqual(['Mobility']);

    const { rows } = await api.db.admin.query(
      'select max(recorded_at) as at from unit_revision where unit_id = $1',
      [id],
    );
    await save({ id, name: 'Cars', effectiveOn: '2025-07-01' });
    expect((await tree({ on: day('2025-08-01') })).pathOf(id)).toEqual(['Cars']);
    expect((await tree({ on: day('2025-08-01'), knownAt: rows[0].at })).pathOf(id)).toEqual(['Mobility']);
    const { rowCount } = await api.db.admin.query('select from unit_revision where unit_id = $1', [id]);
    expect(rowCount).toBe(3);
  });
});

describe('findOrCreate', () => {
  it('makes what is missing once, whatever the case', async () => {
    const ctx = ours.ctx('ADMIN');
    const find = (names: string[]) =>
      api.db.unitOfWork.run(ctx, (tx) => service.findOrCreate(tx, names, day('2024-01-01')));
    const first = await find(['Health', 'HEALTH', 'Legal']);
    expect(first.made).toHaveLength(2);
    expect([...first.byName.keys()]).toEqual(expect.arrayContaining(['health', 'legal']));
    const second = await find(['legal ', 'Health']);
    expect(second).toEqual({ byName: first.byName, made: [] });
  });

  it('finds a unit that was moved', async () => {
    const { unit: group } = await save({ name: 'Group' });
    const { unit } = await save({ name: 'Moved', parentId: group.id });
    const find = (tx: TenantTx) => service.findOrCreate(tx, ['moved'], day('2024-01-01'));
    expect((await api.db.unitOfWork.run(ours.ctx('ADMIN'), find)).byName.get('moved')).toBe(unit.id);
  });

  it('makes one when asked twice at the same moment', async () => {
    const name = `Unit ${newId()}`;
    const [one, two] = await Promise.all(
      [1, 2].map(() =>
        api.db.unitOfWork.run(ours.ctx('ADMIN'), (tx) => service.findOrCreate(tx, [name], day('2024-01-01'))),
      ),
    );
    expect(one!.byName.get(name.toLowerCase())).toBe(two!.byName.get(name.toLowerCase()));
    expect([...one!.made, ...two!.made]).toHaveLength(1);
  });
});
