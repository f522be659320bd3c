import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { ConflictError, newId, NotFoundError, type TenantTx } from '@pilotage/platform';
import { UnitAliasService } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { fileOf, FIRST, LATER, MAPPING, newFile, secondRegister } from '../../fixtures/second-register.js';
import { World } from '../../fixtures/world.js';
import type { ImportId } from './import.types.js';
import { FIND_EQUAL } from './slice/match-rows.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const { check, run, decide, countsOf, matchesOf, findingsOf, idOf, current } = secondRegister(() => world);

describe('a file whose rows are not known by their identity', () => {
  const SECOND = newFile(
    '1,Claims triage,North,Live',
    '2,fraud finder [REF-17],north,Live',
    '3,Sentiment analysis - surveys,North,Live',
    '4,Router,North,Live',
    '5,Something else,North,Building',
  );

  it('is matched by its names: to the letter, as written otherwise, and similar ones proposed', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(SECOND);
    expect(await matchesOf(id)).toEqual([
      '2 EXACT 100 Claims triage',
      '3 NORMALISED 99 The Fraud-Finder (FF)',
      '4 SIMILAR 72 open Sentiment analysis',
      '5 NEW',
      '6 NEW',
    ]);
    expect(await findingsOf(id)).toEqual(['4 SIMILAR_KNOWN']);
    const checked = await countsOf(id);
    expect(checked).toMatchObject({ changed: 2, created: 3, observations: 5 });
    await run(id);
    expect(await countsOf(id)).toEqual(checked);
    expect(await current()).toMatchObject([
      { name: 'Claims triage', stage: 'PRODUCTION', seen: '2024-12-16' },
      { name: 'fraud finder [REF-17]', stage: 'PRODUCTION' },
      { name: 'Sentiment analysis', seen: '2023-09-30' },
      { name: 'Router', stage: 'PILOT', seen: '2023-09-30' },
      { name: 'Sentiment analysis - surveys' },
      { name: 'Router', stage: 'PRODUCTION' },
      { name: 'Something else' },
    ]);
  });

  it('is matched by lookups that cost the same however many rows are known', async () => {
    const params = [world.tenant.tenantId, newId(), [1], null, null, 3];
    const plan = await db.planOf(world.manager, FIND_EQUAL, params);
    const lookups = [...plan.matchAll(/import_row_of_initiative.*\n\s+Index Cond: (.*)/g)].map(
      ([, by]) => by,
    );
    expect(lookups).toHaveLength(2);
    for (const by of lookups) expect(by).toMatch(/import_id = \S+ AND \(initiative_id = c/);
  });

  it('is known from then on as it identifies its rows', async () => {
    await world.import(FIRST, MAPPING);
    await run(await check(SECOND));
    const again = await check(SECOND.replace('1,Claims triage,North,Live', '1,Claims triage 2,North,Live'));
    expect(await countsOf(again)).toMatchObject({ unchanged: 4, changed: 1, created: 0 });
    expect(await matchesOf(again)).toEqual([]);
  });

  it('is not matched by an external id that is a mere number: any register counts its rows', async () => {
    const numbered = (...names: string[]): string => fileOf('No', ...names.map((name, index) => `${index + 1},${name},North,Live`)); // prettier-ignore
    await world.import(numbered('Claims triage', 'Router'), { ...MAPPING, externalId: 0 });
    const id = await check(numbered('Speech to text', 'Claims triage'), { ...LATER, externalId: 0 });
    expect(await matchesOf(id)).toEqual(['2 NEW', '3 EXACT 100 Claims triage']);
  });

  it('is matched by the external id wherever it is', async () => {
    await world.import(FIRST, { ...MAPPING, externalId: 0 });
    const id = await check(newFile('A-4,Packet router,North,Live'), { ...LATER, externalId: 0 });
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 Router']);
  });

  it('gives what a known row of it is to no other', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(fileOf('Id', 'A-1,Claims triage,North,Live', 'B-1,Claims triage,North,Live'), {
      ...MAPPING,
      asOfOn: '2024-12-16',
    });
    expect(await matchesOf(id)).toEqual(['3 NEW']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, created: 1 });
  });

  it('leaves open what two rows or two initiatives have a claim to', async () => {
    await world.import(FIRST.replace('A-4,Router,South', 'A-4,Claims triage,North'), MAPPING);
    const twice = await check(newFile('1,Claims triage,North,Live'));
    expect(await matchesOf(twice)).toEqual(['2 EXACT 100 open']);
    expect(await findingsOf(twice)).toEqual(['2 MATCH_OPEN']);
    const id = await check(newFile('1,Sentiment analysis,North,Live', '2,Sentiment analysis,North,Live'), {
      ...LATER,
      identity: [0],
    });
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 open', '3 EXACT 100 open']);
    expect(await countsOf(id)).toMatchObject({ created: 2, changed: 0 });
  });

  it('keeps what people corrected, and changes what the files say differently', async () => {
    await world.import(FIRST, MAPPING);
    await world.initiatives.update(world.manager, {
      id: await idOf('Claims triage'),
      initiative: { name: 'Claims triage', summary: 'By hand', kind: 'LANGUAGE' },
    });
    await run(await check(newFile('1,Claims triage,South,Live')));
    await run(await check(newFile('1,CLAIMS TRIAGE,North,Live'), { ...LATER, asOfOn: await world.today }));
    expect(
      await world.query(`select name, summary, kind, stage from initiative_current where key_number = 1`),
    ).toEqual([{ name: 'CLAIMS TRIAGE', summary: 'By hand', kind: 'LANGUAGE', stage: 'PRODUCTION' }]);
  });

  it('fills what is empty of an initiative that people entered, and is known by it', async () => {
    const unitId = await world.unit('North');
    await world.create('Claims Triage', { unitId, kind: 'VISION' });
    const mapping = { ...LATER, summary: 0, keepOthersAsAttributes: true, asOfOn: await world.today };
    const id = await check(newFile('Sorts claims,claims triage,North,Live'), mapping);
    expect(await matchesOf(id)).toEqual(['2 NORMALISED 99 Claims Triage']);
    await run(id);
    expect(
      await world.query('select name, summary, kind, stage, unit_id as unit from initiative_current'),
    ).toEqual([
      { name: 'Claims Triage', summary: 'Sorts claims', kind: 'VISION', stage: 'PRODUCTION', unit: unitId },
    ]);
    const again = await check(newFile('Sorts claims,claims triage,North,Live'), mapping);
    expect(await countsOf(again)).toMatchObject({ unchanged: 1, created: 0 });
  });
});

