import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser, type Visitor } from '../support/browser.js';
import { Client } from '../support/client.js';
import { inventory, INVENTORY_ROWS } from '../support/inventory.js';
import { report } from '../support/measured.js';
import { System } from '../support/system.js';
import { INVENTORY_2024, outcomeOf, say } from './counts.js';
import { figureOf } from './figures.js';
import { importFile } from './importing.js';
import { acceptLink, createOrganisation, invite, PASSWORD, setUpLink } from './people.js';

const WEB_DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const SLUG = 'harbour';
const ADMIN = { adminName: 'Ada Admin', adminEmail: 'ada@harbour.example' };
const INVITEES = [
  { name: 'Elif Executive', email: 'elif@harbour.example', role: 'Executive' },
  { name: 'Cora Contributor', email: 'cora@harbour.example', role: 'Contributor' },
];

let system: System;
let browser: TestBrowser;
let operator: Visitor;
let admin: Visitor;
let executive: Visitor;
let contributor: Visitor;

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  browser = await TestBrowser.open();
  operator = await browser.newVisitor(system.url);
  admin = await browser.newVisitor(system.url);
  executive = await browser.newVisitor(system.url);
  contributor = await browser.newVisitor(system.url);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

describe('From an empty installation', () => {
  it('the link in the log makes the operator, who makes an organisation', async () => {
    await acceptLink(operator, setUpLink(system.said), { name: 'Olga Operator', email: 'olga@host.example' });
    expect(new URL(operator.page.url()).pathname).toBe('/operator');
    const link = await createOrganisation(operator, { name: 'Harbour Trust', slug: SLUG, ...ADMIN });
    await acceptLink(admin, link);
    expect(new URL(admin.page.url()).pathname).toBe(`/t/${SLUG}`);
  });

  it('the admin signs in and finds what to set up', async () => {
    await admin.page.getByRole('button', { name: /Your account/ }).click();
    await admin.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await admin.page.waitForURL('**/sign-in');
    await admin.signIn(ADMIN.adminEmail, PASSWORD);
    const steps = admin.page.getByRole('region', { name: 'Set-up' }).getByRole('listitem');
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringContaining('Confirm the fiscal year'),
      expect.stringContaining('Check the organisation'),
      expect.stringContaining('Bring in your initiatives'),
      expect.stringContaining('Set up units'),
      expect.stringContaining('Invite people'),
    ]);
  });

  it('an executive and a contributor come in by their links', async () => {
    const [toExecutive, toContributor] = await invite(admin, SLUG, INVITEES);
    await acceptLink(executive, toExecutive!);
    expect(new URL(executive.page.url()).pathname).toBe(`/t/${SLUG}/quarter`);
    await acceptLink(contributor, toContributor!);
    expect(await contributor.page.getByRole('heading', { level: 1 }).innerText()).toBe('My work');
  });

  it('a register of 2,133 rows is imported, and a second time nothing changes', async () => {
    const register = inventory();
    const client = (await new Client(system.url).signIn(ADMIN.adminEmail, PASSWORD)).in(SLUG);
    const first = await importFile(admin, SLUG, register);
    const outcome = await outcomeOf(client, first.id);
    say(
      register.isReal ? 'The 2024 inventory' : 'A made-up register, for want of the 2024 inventory',
      outcome,
    );
    report('Check of 2,133 rows in the wizard', `${first.checkMs} ms`);
    report('Import of 2,133 rows in the wizard', `${first.importMs} ms`);
    if (register.isReal) expect(outcome).toMatchObject(INVENTORY_2024);
    const { counts } = outcome;
    expect(counts.rows).toBe(INVENTORY_ROWS);
    expect(counts.created + counts.skipped).toBe(INVENTORY_ROWS);
    expect(outcome.skipped).toHaveLength(counts.skipped);
    expect(await figureOf(admin.page, 'New initiatives')).toBe(counts.created);
    expect(await figureOf(admin.page, 'Stages with a day')).toBe(counts.events);
    expect(await figureOf(admin.page, 'Stages only seen')).toBe(counts.observations);

    const second = await importFile(admin, SLUG, register);
    expect((await outcomeOf(client, second.id)).counts).toEqual({
      ...counts,
      created: 0,
      unchanged: counts.created,
      events: 0,
      observations: 0,
      units: 0,
    });
  });
});
