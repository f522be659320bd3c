import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { type AssessmentId, type Subject } from '../assessment/assessment.js';
import { World } from '../../fixtures/world.js';
import { DRAFTS_BY_ID, draftsById } from './draft.queries.js';

let db: TestDatabase;
let world: World;
let office: ReturnType<World['as']>;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
  office = world.as('PORTFOLIO_MANAGER');
});

const ALL_YES = 'YYY YYY YYY YYY YYY';
const begin = (subject: Subject, asOfOn = '2024-06-30', correctsId: AssessmentId | null = null) =>
  world.drafts.start(office, subject, { asOfOn: asOfOn as Day, correctsId });
const rowsOf = async <R extends object>(sql: string): Promise<R[]> => (await db.admin.query<R>(sql)).rows;
const assessmentsIn = (id: string) =>
  rowsOf<{ id: string; fact_id: string; superseded_at: Date | null; recorded_at: Date; as_of_on: string }>(
    `select * from assessment where subject_id = '${id}' order by recorded_at`,
  );

describe('start', () => {
  it('asks the organisation all 15 questions', async () => {
    const draft = await begin(world.organisation);
    expect(draft.answers).toHaveLength(15);
    expect(draft.answers.every(({ mode, value }) => mode === 'OPEN' && value === null)).toBe(true);
    expect(draft).toMatchObject({ revision: 1, previousId: null, correctsId: null, asOfOn: '2024-06-30' });
  });

  it('goes on with the open draft, whoever starts it again, also at the same moment', async () => {
    const initiative = await world.initiative();
    const drafts = await Promise.all(Array.from({ length: 5 }, () => begin(initiative)));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  });

  it('carries the last round forward, unconfirmed', async () => {
    const initiative = await world.initiative();
    const first = await world.round(office, initiative, '2024-03-31', 'YPN YPN YPN YPN YPN');
    const draft = await begin(initiative);
    expect(draft.previousId).toBe(first);
    expect(draft.answers[1]).toMatchObject({
      questionKey: 'SA2',
      value: 'PARTIAL',
      note: 'why',
      isTouched: false,
      previous: { value: 'PARTIAL', note: 'why' },
    });
  });

  it('starts a round dated before others from the one before that day', async () => {
    const first = await world.round(office, world.organisation, '2024-01-31', ALL_YES);
    await world.round(office, world.organisation, '2024-12-31', ALL_YES);
    expect(await begin(world.organisation)).toMatchObject({ previousId: first });
  });

  it.each([
    ['before 1970', '1969-12-31', 'DAY_OUT_OF_RANGE'],
    ['in the future', '2199-01-01', 'DAY_OUT_OF_RANGE'],
    ['of an assessment there is', '2024-03-31', 'SAME_DAY'],
  ])('refuses a day %s', async (_, asOfOn, reason) => {
    await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    await expect(begin(world.organisation, asOfOn)).rejects.toMatchObject({ path: ['asOfOn'], reason });
  });
});

