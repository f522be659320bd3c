import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, type Day, day } from '@pilotage/analytics';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CoreModule, createLogger, DatabaseModule, newId } from '@pilotage/platform';
import { JobsModule } from '@pilotage/platform/jobs';
import { TestDatabase } from '@pilotage/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestTenant } from '../fixtures/tenant.js';
import { reportingJobs, ReportingJobsModule } from './jobs.js';
import { findReports } from './report/report.queries.js';

let db: TestDatabase;
let worker: INestApplicationContext;
let tenant: TestTenant;

beforeAll(async () => {
  db = await TestDatabase.open();
  worker = await NestFactory.createApplicationContext(
    {
      module: class Worker {},
      imports: [
        CoreModule.forRoot(db.config, createLogger('silent', 'test')),
        DatabaseModule.forRoot(),
        ReportingJobsModule,
        JobsModule.forRoot(reportingJobs),
      ],
    },
    { logger: false },
  );
});
afterAll(async () => {
  await worker.close();
  await db.close();
});
beforeEach(async () => {
  tenant = await TestTenant.create(db);
});

const daysAgo = (count: number): Day => addDays(day(new Date().toISOString().slice(0, 10)), -count);

async function until<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 20) {
    const value = await read();
    if (isThere(value)) return value;
    await sleep(20);
  }
  throw new Error('It did not come about within 15 seconds.');
}

const pilots = async (): Promise<number> => {
  const page = await tenant.pages.trend(tenant.as('ADMIN'), { unitIds: [], kinds: [] }, 2, null);
  return page.quarters.at(-1)?.stages.find(({ stage }) => stage === 'PILOT')?.count ?? 0;
};

describe('the worker', () => {
  it('brings what was recorded onto the trend page by itself', async () => {
    const id = await tenant.initiative(daysAgo(200));
    await tenant.enter(id, 'PILOT', daysAgo(100));
    expect(await until(pilots, (count) => count === 1)).toBe(1);
  });

  it('follows a changed fiscal year', async () => {
    await tenant.initiative(daysAgo(200));
    const ends = async () => {
      const rows = await db.unitOfWork.readOne<{ end: Day }>(
        tenant.ctx,
        'select distinct quarter_to as "end" from initiative_quarter where tenant_id = $1 order by 1',
        [tenant.ctx.tenantId],
      );
      return rows.map(({ end }) => end.slice(5));
    };
    await until(ends, (days) => days.length > 0);
    await tenant.run((tx) =>
      tenant.settings.change(tx, { name: 'FISCAL_YEAR_START_MONTH', value: '2', effectiveOn: daysAgo(0) }),
    );
    const calendarYear = ['03-31', '06-30', '09-30', '12-31'];
    const changed = await until(
      ends,
      (days) => days.length > 0 && days.every((end) => !calendarYear.includes(end)),
    );
    expect(['01-31', '04-30', '07-31', '10-31']).toEqual(expect.arrayContaining(changed.slice(0, 1)));
  });

  it('computes a requested report and says so on it', async () => {
    const id = await tenant.reports.request(tenant.ctx, {
      idempotencyKey: newId(),
      kind: 'EXECUTIVE_QUARTER',
      quarterOf: daysAgo(0),
      filter: { unitIds: [], kinds: [] },
      knownAt: null,
    });
    const find = async () => {
      const [report] = await db.unitOfWork.read(tenant.ctx, (tx) => findReports(tx, [id]));
      return report;
    };
    const done = await until(find, (report) => report?.state === 'DONE');
    expect(done).toMatchObject({
      progress: 1,
      error: null,
      manifest: { knownAt: done?.knownAt.toISOString() },
    });
  });
});
