import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { World } from '../fixtures/world.js';
import { type Subject } from './assessment/assessment.js';
import { ASSESSMENT_PAGES } from './assessment/assessment.queries.js';
import { AssessmentApiModule } from './assessment-api.module.js';

let api: TestApi;
let organisation: TestOrganisation;
let world: World;
let office: TestCaller;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule, AssessmentApiModule);
});
afterAll(() => api.close());
beforeEach(async () => {
  organisation = await api.createOrganisation();
  world = World.over(api.db.unitOfWork, organisation.ctx('ADMIN'));
  office = organisation.as.PORTFOLIO_MANAGER;
});

const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) {
  __typename
  ... on InvalidInputError { path code }
  ... on StartAssessmentSuccess { draft { id revision asOfOn previous { asOfOn } framework { questions { key } }
    preview { value reason } initiative { name } unit { name } answers { questionKey mode value } } } } }`;
const SAVE = `mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) {
  __typename
  ... on InvalidInputError { path code }
  ... on DraftConflictError { code current { value revision } }
  ... on SaveAnswerSuccess { answer { value revision isTouched inheritedFrom { subjectKind } } draft { revision } } } }`;
const SUBMIT = `mutation ($input: SubmitAssessmentInput!) { submitAssessment(input: $input) {
  __typename
  ... on InvalidInputError { path code }
  ... on ConflictError { path code }
  ... on AnswersMissingError { questionKeys }
  ... on AlreadySubmittedError { assessment { id } }
  ... on SubmitAssessmentSuccess { assessment { id score { value display } dimensions { dimensionKey score { value } }
    gates { stage isReady met of } answers { questionKey value } } } } }`;

const startInput = (subject: Subject, asOfOn = '2024-06-30') => {
  const subjectId = subject.kind === 'TENANT' ? null : subject.id;
  return { input: { subjectKind: subject.kind, subjectId, asOfOn } };
};
const start = async (subject: Subject, asOfOn?: string) =>
  (await office.get(START, startInput(subject, asOfOn))).startAssessment;

describe('a round over GraphQL', () => {
  it('is started, answered and submitted', async () => {
    const { draft } = await start(await world.initiative());
    expect(draft.initiative).toEqual({ name: 'Initiative 1' });
    expect(draft.preview).toEqual({
      value: null,
      reason: 'A dimension has no answer yet: 0 of 15 questions answered.',
    });
    let revision = draft.revision;
    for (const { questionKey, mode } of draft.answers) {
      if (mode === 'INHERITED') continue;
      const input = { draftId: draft.id, questionKey, revision: 0, value: 'YES' };
      const { saveAnswer } = await office.get(SAVE, { input });
      expect(saveAnswer).toMatchObject({
        __typename: 'SaveAnswerSuccess',
        answer: { value: 'YES', isTouched: true },
      });
      revision = saveAnswer.draft.revision;
    }
    const input = { draftId: draft.id, revision, idempotencyKey: newId() };
    const { submitAssessment } = await office.get(SUBMIT, { input });
    expect(submitAssessment).toMatchObject({
      __typename: 'SubmitAssessmentSuccess',
      assessment: { id: draft.id, score: { value: 100, display: 'SHOW' } },
    });
    const { dimensions, gates, answers } = submitAssessment.assessment;
    expect(dimensions.map(({ dimensionKey }: { dimensionKey: string }) => dimensionKey)).toEqual([
      'SA',
      'DF',
      'TM',
      'TO',
      'RC',
    ]);
    // DF3, TM2 and TO3 have no answer in force; a pilot asks nothing of the first two, and Partial of TO3.
    expect(gates[0]).toEqual({ stage: 'PILOT', isReady: false, met: 14, of: 15 });
    expect(answers.map(({ questionKey }: { questionKey: string }) => questionKey)).toEqual(
      draft.framework.questions.map(({ key }: { key: string }) => key),
    );
  });

  it('answers what the user can act on with a type of its own', async () => {
    const tomorrow = await start(world.organisation, '2199-01-01');
    expect(tomorrow).toEqual({ __typename: 'InvalidInputError', path: ['asOfOn'], code: 'DAY_OUT_OF_RANGE' });
    const { draft } = await start(world.organisation);
    const answer = { draftId: draft.id, questionKey: 'SA1', revision: 0 };
    await office.get(SAVE, { input: { ...answer, value: 'YES' } });
    expect((await office.get(SAVE, { input: { ...answer, value: 'NO' } })).saveAnswer).toEqual({
      __typename: 'DraftConflictError',
      code: 'ANSWER_CHANGED',
      current: { value: 'YES', revision: 1 },
    });
    const unknown = { ...answer, questionKey: 'ZZ9', value: 'NO' };
    expect((await office.get(SAVE, { input: unknown })).saveAnswer).toEqual({
      __typename: 'InvalidInputError',
      path: ['questionKey'],
      code: 'UNKNOWN_QUESTION',
    });
    const submission = { draftId: draft.id, revision: 2, idempotencyKey: newId() };
    const { submitAssessment } = await office.get(SUBMIT, { input: submission });
    expect(submitAssessment.__typename).toBe('AnswersMissingError');
    expect(submitAssessment.questionKeys).toHaveLength(14);
    const admin = world.as('ADMIN');
    const complete = await world.answer(
      admin,
      await world.drafts.one(admin, draft.id),
      'YYY YYY YYY YYY YYY',
    );
    const stale = { ...submission, revision: 2 };
    expect((await office.get(SUBMIT, { input: stale })).submitAssessment).toMatchObject({
      __typename: 'ConflictError',
    });
    await world.submit(admin, complete);
    expect((await organisation.as.ADMIN.get(SUBMIT, { input: submission })).submitAssessment).toEqual({
      __typename: 'AlreadySubmittedError',
      assessment: { id: draft.id },
    });
  });

  it('is thrown away', async () => {
    const { draft } = await start(world.organisation);
    const discard = `mutation ($input: DiscardDraftInput!) { discardDraft(input: $input) { __typename } }`;
    expect(await office.get(discard, { input: { draftId: draft.id } })).toEqual({ discardDraft: null });
  });

  it('is not for those who only read', async () => {
    expect(await organisation.as.EXECUTIVE.codeOf(START, startInput(world.organisation))).toBe('FORBIDDEN');
  });

  it('is found by its subject, with what the organisation answered beside what departs from it', async () => {
    await world.round(world.as('ADMIN'), world.organisation, '2024-03-31', 'PYY YYY YYY YYY YYY');
    const initiative = await world.initiative();
    const open = `query ($id: ID) { openDraft(subjectKind: INITIATIVE, subjectId: $id) {
      id inheritsFrom { asOfOn subjectKind } answers { questionKey inherited isOverride } } }`;
    expect(await office.get(open, { id: initiative.id })).toEqual({ openDraft: null });
    const { draft } = await start(initiative);
    await office.get(SAVE, { input: { draftId: draft.id, questionKey: 'SA1', revision: 0, value: 'NO' } });
    const { openDraft } = await office.get(open, { id: initiative.id });
    expect(openDraft).toMatchObject({
      id: draft.id,
      inheritsFrom: { asOfOn: '2024-03-31', subjectKind: 'TENANT' },
    });
    expect(openDraft.answers.slice(0, 2)).toEqual([
      { questionKey: 'SA1', inherited: 'PARTIAL', isOverride: true },
      { questionKey: 'SA2', inherited: null, isOverride: false },
    ]);
  });

  it.each([
    ['assessment(id: $id) { id }'],
    ['openDraft(subjectKind: UNIT, subjectId: $id) { id }'],
    ['openDraft(subjectKind: INITIATIVE, subjectId: $id) { id }'],
    ['assessmentDraft(id: $id) { id }'],
    ['assessments(subjectKind: UNIT, subjectId: $id) { totalCount }'],
    ['assessments(subjectKind: INITIATIVE, subjectId: $id) { totalCount }'],
    ['assessments(subjectKind: TENANT, subjectId: $id) { totalCount }'],
  ])('knows no such thing as an id of nobody: %s', async (field) => {
    for (const id of [newId(), 'not-an-id']) {
      expect(await office.codeOf(`query ($id: ID!) { ${field} }`, { id })).toBe('NOT_FOUND');
    }
  });
});

describe('lists', () => {
  const LIST = `query ($id: ID, $first: Int, $after: String) {
    assessments(subjectKind: UNIT, subjectId: $id, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { asOfOn unit { name } } } }`;

  it('give a subject’s assessments by pages, newest day first', async () => {
    const unit = await world.unit('Claims');
    for (const month of ['01', '03', '02']) await world.recorded(unit, `2024-${month}-28`);
    const first = (await office.get(LIST, { id: unit.id, first: 2 })).assessments;
    expect(first.nodes).toEqual([
      { asOfOn: '2024-03-28', unit: { name: 'Claims' } },
      { asOfOn: '2024-02-28', unit: { name: 'Claims' } },
    ]);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const next = (await office.get(LIST, { id: unit.id, first: 2, after: first.pageInfo.endCursor }))
      .assessments;
    expect(next.nodes.map(({ asOfOn }: { asOfOn: string }) => asOfOn)).toEqual(['2024-01-28']);
    expect(next.pageInfo.hasNextPage).toBe(false);
    const other = { id: (await world.unit('Motor')).id, after: first.pageInfo.endCursor };
    expect(await office.codeOf(LIST, other)).toBe('BAD_USER_INPUT');
    expect(await office.codeOf(LIST, { id: unit.id, first: 101 })).toBe('BAD_USER_INPUT');
  });

  it('find their page by an index under row-level security', async () => {
    const ctx = organisation.ctx('ADMIN');
    const params = [ctx.tenantId, [newId()], ['infinity'], [20], ['ai-scaling-readiness']];
    expect(await api.db.planOf(ctx, ASSESSMENT_PAGES.text, params)).toMatch(
      /Index Scan Backward using assessment_one_per_day on assessment x\n\s+Index Cond: .*subject_id = page.subject_id\) AND \(framework_id = page.framework_id\) AND \(as_of_on < page.before/,
    );
  });

  const PORTFOLIO = `query ($first: Int!) { initiatives(first: $first) { nodes {
    currentAssessment { asOfOn score { value } dimensions { score { value } } gates { isReady } answers { value } }
    assessments(first: 2) { totalCount nodes { asOfOn } }
    draft { answers { questionKey inheritedFrom { asOfOn } previous { value } } previous { asOfOn } } } } }`;

  it('of initiatives cost as many statements for one as for five', async () => {
    await world.recorded(world.organisation, '2024-01-31');
    for (let count = 0; count < 5; count += 1) {
      const initiative = await world.initiative();
      await world.recorded(initiative, '2024-03-31');
      await start(initiative);
    }
    const statements = async (first: number) => {
      const sent = await api.db.statementsOf(async () => {
        const { initiatives } = await office.get(PORTFOLIO, { first });
        expect(initiatives.nodes).toHaveLength(first);
        expect(initiatives.nodes[0]).toMatchObject({
          currentAssessment: { asOfOn: '2024-03-31', score: { value: 100 } },
          assessments: { totalCount: 1 },
          draft: { previous: { asOfOn: '2024-03-31' } },
        });
      });
      return sent.length;
    };
    expect(await statements(5)).toBe(await statements(1));
  });
});

describe('a submitted assessment', () => {
  const READ = `query ($id: ID!) { assessment(id: $id) {
    framework { version questions { key } } previous { id } replacedBy { id } supersededAt } }`;
  const read = async (id: string) => (await office.get(READ, { id })).assessment;

  it('leads to the round before it, and to what replaced it', async () => {
    const admin = world.as('ADMIN');
    const first = await world.recorded(world.organisation, '2024-03-31');
    const second = await world.recorded(world.organisation, '2024-06-30');
    expect(await read(second)).toMatchObject({
      previous: { id: first },
      replacedBy: null,
      supersededAt: null,
    });
    const asOfOn = day('2024-06-30');
    let latest = second;
    for (const letters of ['NYY YYY YYY YYY YYY', 'PYY YYY YYY YYY YYY']) {
      const draft = await world.drafts.start(admin, world.organisation, { asOfOn, correctsId: latest });
      latest = await world.submit(admin, await world.answer(admin, draft, letters));
    }
    const corrected = await read(second);
    expect(corrected).toMatchObject({ previous: { id: first }, replacedBy: { id: latest } });
    expect(corrected.framework.questions).toHaveLength(15);
    expect(await read(first)).toMatchObject({ previous: null, replacedBy: null });
  });
});

describe('the framework', () => {
  it('is the newest version of the built-in one, or the one asked for', async () => {
    const { framework } = await office.get(
      '{ framework { id version dimensions { key weight } questions { key scope gates { stage minimum } } } }',
    );
    expect(framework).toMatchObject({ id: 'ai-scaling-readiness', version: 1 });
    expect(framework.dimensions[0]).toEqual({ key: 'SA', weight: 0.2 });
    expect(framework.questions[5]).toEqual({
      key: 'DF3',
      scope: 'ORGANISATION',
      gates: [
        { stage: 'PILOT', minimum: 'NO' },
        { stage: 'LIMITED_PRODUCTION', minimum: 'PARTIAL' },
        { stage: 'PRODUCTION', minimum: 'YES' },
        { stage: 'SCALED', minimum: 'YES' },
      ],
    });
    expect(await office.codeOf('{ framework(version: 99) { id } }')).toBe('NOT_FOUND');
  });
});

describe('what an initiative inherits', () => {
  const INHERITED = `query ($id: ID!) { openDraft(subjectKind: INITIATIVE, subjectId: $id) {
    inheritsFrom { unit { name } answers { value } }
    answers { inherited inheritedFrom { unit { name } score { value } } } } }`;

  /** A contributor restricted to one unit who owns an initiative in another, which has been assessed. */
  it('leads to its unit for the office, and not for an owner who does not see that unit', async () => {
    const { ADMIN, CONTRIBUTOR, PORTFOLIO_MANAGER } = organisation.as;
    const [own, other] = [await world.unit('Claims'), await world.unit('Motor')];
    const { memberId, personId } = organisation.members.CONTRIBUTOR;
    const restrict = `mutation ($input: ChangeMemberInput!) { changeMember(input: $input) { __typename } }`;
    await ADMIN.get(restrict, { input: { memberId, role: 'CONTRIBUTOR', unitIds: [own.id] } });
    const subject = await world.initiative([['2020-01-01', other]], personId);
    await world.recorded(other, '2024-03-31');
    await start(subject);

    const shown = (await PORTFOLIO_MANAGER.get(INHERITED, { id: subject.id })).openDraft;
    expect(shown.inheritsFrom.unit).toEqual({ name: 'Motor' });
    const hidden = (await CONTRIBUTOR.get(INHERITED, { id: subject.id })).openDraft;
    expect(hidden.inheritsFrom).toBeNull();
    expect(JSON.stringify(hidden)).not.toContain('Motor');
    // The values themselves are the initiative's own by now.
    expect(hidden.answers.some(({ inherited }: { inherited: string | null }) => inherited === 'YES')).toBe(
      true,
    );

    await world.recorded(world.organisation, '2024-03-31');
    const elsewhere = await world.initiative([], personId);
    await start(elsewhere);
    const open = (await CONTRIBUTOR.get(INHERITED, { id: elsewhere.id })).openDraft;
    expect(open.inheritsFrom).toMatchObject({ unit: null });
  });
});