describe('saveAnswer', () => {
  it('keeps the first of two answers given at the same moment; the second loses nothing', async () => {
    const draft = await begin(world.organisation);
    const save = (value: 'YES' | 'NO', revision: number) =>
      world.drafts.saveAnswer(office, draft.id, {
        questionKey: 'SA1',
        revision,
        value,
        note: `says ${value}`,
      });
    const outcomes = await Promise.all([save('YES', 0), save('NO', 0)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    const conflict = outcomes.find((outcome) => outcome.kind === 'conflict')!;
    const winner = conflict.current.value === 'YES' ? 'YES' : 'NO';
    expect(conflict.current).toMatchObject({
      note: `says ${winner}`,
      revision: 1,
      updatedBy: office.memberId,
    });
    // Having seen it, the second may save over it.
    const loser = winner === 'YES' ? 'NO' : 'YES';
    expect(await save(loser, conflict.current.revision)).toMatchObject({
      kind: 'saved',
      answer: { value: loser },
    });
  });

  it('lets two people answer different questions at the same time', async () => {
    const draft = await begin(world.organisation);
    const keys = draft.answers.map(({ questionKey }) => questionKey);
    const outcomes = await Promise.all(
      keys.map((questionKey) =>
        world.drafts.saveAnswer(office, draft.id, { questionKey, revision: 0, value: 'PARTIAL' }),
      ),
    );
    expect(outcomes.every(({ kind }) => kind === 'saved')).toBe(true);
    const now = await world.drafts.one(office, draft.id);
    expect(now.answers.map(({ value }) => value)).toEqual(keys.map(() => 'PARTIAL'));
    expect(now.revision).toBe(16);
  });

  it('finds a repeated save done, and leaves absent fields as they are', async () => {
    const draft = await begin(world.organisation);
    const first = { questionKey: 'SA1', revision: 0, value: 'YES', note: ' because ' } as const;
    await world.drafts.saveAnswer(office, draft.id, first);
    expect(await world.drafts.saveAnswer(office, draft.id, first)).toMatchObject({
      kind: 'saved',
      answer: { revision: 1 },
    });
    const evidence = { questionKey: 'SA1', revision: 1, evidence: 'minutes of May' };
    expect(await world.drafts.saveAnswer(office, draft.id, evidence)).toMatchObject({
      answer: {
        value: 'YES',
        note: 'because',
        evidence: 'minutes of May',
        actionRequired: null,
        revision: 2,
      },
    });
    const cleared = { questionKey: 'SA1', revision: 2, note: null, value: null };
    expect(await world.drafts.saveAnswer(office, draft.id, cleared)).toMatchObject({
      answer: { value: null, note: null, evidence: 'minutes of May' },
    });
  });

  it('confirms what was carried forward', async () => {
    await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    const draft = await begin(world.organisation);
    expect(
      await world.drafts.saveAnswer(office, draft.id, { questionKey: 'SA1', revision: 0, value: 'YES' }),
    ).toMatchObject({
      kind: 'saved',
      answer: { isTouched: true, revision: 1, note: 'why' },
    });
  });

  it.each([
    ['a question the framework does not have', { questionKey: 'ZZ9' }, 'questionKey', 'UNKNOWN_QUESTION'],
    ['a question answered for the organisation', { questionKey: 'TO3' }, 'questionKey', 'INHERITED'],
    ['a note too long', { questionKey: 'SA1', note: 'x'.repeat(4001) }, 'note', 'TOO_LONG'],
    ['evidence too long', { questionKey: 'SA1', evidence: 'x'.repeat(2001) }, 'evidence', 'TOO_LONG'],
  ])('refuses %s', async (_, input, field, reason) => {
    const draft = await begin(await world.initiative());
    const saving = world.drafts.saveAnswer(office, draft.id, { revision: 0, value: 'YES', ...input });
    await expect(saving).rejects.toMatchObject({ path: [field], reason });
    expect(await world.drafts.one(office, draft.id)).toMatchObject({ revision: 1 });
  });
});

describe('submit', () => {
  it('writes the assessment with dimensions, gates and answers, and forgets the draft', async () => {
    const initiative = await world.initiative();
    const id = await world.round(office, initiative, '2024-06-30', ALL_YES);
    const children = await Promise.all(
      ['assessment_dimension', 'assessment_gate', 'assessment_answer'].map((table) =>
        rowsOf(`select * from ${table} where assessment_id = '${id}'`),
      ),
    );
    expect(children.map(({ length }) => length)).toEqual([5, 4, 15]);
    await expect(world.drafts.one(office, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rowsOf(`select * from draft_answer where draft_id = '${id}'`)).toEqual([]);
  });

  it('marks the initiative as changed from the day on, and as assessed; not for the organisation', async () => {
    const initiative = await world.initiative();
    await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    await world.round(office, initiative, '2024-06-30', ALL_YES);
    const changes = await rowsOf(
      `select initiative_id, from_on from change_log where tenant_id = '${office.tenantId}'`,
    );
    expect(changes).toEqual([{ initiative_id: initiative.id, from_on: '2024-06-30' }]);
    const [current] = await rowsOf<{ assessed_on: string; last_observed_on: string }>(
      `select assessed_on, last_observed_on from initiative_current where initiative_id = '${initiative.id}'`,
    );
    expect(current).toEqual({ assessed_on: '2024-06-30', last_observed_on: '2024-06-30' });
  });

  it('makes one assessment of a double click', async () => {
    const draft = await world.answer(office, await begin(world.organisation), ALL_YES);
    const click = { revision: draft.revision, idempotencyKey: newId() };
    const outcomes = await Promise.all([1, 2, 3].map(() => world.drafts.submit(office, draft.id, click)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(await assessmentsIn(world.organisation.id)).toHaveLength(1);
  });

  it('tells the second of two people that the first has submitted', async () => {
    const draft = await world.answer(office, await begin(world.organisation), ALL_YES);
    const admin = world.as('ADMIN');
    const outcomes = await Promise.all(
      [office, admin].map((ctx) =>
        world.drafts.submit(ctx, draft.id, { revision: draft.revision, idempotencyKey: newId() }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-submitted', 'submitted']);
    expect(await assessmentsIn(world.organisation.id)).toHaveLength(1);
    const late = world.drafts.saveAnswer(office, draft.id, { questionKey: 'SA1', revision: 1, value: 'NO' });
    await expect(late).rejects.toMatchObject({ path: ['draftId'], reason: 'SUBMITTED' });
  });

  it('submits only what the caller has seen', async () => {
    const draft = await world.answer(office, await begin(world.organisation), ALL_YES);
    await world.answer(world.as('ADMIN'), draft, 'N');
    const submission = { revision: draft.revision, idempotencyKey: newId() };
    await expect(world.drafts.submit(office, draft.id, submission)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await assessmentsIn(world.organisation.id)).toEqual([]);
  });

  it('names what is missing, writes nothing and leaves the key for another try', async () => {
    await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    const draft = await world.answer(office, await begin(world.organisation), 'YYY YYY YYY YYY YY');
    const click = { revision: draft.revision, idempotencyKey: newId() };
    expect(await world.drafts.submit(office, draft.id, click)).toEqual({
      kind: 'incomplete',
      missing: ['RC3'],
    });
    const complete = await world.answer(office, draft, '..............Y');
    const again = { ...click, revision: complete.revision };
    expect(await world.drafts.submit(office, draft.id, again)).toEqual({ kind: 'submitted' });
  });
});

describe('a draft whose day was taken meanwhile', () => {
  it('is refused, and kept', async () => {
    const draft = await world.answer(office, await begin(world.organisation), ALL_YES);
    await world.recorded(world.organisation, '2024-06-30');
    const submission = { revision: draft.revision, idempotencyKey: newId() };
    await expect(world.drafts.submit(office, draft.id, submission)).rejects.toMatchObject({
      path: ['draftId'],
      reason: 'SAME_DAY',
    });
    expect(await world.drafts.one(office, draft.id)).toEqual(draft);
  });
});

describe('a correction', () => {
  it('supersedes with the same fact and starts from the answers it corrects, confirmed', async () => {
    const initiative = await world.initiative();
    const first = await world.round(office, initiative, '2024-06-30', ALL_YES);
    const draft = await begin(initiative, '2024-05-31', first);
    expect(draft.answers.filter(({ mode, isTouched }) => mode === 'OPEN' && !isTouched)).toEqual([]);
    const second = await world.submit(office, await world.answer(office, draft, 'N'));
    const [old, successor] = await assessmentsIn(initiative.id);
    expect(old).toMatchObject({ id: first, superseded_at: successor!.recorded_at });
    expect(successor).toMatchObject({
      id: second,
      fact_id: first,
      superseded_at: null,
      as_of_on: '2024-05-31',
    });
    expect(await world.assessments.one(office, first)).toMatchObject({ asOfOn: '2024-06-30' });
    // From the earlier of the old and the new day; the newest assessment is that of May now.
    const changes = await rowsOf<{ from_on: string }>(
      `select from_on from change_log where tenant_id = '${office.tenantId}' order by id`,
    );
    expect(changes.map(({ from_on }) => from_on)).toEqual(['2024-06-30', '2024-05-31']);
    const [current] = await rowsOf<{ assessed_on: string }>(
      `select assessed_on from initiative_current where initiative_id = '${initiative.id}'`,
    );
    expect(current?.assessed_on).toBe('2024-05-31');
  });

  it('is refused for what was corrected already, for another subject and onto a day that is taken', async () => {
    const first = await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    await world.round(office, world.organisation, '2024-06-30', ALL_YES);
    await expect(begin(world.organisation, '2024-06-30', first)).rejects.toMatchObject({
      reason: 'SAME_DAY',
    });
    await expect(begin(await world.initiative(), '2024-03-31', first)).rejects.toMatchObject({
      reason: 'NOT_CURRENT',
    });
    await world.submit(office, await begin(world.organisation, '2024-03-31', first));
    await expect(begin(world.organisation, '2024-03-31', first)).rejects.toMatchObject({
      reason: 'NOT_CURRENT',
    });
  });

  it('is not mixed up with a new round', async () => {
    const first = await world.round(office, world.organisation, '2024-03-31', ALL_YES);
    await begin(world.organisation, '2024-06-30');
    await expect(begin(world.organisation, '2024-03-31', first)).rejects.toMatchObject({
      reason: 'DRAFT_OPEN',
    });
  });
});

describe('discard', () => {
  it('throws the round away, and a new one may begin', async () => {
    const draft = await world.answer(office, await begin(world.organisation), 'Y');
    await world.drafts.discard(office, draft.id);
    await expect(world.drafts.discard(office, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const next = await begin(world.organisation);
    expect(next.id).not.toBe(draft.id);
    expect(next.answers[0]?.value).toBeNull();
  });
});

describe('drafts', () => {
  it('are listed for whoever began or last worked on them, the latest first', async () => {
    const [organisation, initiative] = [
      await begin(world.organisation),
      await begin(await world.initiative()),
    ];
    const admin = world.as('ADMIN');
    await world.answer(admin, organisation, 'Y');
    const ids = async (ctx: typeof office) => (await world.drafts.mine(ctx)).map(({ id }) => id);
    expect(await ids(office)).toEqual([organisation.id, initiative.id]);
    expect(await ids(admin)).toEqual([organisation.id]);
    expect(await ids(world.as('ADMIN'))).toEqual([]);
  });

  it('are read by three statements, however many', async () => {
    const ids: AssessmentId[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await begin(await world.initiative())).id);
    const read = (some: AssessmentId[]) =>
      db.statementsOf(() => db.unitOfWork.read(office, (tx) => draftsById(tx, some)));
    expect(await read(ids.slice(0, 1))).toHaveLength(3);
    expect(await read(ids)).toHaveLength(3);
  });

  it('find each of their parts by an index under row-level security', async () => {
    const tenant = `'${office.tenantId}'::uuid`;
    await db.admin.query(`
      insert into initiative (tenant_id, id, key_number, created_at)
        select ${tenant}, gen_random_uuid(), n, now() from generate_series(1, 2000) n;
      insert into initiative_assignment (tenant_id, id, fact_id, initiative_id, kind, effective_on, recorded_at)
        select tenant_id, id, id, id, 'UNIT', '2024-01-01', now() from initiative where tenant_id = ${tenant};
      insert into assessment_draft (tenant_id, id, subject_kind, subject_id, framework_id, framework_version, as_of_on)
        select tenant_id, gen_random_uuid(), 'INITIATIVE', id, 'core', 1, '2024-03-31'
          from initiative where tenant_id = ${tenant} and key_number > 100;
      analyze initiative_assignment; analyze assessment_draft;`);
    const plan = await db.planOf(office, DRAFTS_BY_ID, [office.tenantId, [newId()]]);
    expect(plan).toMatch(/Index (Only )?Scan using assessment_draft_pkey.*\n\s+Index Cond: .*id = ANY/);
    expect(plan).toMatch(
      /using assessment_\w+ on assessment a\b.*\n\s+Index Cond: .*subject_id = d.subject_id.*as_of_on < d.as_of_on/,
    );
    expect(plan).toMatch(
      /using initiative_assignment\w+ on initiative_assignment s.*\n\s+Index Cond: .*initiative_id = d.subject_id/,
    );
    expect(plan).toMatch(
      /using assessment_\w+ on assessment a_1.*\n\s+Index Cond: .*subject_id = ANY .*as_of_on <= d.as_of_on/,
    );
  });
});
