export { isAskedFor } from './graphql/asked-for.js';
export { enumOf } from './graphql/enum-of.js';
export { IdempotencyKeyField } from './graphql/idempotency-key.js';
export { DayScalar, InstantScalar } from './graphql/scalars.js';
export {
  ConflictUserError,
  InvalidInputError,
  UserError,
  orUserError,
  userError,
} from './graphql/user-error.js';
export { MAX_PAGE, decodeCursor, encodeCursor, pageSize, type Cursor } from './graphql/cursor.js';
export { PageInfo, connectionType, toConnection, type ConnectionOf } from './graphql/connection.js';
export { RequestContextFactory, graphqlEndpoint } from './graphql/graphql.module.js';
