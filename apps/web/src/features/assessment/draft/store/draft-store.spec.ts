import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DraftAnswer, DraftStanding } from '../draft.graphql.js';
import type { AnswerEdit } from './answer-edit.js';
import { DraftStore, type Send, type SendOutcome } from './draft-store.js';
import type { KeptEdit, KeptEdits } from './kept-edits.js';

const answer = (questionKey: string, fields: Partial<DraftAnswer> = {}): DraftAnswer => ({
  questionKey,
  value: null,
  note: null,
  actionRequired: null,
  evidence: null,
  isTouched: false,
  inherited: null,
  mode: 'OPEN',
  revision: 0,
  previous: null,
  updatedBy: null,
  ...fields,
});
const standing = (revision: number): DraftStanding => ({
  revision,
  preview: {
    value: null,
    display: 'HIDE',
    answered: 0,
    applicable: 2,
    lower: 0,
    upper: 100,
    reason: 'A dimension has no answer yet.',
  },
  dimensions: [],
});

/** A server of one round that answers when it is told to; keeps a map of what outlives the page. */
class World {
  readonly sent: { key: string; edit: AnswerEdit; revision: number }[] = [];
  readonly kept = new Map<string, KeptEdit>();
  readonly store: DraftStore;
  private readonly waiting: ((outcome: SendOutcome) => void)[] = [];

  constructor(answers = [answer('SA1'), answer('SA2')], kept: readonly [string, KeptEdit][] = []) {
    for (const [key, edit] of kept) this.kept.set(key, edit);
    const keptEdits: KeptEdits = {
      all: () => new Map(this.kept),
      put: (key, edit) => this.kept.set(key, edit),
      remove: (key) => this.kept.delete(key),
    };
    const send: Send = (key, edit, revision) => {
      this.sent.push({ key, edit, revision });
      return new Promise((resolve) => this.waiting.push(resolve));
    };
    this.store = new DraftStore({ answers, ...standing(0) }, send, keptEdits);
  }

  shown = (key: string) => this.store.getState().answers.find(({ questionKey }) => questionKey === key)!;

  /** Answers the oldest request. */
  async replies(outcome: SendOutcome): Promise<void> {
    this.waiting.shift()!(outcome);
    await jest.advanceTimersByTimeAsync(0);
  }

  stores = (fields: Partial<DraftAnswer>, revision = 1) =>
    this.replies({ kind: 'stored', answer: { isTouched: true, ...fields }, standing: standing(revision) });
}

