import { TestDatabase } from '@pilotage/testing';
import { freePort, Program, startRedis } from './processes.js';

/** The product as it is deployed: api and worker as processes of their own, over a database of this spec's own. */
export class System {
  private constructor(
    readonly url: string,
    readonly database: TestDatabase,
    private readonly env: Record<string, string>,
    readonly workerUrl: string,
    private readonly api: Program,
    private worker: Program | null,
    private readonly redis: { stop: () => void } | null,
  ) {}

  static async start(
    options: {
      queue?: 'postgresql' | 'redis';
      webDist?: string;
      logLevel?: string;
      env?: Record<string, string>;
    } = {},
  ): Promise<System> {
    const database = await TestDatabase.open();
    const redis = options.queue === 'redis' ? await startRedis() : null;
    const port = await freePort();
    const workerPort = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env: Record<string, string> = {};
    for (const [name, value] of Object.entries(database.config)) {
      if (typeof value === 'string' || typeof value === 'number') env[name] = String(value);
    }
    Object.assign(env, {
      PORT: String(port),
      WORKER_PORT: String(workerPort),
      PUBLIC_URL: url,
      LOG_LEVEL: options.logLevel ?? 'warn',
      ...(options.webDist && { WEB_DIST: options.webDist }),
      ...(redis && { REDIS_URL: redis.url }),
      ...options.env,
    });
    const api = await Program.start('apps/api/dist/main.js', env, () => isReady(url));
    const system = new System(url, database, env, `http://127.0.0.1:${workerPort}`, api, null, redis);
    await system.startWorker();
    return system;
  }

  /** What api and worker said; for the message of a failing spec. */
  get said(): string {
    return `${this.api.said}\n${this.worker?.said ?? ''}`;
  }

  /** @throws Error while no worker runs */
  get workerPid(): number {
    if (!this.worker) throw new Error('The worker does not run.');
    return this.worker.pid;
  }

  async startWorker(): Promise<void> {
    this.worker = await Program.start('apps/worker/dist/main.js', this.env, () => isReady(this.workerUrl));
  }

  /** kill -9. */
  async killWorker(): Promise<void> {
    await this.worker?.kill();
    this.worker = null;
  }

  async stop(): Promise<void> {
    await this.worker?.stop();
    await this.api.stop();
    this.redis?.stop();
    await this.database.close();
  }
}

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/health/ready`)).ok;
