import type { OperatorDatabase } from '@pilotage/platform';
import { hashOf, LINK_DAYS, linkUrl, newToken } from '../link/link-token.js';

/**
 * The link by which the first operator gets in; null when there is an operator. Every start may make one, also of
 * several processes; all end with the first that is used.
 */
export async function operatorSetupLink(
  operator: OperatorDatabase,
  publicUrl: string,
): Promise<string | null> {
  const token = newToken();
  const made = await operator.query(
    `with expired as (
       delete from link_token where kind = 'OPERATOR_SETUP' and expires_at < now()
     )
     insert into link_token (token_hash, kind, expires_at)
     select $1, 'OPERATOR_SETUP', now() + make_interval(days => $2)
      where not exists (select from operator_account)
     returning token_hash`,
    [hashOf(token), LINK_DAYS],
  );
  return made.length === 1 ? linkUrl(publicUrl, token) : null;
}
