import { Injectable } from '@nestjs/common';
import { CORE_FRAMEWORK_ID, type Framework, framework, GATE_STAGES } from '@pilotage/frameworks';
import { type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import { type RequestContext } from '@pilotage/tenancy';
import DataLoader from 'dataloader';
import { type Draft } from '../draft/draft.js';
import { draftsBySubject } from '../draft/draft.queries.js';
import { frameworksOfPins } from '../framework/framework.queries.js';
import { type FrameworkPin } from '../framework/pinned-framework.js';
import { SubjectAccess } from '../subject/subject-access.js';
import {
  type AssessmentAnswer,
  type StoredDimensionScore,
  type StoredGate,
  type Subject,
  type SubmittedAssessment,
} from './assessment.js';
import {
  answersOf,
  assessmentCounts,
  type AssessmentPage,
  assessmentPages,
  assessmentsById,
  dimensionsOf,
  gatesOf,
  liveAssessmentsOf,
  questionnaireAssessments,
} from './assessment.queries.js';

type Batch<Key, Value> = (tx: TenantReadTx, keys: readonly Key[]) => Promise<Value[]>;

/** What hangs on assessments and subjects that the caller sees already: one statement for all of a page. */
@Injectable()
export class AssessmentLoader {
  private readonly seen = {};

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SubjectAccess,
  ) {}

  /** Null where there is none. */
  byId(ctx: RequestContext, id: string | null): Promise<SubmittedAssessment | null> {
    return id === null ? Promise.resolve(null) : this.load(ctx, assessments, id);
  }

  /** Null also where its subject does not exist for the caller; for what leads from one subject to another. */
  async visibleById(ctx: RequestContext, id: string | null): Promise<SubmittedAssessment | null> {
    const assessment = await this.byId(ctx, id);
    if (!assessment || ctx.member.unitIds === null) return assessment;
    const isVisible = await ctx
      .once(this.seen, () => this.visibility(ctx))
      .load({
        kind: assessment.subjectKind,
        id: assessment.subjectId,
      });
    return isVisible ? assessment : null;
  }

  /** Of all corrections of one round, the one that counts; null when it was taken back. */
  live(ctx: RequestContext, factId: string): Promise<SubmittedAssessment | null> {
    return this.load(ctx, liveOnes, factId);
  }

  page(ctx: RequestContext, page: AssessmentPage): Promise<SubmittedAssessment[]> {
    return this.load(ctx, assessmentPages, page);
  }

  /** Of readiness. */
  async current(ctx: RequestContext, subjectId: string): Promise<SubmittedAssessment | null> {
    const newestOne = { subjectId, frameworkId: CORE_FRAMEWORK_ID, first: 1, before: null };
    const [newest] = await this.page(ctx, newestOne);
    return newest ?? null;
  }

  /** By the organisation's own questionnaires, the newest as-of day first. */
  questionnaires(ctx: RequestContext, subjectId: string): Promise<SubmittedAssessment[]> {
    return this.load(ctx, ofQuestionnaires, subjectId);
  }

  /** The version that an assessment is pinned to; only the organisation's own ones are read. */
  async framework(ctx: RequestContext, pin: FrameworkPin): Promise<Framework> {
    return framework(pin.frameworkId, pin.frameworkVersion) ?? this.load(ctx, frameworksOfPins, pin);
  }

  count(ctx: RequestContext, subjectId: string): Promise<number> {
    return this.load(ctx, counts, subjectId);
  }

  draft(ctx: RequestContext, subjectId: string): Promise<Draft | null> {
    return this.load(ctx, drafts, subjectId);
  }

  /** In the framework's order. */
  async answers(ctx: RequestContext, assessment: SubmittedAssessment): Promise<AssessmentAnswer[]> {
    const [parts, { questions }] = await Promise.all([
      this.load(ctx, answers, assessment.id),
      this.framework(ctx, assessment),
    ]);
    return sorted(parts, keysOf(questions), ({ questionKey }) => questionKey);
  }

  /** In the framework's order. */
  async dimensions(ctx: RequestContext, assessment: SubmittedAssessment): Promise<StoredDimensionScore[]> {
    const [parts, own] = await Promise.all([
      this.load(ctx, dimensions, assessment.id),
      this.framework(ctx, assessment),
    ]);
    return sorted(parts, keysOf(own.dimensions), ({ dimensionKey }) => dimensionKey);
  }

  /** In the order of the stages. */
  async gates(ctx: RequestContext, assessment: SubmittedAssessment): Promise<StoredGate[]> {
    return sorted(await this.load(ctx, gates, assessment.id), GATE_STAGES, ({ stage }) => stage);
  }

  private visibility(ctx: RequestContext): DataLoader<Subject, boolean, string> {
    return new DataLoader(
      async (subjects) => {
        const rights = await this.unitOfWork.read(ctx, (tx) => this.access.visible(tx, ctx, subjects));
        return subjects.map(({ id }) => rights.has(id));
      },
      { cacheKeyFn: ({ id }) => id },
    );
  }

  /** Batches but does not cache: the second mutation of a request must not see what was there before the first. */
  private load<Key, Value>(ctx: RequestContext, batch: Batch<Key, Value>, key: Key): Promise<Value> {
    const make = () =>
      new DataLoader<Key, Value>((keys) => batch(this.unitOfWork.statements(ctx), keys), {
        cache: false,
      });
    return ctx.once(batch, make).load(key);
  }
}

