import type { AnyContract, JobHandlerClass } from './handler.js';
import { contractOf } from './handler.js';
import type { AnyJobContract, QueueName, RetryPolicy } from './contract.js';

export interface RunnableJob {
  readonly name: string;
  readonly queue: QueueName;
  readonly contract: AnyContract;
  readonly handler: JobHandlerClass<unknown>;
  readonly retry: RetryPolicy;
  readonly leaseMs: number;
}

const EVENT_DEFAULTS = {
  queue: 'interactive',
  retry: { attempts: 5, firstDelayMs: 1_000 },
  leaseMs: 15_000,
} as const;

/** An event's handlers each get a job of their own, so that one failing does not repeat the others. */
export const eventJobName = (event: string, handler: string): string => `${event} > ${handler}`;

/** What this worker can run, proved complete before it starts. */
export class JobRegistry {
  private readonly jobs = new Map<string, RunnableJob>();
  private readonly subscribers = new Map<string, string[]>();

  /**
   * @param contracts every job contract of the installation
   * @throws Error naming each job without exactly one handler
   */
  constructor(contracts: readonly AnyJobContract[], handlers: readonly object[]) {
    const mistakes: string[] = [];
    for (const handler of handlers) {
      const contract = contractOf(handler.constructor);
      if (!contract) continue;
      const runnable = runnableOf(contract, handler as JobHandlerClass<unknown>);
      if (this.jobs.has(runnable.name)) mistakes.push(`${runnable.name} has two handlers`);
      this.jobs.set(runnable.name, runnable);
      if (contract.kind === 'EVENT') {
        this.subscribers.set(contract.name, [...this.subscribersOf(contract.name), runnable.name]);
      }
    }
    for (const contract of contracts) {
      if (!this.jobs.has(contract.name)) mistakes.push(`${contract.name} has no handler`);
    }
    if (mistakes.length > 0) throw new Error(`The worker is not wired: ${mistakes.join('; ')}.`);
  }

  find(name: string): RunnableJob | undefined {
    return this.jobs.get(name);
  }

  subscribersOf(event: string): readonly string[] {
    return this.subscribers.get(event) ?? [];
  }

  get names(): string[] {
    return [...this.jobs.keys()];
  }
}

function runnableOf(contract: AnyContract, handler: JobHandlerClass<unknown>): RunnableJob {
  if (contract.kind === 'JOB') {
    const { name, queue, retry, leaseMs } = contract;
    return { name, queue, contract, handler, retry, leaseMs };
  }
  return {
    name: eventJobName(contract.name, handler.constructor.name),
    contract,
    handler,
    ...EVENT_DEFAULTS,
  };
}
