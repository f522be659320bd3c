import { defineEvent, newId, type TenantTx } from '@pilotage/platform';
import type { Day } from '@pilotage/analytics';
import { z } from 'zod';
import type { InitiativeId } from '../initiative/initiative.types.js';

/** History of initiatives changed; which ones and from which day on stands in `change_log`. */
export const initiativesChanged = defineEvent({
  name: 'initiatives-changed',
  payload: z.object({ tenantId: z.uuid() }),
  identityOf: ({ tenantId }) => tenantId,
});

export interface InitiativeChange {
  readonly initiativeId: InitiativeId;
  /** The earlier of the old and the new effective day: figures from then on may differ. */
  readonly fromOn: Day;
}

/** Every writer of an initiative's history calls this in its transaction; without it figures would stay as they were. */
export async function markChanged(tx: TenantTx, changes: readonly InitiativeChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.insert(
    'change_log',
    changes.map((change) => ({ id: newId(), ...change })),
  );
  tx.emit(initiativesChanged, { tenantId: tx.ctx.tenantId });
}
