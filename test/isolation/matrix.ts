import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../support/installation.js';
import { daysAgo, MAPPING_FILE, mappingTo, questionnaire, type Ids } from './filled.js';

type Variables = Record<string, unknown>;

/** What a root field asks of its caller, and a call of it. */
export interface Row {
  /** The roles that may; `OPERATOR` for those who run the installation, `PUBLIC` for everybody. */
  readonly allow: readonly Role[] | 'OPERATOR' | 'PUBLIC';
  /** Well-formed calls with the ids of one organisation; together they fill every place that takes an id. */
  readonly calls?: (ids: Ids) => readonly Variables[];
  /** Places where an id only narrows what is answered: one of nobody's matches nothing. */
  readonly narrowing?: readonly string[];
}

const EVERY_ROLE: Row['allow'] = ROLES;
const OFFICE: Row['allow'] = ['ADMIN', 'PORTFOLIO_MANAGER'];
const CONTRIBUTORS: Row['allow'] = ['ADMIN', 'PORTFOLIO_MANAGER', 'CONTRIBUTOR'];
const READERS_OF_REPORTS: Row['allow'] = ['ADMIN', 'PORTFOLIO_MANAGER', 'EXECUTIVE', 'AUDITOR'];
const ADMINS: Row['allow'] = ['ADMIN'];

const byId = (pick: (ids: Ids) => string) => (ids: Ids) => [{ id: pick(ids) }];
const page = () => [{ first: 4 }];
const input = (make: (ids: Ids) => object) => (ids: Ids) => [{ input: make(ids) }];
/** New each time. */
const key = (): string => randomUUID();

const QUERIES: Record<string, Row> = {
  assessment: { allow: EVERY_ROLE, calls: byId(({ assessment }) => assessment) },
  assessmentDraft: { allow: EVERY_ROLE, calls: byId(({ draft }) => draft) },
  assessments: {
    allow: EVERY_ROLE,
    calls: ({ tenant, unit, initiative }) => [
      { first: 10, subjectKind: 'INITIATIVE', subjectId: initiative },
      { first: 10, subjectKind: 'UNIT', subjectId: unit },
      { first: 10, subjectKind: 'TENANT', subjectId: tenant },
    ],
  },
  executiveQuarter: {
    allow: EVERY_ROLE,
    calls: ({ unit }) => [{ quarterOf: daysAgo(300), filter: { unitIds: [unit] } }],
  },
  framework: { allow: EVERY_ROLE, calls: byId(({ framework }) => framework) },
  import: { allow: OFFICE, calls: byId((ids) => ids.import) },
  importMatching: { allow: OFFICE, calls: ({ checked }) => [{ importId: checked }] },
  imports: { allow: OFFICE, calls: page },
  initiative: { allow: EVERY_ROLE, calls: byId(({ initiative }) => initiative) },
  initiatives: {
    allow: EVERY_ROLE,
    calls: ({ person, unit }) => [
      { first: 4, filter: { ownerIds: [person], unitIds: [unit] } },
      { first: 4, filter: { ownerIds: [person] } },
      { first: 4, filter: { unitIds: [unit] } },
    ],
    narrowing: ['filter.ownerIds.0', 'filter.unitIds.0'],
  },
  linkPreview: { allow: 'PUBLIC', calls: () => [{ token: 'no such token' }] },
  members: { allow: EVERY_ROLE, calls: page },
  myWork: { allow: EVERY_ROLE },
  officeWork: { allow: OFFICE },
  ownFramework: { allow: EVERY_ROLE, calls: ({ framework }) => [{ id: framework, version: 1 }] },
  ownFrameworks: { allow: EVERY_ROLE },
  openDraft: {
    allow: EVERY_ROLE,
    calls: ({ tenant, unit, successor }) => [
      { subjectKind: 'INITIATIVE', subjectId: successor },
      { subjectKind: 'UNIT', subjectId: unit },
      { subjectKind: 'TENANT', subjectId: tenant },
    ],
  },
  operatorTenants: { allow: 'OPERATOR', calls: page },
  people: { allow: EVERY_ROLE, calls: page },
  quarters: { allow: EVERY_ROLE, calls: () => [{ count: 4 }] },
  questionnaireTrend: {
    allow: EVERY_ROLE,
    calls: ({ framework }) => [{ frameworkId: framework }],
  },
  queueHealth: { allow: 'OPERATOR' },
  registerCoverage: { allow: EVERY_ROLE, calls: ({ unit }) => [{ filter: { unitIds: [unit] } }] },
  report: { allow: READERS_OF_REPORTS, calls: byId(({ report }) => report) },
  reports: { allow: READERS_OF_REPORTS, calls: page },
  savedMappings: { allow: OFFICE },
  tags: { allow: EVERY_ROLE },
  tenant: { allow: EVERY_ROLE },
  timeToProduction: {
    allow: EVERY_ROLE,
    calls: ({ unit }) => [{ filter: { unitIds: [unit] } }],
  },
  trend: {
    allow: EVERY_ROLE,
    calls: ({ unit }) => [{ quarters: 4, quarterOf: daysAgo(200), filter: { unitIds: [unit] } }],
  },
  unitAliases: { allow: EVERY_ROLE },
  units: { allow: EVERY_ROLE },
  viewer: { allow: 'PUBLIC' },
};

