import type { Draft, DraftAnswer, DraftStanding } from '../draft.graphql.js';
import { differences, shownAnswer, type AnswerEdit, type Delivery, type ShownAnswer } from './answer-edit.js';
import type { KeptEdits } from './kept-edits.js';

/** What became of one edit that was sent. */
export type SendOutcome =
  | { readonly kind: 'stored'; readonly answer: Partial<DraftAnswer>; readonly standing: DraftStanding }
  | { readonly kind: 'conflict'; readonly theirs: Partial<DraftAnswer> }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string; readonly isGone: boolean };

export type Send = (questionKey: string, edit: AnswerEdit, revision: number) => Promise<SendOutcome>;

interface Pending {
  /** Changed since the last sending. */
  readonly edit: AnswerEdit;
  /** Being sent now. */
  readonly inFlight: AnswerEdit | null;
  /** Of the answer as it was seen when the change began. */
  readonly revision: number;
  readonly delivery: Delivery;
  /** Sendings that failed in a row. */
  readonly failures: number;
}

/** What the page shows; replaced as a whole with every change. */
export interface DraftState {
  readonly answers: readonly ShownAnswer[];
  readonly standing: DraftStanding;
  /** When something was last stored from here. */
  readonly storedAt: Date | null;
}

const RETRY_MS = [2_000, 5_000, 15_000, 30_000];
export const TYPING_MS = 700;

/**
 * The answers of an open round while they are edited: shows a change at once, keeps it until the server has stored
 * it, sends one at a time for each question, and lets nobody's answer be overwritten unseen.
 */
export class DraftStore {
  private answers: ReadonlyMap<string, DraftAnswer>;
  private standing: DraftStanding;
  private storedAt: Date | null = null;
  private readonly pending = new Map<string, Pending>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly sendings = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private state: DraftState;

  constructor(
    draft: Pick<Draft, 'answers'> & DraftStanding,
    private readonly send: Send,
    private readonly kept: KeptEdits,
    /** Tells other tabs of this browser that something was stored. */
    private readonly onStored: () => void = () => {},
  ) {
    this.answers = byKey(draft.answers);
    this.standing = draft;
    for (const [key, { edit, revision }] of kept.all()) {
      if (!this.answers.has(key)) continue;
      this.pending.set(key, { ...NEW, edit, revision });
      this.schedule(key, 0);
    }
    this.state = this.made();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): DraftState => this.state;

  /** What the server has by now, also from other people and tabs. */
  receive(draft: Pick<Draft, 'answers'> & DraftStanding): void {
    this.answers = byKey(
      draft.answers.map((answer) => {
        const known = this.answers.get(answer.questionKey);
        // An answer that was on its way while a later one was stored.
        return known && known.revision > answer.revision ? known : answer;
      }),
    );
    if (draft.revision >= this.standing.revision) this.standing = draft;
    this.changed();
  }

  /** Changes an answer; what is typed is sent when the typing pauses. */
  edit(questionKey: string, change: AnswerEdit, delayMs = 0): void {
    const before = this.pending.get(questionKey);
    const answer = this.answers.get(questionKey);
    if (!answer) return;
    const goesOn = before?.delivery.kind === 'sending' || before?.delivery.kind === 'conflict';
    this.set(questionKey, {
      ...(before ?? { ...NEW, revision: answer.revision }),
      edit: { ...before?.edit, ...change },
      delivery: goesOn ? before.delivery : WAITING,
    });
    if (!goesOn) this.schedule(questionKey, delayMs);
  }

  /** Sends what waits or failed, now. */
  retry(): void {
    for (const [key, { delivery }] of this.pending) {
      if (delivery.kind === 'waiting' || delivery.kind === 'failed') this.start(key);
    }
  }

  /** Sends everything and waits for it. True when the server has all of it. */
  async flush(): Promise<boolean> {
    this.retry();
    while (this.sendings.size > 0) await Promise.all(this.sendings.values());
    return this.pending.size === 0;
  }

