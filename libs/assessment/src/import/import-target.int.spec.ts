import { day, type Day, type Answer } from '@pilotage/analytics';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { currentFramework } from '@pilotage/frameworks';
import { newId } from '@pilotage/platform';
import { type ImportedAnswers, type ImportedQuestionnaire, type InitiativeId } from '@pilotage/portfolio';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { type Subject } from '../assessment/assessment.js';
import { FrameworkService } from '../framework/framework.service.js';
import { AssessmentImportTarget } from './import-target.js';
import { MADE_BY_IMPORT } from './import-target.queries.js';

const REGISTER = `{ kind: QUESTIONNAIRE, id: register, version: 1, name: Register,
  dimensions: [{ key: AA, name: All, weight: 100 }],
  questions: [{ key: AA1, dimension: AA, text: One? }, { key: AA2, dimension: AA, text: Two? }] }`;
const MARCH = day('2024-03-31');

let db: TestDatabase;
let world: World;
let initiative: Subject & { id: InitiativeId };
const target = new AssessmentImportTarget();

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
  await new FrameworkService(db.unitOfWork).add(world.as('ADMIN'), REGISTER);
  initiative = await world.initiative();
});

/** An import with a file of its own, to the questions of a framework. */
async function anImport(frameworkId = 'register'): Promise<ImportedQuestionnaire> {
  const id = newId<'Import'>();
  await db.unitOfWork.run(world.as('ADMIN'), (tx) =>
    tx.insert('import', {
      ...{ id, state: 'DONE', fileName: 'register.csv', byteCount: 1, contentDigest: 'd'.repeat(64) },
      ...{ encoding: 'UTF-8', delimiter: ',', rowCount: 1, columns: [], createdAt: new Date() },
    }),
  );
  return { importId: id, fileName: 'register.csv', frameworkId, frameworkVersion: 1 };
}

const row = (answers: Record<string, Answer>, asOfOn: Day = MARCH): ImportedAnswers => ({
  rowNumber: 7,
  initiativeId: initiative.id,
  asOfOn,
  answers: Object.entries(answers).map(([question, answer]) => ({ question, answer, text: `is ${answer}` })),
});

const record = (questionnaire: ImportedQuestionnaire, ...rows: ImportedAnswers[]) =>
  db.unitOfWork.run(world.as('ADMIN'), async (tx) => {
    const planned = await target.plan(tx, questionnaire, rows);
    const outcomes = await target.record(tx, questionnaire, rows);
    expect(outcomes).toEqual(planned);
    return outcomes;
  });

const undo = ({ importId }: ImportedQuestionnaire, most = 50) =>
  db.unitOfWork.run(world.as('ADMIN'), (tx) => target.undo(tx, importId, most));

/** Live ones by day, each with its score in percent, its answers and the import that it is of. */
const live = async () =>
  (
    await db.unitOfWork.readOne<{
      on: Day;
      percent: number | null;
      answers: string;
      importId: string | null;
    }>(
      world.as('ADMIN'),
      `select as_of_on as "on", (100.0 * score_num / score_den)::float8 as percent, import_id as "importId",
              (select string_agg(question_key || ' ' || answer, ', ' order by question_key)
                 from assessment_answer x where x.tenant_id = a.tenant_id and x.assessment_id = a.id) as answers
         from assessment a where tenant_id = $1 and subject_id = $2 and superseded_at is null order by as_of_on`,
      [world.organisation.id, initiative.id],
    )
  ).map(({ on, percent, answers }) => [on, percent, answers]);

const notesOf = async () =>
  db.unitOfWork.readOne<{ key: string; value: string | null; note: string | null; inherited: boolean }>(
    world.as('ADMIN'),
    `select question_key as key, answer as value, note, inherited_from is not null as inherited
       from assessment_answer x join assessment a on a.tenant_id = x.tenant_id and a.id = x.assessment_id
      where a.tenant_id = $1 and a.subject_id = $2 and superseded_at is null order by key`,
    [world.organisation.id, initiative.id],
  );

