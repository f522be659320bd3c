import { setTimeout as sleep } from 'node:timers/promises';
import { type Running } from './running.js';
import { StartupProblem } from './startup-problem.js';

/** Something that is started again when it ends by itself. */
export interface Kept {
  readonly name: string;
  /** Rejects when it ended too often to go on; never resolves. */
  readonly failed: Promise<never>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What holds for every part of one launch. */
export interface KeepTerms {
  readonly say: (line: string) => void;
  /** More ends than this within a minute, and the part is given up. */
  readonly endsPerMinute: number;
  /** Once aborted, an end is what we want. */
  readonly signal: AbortSignal;
}

export interface KeepOptions extends KeepTerms {
  readonly name: string;
  readonly start: () => Promise<Running>;
}

const firstPauseMs = 200;
const longestPauseMs = 5000;

/**
 * Starts it (a failure of this first start is the caller's) and keeps it running: after an end of its own it is started
 * again, with growing pauses. See docs/adr/0004-api-and-worker-are-child-processes.md.
 */
export async function keepRunning({ name, start, say, endsPerMinute, signal }: KeepOptions): Promise<Kept> {
  let current = Promise.resolve(await start());
  let isRestarting = false;
  let isStopped = false;
  const isWanted = (): boolean => !isStopped && !signal.aborted;

  async function watch(): Promise<never> {
    let ends: number[] = [];
    for (;;) {
      const how = await current.then(({ ended }) => ended);
      if (!isWanted()) return never();
      if (!isRestarting) {
        ends = [...ends.filter((at) => at > Date.now() - 60_000), Date.now()];
        if (ends.length > endsPerMinute) {
          throw new StartupProblem(
            `The ${name} ended ${ends.length} times within a minute, the last time by ${how}.`,
          );
        }
        say(`The ${name} ended (${how}); starting it again.`);
        await sleep(Math.min(firstPauseMs * 2 ** (ends.length - 1), longestPauseMs));
        if (!isWanted()) return never();
      }
      isRestarting = false;
      current = start().catch(() => endedBefore);
    }
  }

  const failed = watch();
  // The launch may still be busy with the next part when this one fails; it asks later.
  failed.catch(() => undefined);
  return {
    name,
    failed,
    restart: async () => {
      isRestarting = true;
      await current.then((running) => running.stop());
    },
    stop: () => {
      isStopped = true;
      return current.then((running) => running.stop());
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A start that failed counts like a run that ended at once; what was wrong, its own lines have said. */
const endedBefore: Running = {
  ended: Promise.resolve('before it was ready'),
  stop: () => Promise.resolve(),
};
