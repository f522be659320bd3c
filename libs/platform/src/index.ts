export { newId, isUuid, type Id, type MemberId, type ReceiptId, type TenantId } from './id/id.js';
export { idFrom } from './id/id-from.js';
export {
  BadInputError,
  ConflictError,
  DomainError,
  ForbiddenError,
  NotFoundError,
  RateLimitedError,
  UnauthenticatedError,
  type ErrorCode,
} from './errors/domain-error.js';
export type { TenantContext } from './context/tenant-context.js';
export { addToLogScope, withLogScope } from './context/log-scope.js';
export { CONFIG, configFromProcess, configSchema, parseConfig, type Config } from './config/config.js';
export { LOGGER, NestLogger, createLogger, type Logger } from './observability/logger.js';
export { DATABASE_ROLES, databaseRoles, urlAs, type DatabaseRole } from './database/roles.js';
export { provisionDatabase } from './database/provision.js';
export { findMigrations, migrateApp, migrateQueueTables } from './database/migrations.js';
export { createPool } from './database/pool.js';
export { prepared, type Statement } from './database/prepared.js';
export { Database, DatabaseModule } from './database/database.module.js';
export { UnitOfWork, violatesUnique } from './database/unit-of-work.js';
export {
  EraserDatabase,
  GlobalDatabase,
  OperatorDatabase,
  RelayDatabase,
} from './database/global-database.js';
export { TenantTx, type TenantReadTx } from './database/tenant-tx.js';
export { setTenant } from './database/set-tenant.js';
export { checkIdempotencyKey, inputHashOf, withIdempotency } from './database/idempotency.js';
export { OPEN_WORK } from './jobs/open-work.js';
export { emitForInstallation } from './jobs/emit-for-installation.js';
export {
  defineEvent,
  defineJob,
  type AnyJobContract,
  type EventContract,
  type JobContract,
} from './jobs/contract.js';
export { CoreModule } from './core.module.js';
export { HealthModule, MetricsModule, Readiness } from './observability/health.module.js';