/** One value per key, in the order of the keys. */
const oneEach =
  <Row, Value = Row>(
    rowsOf: (tx: TenantReadTx, ids: readonly string[]) => Promise<readonly Row[]>,
    keyOf: (row: Row) => string,
    valueOf: (row: Row | undefined) => Value,
  ): Batch<string, Value> =>
  async (tx, ids) => {
    const rows = new Map((await rowsOf(tx, distinct(ids))).map((row) => [keyOf(row), row]));
    return ids.map((id) => valueOf(rows.get(id)));
  };

/** All parts of each assessment, in the order of the keys. */
const partsEach =
  <Row extends { assessmentId: string }>(
    rowsOf: (tx: TenantReadTx, ids: readonly string[]) => Promise<Row[]>,
  ): Batch<string, Row[]> =>
  async (tx, ids) => {
    const rows = Map.groupBy(await rowsOf(tx, distinct(ids)), ({ assessmentId }) => assessmentId);
    return ids.map((id) => rows.get(id) ?? []);
  };

const assessments = oneEach(
  assessmentsById,
  ({ id }) => id,
  (row) => row ?? null,
);
const liveOnes = oneEach(
  liveAssessmentsOf,
  ({ factId }) => factId,
  (row) => row ?? null,
);
const counts = oneEach(
  assessmentCounts,
  ({ subjectId }) => subjectId,
  (row) => row?.count ?? 0,
);
const drafts = oneEach(
  draftsBySubject,
  ({ subjectId }) => subjectId,
  (row) => row ?? null,
);
const ofQuestionnaires: Batch<string, SubmittedAssessment[]> = async (tx, ids) => {
  const rows = await questionnaireAssessments(tx, distinct(ids));
  const bySubject = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return ids.map((id) => bySubject.get(id) ?? []);
};
const answers = partsEach(answersOf);
const dimensions = partsEach(dimensionsOf);
const gates = partsEach(gatesOf);

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The framework's order, which the tables do not know. */
function sorted<Part>(
  parts: readonly Part[],
  keys: readonly string[],
  keyOf: (part: Part) => string,
): Part[] {
  return [...parts].sort((a, b) => keys.indexOf(keyOf(a)) - keys.indexOf(keyOf(b)));
}

const keysOf = (items: readonly { readonly key: string }[]): string[] => items.map(({ key }) => key);
