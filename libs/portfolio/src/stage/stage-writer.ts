import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Day, Precision, Stage } from '@pilotage/analytics';
import { BadInputError, ConflictError, newId, type TenantTx } from '@pilotage/platform';
import { SettingsService } from '@pilotage/tenancy';
import { markChanged } from '../change/change-log.js';
import { lockInitiatives, refreshCurrent } from '../initiative/initiative-current.js';
import type { InitiativeId } from '../initiative/initiative.types.js';
import { StageContradictionError } from './stage-contradiction.error.js';
import { StageGate } from './stage-gate.port.js';
import { checkEvent, checkObservation, type StageProblem, storedDay } from './stage.rules.js';
import { asTimelineRecord, type LiveRecord, liveTimelines } from './timeline.queries.js';

export interface StageDay {
  readonly on: Day;
  readonly precision: Precision;
}

/** As callers give it: to the day where they do not say. */
export interface GivenDay {
  readonly on: Day;
  readonly precision?: Precision | null;
}

export const stageDay = ({ on, precision }: GivenDay): StageDay => ({ on, precision: precision ?? 'DAY' });

export interface StageEntryRequest extends StageDay {
  readonly initiativeId: InitiativeId;
  readonly stage: Stage;
  readonly reason: string | null;
  readonly successorId: InitiativeId | null;
}

/** Writes a timeline inside a transaction whose caller may do so: locks, checks against it, records, refreshes, marks. */
@Injectable()
export class StageWriter {
  constructor(
    private readonly settings: SettingsService,
    @Optional() @Inject(StageGate) private readonly gate: StageGate | null = null,
  ) {}

  /** Records an entry into a stage. @throws BadInputError, StageContradictionError */
  async enter(tx: TenantTx, request: StageEntryRequest): Promise<string> {
    const entry = { ...request, on: storedDay(request.on, request.precision) };
    const { timeline, today } = await this.prepare(tx, entry.initiativeId);
    refuse(checkEvent(entry, timeline.map(asTimelineRecord), today));
    await this.askGate(tx, entry);
    const id = newId<'StageRecord'>();
    await tx.history.append('stage_event', [{ id, ...eventColumns(entry) }]);
    await this.changed(tx, entry.initiativeId, entry.on);
    return id;
  }

  /** Records that it was seen in a stage. @throws BadInputError, StageContradictionError */
  async observe(tx: TenantTx, seen: { initiativeId: InitiativeId; stage: Stage; on: Day }): Promise<string> {
    const { timeline, today } = await this.prepare(tx, seen.initiativeId);
    refuse(checkObservation(seen, timeline.map(asTimelineRecord), today), 'seenOn');
    const id = newId<'StageRecord'>();
    await tx.history.append('stage_observation', [
      { id, ...observationColumns({ ...seen, precision: 'DAY', reason: null }) },
    ]);
    await this.changed(tx, seen.initiativeId, seen.on);
    return id;
  }

  /** Replaces a live record by a corrected one of the same kind. @throws ConflictError, BadInputError, StageContradictionError */
  async correct(
    tx: TenantTx,
    record: LiveRecord,
    change: StageDay & { stage: Stage },
    why: string,
  ): Promise<string> {
    const isOfAnEnd = record.stage === 'ENDED' || change.stage === 'ENDED';
    const corrected = {
      ...record,
      ...change,
      on: storedDay(change.on, change.precision),
      // Why it was stopped is no reason to go on, and what carries it on belongs to its end.
      ...(isOfAnEnd && record.stage !== change.stage ? { reason: null, successorId: null } : {}),
    };
    const { timeline, today } = await this.prepare(tx, record.initiativeId);
    // Before the rules: against its own correction a record would be a contradiction, which is not what happened.
    if (!timeline.some(({ id }) => id === record.id)) throw new ConflictError(ALREADY_CORRECTED);
    const others = timeline.filter(({ id }) => id !== record.id).map(asTimelineRecord);
    refuse(
      record.kind === 'EVENT'
        ? checkEvent(corrected, others, today)
        : checkObservation(corrected, others, today),
    );
    if (record.kind === 'EVENT' && corrected.stage !== record.stage) await this.askGate(tx, corrected);
    const id = newId<'StageRecord'>();
    const columns = record.kind === 'EVENT' ? eventColumns(corrected) : observationColumns(corrected);
    await tx.history.supersede(tableOf(record.kind), record.id, { id, ...columns }, why);
    await this.changed(tx, record.initiativeId, record.on < corrected.on ? record.on : corrected.on);
    return id;
  }

  /** Takes a live record back. @throws ConflictError */
  async retract(tx: TenantTx, record: LiveRecord, why: string): Promise<void> {
    await lockInitiatives(tx, [record.initiativeId]);
    await tx.history.supersede(tableOf(record.kind), record.id, null, why);
    await this.changed(tx, record.initiativeId, record.on);
  }

  private async prepare(tx: TenantTx, id: InitiativeId): Promise<{ timeline: LiveRecord[]; today: Day }> {
    await lockInitiatives(tx, [id]);
    return { timeline: await liveTimelines(tx, [id]), today: await this.settings.today(tx) };
  }

  private async askGate(tx: TenantTx, entry: StageEntryRequest): Promise<void> {
    const verdict = await this.gate?.mayEnter(tx, entry);
    if (verdict?.kind === 'closed') throw new BadInputError(verdict.message, ['stage'], 'GATE_CLOSED');
  }

  private async changed(tx: TenantTx, initiativeId: InitiativeId, fromOn: Day): Promise<void> {
    await refreshCurrent(tx, [initiativeId]);
    await markChanged(tx, [{ initiativeId, fromOn }]);
  }
}

const ALREADY_CORRECTED = 'Somebody corrected this record before you. Reload to see the newer one.';

const tableOf = (kind: LiveRecord['kind']): string =>
  kind === 'EVENT' ? 'stage_event' : 'stage_observation';

const eventColumns = ({ initiativeId, stage, on, precision, reason, successorId }: StageEntryRequest) => ({
  initiativeId,
  stage,
  enteredOn: on,
  precision,
  reason,
  successorId,
  source: 'USER',
});

const observationColumns = ({
  initiativeId,
  stage,
  on,
  precision,
  reason,
}: Omit<StageEntryRequest, 'successorId'>) => ({
  initiativeId,
  stage,
  seenOn: on,
  precision,
  reason,
  source: 'USER',
});

function refuse(problem: StageProblem | null, dayField: 'on' | 'seenOn' = 'on'): void {
  if (problem?.kind === 'invalid')
    throw new BadInputError(problem.message, [problem.field === 'on' ? dayField : problem.field]);
  if (problem) throw new StageContradictionError(problem.message, problem.recordId);
}
