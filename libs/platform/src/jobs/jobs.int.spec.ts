import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { z } from 'zod';
import type { TenantContext } from '../context/tenant-context.js';
import { BadInputError } from '../errors/domain-error.js';
import { createLogger } from '../observability/logger.js';
import { defineEvent, defineJob } from './contract.js';
import { Again, Handles, type JobRun } from './handler.js';
import { JobRegistry } from './registry.js';
import { WorkerHost } from './worker-host.js';

const payload = z.object({ word: z.string() });
const speak = defineJob({
  name: 'speak',
  queue: 'interactive',
  payload,
  retry: { attempts: 3, firstDelayMs: 10 },
});
const count = defineJob({ name: 'count', queue: 'bulk', payload: z.object({ from: z.int(), to: z.int() }) });
const happened = defineEvent({ name: 'happened', payload, identityOf: (p) => p.word });

const heard: string[] = [];
let failuresLeft = 0;

@Handles(speak)
class SpeakHandler {
  async handle({ word }: { word: string }): Promise<void> {
    if (word === 'never') throw new BadInputError('That word is not said.');
    if (failuresLeft > 0) {
      failuresLeft -= 1;
      throw new Error('stutter');
    }
    heard.push(word);
  }
}

@Handles(count)
class CountHandler {
  async handle(range: { from: number; to: number }, run: JobRun): Promise<void | Again<typeof range>> {
    heard.push(String(range.from));
    await run.progress(range.from, range.to);
    if (range.from < range.to) return new Again({ from: range.from + 1, to: range.to });
  }
}

@Handles(happened)
class FirstListener {
  async handle({ word }: { word: string }): Promise<void> {
    heard.push(`first ${word}`);
  }
}

@Handles(happened)
class SecondListener {
  async handle({ word }: { word: string }): Promise<void> {
    heard.push(`second ${word}`);
  }
}

const handlers = () => [new SpeakHandler(), new CountHandler(), new FirstListener(), new SecondListener()];
const registry = () => new JobRegistry([speak, count], handlers());
const log = createLogger('silent', 'test');

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function startRedis(atPort?: number): Promise<{ port: number; url: string; process: ChildProcess }> {
  const port = atPort ?? (await freePort());
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of redis.stdout) if (String(line).includes('Ready to accept')) break;
  return { port, url: `redis://127.0.0.1:${port}`, process: redis };
}

