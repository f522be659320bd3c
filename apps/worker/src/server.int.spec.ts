import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger, Readiness } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import request from 'supertest';
import { createWorker } from './server.js';

let db: TestDatabase;
let worker: NestFastifyApplication;

beforeAll(async () => {
  db = await TestDatabase.open();
  worker = await createWorker(db.config, createLogger('silent', 'worker'));
  await worker.init();
  await worker.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await worker.close();
  await db.close();
});

const ready = () => request(worker.getHttpServer()).get('/health/ready');

describe('a worker', () => {
  it('is ready with its database and its queue', async () => {
    const { body } = await ready().expect(200);
    expect(body.info).toEqual({
      database: { status: 'up' },
      queue: { status: 'up' },
      process: { status: 'up' },
    });
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('Away.'))],
    ['keeps silent', () => new Promise(() => undefined)],
  ])('is not ready while what it needs %s', async (_, answers) => {
    worker.get(Readiness, { strict: false }).needsToo('queue', answers);
    const { body } = await ready().expect(503);
    expect(body.error).toEqual({ queue: { status: 'down', message: 'It does not answer' } });
  });
});
