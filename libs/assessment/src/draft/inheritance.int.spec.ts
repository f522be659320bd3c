import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { TestDatabase } from '@pilotage/testing';
import { type AssessmentId, type Subject } from '../assessment/assessment.js';
import { answersOf } from '../assessment/assessment.queries.js';
import { World } from '../../fixtures/world.js';

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

/** In the framework's order: DF3, TM2 and TO3 (6th, 8th, 12th) are asked of the organisation and its units only. */
const ORGANISATION = 'YYY YYN YPY YYY YYY';
const UNIT = 'YYY YYY YYY YYN YYY';
const ALL_YES = 'YYY YYY YYY YYY YYY';

async function scoreOf(id: AssessmentId) {
  const score = await world.assessments.one(office, id);
  const percent = (numerator: number | null) =>
    numerator === null ? null : Math.round((numerator / score.denominator) * 1e6) / 1e4;
  const { answered, applicable } = score;
  return {
    score: percent(score.numerator),
    lower: percent(score.lower),
    upper: percent(score.upper),
    answered,
    applicable,
  };
}

async function inheritedBy(id: AssessmentId): Promise<Record<string, [string | null, AssessmentId | null]>> {
  const answers = await db.unitOfWork.read(office, (tx) => answersOf(tx, [id]));
  const only = ['DF3', 'TM2', 'TO3'];
  return Object.fromEntries(
    answers
      .filter(({ questionKey }) => only.includes(questionKey))
      .map(({ questionKey, value, inheritedFrom }) => [questionKey, [value, inheritedFrom]]),
  );
}

describe('what an initiative inherits', () => {
  it('is unanswered while nothing is in force: applicable, not answered', async () => {
    const initiative = await world.initiative();
    const id = await world.round(office, initiative, '2024-06-30', ALL_YES);
    // Every dimension 100 over what is answered. If DF3, TM2 and TO3 were No, three dimensions were 2 / 3:
    // (100 + 66.6667 + 66.6667 + 66.6667 + 100) / 5 = 80.
    expect(await scoreOf(id)).toEqual({ score: 100, lower: 80, upper: 100, answered: 12, applicable: 15 });
    expect(await inheritedBy(id)).toEqual({ DF3: [null, null], TM2: [null, null], TO3: [null, null] });
  });

  it("is the organisation's answer in force on the day, not one of a later day", async () => {
    const initiative = await world.initiative();
    const organisation = await world.round(office, world.organisation, '2024-03-31', ORGANISATION);
    await world.round(office, world.organisation, '2024-12-31', ALL_YES);
    const id = await world.round(office, initiative, '2024-06-30', ALL_YES);
    // DF (1 + 1 + 0) / 3 = 66.6667, TM (1 + .5 + 1) / 3 = 83.3333, the others 100: 450 / 5 = 90.
    expect(await scoreOf(id)).toEqual({ score: 90, lower: 90, upper: 90, answered: 15, applicable: 15 });
    expect(await inheritedBy(id)).toEqual({
      DF3: ['NO', organisation],
      TM2: ['PARTIAL', organisation],
      TO3: ['YES', organisation],
    });
  });

  it("is the unit's before the organisation's, even where the organisation's is newer", async () => {
    const unit = await world.unit('Claims');
    const initiative = await world.initiative([['2024-01-01', unit]]);
    const inUnit = await world.round(office, unit, '2024-02-01', UNIT);
    await world.round(office, world.organisation, '2024-03-31', ORGANISATION);
    const id = await world.round(office, initiative, '2024-06-30', ALL_YES);
    // TO (1 + 1 + 0) / 3 = 66.6667, the others 100: 466.6667 / 5 = 93.3333.
    expect(await scoreOf(id)).toMatchObject({ score: 93.3333, answered: 15 });
    expect(await inheritedBy(id)).toEqual({
      DF3: ['YES', inUnit],
      TM2: ['YES', inUnit],
      TO3: ['NO', inUnit],
    });
  });

  it('follows the unit it was in on the day, and before the first assignment the first', async () => {
    const [before, after] = [await world.unit('Before'), await world.unit('After')];
    const initiative = await world.initiative([
      ['2024-01-01', before],
      ['2025-01-01', after],
    ]);
    const first = await world.round(office, before, '2023-01-01', UNIT);
    const second = await world.round(office, after, '2023-01-01', ORGANISATION);
    const sourceOn = async (asOfOn: string) =>
      (await inheritedBy(await world.round(office, initiative, asOfOn, ALL_YES)))['TO3']?.[1];
    expect(await sourceOn('2023-06-30')).toBe(first);
    expect(await sourceOn('2024-12-31')).toBe(first);
    expect(await sourceOn('2025-01-01')).toBe(second);
  });

  it('is copied at submission: a later correction of the organisation leaves stored scores alone', async () => {
    const initiative = await world.initiative();
    const organisation = await world.round(office, world.organisation, '2024-03-31', ORGANISATION);
    const id = await world.round(office, initiative, '2024-06-30', ALL_YES);
    const correction = await world.drafts.start(office, world.organisation, {
      asOfOn: day('2024-03-31'),
      correctsId: organisation,
    });
    const corrected = await world.submit(office, await world.answer(office, correction, '..... Y'));
    expect(await scoreOf(id)).toMatchObject({ score: 90 });
    // A new round takes what is in force now: DF 100, TM 83.3333, the others 100: 483.3333 / 5 = 96.6667.
    const next = await world.round(office, initiative, '2024-09-30', ALL_YES);
    expect(await scoreOf(next)).toMatchObject({ score: 96.6667 });
    expect((await inheritedBy(next))['DF3']).toEqual(['YES', corrected]);
  });
});