describe('a row that shares its identity', () => {
  it('is left to people, even where one known initiative is left', async () => {
    await world.import(fileOf('Id', 'A-1,Twin,North,Building', 'A-1,Twin,North,Live'), MAPPING);
    const id = await check(fileOf('Id', 'A-1,Twin,North,Live', 'A-1,Twin,North,Gone'), {
      ...MAPPING,
      asOfOn: '2024-12-16',
    });
    expect(await matchesOf(id)).toEqual(['3 EXACT 100 open']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, created: 1 });
  });
});

describe('what people decide of a row', () => {
  const SECOND = newFile('1,Claims triage,North,Live', '2,Sentiment analysis - surveys,North,Live', '3,Packet mover,North,Live'); // prettier-ignore
  let id: ImportId;
  beforeEach(async () => {
    await world.import(FIRST, MAPPING);
    id = await check(SECOND);
  });

  it('holds for the count and for the import, and survives another check', async () => {
    const router = await idOf('Router');
    await decide(id, [
      { rowNumber: 2, initiativeId: null },
      { rowNumber: 3, initiativeId: await idOf('Sentiment analysis') },
      { rowNumber: 4, initiativeId: router },
    ]);
    const decided = ['2 EXACT 100', '3 SIMILAR 72 Sentiment analysis', '4 BY_HAND Router'];
    expect(await matchesOf(id)).toEqual(decided);
    expect(await countsOf(id)).toMatchObject({ changed: 2, created: 1 });
    await world.imports.check(world.manager, { importId: id, mapping: LATER });
    await world.work(id);
    expect(await matchesOf(id)).toEqual(decided);
    await run(id);
    expect(
      await world.query('select name from initiative_current where initiative_id = $1', [router]),
    ).toEqual([{ name: 'Packet mover' }]);
    expect(await world.query('select id from initiative')).toHaveLength(5);
  });

  it('gives to another row what a name would have taken', async () => {
    await decide(id, [{ rowNumber: 4, initiativeId: await idOf('Claims triage') }]);
    expect(await matchesOf(id)).toEqual([
      '2 NEW',
      '3 SIMILAR 72 open Sentiment analysis',
      '4 BY_HAND Claims triage',
    ]);
  });

  it('may be every similar name from a score on', async () => {
    await decide(id, [], 73);
    expect((await matchesOf(id))[1]).toBe('3 SIMILAR 72 open Sentiment analysis');
    await decide(id, [], 72);
    expect((await matchesOf(id))[1]).toBe('3 SIMILAR 72 Sentiment analysis');
    expect(await findingsOf(id)).toEqual([]);
    expect(await countsOf(id)).toMatchObject({ changed: 2, created: 1, findings: 3 });
  });

  it('is refused where it does not fit, naming the decision', async () => {
    const attempt = (decisions: object[]) =>
      world.matching.decideMatches(world.manager, { importId: id, decisions });
    const claims = await idOf('Claims triage');
    await expect(attempt([{ rowNumber: 9, initiativeId: null }])).rejects.toMatchObject({
      path: ['decisions', '0', 'rowNumber'],
      reason: 'UNKNOWN',
    });
    await expect(attempt([{ rowNumber: 2, initiativeId: newId() }])).rejects.toMatchObject({
      path: ['decisions', '0', 'initiativeId'],
      reason: 'UNKNOWN',
    });
    await expect(
      attempt([2, 3].map((rowNumber) => ({ rowNumber, initiativeId: claims }))),
    ).rejects.toMatchObject({ path: ['decisions', '1', 'initiativeId'], reason: 'TAKEN' });
    await decide(id, [{ rowNumber: 3, initiativeId: claims }]);
    await expect(attempt([{ rowNumber: 2, initiativeId: claims }])).rejects.toMatchObject({
      reason: 'TAKEN',
    });
    const elsewhere = await World.of(db.unitOfWork, await db.createTenant());
    await expect(
      elsewhere.matching.decideMatches(elsewhere.manager, { importId: id, decisions: [] }),
    ).rejects.toThrow(NotFoundError);
    await run(id);
    await expect(attempt([])).rejects.toThrow(ConflictError);
  });
});

