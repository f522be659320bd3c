import { Injectable } from '@nestjs/common';
import { EraserDatabase, GlobalDatabase, setTenant, type TenantId } from '@pilotage/platform';
import { SignIn, type UserId } from '../sign-in/sign-in.js';

const ATTEMPTS = 5;
/** foreign_key_violation, deadlock_detected */
const OVERTAKEN = new Set(['23503', '40P01']);

/** Reserved for examples (RFC 2606): nobody's real address ends so. */
const FICTIONAL = /\.example$/;

/**
 * Deletes a tenant with everything in it. Which tables that means, the catalog says, so that no library can forget
 * one: all tables of the schema that carry a tenant.
 */
@Injectable()
export class TenantEraser {
  constructor(
    private readonly eraser: EraserDatabase,
    private readonly global: GlobalDatabase,
    private readonly signIn: SignIn,
  ) {}

  /** All or nothing. The accounts of fictional people go with their last tenant; those of real people stay. */
  async erase(tenantId: TenantId): Promise<void> {
    const users = await this.global.query<{ userId: UserId }>(
      'select user_id as "userId" from membership where tenant_id = $1',
      [tenantId],
    );
    await this.deleteRows(tenantId);
    for (const { userId } of users) await this.removeFictional(userId);
  }

  /** A job that still writes for the tenant can add a row behind the deletion; then it is repeated. */
  private async deleteRows(tenantId: TenantId, attempt = 1): Promise<void> {
    try {
      await this.eraser.transaction(async (query) => {
        await query(setTenant(tenantId));
        const tables = await query<{ name: string }>(
          `select c.relname as name from pg_class c
             join pg_namespace n on n.oid = c.relnamespace
             join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where n.nspname = 'app' and c.relkind = 'r' order by c.relname`,
        );
        await query(deletionOf(tables.map(({ name }) => name)), [tenantId]);
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isOvertaken(error)) throw error;
      await this.deleteRows(tenantId, attempt + 1);
    }
  }

  private async removeFictional(userId: UserId): Promise<void> {
    const user = await this.signIn.getUser(userId);
    if (!user || !FICTIONAL.test(user.email)) return;
    const [elsewhere] = await this.global.query(
      `select user_id from membership where user_id = $1 union all select user_id from operator_account where user_id = $1`,
      [userId],
    );
    if (!elsewhere) await this.signIn.deleteUser(userId);
  }
}

/** One statement: foreign keys are checked when it ends, so tables that point at each other need no order. */
function deletionOf(tables: readonly string[]): string {
  const parts = tables.map((table) => `from_${table} as (delete from app."${table}" where tenant_id = $1)`);
  return `with ${parts.join(', ')} delete from app.tenant where id = $1`;
}

const isOvertaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && OVERTAKEN.has(String(error.code));
