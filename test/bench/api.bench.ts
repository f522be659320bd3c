import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Installation } from '../support/installation.js';
import { freePort, Program } from '../support/processes.js';
import { System } from '../support/system.js';
import { fillOthers, fillPortfolio } from './data.js';
import { best, machine, median, race, ratio, say, type Contender } from './load.js';

const POOL_SIZE = 10;

/** 20 initiatives with 8 assessments of 6 fields each. */
const OURS = `{ initiatives(first: 20) { nodes { id name assessments(first: 8) { nodes {
  id asOfOn score { numerator denominator answered applicable } } } } } }`;
const THEIRS = `{ allInitiativeCurrents(first: 20, orderBy: [KEY_NUMBER_ASC, INITIATIVE_ID_ASC]) { nodes { initiativeId name
  assessments(first: 8, orderBy: AS_OF_ON_DESC, condition: { supersededAt: null }) { nodes {
    rowId asOfOn scoreNum scoreDen answered applicable } } } } }`;

let system: System;
const servers: Program[] = [];
let contenders: Contender[];

beforeAll(async () => {
  system = await System.start({ env: { NODE_ENV: 'production', DATABASE_POOL_SIZE: String(POOL_SIZE) } });
  const { database } = system;
  const organisation = await (await Installation.open(system)).createOrganisation('bench');
  await fillPortfolio(database, organisation.id, { initiatives: 500, assessmentsEach: 12 });
  await fillOthers(database, 19);
  // What an assessment is of is no foreign key; this tells PostGraphile of the relation.
  await database.admin.query(`comment on table app.assessment is
    E'@foreignKey (tenant_id, subject_id) references initiative_current (tenant_id, initiative_id)|@foreignFieldName assessments'`);
  await database.admin.query('vacuum analyze');
  await system.killWorker();

  const json = { 'content-type': 'application/json' };
  const bare = { ...json, 'x-tenant': organisation.id };
  contenders = [
    { name: 'floor', url: await serve('floor.mjs'), headers: bare, body: '{}' },
    {
      name: 'PostGraphile',
      url: `${await serve('postgraphile.mjs')}/graphql`,
      headers: bare,
      body: JSON.stringify({ query: THEIRS }),
    },
    {
      name: 'ours',
      url: `${system.url}/graphql`,
      headers: { ...json, ...organisation.as.ADMIN.headers },
      body: JSON.stringify({ query: OURS }),
    },
  ];
}, 300_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  await system?.stop();
});

async function serve(script: string): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const admin = system.database.admin.options.connectionString!;
  const env = {
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    PORT: String(port),
    POOL_SIZE: String(POOL_SIZE),
    ADMIN_URL: admin,
    DATABASE_URL_APP: system.database.config.DATABASE_URL_APP,
  };
  const isUp = async (): Promise<boolean> => (await fetch(url, { method: 'POST' })).status > 0;
  servers.push(await Program.start(`test/bench/servers/${script}`, env, isUp));
  return url;
}

const ask = async ({ url, headers, body }: Contender): Promise<string> =>
  (await fetch(url, { method: 'POST', headers, body })).text();

it('answers a list of 960 fields at a good share of what the machine can do', async () => {
  const answers = await Promise.all(contenders.map(ask));
  const fields = answers.map((text) => [...text.matchAll(/"(numerator|scoreNum)":/g)].length);
  expect(fields).toEqual([160, 160, 160]);
  expect(JSON.parse(answers[2]!)).toEqual(JSON.parse(answers[0]!));

  say(`\nA list of 960 fields, 16 connections; ${machine()}`);
  const rates = await race(contenders);
  for (const [index, { name }] of contenders.entries()) {
    const own = rates.get(name)!;
    const each = own.map((rate) => rate.toFixed(0)).join(' ');
    const size = (answers[index]!.length / 1024).toFixed(1);
    say(
      `  ${name.padEnd(13)} median ${median(own).toFixed(0)}/s, best ${best(own).toFixed(0)}/s (${each}), ${size} KiB`,
    );
  }
  const [toFloor, toPostGraphile] = [ratio(rates, 'ours', 'floor'), ratio(rates, 'ours', 'PostGraphile')];
  say(`  ours / floor         ${toFloor.median.toFixed(2)} (best ${toFloor.best.toFixed(2)})`);
  say(`  ours / PostGraphile  ${toPostGraphile.median.toFixed(2)} (best ${toPostGraphile.best.toFixed(2)})`);
  say(`  ${machine()}`);
}, 300_000);
