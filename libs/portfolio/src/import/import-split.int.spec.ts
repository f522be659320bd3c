import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BadInputError, newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { liveContents } from '../../fixtures/live-contents.js';
import { FIRST, MAPPING, newFile, secondRegister } from '../../fixtures/second-register.js';
import { World } from '../../fixtures/world.js';
import type { ImportId } from './import.types.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

const { check, run, decide, countsOf, matchesOf, idOf } = secondRegister(() => world);

const SECOND = newFile(
  '1,Claims triage,North,Live',
  '2,Claims triage for cars,North,Live',
  '3,Letters,North,Live',
);

const splits = async (): Promise<string[]> =>
  (
    await world.query<{ text: string }>(
      `select concat_ws(' ', new.name, 'from', origin.name, s.seen_on, case when s.superseded_at is not null then 'gone' end) as text
         from initiative_split s
         join initiative_revision new on new.initiative_id = s.initiative_id
         join initiative_revision origin on origin.initiative_id = s.origin_id and origin.superseded_at is null
        order by s.recorded_at, 1`,
    )
  ).map(({ text }) => text);

describe('a new row that was split off from a known initiative', () => {
  let id: ImportId;
  let origin: string;
  beforeEach(async () => {
    await world.import(FIRST, MAPPING);
    id = await check(SECOND);
    origin = await idOf('Claims triage');
  });
  const split = (...rowNumbers: number[]): Promise<void> =>
    decide(
      id,
      rowNumbers.map((rowNumber) => ({ rowNumber, splitFromId: origin })),
    );

  it('is recorded as such by the import, and what it comes from goes on', async () => {
    await split(3);
    expect(await matchesOf(id)).toEqual(['2 EXACT 100 Claims triage', expect.stringMatching(/^3 /), '4 NEW']);
    const checked = await countsOf(id);
    expect(checked).toMatchObject({ changed: 1, created: 2, events: 0 });
    await run(id);
    expect(await countsOf(id)).toEqual(checked);
    expect(await splits()).toEqual(['Claims triage for cars from Claims triage 2024-12-16']);
  });

  it('may be any new row, several of one initiative; the same file again records nothing more', async () => {
    await split(3, 4);
    await world.imports.check(world.manager, { importId: id, mapping: (await mappingOf(id))! });
    await world.work(id);
    await run(id);
    const recorded = ['Claims triage for cars from Claims triage 2024-12-16', 'Letters from Claims triage 2024-12-16']; // prettier-ignore
    expect(await splits()).toEqual(recorded);
    await run(await check(SECOND));
    expect(await splits()).toEqual(recorded);
  });

  it('is taken back with the import', async () => {
    const before = await liveContents(world);
    await split(3, 4);
    await run(id);
    await world.importStops.undo(world.manager, { importId: id, idempotencyKey: newId() });
    await world.work(id);
    expect(await liveContents(world)).toEqual(before);
    expect(await splits()).toHaveLength(2);
    expect((await splits()).every((text) => text.endsWith('gone'))).toBe(true);
  });

  it('is refused where it is no new one, or nobody knows what it comes from', async () => {
    const attempt = (decision: object) =>
      world.matching.decideMatches(world.manager, { importId: id, decisions: [decision] });
    await expect(attempt({ rowNumber: 3, initiativeId: origin, splitFromId: origin })).rejects.toThrow(/Only a new/); // prettier-ignore
    await expect(attempt({ rowNumber: 3, splitFromId: newId() })).rejects.toThrow(BadInputError);
    await expect(attempt({ rowNumber: 99, splitFromId: origin })).rejects.toThrow(BadInputError);
  });
});

const mappingOf = async (id: ImportId): Promise<object | undefined> =>
  (await world.query<{ mapping: object }>('select mapping from import where id = $1', [id]))[0]?.mapping;
