import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseFramework } from '@pilotage/frameworks';
import { CoreModule, createLogger, DatabaseModule, newId } from '@pilotage/platform';
import { JobsModule } from '@pilotage/platform/jobs';
import { fromYaml, placeOn } from '@pilotage/portfolio';
import { portfolioJobs, PortfolioJobsModule } from '@pilotage/portfolio/jobs';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { AssessmentModule } from '../assessment.module.js';
import { AssessmentApiModule } from '../assessment-api.module.js';
import { importTarget } from './import-target.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
/** The US federal inventory of AI use cases of 2024: public, but no part of this repository. */
const INVENTORY = at('../shared/inventories/us-federal-ai-use-cases-2024.csv');
const FEDERAL = readFileSync(at('test/scenarios/us-federal-2024.framework.yaml'), 'utf8');

const { mapping: saved } = fromYaml(readFileSync(at('test/scenarios/inventory-2024.mapping.yaml'), 'utf8'));

/** As an app binds it. */
@Module({})
class Ports {}
const ports = { module: Ports, global: true, providers: [importTarget], exports: [importTarget] };

let api: TestApi;
let worker: INestApplicationContext;
let organisation: TestOrganisation;
let office: TestCaller;

beforeAll(async () => {
  @Module({ imports: [ports, AssessmentApiModule] })
  class Api {}
  api = await TestApi.open(TenancyApiModule, Api);
  worker = await NestFactory.createApplicationContext(
    {
      module: class Worker {},
      imports: [
        CoreModule.forRoot(api.db.config, createLogger('silent', 'test')),
        DatabaseModule.forRoot(),
        ports,
        PortfolioJobsModule,
        AssessmentModule,
        JobsModule.forRoot(portfolioJobs),
      ],
    },
    { logger: false },
  );
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});
beforeEach(async () => {
  organisation = await api.createOrganisation();
  office = organisation.as.PORTFOLIO_MANAGER;
  const added = await office.get(ADD, { input: { source: FEDERAL } });
  expect(added.addFramework.__typename).toBe('AddFrameworkSuccess');
});

const ADD = `mutation ($input: AddFrameworkInput!) { addFramework(input: $input) { __typename } }`;
const CHECK = `mutation ($input: CheckImportInput!) { checkImport(input: $input) {
  __typename ... on InvalidInputError { message path } } }`;
