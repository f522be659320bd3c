import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { inviteMembers, type Organisation } from '../support/installation.js';
import {
  checkedImport,
  finished,
  finishedImport,
  importReached,
  requestReport,
  startImport,
} from '../support/work.js';

/** An id of each kind of thing that an organisation has. */
export interface Ids {
  readonly tenant: string;
  readonly unit: string;
  readonly person: string;
  readonly member: string;
  readonly invited: string;
  readonly initiative: string;
  readonly successor: string;
  readonly record: string;
  readonly assessment: string;
  readonly draft: string;
  readonly import: string;
  readonly framework: string;
  /** An import that is checked and not run, and an initiative that its file does not list. */
  readonly checked: string;
  readonly absent: string;
  readonly report: string;
}

/** Within the quarters that live pages reach back to. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Fills an organisation with one of everything, through the api; every text in it holds `label`. */
export async function fill({ id, as, seats }: Organisation, label: string): Promise<Ids> {
  const admin = as.ADMIN;
  const framework = await addFramework(admin, label);
  const importId = await runImport(admin, label, framework);
  const { checked, absent } = await checkImport(admin, label);
  const unit = await saveUnit(admin, `Unit ${label}`, null);
  await admin.act('saveUnitAlias', { alias: `Alias ${label}`, unitId: unit }, '__typename');
  await saveUnit(admin, `Sub-unit ${label}`, unit);
  const { person } = await admin.act<{ person: { id: string } }>(
    'savePerson',
    { idempotencyKey: randomUUID(), name: `Person ${label}`, email: `person-${label}@elsewhere.example` },
    'person { id }',
  );
  const [invitation] = await inviteMembers(admin, [
    {
      name: `Invited ${label}`,
      email: `invited-${label}@elsewhere.example`,
      role: 'CONTRIBUTOR',
      unitIds: [unit],
    },
  ]);
  await admin.act(
    'changeSetting',
    { name: 'PILOT_LIMIT_DAYS', value: '200', effectiveOn: daysAgo(300) },
    '__typename',
  );

  const initiative = await createInitiative(admin, label, { unitId: unit, ownerId: person.id });
  const successor = await createInitiative(admin, `successor ${label}`, { sponsorId: person.id });
  const record = await recordStages(admin, initiative, label);
  await assess(admin, { subjectKind: 'TENANT' }, label);
  await assess(admin, { subjectKind: 'UNIT', subjectId: unit }, label);
  const assessment = await assess(admin, { subjectKind: 'INITIATIVE', subjectId: initiative }, label);
  await start(admin, { subjectKind: 'TENANT' }, daysAgo(20));
  await start(admin, { subjectKind: 'UNIT', subjectId: unit }, daysAgo(20));
  const draft = await open(admin, { subjectKind: 'INITIATIVE', subjectId: successor }, label);
  const report = await requestReports(admin, unit);
  return {
    tenant: id,
    unit,
    person: person.id,
    member: seats.AUDITOR.memberId,
    invited: invitation!.member.id,
    initiative,
    successor,
    record,
    assessment,
    draft: draft.id,
    import: importId,
    framework,
    checked,
    absent,
    report,
  };
}

/** A questionnaire of one question, as YAML. */
export const questionnaire = (id: string, label: string): string =>
  `{ kind: QUESTIONNAIRE, id: ${id}, version: 1, name: Questions ${label},
     dimensions: [{ key: AA, name: Dimension ${label}, weight: 100 }],
     questions: [{ key: AA1, dimension: AA, text: Question ${label} }] }`;

/** Returns its id, which is as long as every other. */
async function addFramework(client: Client, label: string): Promise<string> {
  const id = `f${randomUUID().slice(1)}`;
  await client.act('addFramework', { source: questionnaire(id, label) }, 'added { addedAt }');
  return id;
}

export async function saveUnit(client: Client, name: string, parentId: string | null): Promise<string> {
  const made = await client.act<{ unit: { id: string } }>(
    'saveUnit',
    { idempotencyKey: randomUUID(), name, parentId, effectiveOn: '2020-01-01' },
    'unit { id }',
  );
  return made.unit.id;
}

