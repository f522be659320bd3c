import {
  addDays,
  type Day,
  fiscalQuarterOf,
  previousQuarter,
  quarterCalendar,
  todayIn,
} from '@pilotage/analytics';
import { type AssessmentAnswer, type AssessmentId, recordAssessment } from '@pilotage/assessment';
import { currentFramework } from '@pilotage/frameworks';
import { newId, type TenantContext, type TenantTx, type UnitOfWork } from '@pilotage/platform';
import {
  assignmentRows,
  beginRegister,
  type InitiativeId,
  markChanged,
  refreshCurrent,
  type StageWriter,
  takeKeyNumbers,
} from '@pilotage/portfolio';
import { type ReportService } from '@pilotage/reporting';
import {
  type PersonId,
  type PersonService,
  type SettingsService,
  type UnitId,
  type UnitService,
} from '@pilotage/tenancy';
import { answersFor } from './answers.js';
import { daysAgo, type Telling, toldAfter } from './schedule.js';
import { type SampleInitiative, type SampleStory } from './story.js';

/** The register is kept here since then; everything older would have been told by an import. */
export const BEGAN_MONTHS_AGO = 25;

/** A quarter is published so many days after its end; what is reported later is not in it. */
const PUBLISHED_DAYS_LATER = 10;
const DAYS_INTO_NEXT_QUARTER = 15;

interface Services {
  readonly unitOfWork: UnitOfWork;
  readonly units: UnitService;
  readonly people: PersonService;
  readonly settings: SettingsService;
  readonly stages: StageWriter;
  readonly reports: ReportService;
}

interface OwnRound {
  /** Null: of the organisation itself. */
  readonly unit: string | null;
  readonly id: AssessmentId;
  readonly asOfOn: Day;
  readonly answers: AssessmentAnswer[];
}

/** Tells a story to the register in the order in which people would have told it, each part with its own instant. */
export class StoryLoader {
  private readonly today: Day;
  private readonly began: Day;
  private readonly framework = currentFramework();
  private unitIds: ReadonlyMap<string, UnitId> = new Map();
  private personIds = new Map<string, PersonId>();
  private readonly initiativeIds: ReadonlyMap<string, InitiativeId>;
  private rounds: OwnRound[] = [];

  constructor(
    private readonly services: Services,
    private readonly ctx: TenantContext,
    private readonly story: SampleStory,
    private readonly now: Date,
    /** Who has a seat, by name; they are the same people as in the story. */
    private readonly memberEmails: ReadonlyMap<string, string>,
  ) {
    this.initiativeIds = new Map(story.initiatives.map(({ name }) => [name, newId<'Initiative'>()]));
    this.today = todayIn(story.settings.timeZone, this.now);
    this.began = daysAgo(this.today, BEGAN_MONTHS_AGO);
  }

  async load(): Promise<void> {
    const told = [
      this.opening(),
      ...this.ownRounds(),
      ...this.story.initiatives.flatMap((initiative, index) => this.tellInitiative(initiative, index)),
      ...this.reorganisation(),
    ].sort((a, b) => a.at.getTime() - b.at.getTime());
    try {
      for (const { at, tell } of told) {
        this.services.unitOfWork.recordAt(at);
        await this.services.unitOfWork.run(this.ctx, tell);
      }
    } finally {
      this.services.unitOfWork.recordAt(null);
    }
    await this.publish();
  }

  /** The executive's quarters as they were known some days after their end; the worker computes them when it starts. */
  private async publish(): Promise<void> {
    for (let quartersAgo = this.story.publishedQuarters; quartersAgo > 0; quartersAgo -= 1) {
      const quarterOf = this.lastDayOfQuarter(quartersAgo);
      const knownAt = new Date(`${addDays(quarterOf, PUBLISHED_DAYS_LATER)}T09:00:00.000Z`);
      const filter = { unitIds: [], kinds: [] };
      const request = {
        idempotencyKey: newId(),
        kind: 'EXECUTIVE_QUARTER',
        quarterOf,
        filter,
        knownAt,
      } as const;
      await this.services.reports.request(this.ctx, request);
    }
  }

