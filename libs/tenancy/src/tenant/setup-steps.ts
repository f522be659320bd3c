import { Injectable } from '@nestjs/common';
import type { TenantReadTx } from '@pilotage/platform';

/** One line of the list that a new organisation's admin works off. */
export interface SetupStepSource {
  readonly key: string;
  /** Steps are shown in this order. */
  readonly order: number;
  isDone(tx: TenantReadTx): Promise<boolean>;
}

/** The steps of all libraries; each adds its own when the process starts. */
@Injectable()
export class SetupSteps {
  private readonly sources: SetupStepSource[] = [];

  add(source: SetupStepSource): void {
    this.sources.push(source);
    this.sources.sort((a, b) => a.order - b.order);
  }

  /** Asked all at once, in one round trip. */
  read(tx: TenantReadTx): Promise<{ key: string; isDone: boolean }[]> {
    return Promise.all(this.sources.map(async ({ key, isDone }) => ({ key, isDone: await isDone(tx) })));
  }
}

const exists = async (tx: TenantReadTx, sql: string): Promise<boolean> => {
  const rows = await tx.query<{ isDone: boolean }>(`select exists (${sql}) as "isDone"`, [tx.ctx.tenantId]);
  return rows[0]!.isDone;
};

/** The fiscal year comes first: it fixes the quarters. It is done once a person has confirmed or changed it. */
export const tenancySteps: readonly SetupStepSource[] = [
  {
    key: 'FISCAL_YEAR',
    order: 10,
    isDone: (tx) =>
      exists(
        tx,
        `select from setting_revision
          where tenant_id = $1 and name = 'FISCAL_YEAR_START_MONTH' and recorded_by is not null`,
      ),
  },
  {
    key: 'UNITS',
    order: 40,
    isDone: (tx) => exists(tx, 'select from unit where tenant_id = $1'),
  },
  {
    key: 'MEMBERS',
    order: 50,
    isDone: (tx) => exists(tx, `select from member where tenant_id = $1 and status <> 'REMOVED' offset 1`),
  },
];
