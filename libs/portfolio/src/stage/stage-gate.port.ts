import type { Day, Stage } from '@pilotage/analytics';
import type { TenantTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';

export type GateVerdict = { readonly kind: 'open' } | { readonly kind: 'closed'; readonly message: string };

/** May this stage be entered? Asked of whoever knows more than the timeline; an app binds it, and without one all may. */
export abstract class StageGate {
  abstract mayEnter(
    tx: TenantTx,
    entry: { initiativeId: InitiativeId; stage: Stage; on: Day },
  ): Promise<GateVerdict>;
}
