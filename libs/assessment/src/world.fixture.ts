import { type Answer, type Day } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';
import { newId, type TenantContext, type UnitOfWork } from '@pilotage/platform';
import { InitiativeAccess, type InitiativeId, refreshCurrent } from '@pilotage/portfolio';
import {
  type PersonId,
  PersonService,
  RequestContext,
  type Role,
  SettingsService,
  type UnitId,
  UnitService,
} from '@pilotage/tenancy';
import { type AssessmentId, EMPTY_ANSWER, type Subject } from './assessment/assessment.js';
import { AssessmentService } from './assessment/assessment.service.js';
import { recordAssessment } from './assessment/assessment.writer.js';
import { type Draft } from './draft/draft.js';
import { DraftService } from './draft/draft.service.js';
import { SubjectAccess } from './subject/subject-access.js';

const VALUES: Record<string, Answer> = { Y: 'YES', P: 'PARTIAL', N: 'NO', A: 'NOT_APPLICABLE' };

/** One tenant of a spec with the services over it; each test makes its own. */
export class World {
  readonly organisation: Subject;
  readonly drafts: DraftService;
  readonly assessments: AssessmentService;

  private initiatives = 0;

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tenant: TenantContext,
    settings: SettingsService,
  ) {
    const access = new SubjectAccess(new InitiativeAccess(new UnitService(settings)));
    this.organisation = { kind: 'TENANT', id: tenant.tenantId };
    this.drafts = new DraftService(unitOfWork, access, settings);
    this.assessments = new AssessmentService(unitOfWork, access);
  }

  static async of(unitOfWork: UnitOfWork, tenant: TenantContext): Promise<World> {
    const settings = new SettingsService();
    const values = {
      FISCAL_YEAR_START_MONTH: 1,
      TIME_ZONE: 'UTC',
      CURRENCY: 'EUR',
      CADENCE_QUARTERS: 1,
      PILOT_LIMIT_DAYS: 365,
    };
    await unitOfWork.run(tenant, (tx) => settings.initialise(tx, values));
    return new World(unitOfWork, tenant, settings);
  }

  /** A member of this tenant. */
  as(
    role: Role,
    restrictedTo: readonly UnitId[] | null = null,
    personId = newId<'Person'>(),
  ): RequestContext {
    const { tenantId } = this.tenant;
    return new RequestContext({
      requestId: 'test',
      user: null,
      isOperator: false,
      seat: {
        tenant: { id: tenantId, slug: 'test', name: 'Test', isSample: false },
        member: { id: newId<'Member'>(), personId, role, unitIds: restrictedTo },
      },
    });
  }

  async unit(name: string): Promise<Subject & { id: UnitId }> {
    const id = newId<'Unit'>();
    await this.unitOfWork.run(this.tenant, async (tx) => {
      await tx.insert('unit', { id });
      await tx.history.append('unit_revision', [
        { unitId: id, name, isClosed: false, effectiveOn: '2020-01-01' },
      ]);
    });
    return { kind: 'UNIT', id };
  }

  async person(name: string): Promise<PersonId> {
    const [id] = await this.unitOfWork.run(this.tenant, (tx) =>
      new PersonService().findOrCreate(tx, [{ name }]),
    );
    return id!;
  }

  /** An initiative in units from days on, `[['2024-01-01', unit]]`. */
  async initiative(
    units: readonly (readonly [string, { id: UnitId }])[] = [],
    ownerId: PersonId | null = null,
  ): Promise<Subject & { id: InitiativeId }> {
    const id = newId<'Initiative'>();
    this.initiatives += 1;
    const keyNumber = this.initiatives;
    const unknown = { kind: 'UNKNOWN', riskTier: 'UNKNOWN', deliveryModel: 'UNKNOWN' };
    const profile = { name: `Initiative ${keyNumber}`, summary: '', tags: [], attributes: [], ...unknown };
    const assignments = [
      ...units.map(([effectiveOn, unit]) => ({ kind: 'UNIT', unitId: unit.id, effectiveOn })),
      ...(ownerId ? [{ kind: 'OWNER', personId: ownerId, effectiveOn: '2020-01-01' }] : []),
    ];
    await this.unitOfWork.run(this.tenant, async (tx) => {
      await tx.insert('initiative', { id, keyNumber, createdAt: new Date() });
      await tx.history.append('initiative_revision', [
        { initiativeId: id, effectiveOn: '2020-01-01', ...profile },
      ]);
      await tx.history.append(
        'initiative_assignment',
        assignments.map((assignment) => ({ initiativeId: id, ...assignment })),
      );
      await refreshCurrent(tx, [id]);
    });
    return { kind: 'INITIATIVE', id };
  }

  /** An assessment as an import would write it: every question Yes, nothing inherited. */
  async recorded(subject: Subject, asOfOn: string): Promise<AssessmentId> {
    const id = newId<'Assessment'>();
    const framework = currentFramework();
    const answers = framework.questions.map(({ key }) => ({
      ...EMPTY_ANSWER,
      questionKey: key,
      value: 'YES' as const,
      inheritedFrom: null,
      isConfirmed: true,
    }));
    await this.unitOfWork.run(this.tenant, (tx) =>
      recordAssessment(tx, { id, subject, framework, asOfOn: asOfOn as Day, answers, corrects: null }),
    );
    return id;
  }

  /**
   * Answers the open questions of a draft in the framework's order: Y, P, N, A (not applicable), - (left open), and
   * . to leave the question as it is. Where a reason is asked for, one is given.
   */
  async answer(ctx: RequestContext, draft: Draft, letters: string): Promise<Draft> {
    let latest = draft;
    for (const [index, letter] of [...letters.replaceAll(' ', '')].entries()) {
      const { key } = currentFramework().questions[index]!;
      const { mode, revision } = latest.answers[index]!;
      if (mode === 'INHERITED' || letter === '.') continue;
      const value = VALUES[letter] ?? null;
      const outcome = await this.drafts.saveAnswer(ctx, draft.id, {
        questionKey: key,
        revision,
        value,
        note: 'why',
      });
      if (outcome.kind !== 'saved') throw new Error(`${key} was not saved.`);
      latest = outcome.draft;
    }
    return latest;
  }

  /** A whole round; see `answer`. */
  async round(ctx: RequestContext, subject: Subject, asOfOn: string, letters: string): Promise<AssessmentId> {
    const started = await this.drafts.start(ctx, subject, { asOfOn: asOfOn as Day, correctsId: null });
    return this.submit(ctx, await this.answer(ctx, started, letters));
  }

  async submit(ctx: RequestContext, draft: Draft): Promise<AssessmentId> {
    const { id, revision } = draft;
    const outcome = await this.drafts.submit(ctx, id, { revision, idempotencyKey: newId() });
    if (outcome.kind !== 'submitted') throw new Error(JSON.stringify(outcome));
    return id;
  }
}