const START = `mutation ($input: StartImportInput!) { startImport(input: $input) { __typename } }`;
const UNDO = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { __typename } }`;
const IMPORT = `query ($id: ID!) { import(id: $id) { id state error
  counts { rows created unchanged assessments findings } findingSummary { code count } } }`;

async function upload(content: Buffer | string): Promise<string> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/imports',
    headers: {
      ...(await office.sessionHeaders()),
      'x-tenant': organisation.slug,
      'x-file-name': 'inventory.csv',
      'content-type': 'application/octet-stream',
    },
    payload: content,
  });
  return response.json<{ id: string }>().id;
}

async function rested(id: string) {
  for (;;) {
    const found = (await office.get(IMPORT, { id })).import;
    if (!['CHECKING', 'RUNNING', 'UNDOING'].includes(found.state)) return found;
    await sleep(50);
  }
}

async function undone(importId: string): Promise<void> {
  await office.get(UNDO, { input: { importId, idempotencyKey: newId() } });
  const { state, error } = await rested(importId);
  expect({ state, error }).toEqual({ state: 'UNDONE', error: null });
}

/** The answers to RISK1 of the live assessments of an initiative. */
async function riskOf(name: string): Promise<string[]> {
  const { nodes } = (await office.get(ASSESSMENTS)).initiatives;
  const { questionnaireAssessments } = nodes.find((node: { name: string }) => node.name === name);
  return questionnaireAssessments.map(
    ({ answers }: { answers: { questionKey: string; value: string }[] }) =>
      answers.find(({ questionKey }) => questionKey === 'RISK1')!.value,
  );
}

const check = (importId: string, mapping: object) => office.get(CHECK, { input: { importId, mapping } });

/** Uploads, checks and runs; the check says beforehand what comes of it. */
async function imported(content: Buffer | string, mapping: object) {
  const importId = await upload(content);
  expect((await check(importId, mapping)).checkImport).toEqual({ __typename: 'CheckImportSuccess' });
  const checked = await rested(importId);
  await office.get(START, { input: { importId, idempotencyKey: newId() } });
  const done = await rested(importId);
  expect(done).toEqual({ ...checked, state: 'DONE' });
  return done;
}

const FILE = `Name,Assessed,Impact assessment,Independent evaluation
Chatbot,2024-03-31,Yes,Planned
Triage,2024-05-01,N/A,maybe
Router,,,
`;
const question = (column: number, key: string, values: Record<string, string | null>) => ({
  column,
  question: key,
  values: Object.entries(values).map(([value, answer]) => ({ value, answer })),
});
const MAPPING = {
  ...{ identity: [0], name: 0, stageValues: [], dateFormat: 'YYYY-MM-DD', dates: [] },
  ...{ keepOthersAsAttributes: true, asOfOn: '2024-06-30', completeSince: null, livingOnly: true },
  questionnaire: {
    frameworkId: 'us-federal-2024',
    frameworkVersion: 1,
    assessedOn: 1,
    questions: [
      question(2, 'RISK1', { Yes: 'YES', No: 'NO', 'N/A': 'NOT_APPLICABLE' }),
      question(3, 'RISK3', { Planned: 'PARTIAL', maybe: null }),
    ],
  },
};

const ASSESSMENTS = `{ initiatives(first: 10) { nodes { name currentAssessment { id } questionnaireAssessments {
  asOfOn importId framework { id name } score { answered applicable }
  dimensions { dimensionKey score { value } } gates { stage }
  answers { questionKey value note } previous { asOfOn } } } } }`;

describe('a file with answers', () => {
  it('makes an assessment of each row that answers something, apart from readiness', async () => {
    const { counts, findingSummary } = await imported(FILE, MAPPING);
    expect(counts).toMatchObject({ rows: 3, created: 3, assessments: 2 });
    expect(findingSummary).toContainEqual({ code: 'ANSWER_UNMAPPED', count: 1 });
    const { nodes } = (await office.get(ASSESSMENTS)).initiatives;
    const byName = new Map(nodes.map((node: { name: string }) => [node.name, node]));
    expect(byName.get('Router')).toEqual({
      name: 'Router',
      currentAssessment: null,
      questionnaireAssessments: [],
    });
    const [chatbot] = (byName.get('Chatbot') as (typeof nodes)[number]).questionnaireAssessments;
    expect(chatbot).toMatchObject({
      asOfOn: '2024-03-31',
      importId: expect.any(String),
      framework: { id: 'us-federal-2024', name: 'US federal inventory 2024' },
      score: { answered: 2, applicable: 17 },
      gates: [],
      previous: null,
    });
    expect(chatbot.answers.filter(({ value }: { value: string | null }) => value)).toEqual([
      { questionKey: 'RISK1', value: 'YES', note: 'From the file inventory.csv, row 2: Yes' },
      { questionKey: 'RISK3', value: 'PARTIAL', note: 'From the file inventory.csv, row 2: Planned' },
    ]);
    expect(chatbot.dimensions.map(({ dimensionKey }: { dimensionKey: string }) => dimensionKey)).toEqual([
      'DATA',
      'TOOLS',
      'RISK',
      'PEOPLE',
    ]);

    const again = await imported(FILE, MAPPING);
    expect(again.counts).toMatchObject({ unchanged: 3, assessments: 0 });
    const corrected = await imported(FILE.replace('Yes,Planned', 'No,Planned'), MAPPING);
    expect(corrected.counts).toMatchObject({ unchanged: 3, assessments: 1 });

    await undone(corrected.id);
    expect(await riskOf('Chatbot')).toEqual(['YES']);
  });

  it.each([
    ['a framework that is not there', { frameworkVersion: 2 }, ['frameworkId']],
    ['a question that is not there', { questions: [question(2, 'SA1', {})] }, ['questions', '0', 'question']],
    [
      'a question that only the organisation is asked',
      { frameworkId: 'ai-scaling-readiness', questions: [question(2, 'SA1', {}), question(3, 'DF3', {})] },
      ['questions', '1', 'question'],
    ],
    [
      'a question twice',
      { questions: [question(2, 'RISK1', {}), question(3, 'RISK1', {})] },
      ['questions', '1', 'question'],
    ],
    ['a column that is not there', { questions: [question(9, 'RISK1', {})] }, ['questions', '0', 'column']],
  ])('is not checked with %s', async (_, change, path) => {
    const mapping = { ...MAPPING, questionnaire: { ...MAPPING.questionnaire, ...change } };
    const { checkImport } = await check(await upload(FILE), mapping);
    expect(checkImport).toMatchObject({
      __typename: 'InvalidInputError',
      path: ['mapping', 'questionnaire', ...path],
    });
  });
});

if (existsSync(INVENTORY)) {
  it('of the federal inventory of 2024 becomes one assessment of each row that answers, and no second one', async () => {
    const file = readFileSync(INVENTORY);
    const importId = await upload(file);
    const columns = await columnsOf(importId);
    const questionnaire = await guessed(importId, columns);
    const mapping = { ...placeOn(saved, columns).mapping, asOfOn: '2024-12-16', questionnaire };
    const { counts } = await imported(file, mapping);
    expect(counts).toMatchObject({ rows: 2133, created: 2130, assessments: 1387 });
    // Half of the questions were asked of a third of the rows: 47 % are answered, and 194 rows have a score to be shown.
    expect(await totals()).toEqual({
      assessments: 1387,
      answered: 10_386,
      applicable: 22_015,
      scored: 194,
      mean: 59.3374,
    });
    expect((await imported(file, mapping)).counts).toMatchObject({ unchanged: 2130, assessments: 0 });
  }, 300_000);
}

type FileColumn = Parameters<typeof placeOn>[1][number];

async function columnsOf(importId: string): Promise<FileColumn[]> {
  const columns = 'query ($id: ID!) { import(id: $id) { columns { index header samples filled } } }';
  return (await office.get(columns, { id: importId })).import.columns;
}

/** By the questions' own texts as headers, and by the lines of the framework as values. */
async function guessed(importId: string, columns: readonly FileColumn[]): Promise<object> {
  const { questions } = parseFramework('federal.yaml', FEDERAL);
  const VALUES = `query ($id: ID!, $column: Int!) { import(id: $id) { valuesOf(column: $column) { value } } }`;
  const mapped = [];
  for (const { key, text, ifYes = [], ifPartial = [], ifNo = [] } of questions) {
    const { index } = columns.find(({ header }) => header === text)!;
    const { valuesOf } = (await office.get(VALUES, { id: importId, column: index })).import;
    const answerOf = (value: string): string | null => {
      const isLike = (lines: readonly string[]) => lines.some((line) => value.startsWith(line));
      if (isLike(ifNo)) return 'NO';
      if (isLike(ifPartial)) return 'PARTIAL';
      if (isLike(ifYes)) return 'YES';
      if (/^(n\/a|not applicable)/i.test(value)) return 'NOT_APPLICABLE';
      if (/^yes/i.test(value)) return 'YES';
      return /^no\b/i.test(value) ? 'NO' : null;
    };
    const values = valuesOf.map(({ value }: { value: string }) => ({ value, answer: answerOf(value) }));
    mapped.push({ column: index, question: key, values });
  }
  return { frameworkId: 'us-federal-2024', frameworkVersion: 1, questions: mapped };
}

/** Of all live assessments: how many, how many with a score that may be shown, their mean, and the coverage. */
async function totals(): Promise<object> {
  const [row] = await api.db.unitOfWork.readOne<object>(
    organisation.ctx('ADMIN'),
    `select count(*)::int as assessments, sum(answered)::int as answered, sum(applicable)::int as applicable,
            count(*) filter (where score_num is not null and answered * 10 >= applicable * 6)::int as scored,
            round(avg(100.0 * score_num / score_den) filter (where score_num is not null and answered * 10 >= applicable * 6), 4)::float8 as mean
       from assessment where tenant_id = $1 and superseded_at is null`,
    [organisation.ctx('ADMIN').tenantId],
  );
  return row!;
}
