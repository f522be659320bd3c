import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '../support/system.js';
import { until } from '../support/until.js';
import { endLeases, inHand } from './receipts.js';

/** A moment to kill the worker at. */
export interface Moment {
  /** How far its work is, of one. */
  readonly at: number;
  /** How long into a slice, in milliseconds. */
  readonly afterMs: number;
}

/** Moments spread over the work, each within so much time of a slice. */
export const momentsFrom = (random: () => number, count: number, withinMs: number): Moment[] =>
  Array.from({ length: count }, (_, index) => ({
    at: (index + random()) / (count + 1),
    afterMs: random() * withinMs,
  }));

/** Numbers from 0 to 1, the same for the same seed: a linear congruence by Numerical Recipes. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** The worker of a system, killed while it has work of one organisation in hand. */
export class StruckWorker {
  constructor(
    private readonly system: System,
    private readonly tenantId: string,
  ) {}

  /** Kills it so long after it took up such a job, and starts another. Returns how much work of the job died with it. */
  async strike(job: string, afterMs: number, { isLeaseWaitedFor = false } = {}): Promise<number> {
    const { database } = this.system;
    const isInHand = async () => (await inHand(database, this.tenantId, job)).running > 0;
    await until(`${job} in hand`, isInHand, { everyMs: 5 });
    await sleep(afterMs);
    await this.system.killWorker();
    const { admitted, running } = await inHand(database, this.tenantId, job);
    if (!(isLeaseWaitedFor && running > 0)) await endLeases(database);
    await this.system.startWorker();
    return admitted + running;
  }
}
