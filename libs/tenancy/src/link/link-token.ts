import { createHash, randomBytes } from 'node:crypto';
import type { MemberId, TenantId } from '@pilotage/platform';

/** 256 random bits; not a UUID, which is no secret. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const LINK_DAYS = 14;

/** Where a link leads. The token is in the fragment, which browsers send to nobody: no log, no referrer. */
export const linkUrl = (publicUrl: string, token: string): string =>
  `${new URL(publicUrl).origin}/link#${token}`;

export const resetUrl = (publicUrl: string, token: string): string =>
  `${new URL(publicUrl).origin}/reset-password#${token}`;

interface LinkState {
  /** Neither used nor past its time. */
  readonly isOpen: boolean;
}

/** A link as found by its token. */
export type Link =
  | (LinkState & { kind: 'INVITATION'; tenantId: TenantId; memberId: MemberId })
  | (LinkState & { kind: 'OPERATOR_SETUP' });