const MUTATIONS: Record<string, Row> = {
  acceptLink: { allow: 'PUBLIC', calls: input(() => ({ token: 'no such token', name: 'Nobody' })) },
  addFramework: {
    allow: OFFICE,
    calls: input(() => ({ source: questionnaire(`f${key().slice(1)}`, 'New') })),
  },
  cancelImport: { allow: OFFICE, calls: input((ids) => ({ importId: ids.import })) },
  chooseHeaderRow: {
    allow: OFFICE,
    calls: input((ids) => ({ importId: ids.import, row: 1 })),
  },
  changeMember: {
    allow: ADMINS,
    calls: input(({ member, unit }) => ({ memberId: member, role: 'CONTRIBUTOR', unitIds: [unit] })),
  },
  changeSetting: {
    allow: ADMINS,
    calls: input(() => ({ name: 'CURRENCY', value: 'EUR', effectiveOn: daysAgo(30) })),
  },
  checkImport: {
    allow: OFFICE,
    calls: input((ids) => ({ importId: ids.import, mapping: mappingTo(ids.framework) })),
  },
  confirmStage: {
    allow: CONTRIBUTORS,
    calls: input(({ initiative }) => ({
      idempotencyKey: key(),
      initiativeId: initiative,
      stage: 'PILOT',
      seenOn: daysAgo(50),
    })),
  },
  correctStage: {
    allow: CONTRIBUTORS,
    calls: input(({ record }) => ({
      recordId: record,
      stage: 'PILOT',
      on: { on: daysAgo(295) },
      reason: 'Wrong day',
    })),
  },
  createInitiative: {
    allow: CONTRIBUTORS,
    calls: input(({ person, unit }) => ({
      idempotencyKey: key(),
      initiative: { name: 'New', ownerId: person, sponsorId: person, unitId: unit },
    })),
  },
  createTenant: {
    allow: 'OPERATOR',
    calls: input(() => ({
      idempotencyKey: key(),
      name: 'X',
      slug: 'NO SLUG',
      adminName: 'X',
      adminEmail: 'x@elsewhere.example',
      fiscalYearStartMonth: 1,
      timeZone: 'UTC',
      currency: 'EUR',
    })),
  },
  decideAbsences: {
    allow: OFFICE,
    calls: input(({ checked, absent, initiative }) => ({
      importId: checked,
      choice: 'MERGED',
      successorId: initiative,
      initiativeIds: [absent],
    })),
  },
  decideMatches: {
    allow: OFFICE,
    calls: ({ checked, initiative }) => [
      { input: { importId: checked, decisions: [{ rowNumber: 2, splitFromId: initiative }] } },
      { input: { importId: checked, decisions: [{ rowNumber: 2, initiativeId: initiative }] } },
    ],
  },
  discardDraft: { allow: CONTRIBUTORS, calls: input(({ draft }) => ({ draftId: draft })) },
  inviteMembers: {
    allow: ADMINS,
    calls: input(({ unit }) => ({
      idempotencyKey: key(),
      invitations: [
        {
          name: 'Guest',
          email: `${key().slice(-12)}@elsewhere.example`,
          role: 'CONTRIBUTOR',
          unitIds: [unit],
        },
      ],
    })),
  },
  loadMapping: { allow: OFFICE, calls: input(() => ({ yaml: MAPPING_FILE })) },
  pauseImport: { allow: OFFICE, calls: input((ids) => ({ importId: ids.import })) },
  recordStage: {
    allow: CONTRIBUTORS,
    calls: input(({ initiative, successor }) => ({
      idempotencyKey: key(),
      initiativeId: initiative,
      stage: 'ENDED',
      on: { on: daysAgo(40) },
      successorId: successor,
    })),
  },
  removeUnitAlias: { allow: OFFICE, calls: input(() => ({ alias: 'No alias' })) },
  removeMember: { allow: ADMINS, calls: input(({ member }) => ({ memberId: member })) },
  removeSample: { allow: ADMINS, calls: input(() => ({ confirmSlug: 'not-the-slug' })) },
  renewInvitation: { allow: ADMINS, calls: input(({ invited }) => ({ memberId: invited })) },
  requestReport: {
    allow: OFFICE,
    calls: input(({ unit }) => ({
      idempotencyKey: key(),
      kind: 'TREND',
      quarterOf: daysAgo(100),
      filter: { unitIds: [unit] },
    })),
  },
  rerunReport: {
    allow: OFFICE,
    calls: input(({ report }) => ({ idempotencyKey: key(), reportId: report })),
  },
  retractStage: {
    allow: CONTRIBUTORS,
    calls: input(({ record }) => ({ recordId: record, reason: 'It never was' })),
  },
  saveAnswer: {
    allow: CONTRIBUTORS,
    calls: input(({ draft }) => ({
      draftId: draft,
      questionKey: 'SA1',
      revision: 1,
      value: 'NO',
      note: 'No',
    })),
  },
  savePerson: {
    allow: OFFICE,
    calls: input(({ person }) => ({ idempotencyKey: key(), id: person, name: 'Renamed' })),
  },
  saveMapping: {
    allow: OFFICE,
    calls: input((ids) => ({ importId: ids.import, name: 'Saved' })),
  },
  saveUnit: {
    allow: OFFICE,
    calls: ({ unit }) => [
      { input: { idempotencyKey: key(), id: unit, name: `Renamed ${key()}`, effectiveOn: daysAgo(30) } },
      { input: { idempotencyKey: key(), parentId: unit, name: `New ${key()}`, effectiveOn: daysAgo(30) } },
    ],
  },
  saveUnitAlias: { allow: OFFICE, calls: input(({ unit }) => ({ alias: `Alias ${key()}`, unitId: unit })) },
  setTenantSuspended: {
    allow: 'OPERATOR',
    calls: input(({ tenant }) => ({ tenantId: tenant, isSuspended: false })),
  },
  startAssessment: {
    allow: CONTRIBUTORS,
    calls: ({ initiative, assessment, unit }) => [
      {
        input: {
          subjectKind: 'INITIATIVE',
          subjectId: initiative,
          correctsId: assessment,
          asOfOn: daysAgo(90),
        },
      },
      { input: { subjectKind: 'UNIT', subjectId: unit, asOfOn: daysAgo(30) } },
    ],
  },
  startImport: {
    allow: OFFICE,
    calls: input((ids) => ({ importId: ids.import, idempotencyKey: key() })),
  },
  submitAssessment: {
    allow: CONTRIBUTORS,
    calls: input(({ draft }) => ({ draftId: draft, revision: 99, idempotencyKey: key() })),
  },
  undoImport: {
    allow: OFFICE,
    calls: input((ids) => ({ importId: ids.import, idempotencyKey: key() })),
  },
  updateInitiative: {
    allow: CONTRIBUTORS,
    calls: input(({ initiative, person, unit }) => ({
      id: initiative,
      initiative: { name: 'Changed', ownerId: person, sponsorId: person, unitId: unit },
    })),
  },
};

const prefixed = (type: string, rows: Record<string, Row>): [string, Row][] =>
  Object.entries(rows).map(([name, row]) => [`${type}.${name}`, row]);

/** Every root field by its key, such as `Query.initiative`. A field without a row fails the spec. */
export const MATRIX: ReadonlyMap<string, Row> = new Map([
  ...prefixed('Query', QUERIES),
  ...prefixed('Mutation', MUTATIONS),
]);

export const callsOf = (row: Row, ids: Ids): readonly Variables[] => row.calls?.(ids) ?? [{}];