export async function createInitiative(client: Client, label: string, assigned: object): Promise<string> {
  const made = await client.act<{ initiative: { id: string } }>(
    'createInitiative',
    {
      idempotencyKey: randomUUID(),
      initiative: {
        name: `Initiative ${label}`,
        summary: `Summary ${label}`,
        externalId: `X ${label}`,
        tags: [`tag-${label}`],
        kind: 'LANGUAGE',
        ...assigned,
      },
      stage: 'IDEA',
      stageOn: { on: daysAgo(700) },
    },
    'initiative { id }',
  );
  return made.initiative.id;
}

/** An event with a correction and an observation. Returns the id of a live record. */
export async function recordStages(client: Client, initiativeId: string, label: string): Promise<string> {
  const record = 'record { id }';
  const pilot = await client.act<{ record: { id: string } }>(
    'recordStage',
    {
      idempotencyKey: randomUUID(),
      initiativeId,
      stage: 'PILOT',
      on: { on: daysAgo(290) },
      reason: `Because ${label}`,
    },
    record,
  );
  const { record: corrected } = await client.act<{ record: { id: string } }>(
    'correctStage',
    { recordId: pilot.record.id, stage: 'PILOT', on: { on: daysAgo(300) }, reason: `Corrected ${label}` },
    record,
    'recordStage',
  );
  await client.act(
    'confirmStage',
    { idempotencyKey: randomUUID(), initiativeId, stage: 'PILOT', seenOn: daysAgo(100) },
    record,
    'recordStage',
  );
  return corrected.id;
}

interface Round {
  readonly id: string;
  readonly revision: number;
}

interface StartedRound extends Round {
  readonly answers: readonly { questionKey: string; mode: string; revision: number }[];
}

async function start(client: Client, subject: object, asOfOn: string): Promise<StartedRound> {
  const { draft } = await client.act<{ draft: StartedRound }>(
    'startAssessment',
    { ...subject, asOfOn },
    'draft { id revision answers { questionKey mode revision } }',
  );
  return draft;
}

/** An open round in which every open question is answered. */
export async function open(client: Client, subject: object, label: string): Promise<Round> {
  const draft = await start(client, subject, daysAgo(90));
  let { revision } = draft;
  for (const { questionKey, mode, revision: seen } of draft.answers) {
    if (mode === 'INHERITED') continue;
    const answer = {
      note: `Note ${label}`,
      actionRequired: `Action ${label}`,
      evidence: `Evidence ${label}`,
    };
    const saved = await client.act<{ draft: Round }>(
      'saveAnswer',
      { draftId: draft.id, questionKey, revision: seen, value: 'PARTIAL', ...answer },
      'draft { id revision }',
    );
    revision = saved.draft.revision;
  }
  return { id: draft.id, revision };
}

/** A submitted assessment. Returns its id. */
export async function assess(client: Client, subject: object, label: string): Promise<string> {
  const { id, revision } = await open(client, subject, label);
  await client.act(
    'submitAssessment',
    { draftId: id, revision, idempotencyKey: randomUUID() },
    'assessment { id }',
  );
  return id;
}

export const mappingTo = (frameworkId: string) => ({
  identity: [0],
  name: 0,
  unit: 1,
  stage: 2,
  stageValues: [{ value: 'Building', stage: 'PILOT' }],
  dateFormat: 'M/D/YYYY',
  dates: [{ column: 3, stage: 'PILOT' }],
  keepOthersAsAttributes: true,
  asOfOn: daysAgo(60),
  completeSince: '2023-01-01',
  livingOnly: false,
  questionnaire: {
    frameworkId,
    frameworkVersion: 1,
    questions: [{ column: 5, question: 'AA1', values: [{ value: 'Sure', answer: 'YES' }] }],
  },
});

