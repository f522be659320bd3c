import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.js';
import type { RelayDatabase } from '../database/global-database.js';
import type { Logger } from '../observability/logger.js';
import { QUEUES, type QueueName } from './contract.js';
import {
  createQueueBackend,
  type QueueBackend,
  type QueueHandle,
  type WorkerHandle,
} from './queue-backend.js';
import { Receipts } from './receipts.js';
import type { JobRegistry } from './registry.js';
import { Relay } from './relay.js';
import { JobRunner } from './runner.js';
import { TimerWheel } from './timers.js';

/** Two cores: computing more at once only makes each slower, and people's work comes first. */
const CONCURRENCY: Record<QueueName, number> = { interactive: 4, bulk: 1 };

/** Less than whoever stops us waits before he kills: ten seconds in containers, twenty at `npm start`. */
const STOP_WITHIN_MS = 8_000;

/** Relay, timers and BullMQ workers of one process. */
export class WorkerHost {
  private readonly backend: QueueBackend;
  private readonly queues: Map<QueueName, QueueHandle>;
  private readonly receipts: Receipts;
  private readonly runner: JobRunner;
  private readonly relay: Relay;
  private readonly timers: TimerWheel;
  private workers: WorkerHandle[] = [];

  constructor(
    config: Config,
    database: RelayDatabase,
    registry: JobRegistry,
    private readonly log: Logger,
  ) {
    const onError = (error: Error): void => log.warn({ event: 'queue_connection', message: error.message });
    this.backend = createQueueBackend(config, onError);
    this.queues = new Map(QUEUES.map((name) => [name, this.backend.queue(name)]));
    this.receipts = new Receipts(database);
    this.runner = new JobRunner(registry, this.receipts, log);
    this.relay = new Relay(database, this.queues, registry, log);
    this.timers = new TimerWheel(database, registry, log);
  }

  get backendName(): QueueBackend['name'] {
    return this.backend.name;
  }

  /** Rejects, or waits, while the queue does not answer. */
  queueAnswers(): Promise<unknown> {
    return this.backend.ping();
  }

  start(): void {
    this.workers = QUEUES.map((name) =>
      this.backend.worker(name, CONCURRENCY[name], (jobName, data) => this.runner.run(jobName, data)),
    );
    this.relay.start();
    this.timers.start();
  }

  /**
   * Takes no new work, lets slices finish, closes connections. A queue that does not answer is not waited for: what it
   * carried is in the outbox, and comes back when its lease ends.
   */
  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.runner.stop();
    const closed = this.close().then(
      () => true,
      (err: unknown) => this.log.warn({ event: 'worker_not_closed', err }),
    );
    if (!(await Promise.race([closed, sleep(withinMs, null, { ref: false })])))
      this.log.warn({ event: 'worker_stop_cut_short' });
  }

  private async close(): Promise<void> {
    await Promise.all([this.relay.stop(), this.timers.stop()]);
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
}
