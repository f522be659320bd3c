import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  GlobalDatabase,
  type Config,
  type MemberId,
  type TenantId,
  type TenantTx,
} from '@pilotage/platform';
import { hashOf, LINK_DAYS, linkUrl, newToken, type Link } from './link-token.js';

/** Runs a statement and gives its rows: a tenant's transaction, or one of the global databases. */
type Query = <R extends object>(sql: string, params: readonly unknown[]) => Promise<R[]>;

/** One-time links. They are told once, when made; afterwards only their hash is known. */
@Injectable()
export class LinkService {
  constructor(
    private readonly global: GlobalDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Links by which invited members take their seats, in the order given. Earlier ones stay good. */
  async invite(tx: TenantTx, memberIds: readonly MemberId[]): Promise<string[]> {
    const tokens = memberIds.map(newToken);
    await tx.query(
      `insert into link_token (token_hash, kind, tenant_id, subject_id, expires_at)
       select l.hash, 'INVITATION', $1, l.member_id, now() + make_interval(days => $2)
         from unnest($3::text[], $4::uuid[]) as l(hash, member_id)`,
      [tx.ctx.tenantId, LINK_DAYS, tokens.map(hashOf), memberIds],
    );
    return tokens.map((token) => linkUrl(this.config.PUBLIC_URL, token));
  }

  async find(token: string): Promise<Link | null> {
    const [row] = await this.global.query<{
      kind: Link['kind'];
      tenantId: TenantId;
      memberId: MemberId;
      isOpen: boolean;
    }>(
      `select kind, tenant_id as "tenantId", subject_id as "memberId",
              used_at is null and expires_at > now() as "isOpen"
         from link_token where token_hash = $1`,
      [hashOf(token)],
    );
    if (!row) return null;
    const { kind, tenantId, memberId, isOpen } = row;
    return kind === 'INVITATION' ? { kind, tenantId, memberId, isOpen } : { kind, isOpen };
  }

  /** True for exactly one caller per token: the row is locked until the transaction of `query` ends. */
  async use(query: Query, token: string): Promise<boolean> {
    const used = await query(
      `update link_token set used_at = now()
        where token_hash = $1 and used_at is null and expires_at > now() returning token_hash`,
      [hashOf(token)],
    );
    return used.length === 1;
  }
}