  /** Of a conflict: what was changed here goes over what stands there. */
  keepMine(questionKey: string, edit: AnswerEdit = {}): void {
    const pending = this.pending.get(questionKey);
    const answer = this.answers.get(questionKey);
    if (!pending || !answer) return;
    this.set(questionKey, {
      ...pending,
      edit: { ...pending.edit, ...edit },
      revision: answer.revision,
      delivery: WAITING,
    });
    this.schedule(questionKey, 0);
  }

  /** Of a conflict: what stands there stays. */
  takeTheirs(questionKey: string): void {
    this.forget(questionKey);
    this.changed();
  }

  /** Stops all timers; what is not stored stays kept. */
  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private schedule(key: string, delayMs: number): void {
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => this.start(key), delayMs),
    );
  }

  private start(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    if (this.sendings.has(key)) return;
    const sending = this.deliver(key).finally(() => this.sendings.delete(key));
    this.sendings.set(key, sending);
  }

  private async deliver(key: string): Promise<void> {
    for (;;) {
      const pending = this.pending.get(key);
      if (!pending || pending.delivery.kind === 'conflict') return;
      const { edit, revision } = pending;
      this.set(key, { ...pending, edit: {}, inFlight: edit, delivery: { kind: 'sending' } });
      const outcome = await this.send(key, edit, revision);
      if (!this.settle(key, outcome)) return;
    }
  }

  /** Whether there is more to send at once. */
  private settle(key: string, outcome: SendOutcome): boolean {
    const pending = this.pending.get(key);
    if (!pending) return false;
    const edit = { ...pending.inFlight, ...pending.edit };
    switch (outcome.kind) {
      case 'stored': {
        const answer = this.merged(key, outcome.answer);
        if (outcome.standing.revision >= this.standing.revision) this.standing = outcome.standing;
        this.storedAt = new Date();
        this.onStored();
        if (Object.keys(pending.edit).length === 0) {
          this.forget(key);
          this.changed();
          return false;
        }
        this.set(key, { ...NEW, edit: pending.edit, revision: answer.revision });
        return true;
      }
      case 'conflict': {
        const theirs = this.merged(key, outcome.theirs);
        const isSame = differences(edit, theirs).length === 0;
        // Both gave the same answer: there is nothing to decide, it is only confirmed.
        const revision = isSame ? theirs.revision : pending.revision;
        this.set(key, { ...NEW, edit, revision, delivery: isSame ? WAITING : { kind: 'conflict' } });
        return isSame;
      }
      case 'failed': {
        const failures = pending.failures + 1;
        this.set(key, { ...pending, edit, inFlight: null, failures, delivery: outcome });
        this.schedule(key, RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0);
        return false;
      }
      case 'refused':
        this.set(key, { ...pending, edit, inFlight: null, failures: 0, delivery: outcome });
        return false;
    }
  }

  private merged(key: string, newer: Partial<DraftAnswer>): DraftAnswer {
    const answer = { ...this.answers.get(key)!, ...newer };
    this.answers = new Map(this.answers).set(key, answer);
    return answer;
  }

  private set(key: string, pending: Pending): void {
    this.pending.set(key, pending);
    const { edit, inFlight, revision } = pending;
    this.kept.put(key, { edit: { ...inFlight, ...edit }, revision });
    this.changed();
  }

  private forget(key: string): void {
    this.pending.delete(key);
    this.kept.remove(key);
  }

  private changed(): void {
    this.state = this.made();
    for (const listener of this.listeners) listener();
  }

  private made(): DraftState {
    const answers = [...this.answers.values()].map((answer) => {
      const pending = this.pending.get(answer.questionKey);
      const edit = pending ? { ...pending.inFlight, ...pending.edit } : null;
      return shownAnswer(answer, edit, pending?.delivery ?? null);
    });
    return { answers, standing: this.standing, storedAt: this.storedAt };
  }
}

const WAITING: Delivery = { kind: 'waiting' };
const NEW: Pending = { edit: {}, inFlight: null, revision: 0, delivery: WAITING, failures: 0 };

const byKey = (answers: readonly DraftAnswer[]): Map<string, DraftAnswer> =>
  new Map(answers.map((answer) => [answer.questionKey, answer]));