describe('answers of a row', () => {
  it('are recorded once for a day, corrected by a later file, and recorded anew for a later day', async () => {
    const first = await anImport();
    expect(await record(first, row({ AA1: 'YES' }))).toEqual(['RECORDED']);
    expect(await record(await anImport(), row({ AA1: 'YES' }))).toEqual(['UNCHANGED']);
    // One of two questions is answered, with Yes.
    expect(await live()).toEqual([['2024-03-31', 100, 'AA1 YES']]);

    const second = await anImport();
    expect(await record(second, row({ AA1: 'YES', AA2: 'NO' }))).toEqual(['CORRECTED']);
    expect(await record(await anImport(), row({ AA1: 'YES', AA2: 'NO' }, day('2024-06-30')))).toEqual([
      'RECORDED',
    ]);
    expect(await live()).toEqual([
      ['2024-03-31', 50, 'AA1 YES, AA2 NO'],
      ['2024-06-30', 50, 'AA1 YES, AA2 NO'],
    ]);
    expect((await notesOf())[0]).toEqual({
      key: 'AA1',
      value: 'YES',
      note: 'From the file register.csv, row 7: is YES',
      inherited: false,
    });

    expect(await undo(second)).toBe(1);
    expect(await live()).toContainEqual(['2024-03-31', 100, 'AA1 YES']);
    expect(await undo(second)).toBe(0);
    expect(await undo(first)).toBe(1);
    expect(await live()).toEqual([['2024-06-30', 50, 'AA1 YES, AA2 NO']]);
  });

  it('of a second row about one initiative and day leave those of the first', async () => {
    const questionnaire = await anImport();
    expect(await record(questionnaire, row({ AA1: 'YES' }), row({ AA1: 'NO' }))).toEqual([
      'RECORDED',
      'KEPT',
    ]);
    expect(await record(questionnaire, row({ AA1: 'NO' }))).toEqual(['KEPT']);
    expect(await live()).toEqual([['2024-03-31', 100, 'AA1 YES']]);
  });

  it('cannot be corrected by hand: the file is', async () => {
    await record(await anImport(), row({ AA1: 'YES' }));
    const [{ id }] = (await db.unitOfWork.readOne<{ id: string }>(world.as('ADMIN'), 'select id from assessment where tenant_id = $1', [world.organisation.id])) as [{ id: string }]; // prettier-ignore
    await expect(
      world.drafts.start(world.as('ADMIN'), initiative, { asOfOn: MARCH, correctsId: id as never }),
    ).rejects.toMatchObject({ reason: 'NOT_CURRENT' });
  });

  it('are taken back by as many statements for ten as for one, in the order of their index', async () => {
    const days = Array.from({ length: 11 }, (_, month) =>
      day(`2023-${String(month + 1).padStart(2, '0')}-28`),
    );
    const questionnaire = await anImport();
    await record(questionnaire, ...days.map((on) => row({ AA1: 'YES' }, on)));
    const statementsFor = async (most: number): Promise<string[]> => {
      const seen: string[] = [];
      db.unitOfWork.observe((sql) => seen.push(sql));
      expect(await undo(questionnaire, most)).toBe(most);
      db.unitOfWork.observe(null);
      return seen;
    };
    const ofOne = await statementsFor(1);
    expect(await statementsFor(10)).toEqual(ofOne);

    const params = [world.organisation.id, questionnaire.importId, 10];
    const plan = await db.planOf(world.as('ADMIN'), MADE_BY_IMPORT, params);
    expect(plan).toMatch(/Limit[^]*Index Scan using assessment_live_of_import/);
    expect(plan).not.toContain('Sort');
  });

  it('are taken for the questions that initiatives answer, of frameworks that are there', async () => {
    const keysOf = (frameworkId: string, frameworkVersion = 1) =>
      db.unitOfWork.read(world.as('ADMIN'), (tx) =>
        target.questionKeys(tx, { frameworkId, frameworkVersion }),
      );
    expect(await keysOf('register')).toEqual(['AA1', 'AA2']);
    expect(await keysOf('register', 2)).toBeNull();
    const readiness = await keysOf('ai-scaling-readiness');
    expect(readiness).toHaveLength(12);
    expect(readiness).not.toContain('DF3');
  });
});

describe('answers to readiness', () => {
  const CORE = currentFramework().id;

  it('inherit what the organisation answered, and give the row as the reason of what is left open', async () => {
    await world.recorded(world.organisation, '2024-01-31');
    await record(await anImport(CORE), row({ SA1: 'NO', SA2: 'NOT_APPLICABLE' }));
    const answers = new Map((await notesOf()).map(({ key, ...answer }) => [key, answer]));
    const file = 'From the file register.csv, row 7';
    expect(answers.get('SA1')).toEqual({ value: 'NO', note: `${file}: is NO`, inherited: false });
    expect(answers.get('SA2')?.note).toBe(`${file}: is NOT_APPLICABLE`);
    expect(answers.get('DF1')).toEqual({ value: null, note: `${file}.`, inherited: false });
    expect(answers.get('DF3')).toEqual({ value: 'YES', note: null, inherited: true });
    expect(answers.get('RC2')).toEqual({ value: 'YES', note: null, inherited: true });
  });

  it('leave what somebody submitted for that day, and show in the list of initiatives', async () => {
    await record(await anImport(CORE), row({ SA2: 'YES' }, day('2024-02-29')));
    const assessedOn = async () =>
      (await db.unitOfWork.readOne<{ on: Day }>(world.as('ADMIN'), 'select assessed_on as "on" from initiative_current where tenant_id = $1', [world.organisation.id]))[0]!.on; // prettier-ignore
    expect(await assessedOn()).toBe('2024-02-29');
    await world.recorded(initiative, '2024-03-31');
    expect(await record(await anImport(CORE), row({ SA2: 'NO' }))).toEqual(['KEPT']);
    expect(await assessedOn()).toBe('2024-03-31');
  });
});