const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('an answer that was changed', () => {
  it('is shown at once, kept, sent and forgotten when it is stored', async () => {
    const world = new World();
    world.store.edit('SA1', { value: 'YES' });
    expect(world.shown('SA1')).toMatchObject({
      value: 'YES',
      isTouched: true,
      delivery: { kind: 'waiting' },
    });
    expect(world.kept.get('SA1')).toEqual({ edit: { value: 'YES' }, revision: 0 });
    await settled();
    expect(world.sent).toEqual([{ key: 'SA1', edit: { value: 'YES' }, revision: 0 }]);
    expect(world.shown('SA1').delivery).toEqual({ kind: 'sending' });
    await world.stores({ value: 'YES', revision: 1 });
    expect(world.shown('SA1')).toMatchObject({ value: 'YES', revision: 1, delivery: null });
    expect(world.kept.size).toBe(0);
    expect(world.store.getState().standing.revision).toBe(1);
  });

  it('is sent once a pause for what is typed, and once more for what came while it was sent', async () => {
    const world = new World();
    world.store.edit('SA1', { note: 'a' }, 700);
    world.store.edit('SA1', { note: 'ab' }, 700);
    await jest.advanceTimersByTimeAsync(699);
    expect(world.sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    world.store.edit('SA1', { note: 'abc' }, 700);
    expect(world.sent).toHaveLength(1);
    await world.stores({ note: 'ab', revision: 1 });
    expect(world.sent[1]).toEqual({ key: 'SA1', edit: { note: 'abc' }, revision: 1 });
    await world.stores({ note: 'abc', revision: 2 }, 2);
    expect(world.shown('SA1')).toMatchObject({ note: 'abc', delivery: null });
  });

  it('stays and is tried again, less and less often, while the server cannot be reached', async () => {
    const world = new World();
    world.store.edit('SA1', { value: 'NO' });
    await settled();
    await world.replies({ kind: 'failed', message: 'offline' });
    expect(world.shown('SA1')).toMatchObject({
      value: 'NO',
      delivery: { kind: 'failed', message: 'offline' },
    });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(world.sent).toHaveLength(2);
    await world.replies({ kind: 'failed', message: 'offline' });
    await jest.advanceTimersByTimeAsync(4_999);
    expect(world.sent).toHaveLength(2);
    world.store.retry();
    await settled();
    expect(world.sent).toHaveLength(3);
    await world.stores({ value: 'NO', revision: 1 });
    expect(world.kept.size).toBe(0);
  });

  it('that was refused stays on the page and is sent again only when it is changed', async () => {
    const world = new World();
    world.store.edit('SA1', { note: 'far too long' });
    await settled();
    await world.replies({ kind: 'refused', message: 'Too long.', isGone: false });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(world.sent).toHaveLength(1);
    expect(world.shown('SA1')).toMatchObject({ note: 'far too long', delivery: { kind: 'refused' } });
    world.store.edit('SA1', { note: 'short' });
    await settled();
    expect(world.sent[1]).toMatchObject({ edit: { note: 'short' } });
  });

  it('and was not stored before the page was left is sent when it is opened again', async () => {
    const world = new World(undefined, [['SA2', { edit: { value: 'PARTIAL' }, revision: 0 }]]);
    expect(world.shown('SA2')).toMatchObject({ value: 'PARTIAL', isTouched: true });
    await settled();
    expect(world.sent).toEqual([{ key: 'SA2', edit: { value: 'PARTIAL' }, revision: 0 }]);
  });
});

describe('two people in one question', () => {
  const theirs = { value: 'NO', note: 'Theirs.', isTouched: true, revision: 1 } as const;
  const conflict = async (edit: AnswerEdit) => {
    const world = new World();
    world.store.edit('SA1', edit);
    await settled();
    await world.replies({ kind: 'conflict', theirs });
    return world;
  };

  it('see both answers, and nothing is sent until one chose', async () => {
    const world = await conflict({ value: 'YES' });
    expect(world.shown('SA1')).toMatchObject({
      value: 'YES',
      delivery: { kind: 'conflict' },
      stored: { value: 'NO', note: 'Theirs.' },
    });
    await jest.advanceTimersByTimeAsync(60_000);
    world.store.edit('SA1', { note: 'Mine.' });
    await settled();
    expect(world.sent).toHaveLength(1);
    expect(world.kept.get('SA1')?.edit).toEqual({ value: 'YES', note: 'Mine.' });
  });

  it('may keep theirs', async () => {
    const world = await conflict({ value: 'YES' });
    world.store.takeTheirs('SA1');
    expect(world.shown('SA1')).toMatchObject({ value: 'NO', note: 'Theirs.', delivery: null });
    expect(world.kept.size).toBe(0);
  });

  it('may put their own over it, which leaves the fields alone they had not changed', async () => {
    const world = await conflict({ value: 'YES' });
    world.store.keepMine('SA1');
    await settled();
    expect(world.sent[1]).toEqual({ key: 'SA1', edit: { value: 'YES' }, revision: 1 });
  });

  it('need not choose when both gave the same answer', async () => {
    const world = await conflict({ value: 'NO' });
    expect(world.shown('SA1').delivery).toEqual({ kind: 'sending' });
    expect(world.sent[1]).toEqual({ key: 'SA1', edit: { value: 'NO' }, revision: 1 });
  });

  it('conflict also when the newer answer was seen coming before the own one was sent', async () => {
    const world = new World();
    world.store.edit('SA1', { note: 'typing' }, 700);
    world.store.receive({ answers: [answer('SA1', theirs), answer('SA2')], ...standing(1) });
    await jest.advanceTimersByTimeAsync(700);
    expect(world.sent).toEqual([{ key: 'SA1', edit: { note: 'typing' }, revision: 0 }]);
  });
});

describe('what the server sends by itself', () => {
  it('shows what others answered, but nothing older than what is known', () => {
    const world = new World([answer('SA1', { value: 'YES', revision: 3 }), answer('SA2')]);
    world.store.receive({
      answers: [answer('SA1', { value: 'NO', revision: 2 }), answer('SA2', { value: 'NO', revision: 1 })],
      ...standing(2),
    });
    expect(world.shown('SA1').value).toBe('YES');
    expect(world.shown('SA2').value).toBe('NO');
  });
});

describe('flush', () => {
  it('waits until all is stored', async () => {
    const world = new World();
    world.store.edit('SA1', { note: 'typing' }, 700);
    world.store.edit('SA2', { value: 'YES' });
    const flushed = world.store.flush();
    expect(world.sent).toHaveLength(2);
    await world.stores({ note: 'typing', revision: 1 });
    await world.stores({ value: 'YES', revision: 1 }, 2);
    expect(await flushed).toBe(true);
  });

  it('says when something is left', async () => {
    const world = new World();
    world.store.edit('SA1', { value: 'YES' });
    const flushed = world.store.flush();
    await world.replies({ kind: 'failed', message: 'offline' });
    expect(await flushed).toBe(false);
    world.store.dispose();
  });
});
