import { Injectable } from '@nestjs/common';
import type { Day, Stage } from '@pilotage/analytics';
import {
  BadInputError,
  NotFoundError,
  type TenantTx,
  UnitOfWork,
  withIdempotency,
  idFrom,
} from '@pilotage/platform';
import type { RequestContext } from '@pilotage/tenancy';
import { InitiativeAccess } from '../access/initiative-access.js';
import type { InitiativeId } from '../initiative/initiative.types.js';
import { type GivenDay, stageDay, StageWriter } from './stage-writer.js';
import { findRecord, type LiveRecord } from './timeline.queries.js';

export interface RecordStage {
  readonly idempotencyKey: string;
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly on: GivenDay;
  readonly reason?: string | null;
  readonly successorId?: string | null;
}

export interface ConfirmStage {
  readonly idempotencyKey: string;
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly seenOn: Day;
}

export interface CorrectStage {
  readonly recordId: string;
  readonly stage: Stage;
  readonly on: GivenDay;
  readonly reason: string;
}

/** What a stage mutation touched. The record is the new one; for a retraction the one taken back. */
export interface StageChange {
  readonly initiativeId: InitiativeId;
  readonly recordId: string;
}

const REASON_CHARACTERS = 2_000;

/** Recording, confirming, correcting and retracting stages. All throw NotFoundError, ForbiddenError, BadInputError and StageContradictionError. */
@Injectable()
export class StageService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: InitiativeAccess,
    private readonly writer: StageWriter,
  ) {}

  /** It entered a stage on a day. */
  async record(ctx: RequestContext, request: RecordStage): Promise<StageChange> {
    const initiativeId = idFrom<InitiativeId>(request.initiativeId, 'initiative');
    const reason = checkReason(request.reason ?? null);
    return this.once(ctx, 'recordStage', request, initiativeId, async (tx) => {
      const successorId = await this.checkSuccessor(tx, ctx, initiativeId, request.successorId ?? null);
      return this.writer.enter(tx, {
        initiativeId,
        stage: request.stage,
        ...stageDay(request.on),
        reason,
        successorId,
      });
    });
  }

  /** It was seen in a stage on a day, be it the one it was in or another. */
  async confirm(ctx: RequestContext, request: ConfirmStage): Promise<StageChange> {
    const initiativeId = idFrom<InitiativeId>(request.initiativeId, 'initiative');
    return this.once(ctx, 'confirmStage', request, initiativeId, (tx) =>
      this.writer.observe(tx, { initiativeId, stage: request.stage, on: request.seenOn }),
    );
  }

  /** @throws ConflictError also when somebody else corrected the record first */
  async correct(ctx: RequestContext, request: CorrectStage): Promise<StageChange> {
    const reason = requireReason(request.reason);
    return this.unitOfWork.run(ctx, async (tx) => {
      const record = await this.requireRecord(tx, ctx, request.recordId);
      const change = { stage: request.stage, ...stageDay(request.on) };
      const recordId = await this.writer.correct(tx, record, change, reason);
      return { initiativeId: record.initiativeId, recordId };
    });
  }

  /** @throws ConflictError also when somebody else corrected or retracted the record first */
  async retract(ctx: RequestContext, request: { recordId: string; reason: string }): Promise<StageChange> {
    const reason = requireReason(request.reason);
    return this.unitOfWork.run(ctx, async (tx) => {
      const record = await this.requireRecord(tx, ctx, request.recordId);
      await this.writer.retract(tx, record, reason);
      return { initiativeId: record.initiativeId, recordId: record.id };
    });
  }

  private once(
    ctx: RequestContext,
    mutation: string,
    request: { idempotencyKey: string },
    initiativeId: InitiativeId,
    work: (tx: TenantTx) => Promise<string>,
  ): Promise<StageChange> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await this.access.requireEditable(tx, ctx, initiativeId);
      const recordId = await withIdempotency(
        tx,
        { mutation, key: request.idempotencyKey, input: request },
        () => work(tx),
      );
      return { initiativeId, recordId };
    });
  }

  private async requireRecord(tx: TenantTx, ctx: RequestContext, text: string): Promise<LiveRecord> {
    const record = await findRecord(tx, idFrom(text, 'stage record'));
    if (!record) throw new NotFoundError('stage record');
    await this.access.requireEditable(tx, ctx, record.initiativeId, 'stage record');
    return record;
  }

  private async checkSuccessor(
    tx: TenantTx,
    ctx: RequestContext,
    initiativeId: InitiativeId,
    text: string | null,
  ): Promise<InitiativeId | null> {
    if (text === null) return null;
    const successorId = idFrom<InitiativeId>(text, 'initiative');
    if (successorId === initiativeId)
      throw new BadInputError('An initiative cannot be its own successor. Choose another one.', [
        'successorId',
      ]);
    await this.access.requireVisible(tx, ctx, successorId);
    return successorId;
  }
}

function checkReason(reason: string | null): string | null {
  const text = reason?.trim() ?? '';
  if (text.length > REASON_CHARACTERS)
    throw new BadInputError(`A reason has at most ${REASON_CHARACTERS} characters.`, ['reason']);
  return text || null;
}

function requireReason(reason: string): string {
  const text = checkReason(reason);
  if (!text) throw new BadInputError('Say why: it stays beside the record.', ['reason']);
  return text;
}