export const MAPPING_FILE = `format: pilotage-import-mapping
version: 1
name: Loaded
mapping: { identity: [Name], name: Name, stageValues: [], dates: [], keepOthersAsAttributes: true, livingOnly: true }`;

const HEADER = 'Name,Agency,Stage,Begun,Notes,Asked';

/**
 * A file with a good row, one with a plan that was split off from it, one with a finding, one that is skipped and twins,
 * over an earlier one that it changes. Returns the id of the finished import.
 */
async function runImport(client: Client, label: string, frameworkId: string): Promise<string> {
  const before = [
    HEADER,
    `Imported ${label},Agency ${label},Building,1/1/2024,,`,
    `Undated ${label},Agency ${label},Building,3/1/2024,,`,
  ];
  const earlier = { ...mappingTo(frameworkId), asOfOn: daysAgo(90) };
  await finishedImport(client, before.join('\n'), earlier, `before-${label}.csv`);
  const rows = [
    HEADER,
    `Imported ${label},Agency ${label},Building,2/1/2024,Attribute ${label},Sure`,
    `Planned ${label},Agency ${label},,1/15/2040,,`,
    `Undated ${label},Agency ${label},Building,never ${label},,Answer ${label}`,
    `,Agency ${label},Building,,Skipped ${label},`,
    ...['one', 'two'].map((twin) => `Twin ${label},Agency ${label},Building,,The ${twin} ${label},`),
  ];
  const importId = await checkedImport(client, rows.join('\n'), mappingTo(frameworkId), `${label}.csv`);
  const { initiatives } = await client.get<{ initiatives: { nodes: { id: string }[] } }>(
    'query ($name: String!) { initiatives(filter: { search: $name }, first: 1) { nodes { id } } }',
    { name: `Imported ${label}` },
  );
  const decisions = [{ rowNumber: 3, splitFromId: initiatives.nodes[0]!.id }];
  await client.act('decideMatches', { importId, decisions }, 'import { id }');
  await importReached(client, importId, 'CHECKED');
  await startImport(client, importId);
  await importReached(client, importId, 'DONE');
  await client.act('saveMapping', { importId, name: `Mapping ${label}` }, 'saved { id }');
  return importId;
}

/** A later file that is identified otherwise: one row is known by its name, and one initiative is absent. */
async function checkImport(client: Client, label: string): Promise<Pick<Ids, 'checked' | 'absent'>> {
  const rows = ['Title,Agency,Stage,Begun', `Imported ${label},Agency ${label},Building,`];
  const mapping = { ...mappingTo(''), questionnaire: null, asOfOn: daysAgo(40) };
  const checked = await checkedImport(client, rows.join('\n'), mapping, `later-${label}.csv`);
  const { importMatching } = await client.get<{ importMatching: Matching }>(
    `query ($importId: ID!) { importMatching(importId: $importId) {
       matches { nodes { rowNumber initiative { id } } } absences { nodes { initiative { id } } } } }`,
    { importId: checked },
  );
  const [match] = importMatching.matches.nodes;
  const decisions = [{ rowNumber: match!.rowNumber, initiativeId: match!.initiative.id }];
  await client.act('decideMatches', { importId: checked, decisions }, 'import { id }');
  await importReached(client, checked, 'CHECKED');
  return { checked, absent: importMatching.absences.nodes[0]!.initiative.id };
}

interface Matching {
  readonly matches: { readonly nodes: readonly { rowNumber: number; initiative: { id: string } }[] };
  readonly absences: { readonly nodes: readonly { initiative: { id: string } }[] };
}

/** A finished report of each kind; returns the id of the last. */
async function requestReports(client: Client, unitId: string): Promise<string> {
  const reports: string[] = [];
  for (const kind of ['TIME_TO_PRODUCTION', 'TREND', 'EXECUTIVE_QUARTER'] as const) {
    reports.push(await requestReport(client, kind, daysAgo(100), { unitIds: [unitId] }));
  }
  await finished(client, reports);
  return reports.at(-1)!;
}
