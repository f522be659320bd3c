import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { TestBrowser, WEB_DIST, type Visitor } from '../support/browser.js';
import { Client } from '../support/client.js';
import { inventory, INVENTORY_ROWS } from '../support/inventory.js';
import { report, timeOf } from '../support/measured.js';
import { story } from '../support/story.js';
import { System } from '../support/system.js';
import { untilFactsAreCurrent } from '../support/work.js';
import { answerByKeyboard, submitByKeyboard, tabTo } from './assessing.js';
import { dayBefore } from './days.js';
import { INVENTORY_2024, outcomeOf, say } from './counts.js';
import { figureOf, liveFigures, storedFigures, type ReportKind } from './figures.js';
import { importFile } from './importing.js';
import { correctDay, move, openInitiative, startAssessment } from './initiative.js';
import { recompute, requestReport } from './reports.js';
import { CONTINUED, secondRegister } from './second-register.js';
import { acceptLink, createOrganisation, invite, limitToUnit, PASSWORD, setUpLink } from './people.js';

const SLUG = 'harbour';
const ADMIN = { adminName: 'Ada Admin', adminEmail: 'ada@harbour.example' };
/** With the quarter that the live page shows: 0 is the running one. */
const KINDS: readonly (readonly [ReportKind, number])[] = [
  ['TREND', 0],
  ['TIME_TO_PRODUCTION', 0],
  ['EXECUTIVE_QUARTER', 1],
];
const READ_BY_ALL = ['', 'portfolio', 'initiatives/$id', 'initiatives/$id?tab=timeline', 'organisation', 'quarter', 'trend', 'time-to-production', 'reports']; // prettier-ignore
/** Pages, and what they show of the whole portfolio. */
const LARGE: readonly (readonly [string, RegExp])[] = [
  ['portfolio', /of 2,160/],
  ['trend', /Active initiatives\W+2,\d{3}/],
  ['time-to-production', /\d+ of [\d,]{2,}/],
  ['quarter', /Readiness current for \d+ of 2\d{3}/],
];
const WRITING =
  /^(Add|Edit|Start|Go on|Record|Correct|Take back|Request|Keep as report|Recompute|Invite|Import|Yes|Move)/;
const INVITEES = [
  { name: 'Elif Executive', email: 'elif@harbour.example', role: 'Executive' },
  { name: 'Cora Contributor', email: 'cora@harbour.example', role: 'Contributor' },
  { name: 'Anna Auditor', email: 'anna@harbour.example', role: 'Auditor' },
];

let system: System;
let browser: TestBrowser;
let operator: Visitor;
let admin: Visitor;
let executive: Visitor;
let contributor: Visitor;
let auditor: Visitor;
/** The admin, as a program. */
let client: Client;
/** The newest last; it is running. */
let quarters: Quarter[];
/** Between the move and its correction. */
let afterMove: Date;
let initiativeId: string;
const published: Partial<Record<ReportKind, string>> = {};

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  browser = await TestBrowser.open();
  operator = await browser.newVisitor(system.url);
  admin = await browser.newVisitor(system.url);
  executive = await browser.newVisitor(system.url);
  contributor = await browser.newVisitor(system.url);
  auditor = await browser.newVisitor(system.url);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

