import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { randomNumbers } from '../support/inventory.js';

type Stage = 'PILOT' | 'LIMITED_PRODUCTION' | 'PRODUCTION';

interface Outcome {
  readonly __typename: string;
  readonly record?: { readonly id: string };
  readonly draft?: Draft;
}
interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly answers: readonly { questionKey: string; mode: string; revision: number }[];
}

/** What people get in each other's way with, and are told about. */
const REFUSALS = [
  'AlreadySubmittedError',
  'ConflictError',
  'DraftConflictError',
  'InvalidInputError',
  'StageContradictionError',
];

export const dayAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Counts what was accepted and what was refused, by mutation. */
export class Tally {
  accepted = 0;
  readonly refused: Record<string, number> = {};

  note(mutation: string, outcome: Outcome): void {
    if (!REFUSALS.includes(outcome.__typename)) this.accepted += 1;
    else {
      const kind = `${mutation} ${outcome.__typename}`;
      this.refused[kind] = (this.refused[kind] ?? 0) + 1;
    }
  }
}

/** Somebody who enters, corrects, confirms and assesses without a pause, on initiatives that others write to as well. */
export class Writer {
  private readonly random: () => number;
  private readonly records: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly initiativeIds: readonly string[],
    private readonly tally: Tally,
    seed: number,
  ) {
    this.random = randomNumbers(seed);
  }

  async writeUntil(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) {
      const dice = this.random();
      if (dice < 0.04) await this.assess();
      else if (dice < 0.4) await this.enter();
      else if (dice < 0.75) await this.correct();
      else await this.confirm();
    }
  }

  private async enter(): Promise<void> {
    const stage = this.pick<Stage>(['PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION']);
    const on = { on: dayAgo(this.days()) };
    const outcome = await this.mutate('recordStage', {
      idempotencyKey: randomUUID(),
      initiativeId: this.pick(this.initiativeIds),
      stage,
      on,
    });
    if (outcome.record) this.records.push(outcome.record.id);
  }

  private async correct(): Promise<void> {
    const recordId = this.records.splice(Math.floor(this.random() * this.records.length), 1)[0];
    if (!recordId) return this.enter();
    const input = { recordId, reason: 'By the minutes' };
    if (this.random() < 0.2) return void (await this.mutate('retractStage', input));
    const stage = this.pick<Stage>(['PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION']);
    const outcome = await this.mutate('correctStage', { ...input, stage, on: { on: dayAgo(this.days()) } });
    this.records.push(outcome.record?.id ?? recordId);
  }

  private async confirm(): Promise<void> {
    await this.mutate('confirmStage', {
      idempotencyKey: randomUUID(),
      initiativeId: this.pick(this.initiativeIds),
      stage: this.pick<Stage>(['PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION']),
      seenOn: dayAgo(this.days()),
    });
  }

  /** A whole round; where another writer has one open, both work in it. */
  private async assess(): Promise<void> {
    const { draft } = await this.mutate('startAssessment', {
      subjectKind: 'INITIATIVE',
      subjectId: this.pick(this.initiativeIds),
      asOfOn: dayAgo(this.days()),
    });
    if (!draft) return;
    let { revision } = draft;
    for (const { questionKey, mode, revision: seen } of draft.answers) {
      if (mode === 'INHERITED') continue;
      const value = this.pick(['YES', 'PARTIAL', 'NO']);
      const input = { draftId: draft.id, questionKey, revision: seen, value, note: 'As seen' };
      revision = (await this.mutate('saveAnswer', input)).draft?.revision ?? revision;
    }
    await this.mutate('submitAssessment', { draftId: draft.id, revision, idempotencyKey: randomUUID() });
  }

  /** @throws Error when it fails otherwise than by a refusal that a user can act on */
  private async mutate(mutation: string, input: object): Promise<Outcome> {
    const { data, errors } = await this.client.ask<Record<string, Outcome>>(documents[mutation]!, { input });
    const outcome = data?.[mutation];
    // A draft that somebody else threw away or submitted is gone.
    if (errors?.[0]?.extensions.code === 'NOT_FOUND' || errors?.[0]?.extensions.code === 'CONFLICT')
      return { __typename: 'ConflictError' };
    if (errors || !outcome) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    this.tally.note(mutation, outcome);
    return outcome;
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  private days(): number {
    return 1 + Math.floor(this.random() * 900);
  }
}

const document = (mutation: string, success: string, selection: string): string =>
  `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
     ${mutation}(input: $input) { __typename ... on ${success} { ${selection} } } }`;

const RECORD = 'record { id }';
const DRAFT = 'draft { id revision answers { questionKey mode revision } }';
const documents: Readonly<Record<string, string>> = {
  recordStage: document('recordStage', 'RecordStageSuccess', RECORD),
  correctStage: document('correctStage', 'RecordStageSuccess', RECORD),
  retractStage: document('retractStage', 'RecordStageSuccess', RECORD),
  confirmStage: document('confirmStage', 'RecordStageSuccess', RECORD),
  startAssessment: document('startAssessment', 'StartAssessmentSuccess', DRAFT),
  saveAnswer: document('saveAnswer', 'SaveAnswerSuccess', DRAFT),
  submitAssessment: document('submitAssessment', 'SubmitAssessmentSuccess', 'assessment { id }'),
};
