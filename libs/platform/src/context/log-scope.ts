import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that every log line of a request or job carries. For logs only: business code gets its context as an argument. */
export interface LogScope {
  requestId?: string;
  tenantId?: string;
  receiptId?: string;
}

const scopes = new AsyncLocalStorage<LogScope>();

export const withLogScope = <T>(scope: LogScope, work: () => T): T => scopes.run(scope, work);
/** What is learned on the way: whose data the request is about. */
export function addToLogScope(ids: LogScope): void {
  Object.assign(scopes.getStore() ?? {}, ids);
}
export const logScope = (): LogScope => scopes.getStore() ?? {};
