import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client } from '../support/client.js';
import { callsOf } from './matrix.js';
import { ROUTES, routesOf } from './routes.js';
import { documentOf, ROOT_FIELDS } from './schema-walk.js';
import {
  callersOf,
  expectedOf,
  nobodysIds,
  restrictedContributor,
  told,
  type Caller,
  type Restricted,
} from './seats.js';
import { outcomeOf, rowOf, TENANT_FIELDS, Walk } from './walk.js';
import { contentsOf, everyIdOf, openWorld, type World } from './world.js';

let world: World;
let callers: Record<Caller, Client>;

beforeAll(async () => {
  world = await openWorld();
  callers = await callersOf(world);
}, 120_000);
afterAll(() => world?.system.stop());

const everyCaller = () => Object.entries(callers) as [Caller, Client][];

describe('each role, and each without a seat', () => {
  it('may what the matrix says, and nothing else', async () => {
    const actual: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const root of ROOT_FIELDS) {
      const row = rowOf(root);
      const isQuery = root.operation === 'query';
      for (const [caller, client] of everyCaller()) {
        // Mutations name what nobody has, so that none of them does anything.
        const ids = isQuery ? world.ours.ids : nobodysIds(world.ours.ids);
        const [call] = callsOf(row, ids);
        const said = told(outcomeOf(await client.ask(documentOf(root), call), root));
        const known = expectedOf(row, caller);
        const isOfNobody = !isQuery && known === 'OPEN' && said === 'NOT_FOUND';
        actual[`${root.key} ${caller}`] = isOfNobody ? 'OPEN' : said;
        expected[`${root.key} ${caller}`] = known;
      }
    }
    expect(actual).toEqual(expected);
  });

  it('lets a contributor read what is not theirs, and write nothing of it', async () => {
    const { database } = world.system;
    const before = await contentsOf(database, world.ours.ids.tenant);
    const writing = TENANT_FIELDS.filter((root) => root.operation === 'mutation');
    const theirs = writing.filter((root) => rowOf(root).allow.includes('CONTRIBUTOR'));
    expect(theirs.length).toBeGreaterThan(8);
    for (const root of theirs) {
      for (const call of callsOf(rowOf(root), world.ours.ids)) {
        const outcome = outcomeOf(await callers.CONTRIBUTOR.ask(documentOf(root), call), root);
        const { key } = root;
        expect({ key, told: told(outcome) }).toEqual({ key, told: 'FORBIDDEN' });
      }
    }
    expect(await contentsOf(database, world.ours.ids.tenant)).toEqual(before);
  });

  it('counts at the next request: role, removal, suspension, sign-out', async () => {
    const { installation } = world;
    const organisation = await installation.createOrganisation('at-once');
    const { ADMIN: admin, AUDITOR: auditor } = organisation.as;
    const reports = async (): Promise<string> =>
      told(outcomeOf(await auditor.ask('{ reports { totalCount } }'), ROOT_FIELDS.find(({ name }) => name === 'reports')!)); // prettier-ignore
    const { memberId } = organisation.seats.AUDITOR;
    expect(await reports()).toBe('OPEN');
    await admin.act('changeMember', { memberId, role: 'CONTRIBUTOR' }, 'member { id }');
    expect(await reports()).toBe('FORBIDDEN');
    await admin.act('changeMember', { memberId, role: 'EXECUTIVE' }, 'member { id }');
    expect(await reports()).toBe('OPEN');
    await installation.setSuspended(organisation.id, true);
    expect(await reports()).toBe('FORBIDDEN');
    await installation.setSuspended(organisation.id, false);
    expect(await reports()).toBe('OPEN');
    await admin.act('removeMember', { memberId }, 'memberId');
    expect(await reports()).toBe('NOT_FOUND');
    await auditor.signOut();
    expect(await reports()).toBe('UNAUTHENTICATED');
  });

  it('is nobody with a cookie that was touched', async () => {
    const { cookie } = world.ours.organisation.as.ADMIN.headers;
    const answer = await fetch(`${world.system.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-tenant': world.ours.organisation.slug,
        cookie: cookie!.replace(/session=./, 'session=x'),
      },
      body: JSON.stringify({ query: '{ tenant { slug } viewer { email } }' }),
    });
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a contributor who is restricted to units', () => {
  let restricted: Restricted;
  let walk: Walk;
  const mine = TENANT_FIELDS.filter((root) => rowOf(root).allow.includes('CONTRIBUTOR'));

  beforeAll(async () => {
    restricted = await restrictedContributor(world);
    const { initiative, successor, record, assessment, draft } = restricted.hidden;
    const hidden = [restricted.word, initiative, successor, record, assessment, draft];
    walk = new Walk(restricted.client, restricted.own, restricted.hidden, new Set(hidden));
  });

  it('does not find what lies beyond them, by whatever id, and changes nothing of it', async () => {
    const { database } = world.system;
    const before = await contentsOf(database, world.ours.ids.tenant);
    expect(walk.vectorsOf(mine.find(({ name }) => name === 'initiative')!)).toHaveLength(1);
    expect(await walk.problems(mine)).toEqual([]);
    expect(await contentsOf(database, world.ours.ids.tenant)).toEqual(before);
  });

  it('sees nothing of it in lists and pages', async () => {
    for (const root of mine.filter(({ operation }) => operation === 'query')) {
      for (const call of [...callsOf(rowOf(root), restricted.own), {}]) {
        const answer = await restricted.client.ask(documentOf(root), call);
        const { key } = root;
        expect({ key, leaks: walk.leaksIn(answer, call) }).toEqual({ key, leaks: [] });
      }
    }
    const { initiative } = await restricted.client.get<{ initiative: { stageHistory: object[] } }>(
      'query ($id: ID!) { initiative(id: $id) { stageHistory { stage successor { name } } } }',
      { id: restricted.own.successor },
    );
    expect(initiative.stageHistory).toContainEqual({ stage: 'ENDED', successor: null });
  });

  it('gets figures of their own units only', async () => {
    const FIGURES = `query ($filter: PortfolioFilter) {
      initiatives { totalCount }
      trend(quarters: 4, filter: $filter) { pending quarters { active readiness { active n } } blockers { initiatives } }
      timeToProduction(filter: $filter) { n rows { totalCount nodes { initiative { id } } } }
      executiveQuarter { inProduction { of } pilots { of } moved { initiative { id } } stuck { initiatives { nodes { id } } } } }`;
    const admin = world.ours.organisation.as.ADMIN;
    const all = await restricted.client.get(FIGURES);
    const own = await admin.get(FIGURES, { filter: { unitIds: [restricted.own.unit] } });
    expect(all['trend']).toEqual(own['trend']);
    expect(all['timeToProduction']).toEqual(own['timeToProduction']);
    const everything = await admin.get(FIGURES);
    expect(everything['trend']).not.toEqual(own['trend']);

    const beyond = { filter: { unitIds: [restricted.hiddenUnit] } };
    const { data } = await restricted.client.ask<{ trend: { quarters: { active: number }[] } }>(
      FIGURES,
      beyond,
    );
    const counts = data?.trend?.quarters.map(({ active }) => active) ?? [];
    expect(counts.every((count) => count === 0)).toBe(true);
  });
});

describe('routes', () => {
  it('are all known', async () => {
    expect(await routesOf(world.system.database.config)).toEqual(Object.keys(ROUTES).sort());
  });

  it('take a file from those who may import, and from nobody else', async () => {
    const { database } = world.system;
    const statuses: Record<string, number> = {};
    for (const [caller, client] of everyCaller()) {
      statuses[caller] = (await client.upload('a.csv', 'Name,Stage\nOne,Live\n')).status;
    }
    expect(statuses).toEqual({
      ADMIN: 201,
      PORTFOLIO_MANAGER: 201,
      CONTRIBUTOR: 403,
      EXECUTIVE: 403,
      AUDITOR: 403,
      OPERATOR: 404,
      SIGNED_OUT: 401,
      SUSPENDED: 403,
      REMOVED: 404,
    });
    const before = await contentsOf(database, world.theirs.ids.tenant);
    const forged = world.ours.organisation.as.ADMIN.in(world.theirs.organisation.slug);
    expect((await forged.upload('a.csv', 'Name,Stage\nOne,Live\n')).status).toBe(404);
    expect((await forged.in(null).upload('a.csv', 'Name,Stage\nOne,Live\n')).status).toBe(404);
    expect(await contentsOf(database, world.theirs.ids.tenant)).toEqual(before);
  });

  it('for everybody say nothing of anybody', async () => {
    const { url, workerUrl, database } = world.system;
    const { canary, organisation, ids } = world.theirs;
    const body = JSON.stringify({ email: `admin@${organisation.slug}.example`, password: 'wrong password' });
    const texts: string[] = [];
    for (const [route, kind] of Object.entries(ROUTES)) {
      const [method, path] = route.split(' ') as [string, string];
      if (kind !== 'SIGN_IN' && kind !== 'HEALTH' && kind !== 'PUBLIC') continue;
      const headers = { 'content-type': 'application/json', origin: url };
      const answer = await fetch(`${url}${path}`, { method, ...(method === 'POST' && { headers, body }) });
      texts.push(`${route} ${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
    }
    for (const path of ['/health/ready', '/metrics']) {
      texts.push(await (await fetch(`${workerUrl}${path}`)).text());
    }
    const words = [canary, ...(await everyIdOf(database, ids.tenant))];
    expect(words.filter((word) => texts.some((text) => text.includes(word)))).toEqual([]);
  });
});

describe('the log', () => {
  it('names nobody and quotes nothing', () => {
    const { said } = world.system;
    expect(said.length).toBeGreaterThan(1000);
    const quoting = said.split('\n').filter((line) => line.includes(world.theirs.canary));
    expect(quoting).toEqual([]);
  });
});