describe.each(['postgresql', 'redis'] as const)('jobs on %s', (backend) => {
  let db: TestDatabase;
  let tenant: TenantContext;
  let redis: Awaited<ReturnType<typeof startRedis>> | null = null;
  let host: WorkerHost | null = null;

  const start = (): WorkerHost => {
    host = new WorkerHost(
      { ...db.config, ...(redis && { REDIS_URL: redis.url }) },
      db.relay,
      registry(),
      log,
    );
    host.start();
    return host;
  };
  const stop = async (): Promise<void> => {
    await host?.stop();
    host = null;
  };
  const states = async (): Promise<string[]> => {
    const rows = await db.relay.query<{ state: string }>(
      `select state from outbox where tenant_id = $1 order by created_at, id`,
      [tenant.tenantId],
    );
    return rows.map((row) => row.state);
  };
  const settled = async (): Promise<string[]> => {
    for (let i = 0; i < 200; i += 1) {
      const now = await states();
      if (now.length > 0 && now.every((state) => state === 'DONE' || state === 'FAILED')) return now;
      await sleep(50);
    }
    return states();
  };

  beforeAll(async () => {
    db = await TestDatabase.open();
    if (backend === 'redis') redis = await startRedis();
  });
  afterEach(async () => {
    await stop();
    heard.length = 0;
  });
  afterAll(async () => {
    await db.close();
    redis?.process.kill();
  });

  it('runs committed work once and says so on its receipt', async () => {
    tenant = await db.createTenant();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'hello' }));
    expect(start().backendName).toBe(backend);
    expect(await settled()).toEqual(['DONE']);
    expect(heard).toEqual(['hello']);
  });

  it('repeats after a fault, and fails for good on what repeating cannot mend', async () => {
    tenant = await db.createTenant();
    failuresLeft = 2;
    start();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'again' }));
    expect(await settled()).toEqual(['DONE']);
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'never' }));
    expect(await settled()).toEqual(['DONE', 'FAILED']);
    const [row] = await db.relay.query<{ error: string; attempts: number }>(
      `select error, attempts from outbox where tenant_id = $1 and state = 'FAILED'`,
      [tenant.tenantId],
    );
    expect(row).toEqual({ error: 'That word is not said.', attempts: 1 });
  });

  it('runs long work in slices, with progress, on one receipt', async () => {
    tenant = await db.createTenant();
    start();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(count, { from: 1, to: 5 }));
    expect(await settled()).toEqual(['DONE']);
    expect(heard).toEqual(['1', '2', '3', '4', '5']);
    const [row] = await db.relay.query(
      `select done_steps as "done", total_steps as "total" from outbox where tenant_id = $1`,
      [tenant.tenantId],
    );
    expect(row).toEqual({ done: 5, total: 5 });
  });

  it('gives an event to each of its handlers', async () => {
    tenant = await db.createTenant();
    start();
    await db.unitOfWork.run(tenant, async (tx) => tx.emit(happened, { word: 'it' }));
    expect(await settled()).toEqual(['DONE', 'DONE', 'DONE']);
    expect([...heard].sort()).toEqual(['first it', 'second it']);
  });

  it('takes work over whose worker died: its lease ended', async () => {
    tenant = await db.createTenant();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'orphan' }));
    await db.relay.query(
      `update outbox set state = 'RUNNING', admission = 1, lease_until = now() - interval '1 minute' where tenant_id = $1`,
      [tenant.tenantId],
    );
    start();
    expect(await settled()).toEqual(['DONE']);
    expect(heard).toEqual(['orphan']);
  });

  it('serves a small tenant while a large one has hundreds of jobs waiting', async () => {
    const large = await db.createTenant();
    await db.unitOfWork.run(large, async (tx) => {
      for (let i = 0; i < 300; i += 1) tx.enqueue(speak, { word: `large ${i}` });
    });
    tenant = await db.createTenant();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'small' }));
    start();
    expect(await settled()).toEqual(['DONE']);
    expect(heard.indexOf('small')).toBeLessThan(60);
  });
});

describe('a worker whose Redis is gone', () => {
  it('stops without waiting for it, and loses nothing', async () => {
    const db = await TestDatabase.open();
    const before = await startRedis();
    const config = { ...db.config, REDIS_URL: before.url };
    const host = new WorkerHost(config, db.relay, registry(), log);
    host.start();
    await expect(host.queueAnswers()).resolves.toBe('PONG');
    before.process.kill('SIGKILL');
    const tenant = await db.createTenant();
    await db.unitOfWork.run(tenant, async (tx) => void tx.enqueue(speak, { word: 'patience' }));
    await sleep(500);
    const answered = host.queueAnswers().then(
      () => true,
      () => false,
    );
    expect(await Promise.race([answered, sleep(500, false)])).toBe(false);
    const startedAt = performance.now();
    await host.stop(300);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    await db.relay.query(`update outbox set lease_until = now() - interval '1 minute'`);
    // The first one's connections come to their end as soon as there is somebody to say goodbye to.
    const after = await startRedis(before.port);
    const next = new WorkerHost(config, db.relay, registry(), log);
    next.start();
    for (let i = 0; i < 100 && heard.length === 0; i += 1) await sleep(50);
    expect(heard).toEqual(['patience']);
    await next.stop();
    await sleep(500);
    after.process.kill();
    await db.close();
  });
});

describe('the wiring of a worker', () => {
  it('is refused when a job has no handler, or two', () => {
    expect(() => new JobRegistry([speak, count], [new SpeakHandler()])).toThrow(/count has no handler/);
    expect(() => new JobRegistry([speak], [new SpeakHandler(), new SpeakHandler()])).toThrow(/two handlers/);
  });
});
