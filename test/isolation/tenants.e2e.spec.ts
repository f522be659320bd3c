import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { callsOf, MATRIX } from './matrix.js';
import { documentOf, idPlaces, nestedIdArguments, ROOT_FIELDS, valueAt } from './schema-walk.js';
import { comparable, outcomeOf, rowOf, TENANT_FIELDS, Walk } from './walk.js';
import { contentsOf, everyIdOf, openWorld, tenantTables, withOpenPolicies, type World } from './world.js';

let world: World;
let us: Client;
let walk: Walk;

beforeAll(async () => {
  world = await openWorld();
  us = world.ours.organisation.as.ADMIN;
  const forbidden = await everyIdOf(world.system.database, world.theirs.ids.tenant);
  forbidden.add(world.theirs.canary);
  walk = new Walk(us, world.ours.ids, world.theirs.ids, forbidden);
}, 120_000);
afterAll(() => world?.system.stop());

describe('the matrix', () => {
  it('has a row for every query and mutation, and no row of none', () => {
    expect([...MATRIX.keys()].sort()).toEqual(ROOT_FIELDS.map(({ key }) => key).sort());
  });

  it('fills every place that takes an id', () => {
    const unfilled = ROOT_FIELDS.flatMap((root) => {
      const calls = callsOf(rowOf(root), world.ours.ids);
      return idPlaces(root)
        .filter((path) => !calls.some((call) => valueAt(call, path) !== undefined))
        .map((path) => `${root.key} ${path.join('.')}`);
    });
    expect(unfilled).toEqual([]);
    expect(nestedIdArguments()).toEqual([]);
  });

  it('reaches what things are made of: their own walk finds their words and ids', async () => {
    const blind: string[] = [];
    for (const root of TENANT_FIELDS.filter(({ operation }) => operation === 'query')) {
      for (const call of callsOf(rowOf(root), world.theirs.ids)) {
        const answer = await world.theirs.organisation.as.ADMIN.ask(documentOf(root), call);
        expect({ key: root.key, errors: answer.errors }).toEqual({ key: root.key });
        if (walk.leaksIn(answer).length === 0) blind.push(root.key);
      }
    }
    // Made of numbers and of what belongs to nobody.
    expect(blind).toEqual(['Query.officeWork', 'Query.quarters', 'Query.trend']);
  });
});

describe("another organisation's ids", () => {
  it('are answered like ids of nobody, in every place of every field, and show and change nothing', async () => {
    const before = await contentsOf(world.system.database, world.theirs.ids.tenant);
    expect(await walk.problems(ROOT_FIELDS)).toEqual([]);
    expect(await contentsOf(world.system.database, world.theirs.ids.tenant)).toEqual(before);
  });

  it('are so by the statements alone, which name the tenant: also while every policy is open', async () => {
    const { database } = world.system;
    const before = await contentsOf(database, world.theirs.ids.tenant);
    const problems = await withOpenPolicies(database, await tenantTables(database), () =>
      walk.problems(ROOT_FIELDS),
    );
    expect(problems).toEqual([]);
    expect(await contentsOf(database, world.theirs.ids.tenant)).toEqual(before);
  });

  it('nor do searches for their words find anything', async () => {
    const { canary } = world.theirs;
    const found = await us.get<Record<string, { totalCount: number }>>(
      `query ($word: String!, $tag: String!) {
        named: initiatives(filter: { search: $word }) { totalCount }
        tagged: initiatives(filter: { tags: [$tag] }) { totalCount }
        people(search: $word) { totalCount } }`,
      { word: canary, tag: `tag-${canary}` },
    );
    const counts = Object.values(found).map(({ totalCount }) => totalCount);
    expect(counts).toEqual([0, 0, 0]);
    expect(walk.leaksIn(await us.ask('{ tags }'))).toEqual([]);
  });

  it('nor do their cursors lead anywhere', async () => {
    for (const root of TENANT_FIELDS.filter(({ field }) => field.args.some(({ name }) => name === 'after'))) {
      const [call] = callsOf(rowOf(root), world.theirs.ids);
      const theirs = await world.theirs.organisation.as.ADMIN.get<
        Record<string, { pageInfo: { endCursor: string } }>
      >(documentOf(root), call);
      const after = theirs[root.name]!.pageInfo.endCursor;
      for (const own of callsOf(rowOf(root), world.ours.ids)) {
        const answer = await us.ask(documentOf(root), { ...own, after });
        const { key } = root;
        expect({ key, after, leaks: walk.leaksIn(answer, { after }) }).toEqual({ key, after, leaks: [] });
        expect({ key, ...outcomeOf(answer, root) }).not.toMatchObject({ by: 'INTERNAL' });
      }
    }
  });
});

