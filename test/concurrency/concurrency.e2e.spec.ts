import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TenantContext, type TenantId } from '@pilotage/platform';
import { FactRefresher } from '@pilotage/reporting';
import { SettingsService } from '@pilotage/tenancy';
import type { Client } from '../support/client.js';
import { Installation } from '../support/installation.js';
import { System } from '../support/system.js';
import {
  finished,
  requestReport,
  rerunReport,
  untilFactsAreCurrent,
  type ReportKind,
} from '../support/work.js';
import { dayAgo, Tally, Writer } from './writers.js';

const WRITERS = 8;
const WRITES = 1_000;
const MORE_WRITES = 250;
const INITIATIVES = 16;
/** Eight of them are written to by each writer, and each by four writers. */
const SHARED = 8;
const KINDS: readonly ReportKind[] = ['TREND', 'TIME_TO_PRODUCTION', 'EXECUTIVE_QUARTER'];

describe.each(['postgresql', 'redis'] as const)('eight writers, with the queue on %s', (queue) => {
  let system: System;
  let client: Client;
  let ctx: TenantContext;
  let refresher: FactRefresher;
  const tally = new Tally();
  let writers: Writer[];

  beforeAll(async () => {
    system = await System.start({ queue });
    const organisation = await (await Installation.open(system)).createOrganisation('busy');
    client = organisation.as.PORTFOLIO_MANAGER;
    ctx = { tenantId: organisation.id as TenantId, memberId: null, requestId: 'test' };
    refresher = new FactRefresher(system.database.unitOfWork, new SettingsService());
    const ids: string[] = [];
    for (let index = 0; index < INITIATIVES; index += 1) ids.push(await createInitiative(index));
    writers = Array.from({ length: WRITERS }, (_, index) => {
      const shared = Array.from({ length: SHARED }, (__, step) => ids[(index * 2 + step) % INITIATIVES]!);
      const caller = [organisation.as.ADMIN, organisation.as.PORTFOLIO_MANAGER][index % 2]!;
      return new Writer(caller, shared, tally, index);
    });
  }, 60_000);
  afterAll(() => system?.stop());

  async function createInitiative(index: number): Promise<string> {
    const { initiative } = await client.act<{ initiative: { id: string } }>(
      'createInitiative',
      {
        idempotencyKey: randomUUID(),
        initiative: { name: `Initiative ${index}` },
        stage: 'IDEA',
        stageOn: { on: dayAgo(1000) },
      },
      'initiative { id }',
    );
    return initiative.id;
  }

  /** Until so many more writes were accepted. */
  async function writeWhile(
    count: number,
    meanwhile: (isOver: () => boolean) => Promise<void>,
  ): Promise<void> {
    const enough = tally.accepted + count;
    const isOver = (): boolean => tally.accepted >= enough;
    await Promise.all([...writers.map((writer) => writer.writeUntil(isOver)), meanwhile(isOver)]);
  }

  /** All facts, as text that differs with every bit. */
  async function facts(): Promise<string[]> {
    await untilFactsAreCurrent(client);
    const { rows } = await system.database.admin.query<{ fact: string }>(
      `select to_jsonb(f)::text as fact from app.initiative_quarter f where tenant_id = $1
        order by quarter_to, initiative_id`,
      [ctx.tenantId],
    );
    return rows.map(({ fact }) => fact);
  }

  it('cannot change a report that was asked for: each gives an equal digest when run again', async () => {
    const asked: string[] = [];
    await writeWhile(WRITES, async (isOver) => {
      while (!isOver()) {
        asked.push(await requestReport(client, KINDS[asked.length % KINDS.length]!, dayAgo(0)));
        await sleep(100);
      }
    });
    const reports = await finished(client, asked);
    const again: string[] = [];
    for (const id of asked) again.push(await rerunReport(client, id));
    const reruns = await finished(client, again);
    expect(reruns.filter(({ isEqual }) => !isEqual)).toEqual([]);
    expect(reruns.map(({ resultDigest }) => resultDigest)).toEqual(
      reports.map(({ resultDigest }) => resultDigest),
    );
    // They were asked for while history grew: hardly any two are alike.
    expect(asked.length).toBeGreaterThan(20);
    expect(new Set(reports.map(({ resultDigest }) => resultDigest)).size).toBeGreaterThan(asked.length / 2);
    expect(tally.accepted).toBeGreaterThanOrEqual(WRITES);
    expect(Object.keys(tally.refused).length).toBeGreaterThan(1);
  }, 180_000);

  it('leave facts that a rebuild makes again to the bit', async () => {
    const incremental = await facts();
    expect(incremental.length).toBeGreaterThan(INITIATIVES * 10);
    await refresher.rebuild(ctx);
    expect(await facts()).toEqual(incremental);
  });

  it('go on while facts are dropped and rebuilt, and these end as the incremental ones', async () => {
    let rebuilds = 0;
    await writeWhile(MORE_WRITES, async (isOver) => {
      while (!isOver()) {
        await refresher.rebuild(ctx);
        rebuilds += 1;
        await sleep(150 * Math.random());
      }
    });
    const afterwards = await facts();
    expect(rebuilds).toBeGreaterThan(3);
    await refresher.rebuild(ctx);
    expect(await facts()).toEqual(afterwards);
  }, 120_000);
});
