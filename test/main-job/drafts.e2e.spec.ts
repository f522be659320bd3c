import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestBrowser, WEB_DIST, type Visitor } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { Installation, PASSWORD, type Organisation } from '../support/installation.js';
import { System } from '../support/system.js';
import { answerByKeyboard, tabTo } from './assessing.js';

const SLUG = 'two';

let system: System;
let browser: TestBrowser;
let organisation: Organisation;
let admin: Visitor;
let manager: Visitor;

beforeAll(async () => {
  system = await System.start({ webDist: WEB_DIST });
  organisation = await (await Installation.open(system)).createOrganisation(SLUG);
  browser = await TestBrowser.open();
  admin = await browser.newVisitor(system.url);
  manager = await browser.newVisitor(system.url);
  await admin.signIn(`admin@${SLUG}.example`, PASSWORD);
  await manager.signIn(`portfolio_manager@${SLUG}.example`, PASSWORD);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

/** A round of a new initiative, open. */
async function startRound(client: Client): Promise<string> {
  const { initiative } = await client.act<{ initiative: { id: string } }>(
    'createInitiative',
    {
      idempotencyKey: randomUUID(),
      initiative: { name: 'Claims triage' },
      stage: 'PILOT',
      stageOn: { on: '2025-03-01' },
    },
    'initiative { id }',
  );
  const { draft } = await client.act<{ draft: { id: string } }>(
    'startAssessment',
    { subjectKind: 'INITIATIVE', subjectId: initiative.id, asOfOn: '2025-06-30' },
    'draft { id }',
  );
  return draft.id;
}

interface Stored {
  readonly value: string | null;
  readonly note: string | null;
}

async function stored(draftId: string, questionKey: string): Promise<Stored> {
  const { assessmentDraft } = await organisation.as.ADMIN.get<{
    assessmentDraft: { answers: (Stored & { questionKey: string })[] };
  }>('query ($id: ID!) { assessmentDraft(id: $id) { answers { questionKey value note } } }', { id: draftId });
  const { value, note } = assessmentDraft.answers.find((answer) => answer.questionKey === questionKey)!;
  return { value, note };
}

/** Gives an answer with a note; the note first, since the answer sends both. */
async function answer({ page }: Visitor, questionKey: string, key: string, note: string): Promise<void> {
  await page.locator(`#question-${questionKey}`).click();
  await page.locator(`#note-${questionKey}`).fill(note);
  await page.keyboard.press('Escape');
  await page.keyboard.press(key);
}

describe('Two people at one round', () => {
  it('the second sees the conflict, loses nothing, and decides', async () => {
    const draftId = await startRound(organisation.as.ADMIN);
    const path = `/t/${SLUG}/drafts/${draftId}`;
    await Promise.all([admin.open(path), manager.open(path)]);
    await answer(admin, 'SA2', 'y', 'Each has a KPI.');
    await admin.page.getByText(/^Saved at/).waitFor();

    await answer(manager, 'SA2', 'n', 'None has one.');
    const choice = manager.page.getByRole('region', { name: 'Two answers to choose from' });
    const words = await choice.innerText();
    expect(words).toContain('ADMIN of two changed this answer');
    expect(words).toContain('Each has a KPI.');
    expect(words).toContain('None has one.');
    expect(await stored(draftId, 'SA2')).toEqual({ value: 'YES', note: 'Each has a KPI.' });

    await choice.getByRole('button', { name: 'Keep theirs and add my note' }).click();
    await choice.waitFor({ state: 'detached' });
    await manager.page.getByText(/^Saved at/).waitFor();
    expect(await stored(draftId, 'SA2')).toEqual({ value: 'YES', note: 'Each has a KPI.\nNone has one.' });
  });

  it('who is offline keeps what was typed, also through a reload', async () => {
    const draftId = await startRound(organisation.as.ADMIN);
    await manager.open(`/t/${SLUG}/drafts/${draftId}`);
    await manager.page.route('**/graphql', (route) => route.abort());
    await answer(manager, 'SA2', 'p', 'Half of them.');
    await manager.page.getByText(/kept on this device/).waitFor();
    await manager.page.unroute('**/graphql');
    await manager.page.reload();
    await manager.page.getByText(/^Saved at/).waitFor();
    expect(await stored(draftId, 'SA2')).toEqual({ value: 'PARTIAL', note: 'Half of them.' });
  });

  it('a double click on submit is one submission', async () => {
    const draftId = await startRound(organisation.as.ADMIN);
    await admin.open(`/t/${SLUG}/drafts/${draftId}`);
    await tabTo(admin.page, /^question-/);
    await answerByKeyboard(admin.page, () => 'y', 'Not ours to say.');
    const sent: string[] = [];
    admin.page.on('request', (request) => {
      if (request.postData()?.includes('mutation SubmitAssessment')) sent.push(request.url());
    });
    await admin.page.getByRole('button', { name: 'Submit' }).dblclick();
    await admin.page.waitForURL(`**/assessments/${draftId}`);
    expect(sent).toHaveLength(1);
    const submit = { draftId, revision: 1, idempotencyKey: randomUUID() };
    await expect(organisation.as.ADMIN.act('submitAssessment', submit, '__typename')).rejects.toThrow(
      'AlreadySubmittedError',
    );
    const { rows } = await system.database.admin.query<{ count: number }>(
      'select count(*)::int as count from assessment where id = $1',
      [draftId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('Two people at one initiative', () => {
  it('the second sees what the first saved, loses nothing, and saves', async () => {
    const { initiative } = await organisation.as.ADMIN.act<{ initiative: { id: string } }>(
      'createInitiative',
      { idempotencyKey: randomUUID(), initiative: { name: 'Fraud checks', summary: 'Finds fraud' } },
      'initiative { id }',
    );
    const { page } = manager;
    await manager.open(`/t/${SLUG}/initiatives/${initiative.id}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Summary').fill('Finds fraud in motor claims');
    await organisation.as.ADMIN.act(
      'updateInitiative',
      { id: initiative.id, initiative: { name: 'Fraud detection', summary: 'Finds fraud early' } },
      'initiative { id }',
    );
    await form.getByRole('button', { name: 'Save' }).click();
    const words = await form.getByRole('alert').innerText();
    expect(words).toContain('They entered for summary: Finds fraud early.');
    expect(words).toContain('Taken over for name: Fraud detection.');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const { initiative: saved } = await organisation.as.ADMIN.get<{ initiative: object }>(
      'query ($id: ID!) { initiative(id: $id) { name summary } }',
      { id: initiative.id },
    );
    expect(saved).toEqual({ name: 'Fraud detection', summary: 'Finds fraud in motor claims' });
  });
});
