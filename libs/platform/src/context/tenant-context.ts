import type { MemberId, TenantId } from '../id/id.js';

/** Whose data, on whose behalf. An explicit argument everywhere: nothing reads it from the air. */
export interface TenantContext {
  readonly tenantId: TenantId;
  /** Null for work that nobody asked for by hand (timers, events). */
  readonly memberId: MemberId | null;
  readonly requestId: string;
}