  private opening(): Telling {
    return {
      at: toldAfter(this.began, this.now),
      tell: async (tx) => {
        const units = await this.services.units.findOrCreate(tx, this.story.units, this.began);
        this.unitIds = units.byName;
        const people = this.story.people.map((name) => ({
          name,
          email: this.memberEmails.get(name) ?? emailOf(name, this.story.slug),
        }));
        const ids = await this.services.people.findOrCreate(tx, people);
        this.personIds = new Map(this.story.people.map((name, index) => [name, ids[index]!]));
        await beginRegister(tx, this.began);
        // Somebody has looked at the fiscal year: the set-up list counts what a person recorded.
        await this.services.settings.change(tx, {
          name: 'FISCAL_YEAR_START_MONTH',
          value: String(this.story.settings.fiscalYearStartMonth),
          effectiveOn: this.began,
        });
      },
    };
  }

  /** Rounds of the organisation and of units. */
  private ownRounds(): Telling[] {
    const { organisation, unitRounds = [] } = this.story;
    const rounds = [...organisation.map((round) => ({ ...round, unit: null })), ...unitRounds];
    return rounds.map(({ unit, quartersAgo, readiness }) => {
      const asOfOn = this.lastDayOfQuarter(quartersAgo);
      const answers = answersFor(this.framework, readiness, quartersAgo, null);
      const round = { id: newId<'Assessment'>(), asOfOn, answers };
      this.rounds.push({ ...round, unit });
      const { framework } = this;
      return {
        at: toldAfter(asOfOn, this.now),
        tell: (tx) => {
          const subject =
            unit === null
              ? ({ kind: 'TENANT', id: this.ctx.tenantId } as const)
              : ({ kind: 'UNIT', id: this.unitIds.get(unit.toLowerCase())! } as const);
          return recordAssessment(tx, { ...round, subject, framework, corrects: null });
        },
      };
    });
  }

  /** What an initiative starts from on a day: the newest round of its unit, else of the organisation. */
  private roundAbove(unit: string, asOfOn: Day): OwnRound | null {
    const known = this.rounds.filter((round) => round.asOfOn <= asOfOn);
    const newestOf = (owner: string | null) =>
      known.filter((round) => round.unit === owner).sort((a, b) => (a.asOfOn < b.asOfOn ? -1 : 1)).at(-1); // prettier-ignore
    return newestOf(unit) ?? newestOf(null) ?? null;
  }

  private tellInitiative(initiative: SampleInitiative, index: number): Telling[] {
    const id = this.initiativeIds.get(initiative.name)!;
    const firstOn = daysAgo(this.today, initiative.stages[0]!.monthsAgo);
    const create = {
      at: toldAfter(firstOn, this.now),
      tell: (tx: TenantTx) => this.create(tx, id, initiative, firstOn),
    };
    return [
      create,
      ...this.tellStages(id, initiative),
      ...this.tellSeen(id, initiative),
      ...this.tellRounds(id, initiative, index),
    ];
  }

  private async create(
    tx: TenantTx,
    id: InitiativeId,
    initiative: SampleInitiative,
    effectiveOn: Day,
  ): Promise<void> {
    const { name, summary, kind, riskTier, deliveryModel, tags, unit, owner, sponsor } = initiative;
    await tx.insert('initiative', {
      id,
      keyNumber: await takeKeyNumbers(tx, 1),
      createdAt: await tx.history.instant(),
      createdBy: this.ctx.memberId,
    });
    await tx.history.append('initiative_revision', [
      { initiativeId: id, effectiveOn, name, summary, kind, riskTier, deliveryModel, tags, attributes: [] },
    ]);
    const assigned = {
      unitId: this.unitIds.get(unit.toLowerCase()) ?? null,
      ownerId: this.personIds.get(owner ?? '') ?? null,
      sponsorId: this.personIds.get(sponsor ?? '') ?? null,
    };
    await tx.history.append('initiative_assignment', assignmentRows(id, effectiveOn, assigned));
    await refreshCurrent(tx, [id]);
    await markChanged(tx, [{ initiativeId: id, fromOn: effectiveOn }]);
  }

