import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { AssessmentApiModule } from '../assessment-api.module.js';

const FEDERAL = readFileSync(
  new URL('../../../../test/scenarios/us-federal-2024.framework.yaml', import.meta.url),
  'utf8',
);

let api: TestApi;
let organisation: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, AssessmentApiModule);
});
afterAll(() => api.close());
beforeEach(async () => {
  organisation = await api.createOrganisation();
});

const ADD = `mutation ($input: AddFrameworkInput!) { addFramework(input: $input) {
  __typename
  ... on InvalidInputError { message path code }
  ... on AddFrameworkSuccess { added { source addedAt framework { id kind version questions { key scope gates { stage } } } } } } }`;
const OWN = '{ ownFrameworks { source framework { id version name } } }';

const add = async (source: string) =>
  (await organisation.as.PORTFOLIO_MANAGER.get(ADD, { input: { source } })).addFramework;

describe("an organisation's own questionnaire", () => {
  it('is added once, and had back as the file that it came in', async () => {
    const { added } = await add(FEDERAL);
    expect(added).toMatchObject({
      source: FEDERAL,
      framework: { id: 'us-federal-2024', kind: 'QUESTIONNAIRE' },
    });
    expect(added.framework.questions[0]).toEqual({ key: 'DATA1', scope: 'INITIATIVE', gates: [] });
    expect((await add(FEDERAL)).added.addedAt).toBe(added.addedAt);
    const newer = FEDERAL.replace('version: 1', 'version: 2').replace('inventory 2024', 'inventory, revised');
    await add(newer);
    expect((await organisation.as.AUDITOR.get(OWN)).ownFrameworks).toEqual([
      {
        source: newer,
        framework: { id: 'us-federal-2024', version: 2, name: 'US federal inventory, revised' },
      },
      {
        source: FEDERAL,
        framework: { id: 'us-federal-2024', version: 1, name: 'US federal inventory 2024' },
      },
    ]);
    const newest = '{ framework(id: "us-federal-2024") { version } }';
    expect((await organisation.as.AUDITOR.get(newest)).framework).toEqual({ version: 2 });
  });

  it('is had one version at a time, too', async () => {
    await add(FEDERAL);
    const source = (version: number) =>
      organisation.as.AUDITOR.ask(`{ ownFramework(id: "us-federal-2024", version: ${version}) { source } }`);
    expect((await source(1)).data).toEqual({ ownFramework: { source: FEDERAL } });
    expect((await source(2)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it.each([
    ['a version with other content', FEDERAL.replace('Risk management', 'Risks'), /never changes/],
    [
      'the id of the built-in framework',
      FEDERAL.replace('id: us-federal-2024', 'id: ai-scaling-readiness'),
      /^id: /,
    ],
    ['what readiness is judged by', 'kind: READINESS', /^questions: .*expected array|^id: /m],
    ['no YAML', 'id: [', /Flow sequence/],
  ])('is refused with %s', async (_, source, message) => {
    await add(FEDERAL);
    expect(await add(source)).toEqual({
      __typename: 'InvalidInputError',
      message: expect.stringMatching(message),
      path: ['source'],
      code: 'FRAMEWORK_INVALID',
    });
  });

  it('is not seen by another organisation', async () => {
    await add(FEDERAL);
    const other = await api.createOrganisation();
    expect((await other.as.ADMIN.get(OWN)).ownFrameworks).toEqual([]);
    const { errors } = await other.as.ADMIN.ask('{ framework(id: "us-federal-2024") { version } }');
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
