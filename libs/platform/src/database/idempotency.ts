import { createHash } from 'node:crypto';
import { BadInputError } from '../errors/domain-error.js';
import type { TenantTx } from './tenant-tx.js';

/** What makes two requests the same. */
export const inputHashOf = (input: unknown): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex');

/** @throws BadInputError unless it has 8 to 100 characters */
export function checkIdempotencyKey(key: string): void {
  if (key.length >= 8 && key.length <= 100) return;
  throw new BadInputError(
    'An idempotency key has 8 to 100 characters; a UUID is one.',
    ['idempotencyKey'],
    'BAD_KEY',
  );
}

/**
 * Runs `work` once per (tenant, actor, mutation, key): a double click or a retry finds the id that the first call made.
 * The key is inserted first, in the same transaction, so a concurrent twin waits for the outcome. Keys live for 24 hours.
 *
 * @throws BadInputError when the key was used with another input, or is too short or too long
 */
export async function withIdempotency<ResultId extends string>(
  tx: TenantTx,
  request: { mutation: string; key: string; input: unknown },
  work: () => Promise<ResultId>,
): Promise<ResultId> {
  checkIdempotencyKey(request.key);
  const actorId = tx.ctx.memberId ?? tx.ctx.tenantId;
  const inputHash = inputHashOf(request.input);
  const mine = [tx.ctx.tenantId, actorId, request.mutation, request.key];
  // Not in one statement with the insert, which would still meet the row that is on its way out.
  await tx.query(
    `delete from idempotency_key where tenant_id = $1 and created_at < now() - interval '24 hours'`,
    [tx.ctx.tenantId],
  );
  const inserted = await tx.query(
    `insert into idempotency_key (tenant_id, actor_id, mutation, key, input_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning key`,
    [...mine, inputHash],
  );
  if (inserted.length === 0) {
    const [first] = await tx.query<{ inputHash: string; resultId: ResultId }>(
      `select input_hash as "inputHash", result_id as "resultId" from idempotency_key
        where tenant_id = $1 and actor_id = $2 and mutation = $3 and key = $4`,
      mine,
    );
    if (first?.inputHash === inputHash) return first.resultId;
    throw new BadInputError(
      'This idempotency key was used for another request. Use a new one.',
      ['idempotencyKey'],
      'KEY_REUSED',
    );
  }
  const resultId = await work();
  await tx.query(
    `update idempotency_key set result_id = $5 where tenant_id = $1 and actor_id = $2 and mutation = $3 and key = $4`,
    [...mine, resultId],
  );
  return resultId;
}
