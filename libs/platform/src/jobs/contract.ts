import type { z } from 'zod';

export interface RetryPolicy {
  attempts: number;
  /** Doubled at each attempt. */
  firstDelayMs: number;
}

/** What a piece of queued work is called, carries and tolerates. Exactly one handler each, or the worker does not start. */
export interface JobContract<P> {
  readonly kind: 'JOB';
  readonly name: string;
  readonly queue: QueueName;
  readonly payload: z.ZodType<P>;
  /** Names everything the result depends on; pending work of one identity is done once. Absent: never coalesces. */
  readonly identityOf?: (payload: P) => string;
  readonly retry: RetryPolicy;
  /** A handler that has not reported for so long is taken for dead, and its work is admitted again. */
  readonly leaseMs: number;
}

/** A job of any payload, for lists of jobs. */
export type AnyJobContract = Pick<JobContract<never>, 'kind' | 'name'>;

/** Something that happened; any number of handlers. */
export interface EventContract<P> {
  readonly kind: 'EVENT';
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly identityOf?: (payload: P) => string;
}

/** People wait for `interactive`; `bulk` yields to it. */
export const QUEUES = ['interactive', 'bulk'] as const;
export type QueueName = (typeof QUEUES)[number];

export function defineJob<P>(definition: {
  name: string;
  queue: QueueName;
  payload: z.ZodType<P>;
  identityOf?: (payload: P) => string;
  retry?: RetryPolicy;
  leaseMs?: number;
}): JobContract<P> {
  return {
    kind: 'JOB',
    retry: { attempts: 5, firstDelayMs: 1_000 },
    leaseMs: 15_000,
    ...definition,
  };
}

export function defineEvent<P>(definition: {
  name: string;
  payload: z.ZodType<P>;
  identityOf?: (payload: P) => string;
}): EventContract<P> {
  return { kind: 'EVENT', ...definition };
}