describe('another name of a unit', () => {
  it('makes a file mean the unit that is known', async () => {
    await world.import(FIRST, MAPPING);
    const SECOND = newFile('1,Claims triage,Department of the North,Live');
    const id = await check(SECOND);
    expect(await matchesOf(id)).toEqual(['2 NEW']);
    expect(await countsOf(id)).toMatchObject({ created: 1, units: 1 });
    const [north] = await world.query<{ id: string }>(
      `select unit_id as id from unit_revision where name = 'North'`,
    );
    const alias = { alias: 'department of the NORTH', unitId: north!.id };
    await world.unitOfWork.run(world.tenant, (tx) => new UnitAliasService(world.units).save(tx, alias));
    await world.imports.check(world.manager, { importId: id, mapping: LATER });
    await world.work(id);
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 Claims triage']);
    expect(await countsOf(id)).toMatchObject({ changed: 1, units: 0 });
    await run(id);
    expect(await world.query(`select unit_id as id from initiative_current where key_number = 1`)).toEqual([north]); // prettier-ignore
    expect(await world.query('select id from unit')).toHaveLength(2);
  });

  it('and every other change of units makes a check one of the past: it starts once it is made again', async () => {
    await world.import(FIRST, MAPPING);
    const id = await check(newFile('1,Claims triage,DON,Live'));
    const isOutdated = async () =>
      world.importDetails.isOutdated(world.manager, await world.importReader.find(world.manager, id));
    const aliases = new UnitAliasService(world.units);
    const change = (work: (tx: TenantTx) => Promise<unknown>) => world.unitOfWork.run(world.tenant, work);
    const again = async () => {
      await world.imports.check(world.manager, { importId: id, mapping: LATER });
      await world.work(id);
    };
    const changes = [
      async () => change(async (tx) => aliases.save(tx, { alias: 'DON', unitId: await unitId(tx, 'North') })),
      async () => change((tx) => aliases.remove(tx, 'don')),
      () => world.unit('Department of nothing'),
    ];
    for (const make of changes) {
      expect(await isOutdated()).toBe(false);
      await make();
      expect(await isOutdated()).toBe(true);
      await expect(world.start(id)).rejects.toThrow('Check the file again, then start.');
      await again();
    }
    const checked = await countsOf(id);
    await run(id);
    expect(await countsOf(id)).toEqual(checked);
    expect(await isOutdated()).toBe(false);
  });
});

async function unitId(tx: TenantTx, name: string): Promise<string> {
  return (await world.units.byName(tx, day('2024-01-01'))).get(name.toLowerCase())!;
}
