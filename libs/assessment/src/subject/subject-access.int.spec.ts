import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { newId } from '@pilotage/platform';
import { type RequestContext } from '@pilotage/tenancy';
import { TestDatabase } from '@pilotage/testing';
import { type AssessmentId, type Subject } from '../assessment/assessment.js';
import { type Draft } from '../draft/draft.js';
import { World } from '../../fixtures/world.js';

let db: TestDatabase;
let world: World;
let office: RequestContext;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
  office = world.as('PORTFOLIO_MANAGER');
});

const start = (ctx: RequestContext, subject: Subject) =>
  world.drafts.start(ctx, subject, { asOfOn: day('2024-06-30'), correctsId: null });

/** Every verb on one draft and one assessment, as `ctx`; `start` is on the subject of the draft. */
const verbs: Record<
  string,
  (ctx: RequestContext, draft: Draft, assessment: AssessmentId) => Promise<unknown>
> = {
  start: (ctx, { subjectKind, subjectId }) => start(ctx, { kind: subjectKind, id: subjectId }),
  saveAnswer: (ctx, { id }) =>
    world.drafts.saveAnswer(ctx, id, { questionKey: 'SA1', revision: 0, value: 'NO' }),
  submit: (ctx, { id, revision }) => world.drafts.submit(ctx, id, { revision, idempotencyKey: newId() }),
  discard: (ctx, { id }) => world.drafts.discard(ctx, id),
  'read a draft': (ctx, { id }) => world.drafts.one(ctx, id),
  'read an assessment': (ctx, _, assessment) => world.assessments.one(ctx, assessment),
  'list assessments': (ctx, { subjectKind, subjectId }) =>
    world.assessments.requireVisible(ctx, { kind: subjectKind, id: subjectId }),
};
const writing = ['start', 'saveAnswer', 'submit', 'discard'];
const reading = Object.keys(verbs).filter((verb) => !writing.includes(verb));

/** An assessment and an open draft of a subject. */
async function prepared(subject: Subject): Promise<[Draft, AssessmentId]> {
  const assessment = await world.recorded(subject, '2024-03-31');
  return [await start(office, subject), assessment];
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'allowed';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

describe('another tenant', () => {
  it.each(Object.keys(verbs))('does not know the ids: %s', async (verb) => {
    const subject = await world.initiative();
    const [draft, assessment] = await prepared(subject);
    const other = await World.of(db.unitOfWork, await db.createTenant());
    expect(await codeOf(verbs[verb]!(other.as('ADMIN'), draft, assessment))).toBe('NOT_FOUND');
    expect(await world.drafts.one(office, draft.id)).toEqual(draft);
  });

  it('is not reached by naming its organisation', async () => {
    const other = await World.of(db.unitOfWork, await db.createTenant());
    expect(await codeOf(start(office, other.organisation))).toBe('NOT_FOUND');
  });
});

describe.each(['EXECUTIVE', 'AUDITOR'] as const)('an %s', (role) => {
  it.each(writing)('may not: %s', async (verb) => {
    const [draft, assessment] = await prepared(world.organisation);
    expect(await codeOf(verbs[verb]!(world.as(role), draft, assessment))).toBe('FORBIDDEN');
  });

  it.each(reading)('may: %s', async (verb) => {
    const [draft, assessment] = await prepared(world.organisation);
    expect(await codeOf(verbs[verb]!(world.as(role), draft, assessment))).toBe('allowed');
  });
});

describe('a contributor', () => {
  it.each(writing)('may, on an initiative of theirs: %s', async (verb) => {
    const personId = await world.person('Owner');
    const [draft, assessment] = await prepared(await world.initiative([], personId));
    expect(await codeOf(verbs[verb]!(world.as('CONTRIBUTOR', null, personId), draft, assessment))).toBe(
      'allowed',
    );
  });

  it.each(writing)("may not, on somebody else's initiative: %s", async (verb) => {
    const [draft, assessment] = await prepared(await world.initiative());
    expect(await codeOf(verbs[verb]!(world.as('CONTRIBUTOR'), draft, assessment))).toBe('FORBIDDEN');
  });

  it.each(writing)('may not, on the organisation, restricted or not: %s', async (verb) => {
    const [draft, assessment] = await prepared(world.organisation);
    const unit = await world.unit('Claims');
    expect(await codeOf(verbs[verb]!(world.as('CONTRIBUTOR'), draft, assessment))).toBe('FORBIDDEN');
    expect(await codeOf(verbs[verb]!(world.as('CONTRIBUTOR', [unit.id]), draft, assessment))).toBe(
      'FORBIDDEN',
    );
  });

  it.each(Object.keys(verbs))('may, on a unit they are restricted to: %s', async (verb) => {
    const unit = await world.unit('Claims');
    const [draft, assessment] = await prepared(unit);
    expect(await codeOf(verbs[verb]!(world.as('CONTRIBUTOR', [unit.id]), draft, assessment))).toBe('allowed');
  });

  it.each(Object.keys(verbs))(
    'restricted to one unit, does not know another, nor its initiatives: %s',
    async (verb) => {
      const [own, other] = [await world.unit('Claims'), await world.unit('Motor')];
      const restricted = world.as('CONTRIBUTOR', [own.id]);
      for (const subject of [other, await world.initiative([['2020-01-01', other]])]) {
        const [draft, assessment] = await prepared(subject);
        expect(await codeOf(verbs[verb]!(restricted, draft, assessment))).toBe('NOT_FOUND');
      }
    },
  );

  it('not restricted, may only read units', async () => {
    const [draft, assessment] = await prepared(await world.unit('Claims'));
    const contributor = world.as('CONTRIBUTOR');
    expect(await codeOf(verbs['start']!(contributor, draft, assessment))).toBe('FORBIDDEN');
    expect(await codeOf(verbs['read an assessment']!(contributor, draft, assessment))).toBe('allowed');
  });
});