describe('From an empty installation', () => {
  const step = story(() => browser.keepScreenshots('main-job'));

  step('the link in the log makes the operator, who makes an organisation', async () => {
    await acceptLink(operator, setUpLink(system.said), { name: 'Olga Operator', email: 'olga@host.example' });
    expect(new URL(operator.page.url()).pathname).toBe('/operator');
    const link = await createOrganisation(operator, { name: 'Harbour Trust', slug: SLUG, ...ADMIN });
    await acceptLink(admin, link);
    client = (await new Client(system.url).signIn(ADMIN.adminEmail, PASSWORD)).in(SLUG);
    ({ quarters } = await client.get<{ quarters: Quarter[] }>('{ quarters(count: 3) { from to } }'));
    expect(new URL(admin.page.url()).pathname).toBe(`/t/${SLUG}`);
  });

  step('the admin signs in and finds what to set up', async () => {
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

  step('an executive, a contributor and an auditor come in by their links', async () => {
    const [toExecutive, toContributor, toAuditor] = await invite(admin, SLUG, INVITEES);
    await acceptLink(executive, toExecutive!);
    expect(new URL(executive.page.url()).pathname).toBe(`/t/${SLUG}/quarter`);
    await acceptLink(contributor, toContributor!);
    expect(await contributor.page.getByRole('heading', { level: 1 }).innerText()).toBe('My work');
    await acceptLink(auditor, toAuditor!);
    expect(new URL(auditor.page.url()).pathname).toBe(`/t/${SLUG}/reports`);
  });

  step('the organisation is checked with the keyboard alone, and its readiness is shown', async () => {
    const { page } = admin;
    await admin.open(`/t/${SLUG}/organisation`);
    await tabTo(page, /^Start the check$/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Start' })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[id^="question-"]:focus').waitFor();
    const answers = ['y', 'p', 'n', 'y', 'p'] as const;
    let next = 0;
    const questions = await answerByKeyboard(
      page,
      () => answers[next++ % answers.length]!,
      'Not asked so far.',
    );
    expect(questions).toHaveLength(15);
    await submitByKeyboard(page);
    await page.getByRole('table', { name: /rounds/i }).waitFor();
    expect(await page.getByRole('heading', { name: 'Three things to fix first' }).count()).toBe(1);
    // 6 x Yes, 6 x Partial, 3 x No over five dimensions of three questions.
    const { assessments } = await client.get<{ assessments: { nodes: { score: { value: number } }[] } }>(
      '{ assessments(subjectKind: TENANT) { nodes { score { value } } } }',
    );
    expect(assessments.nodes).toEqual([{ score: { value: 60 } }]);
    expect(await page.getByText('60', { exact: true }).count()).toBeGreaterThan(0);
  });

  step('a register of 2,133 rows is imported, and a second time nothing changes', async () => {
    const register = inventory();
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

  step('a second register lists what was stopped, too', async () => {
    const { id } = await importFile(admin, SLUG, secondRegister(dayBefore(quarters[1]!.from, 30)));
    const { counts } = await outcomeOf(client, id);
    expect(counts).toMatchObject({ rows: 30, created: 30, skipped: 0, findings: 0 });
  });

  step('an initiative is assessed twice, the second time with the last round beside', async () => {
    const { page } = admin;
    initiativeId = await openInitiative(admin, SLUG, CONTINUED);
    await startAssessment(admin, quarters[1]!.to);
    await answerByKeyboard(page, () => 'p', 'A pilot is small.');
    await submitByKeyboard(page);

    await admin.open(`/t/${SLUG}/initiatives/${initiativeId}`);
    await startAssessment(admin, quarters[2]!.from);
    expect(await page.getByText(/Last round, .*: Partial/).count()).toBe(1);
    expect(await page.getByText(/^\d+ not confirmed/).count()).toBe(1);
    await answerByKeyboard(page, () => 'y', 'It has grown.');
    const shownMs = await timeOf(async () => {
      await submitByKeyboard(page);
      await admin.open(`/t/${SLUG}/trend`);
      await page
        .getByText(/current for 1 of/)
        .first()
        .waitFor();
    });
    report('Submission until the trend page shows it, opened in between', `${shownMs} ms`);
    await admin.open(`/t/${SLUG}/initiatives/${initiativeId}?tab=assessments`);
    const rounds = page.getByRole('table', { name: 'Assessments of this initiative, newest first' });
    expect(await rounds.getByRole('row').count()).toBe(3);
  });

  step('it moves from pilot to production', async () => {
    await admin.open(`/t/${SLUG}/initiatives/${initiativeId}`);
    await move(admin, 'Production', dayBefore(quarters[1]!.to, 10));
    await admin.page.getByText(`The move of ${CONTINUED} is recorded.`).waitFor();
    afterMove = new Date();
  });

  for (const [kind, quartersAgo] of KINDS) {
    step(`the ${kind} page and its stored report agree to the digit`, async () => {
      await untilFactsAreCurrent(client);
      const live = await liveFigures(admin, SLUG, kind);
      published[kind] = await requestReport(admin, SLUG, { kind, quartersAgo });
      const stored = await storedFigures(admin, SLUG, kind, published[kind]);
      expect(stored).toEqual(live);
      expect(live.printed.join(' ')).toMatch(/\d/);
    });
  }

  step('a stage date is corrected: the timeline shows both', async () => {
    await admin.open(`/t/${SLUG}/initiatives/${initiativeId}?tab=timeline`);
    await correctDay(
      admin,
      'Production',
      dayBefore(quarters[1]!.from, 10),
      'It went live a quarter earlier.',
    );
    const timeline = admin.page.getByRole('list', { name: 'Stages over time' });
    await timeline.getByText('It went live a quarter earlier.').waitFor();
    const entries = await timeline.getByRole('listitem').allInnerTexts();
    expect(entries.filter((entry) => entry.includes('Production'))).toEqual([
      expect.not.stringMatching(/corrected/),
      expect.stringMatching(/corrected .* \(It went live a quarter earlier\.\)/),
    ]);
  });

  for (const [kind, quartersAgo] of KINDS) {
    step(`the ${kind} as known before still shows the figures of then`, async () => {
      const before = await storedFigures(admin, SLUG, kind, published[kind]!);
      const knownBefore = await requestReport(admin, SLUG, { kind, quartersAgo, knownAt: afterMove });
      expect((await storedFigures(admin, SLUG, kind, knownBefore)).figures).toEqual(before.figures);
      const knownNow = await requestReport(admin, SLUG, { kind, quartersAgo });
      expect((await storedFigures(admin, SLUG, kind, knownNow)).figures).not.toEqual(before.figures);
    });
  }

  step(
    'a published report says what was corrected since, and is computed again to the last digit',
    async () => {
      const reportId = published.EXECUTIVE_QUARTER!;
      await admin.open(`/t/${SLUG}/reports/${reportId}`);
      await admin.page.getByRole('link', { name: /figures? corrected since/ }).waitFor();
      const corrected = admin.page.getByRole('table', { name: 'Corrected since publication' });
      expect(await corrected.innerText()).toMatch(/In production/i);
      expect(await recompute(admin, SLUG, reportId)).toMatch(/equal to the last digit/);
    },
  );

  step('the executive reads, and finds nothing to write with', async () => {
    for (const path of READ_BY_ALL) {
      await executive.open(`/t/${SLUG}/${path.replace('$id', initiativeId)}`);
      const buttons = await executive.page.locator('main').locator('button, a').allInnerTexts();
      expect(buttons.filter((words) => WRITING.test(words.trim()))).toEqual([]);
    }
    const menu = await executive.page.getByRole('navigation').first().innerText();
    expect(menu).not.toMatch(/Imports|Members|Settings/);
    await executive.open(`/t/${SLUG}/admin/members`);
    await executive.page.getByText('Not allowed').waitFor();
  });

  step('a contributor limited to a unit sees that unit alone', async () => {
    await limitToUnit(admin, SLUG, 'Cora Contributor', 'Terminal');
    await contributor.open(`/t/${SLUG}/portfolio`);
    await contributor.page.getByText('1 to 15 of 15').waitFor();
    await contributor.open(`/t/${SLUG}/trend`);
    expect(await figureOf(contributor.page, 'Active initiatives')).toBeLessThanOrEqual(15);
    const { initiatives } = await client.get<{ initiatives: { nodes: { id: string }[] } }>(
      '{ initiatives(filter: { search: "Port pilot 1" }, first: 1) { nodes { id } } }',
    );
    await contributor.open(`/t/${SLUG}/initiatives/${initiatives.nodes[0]!.id}`);
    await contributor.page.getByText('Not found').waitFor();
  });

  step('another organisation does not exist for these people, nor theirs for it', async () => {
    const link = await createOrganisation(operator, {
      name: 'Other Ltd',
      slug: 'other',
      adminName: 'Otto Other',
      adminEmail: 'otto@other.example',
    });
    await admin.open('/t/other/portfolio');
    await admin.page.getByText('Not found').waitFor();
    const other = await browser.newVisitor(system.url);
    await acceptLink(other, link);
    for (const path of [`initiatives/${initiativeId}`, `reports/${published.TREND}`]) {
      await other.open(`/t/other/${path}`);
      await other.page.getByText(/^(Not found|No such report)$/).waitFor();
    }
    await other.open(`/t/${SLUG}`);
    await other.page.getByText('Not found').waitFor();
  });

  step('the pages of more than two thousand initiatives say how many they are', async () => {
    for (const [path, text] of LARGE) {
      const times: number[] = [];
      for (let i = 0; i < 3; i += 1) times.push(await timeOf(() => admin.open(`/t/${SLUG}/${path}`)));
      report(
        `The ${path} page with 2,160 initiatives, median of 3 loads`,
        `${times.sort((a, b) => a - b)[1]} ms`,
      );
      expect(await admin.page.locator('main').innerText()).toMatch(text);
    }
  });

  step('nobody met an error in the console', async () => {
    const people = { operator, admin, executive, contributor, auditor };
    for (const [name, { complaints }] of Object.entries(people))
      expect({ name, complaints }).toEqual({ name, complaints: [] });
  });
});

interface Quarter {
  readonly from: string;
  readonly to: string;
}