describe('a header', () => {
  it.each([
    ['names another organisation', () => world.theirs.organisation.slug],
    ['names none that exists', () => 'no-such-organisation'],
    ['is missing', () => null],
    ['is no name at all', () => `${world.ours.organisation.slug}' or '1'='1`],
  ])('that %s opens nothing', async (_, slug) => {
    const stranger = us.in(slug());
    for (const root of TENANT_FIELDS) {
      for (const call of callsOf(rowOf(root), world.theirs.ids)) {
        const answer = await stranger.ask(documentOf(root), call);
        const { key } = root;
        expect({ key, ...outcomeOf(answer, root) }).toEqual({ key, kind: 'refused', by: 'NOT_FOUND' });
        expect({ key, leaks: walk.leaksIn(answer, call) }).toEqual({ key, leaks: [] });
      }
    }
  });
});

/** Emptied as the worker works; the rest is filled. */
const PASSING = ['change_log'];

describe('the tables', () => {
  /** Those of which pilotage_app sees a row without a tenant. */
  const openTables = async (): Promise<string[]> => {
    const { database } = world.system;
    const open: string[] = [];
    for (const table of await tenantTables(database))
      if ((await database.global.query(`select from ${table} limit 1`)).length > 0) open.push(table);
    return open;
  };

  it('are all filled, and show the application no row while no tenant is set', async () => {
    const { database } = world.system;
    for (const { ids } of [world.ours, world.theirs]) {
      const contents = Object.entries(await contentsOf(database, ids.tenant));
      const empty = contents.filter(([, digest]) => digest.startsWith('0 ')).map(([table]) => table);
      expect(empty.filter((table) => !PASSING.includes(table))).toEqual([]);
    }
    expect(await openTables()).toEqual([]);
  });

  it('show a tenant its own rows only, and take none for another', async () => {
    const { database } = world.system;
    const ctx = { tenantId: world.ours.ids.tenant as never, memberId: null, requestId: 'test' };
    for (const table of await tenantTables(database)) {
      const [seen] = await database.unitOfWork.readOne<{ tenants: string[] | null }>(
        ctx,
        `select array_agg(distinct tenant_id) as tenants from ${table}`,
      );
      const tenants = PASSING.includes(table) ? (seen!.tenants ?? [ctx.tenantId]) : seen!.tenants;
      expect({ table, tenants }).toEqual({ table, tenants: [ctx.tenantId] });
    }
    const foreign = database.unitOfWork.run(ctx, (tx) =>
      tx.query(`insert into unit (tenant_id, id, created_at) values ($1, gen_random_uuid(), now())`, [
        world.theirs.ids.tenant,
      ]),
    );
    await expect(foreign).rejects.toThrow(/violates row-level security policy/);
  });

  it('would be found open, each of them, if its policy were', async () => {
    const { database } = world.system;
    for (const table of await tenantTables(database)) {
      if (PASSING.includes(table)) continue;
      expect(await withOpenPolicies(database, [table], openTables)).toEqual([table]);
    }
    expect(await openTables()).toEqual([]);
  });
});

describe('the net', () => {
  it('turns red when a word of theirs stands in a row of ours', async () => {
    const { admin } = world.system.database;
    const { initiative } = world.ours.ids;
    const rename = (name: string) =>
      admin.query('update initiative_current set name = $2 where initiative_id = $1', [initiative, name]);
    await rename(`Stray ${world.theirs.canary}`);
    const answer = await us.ask('query ($id: ID!) { initiative(id: $id) { name } }', { id: initiative });
    expect(walk.leaksIn(answer)).toEqual([world.theirs.canary]);
    await rename('Back again');
  });

  it('turns red wherever ids of ours are taken for foreign ones: each call is one that is answered', async () => {
    const roots = TENANT_FIELDS.filter((root) => walk.vectorsOf(root).length > 0);
    // These calls do what they say, so what ends something comes last.
    const endings = ['Mutation.discardDraft', 'Mutation.retractStage', 'Mutation.removeMember'];
    const ordered = roots.toSorted((a, b) => endings.indexOf(a.key) - endings.indexOf(b.key));
    const silent: string[] = [];
    for (const root of ordered) {
      const { nobodys } = walk.vectorsOf(root)[0]!;
      const [call] = callsOf(rowOf(root), world.ours.ids);
      const [own, other] = [await us.ask(documentOf(root), call), await us.ask(documentOf(root), nobodys)];
      if (comparable(own) === comparable(other)) silent.push(root.key);
    }
    expect(silent).toEqual([]);
  });
});