  private tellStages(initiativeId: InitiativeId, { stages }: SampleInitiative): Telling[] {
    return stages.flatMap(
      ({
        stage,
        monthsAgo,
        precision = 'DAY',
        mergedInto,
        toldMonthsLater,
        isFirstReportedNextQuarter,
        reason = null,
      }) => {
        const enteredOn = daysAgo(this.today, monthsAgo);
        const on = isFirstReportedNextQuarter ? this.nextQuarterAfter(enteredOn) : enteredOn;
        const successorId = mergedInto ? this.initiativeIds.get(mergedInto)! : null;
        const entry = { initiativeId, stage, on, precision, reason, successorId };
        let recordId = '';
        const enter = {
          at: toldAfter(on, this.now, toldMonthsLater),
          tell: async (tx: TenantTx) => {
            recordId = await this.services.stages.enter(tx, entry);
          },
        };
        if (!isFirstReportedNextQuarter) return [enter];
        const correct = {
          at: toldAfter(daysAgo(this.today, 1), this.now),
          tell: async (tx: TenantTx) => {
            const record = { ...entry, id: recordId, kind: 'EVENT' } as const;
            const change = { stage, on: enteredOn, precision };
            await this.services.stages.correct(tx, record, change, 'The first users went live earlier');
          },
        };
        return [enter, correct];
      },
    );
  }

  private tellSeen(initiativeId: InitiativeId, { seen = [] }: SampleInitiative): Telling[] {
    return seen.map(({ stage, monthsAgo }) => {
      const on = daysAgo(this.today, monthsAgo);
      return {
        at: toldAfter(on, this.now),
        tell: async (tx) => {
          await this.services.stages.observe(tx, { initiativeId, stage, on });
        },
      };
    });
  }

  private tellRounds(
    initiativeId: InitiativeId,
    { rounds, readiness, stages, unit }: SampleInitiative,
    index: number,
  ): Telling[] {
    const [first, last] = readiness;
    const firstOn = daysAgo(this.today, stages[0]!.monthsAgo);
    const subject = { kind: 'INITIATIVE', id: initiativeId } as const;
    const days = rounds
      .map((quartersAgo) => this.lastDayOfQuarter(quartersAgo))
      .filter((on) => on >= firstOn);
    return days.map((asOfOn, position) => {
      const level = days.length > 1 ? first + ((last - first) * position) / (days.length - 1) : last;
      const above = this.roundAbove(unit, asOfOn);
      // Whoever answers alike each round differs from the next initiative, not from himself.
      const answers = answersFor(this.framework, level, 1_000 + index, above);
      const { framework } = this;
      return {
        at: toldAfter(asOfOn, this.now, (index % 5) * 0.04),
        tell: (tx) =>
          recordAssessment(tx, {
            id: newId<'Assessment'>(),
            subject,
            framework,
            asOfOn,
            answers,
            corrects: null,
          }),
      };
    });
  }

  private reorganisation(): Telling[] {
    const { reorganised } = this.story;
    if (!reorganised) return [];
    const effectiveOn = daysAgo(this.today, reorganised.monthsAgo);
    return [
      {
        at: toldAfter(effectiveOn, this.now),
        tell: async (tx) => {
          const id = this.unitIds.get(reorganised.unit.toLowerCase());
          const parentId = this.unitIds.get(reorganised.under.toLowerCase());
          await this.services.units.save(tx, { id, name: reorganised.unit, parentId, effectiveOn });
        },
      },
    ];
  }

  private nextQuarterAfter(on: Day): Day {
    const { to } = fiscalQuarterOf(on, this.story.settings.fiscalYearStartMonth);
    return addDays(to, DAYS_INTO_NEXT_QUARTER);
  }

  private lastDayOfQuarter(quartersAgo: number): Day {
    const month = this.story.settings.fiscalYearStartMonth;
    const calendar = quarterCalendar([{ from: this.began, fiscalYearStartMonth: month }]);
    let quarter = fiscalQuarterOf(this.today, month);
    for (let i = 0; i < quartersAgo; i += 1) quarter = previousQuarter(quarter, calendar);
    return quarter.to;
  }
}

const emailOf = (name: string, slug: string): string =>
  `${name.toLowerCase().replace(' ', '.')}@${slug}.example`;