describe('what both are asked', () => {
  const sa1 = async (subject: Subject, asOfOn: string) => {
    const draft = await world.drafts.start(office, subject, { asOfOn: day(asOfOn), correctsId: null });
    return { draft, answer: draft.answers[0]! };
  };

  it("starts from the organisation's answer, unconfirmed, and may depart from it with a note", async () => {
    const initiative = await world.initiative();
    const organisation = await world.round(office, world.organisation, '2024-03-31', ORGANISATION);
    const { draft, answer } = await sa1(initiative, '2024-06-30');
    expect(answer).toMatchObject({ value: 'YES', isTouched: false, inheritedFrom: organisation });

    const answered = await world.answer(office, draft, ALL_YES);
    const { revision } = answered.answers[0]!;
    const departed = await world.drafts.saveAnswer(office, draft.id, {
      questionKey: 'SA1',
      revision,
      value: 'NO',
      note: null,
    });
    if (departed.kind !== 'saved') throw new Error('expected it to be saved');
    expect(departed.answer).toMatchObject({ isOverride: true, inheritedFrom: null });
    const submission = { revision: departed.draft.revision, idempotencyKey: 'without-a-note' };
    expect(await world.drafts.submit(office, draft.id, submission)).toEqual({
      kind: 'incomplete',
      missing: ['SA1'],
    });
    await world.submit(office, await world.answer(office, departed.draft, 'N'));
  });

  it('carries a departure forward, but takes an inherited answer anew', async () => {
    const initiative = await world.initiative();
    await world.round(office, world.organisation, '2024-03-31', ORGANISATION);
    // SA1 departs; SA3 and the others agree.
    await world.round(office, initiative, '2024-06-30', 'NYY YYY YYY YYY YYY');
    const changed = await world.round(office, world.organisation, '2024-07-31', 'YYP YYN YPY YYY YYY');
    const { draft } = await sa1(initiative, '2024-09-30');
    expect(draft.answers[0]).toMatchObject({ value: 'NO', note: 'why', isTouched: false, isOverride: true });
    expect(draft.answers[2]).toMatchObject({ value: 'PARTIAL', isTouched: false, inheritedFrom: changed });
    expect(draft.answers[2]?.previous).toMatchObject({ value: 'YES' });
  });
});
