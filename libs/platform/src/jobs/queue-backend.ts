import { Queue, Worker, createPostgresBackend, withBackend, type Processor } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { createPool } from '../database/pool.js';
import type { Admission } from './receipts.js';
import type { QueueName } from './contract.js';

/** BullMQ's prefix in Redis. The braces make one hash tag of it, which Redis Cluster needs. */
const REDIS_PREFIX = '{pilotage}';

export interface QueueHandle {
  add(name: string, data: Admission): Promise<void>;
  close(): Promise<void>;
}

export interface WorkerHandle {
  /** Waits for the jobs under way. */
  close(): Promise<void>;
}

/** The queue on PostgreSQL, or on Redis where one is configured. Nothing above knows which. */
export interface QueueBackend {
  readonly name: 'postgresql' | 'redis';
  queue(name: QueueName): QueueHandle;
  worker(
    name: QueueName,
    concurrency: number,
    process: (name: string, data: Admission) => Promise<void>,
  ): WorkerHandle;
  /** Resolves when it answers. */
  ping(): Promise<unknown>;
  close(): Promise<void>;
}

/** The outbox knows what is to be done; BullMQ keeps nothing once a job has run. */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;
const WORKER_OPTIONS = { lockDuration: 30_000, stalledInterval: 5_000, maxStalledCount: 0 } as const;

/** BullMQ swallows a repeated id, so each admission of a row has its own. Ids may not contain ':'. */
const jobIdOf = ({ receiptId, admission }: Admission): string => `${receiptId}-${admission}`;

type Bull = {
  Queue: new (name: string, options: never) => Pick<Queue<Admission>, 'add' | 'close' | 'on'>;
  Worker: new (name: string, process: Processor<Admission>, options: never) => Pick<Worker, 'close' | 'on'>;
};

export function createQueueBackend(config: Config, onError: (error: Error) => void): QueueBackend {
  if (config.REDIS_URL) {
    const connection = new Redis(config.REDIS_URL, { maxRetriesPerRequest: null });
    connection.on('error', onError);
    return backend('redis', { Queue, Worker } as Bull, { connection, prefix: REDIS_PREFIX }, onError, {
      ping: () => connection.ping(),
      disconnect: () => connection.quit(),
    });
  }
  // When one it listens on dies, BullMQ tries the same again for ever, and nothing else runs: better that the process ends.
  const pool = createPool({ url: config.DATABASE_URL_QUEUE, size: 10, Client: pg.Client, onError });
  return backend(
    'postgresql',
    withBackend(createPostgresBackend) as unknown as Bull,
    { connection: pool },
    onError,
    { ping: () => pool.query('select 1'), disconnect: () => pool.end() },
  );
}

function backend(
  name: QueueBackend['name'],
  bull: Bull,
  connection: object,
  onError: (error: Error) => void,
  server: { ping: () => Promise<unknown>; disconnect: () => Promise<unknown> },
): QueueBackend {
  return {
    name,
    queue(queueName) {
      const queue = new bull.Queue(queueName, { ...connection, defaultJobOptions: JOB_OPTIONS } as never);
      queue.on('error', onError);
      return {
        add: async (jobName, data) => void (await queue.add(jobName, data, { jobId: jobIdOf(data) })),
        close: () => queue.close(),
      };
    },
    worker(queueName, concurrency, process) {
      const worker = new bull.Worker(queueName, (job) => process(job.name, job.data), {
        ...connection,
        ...WORKER_OPTIONS,
        concurrency,
      } as never);
      worker.on('error', onError);
      return { close: () => worker.close() };
    },
    ping: server.ping,
    close: async () => void (await server.disconnect()),
  };
}
