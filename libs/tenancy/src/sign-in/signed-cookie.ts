import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNED = /^([\w-]+)\.((?:[\w+/=-]|%2B|%2F|%3D)+)$/;

/**
 * The token in a cookie as better-auth signs it, `token.base64(HMAC-SHA256(secret, token))` in URL encoding; null
 * when there is none or the signature is not ours.
 */
export function signedToken(cookieHeader: string, name: string, secret: string): string | null {
  const value = cookieHeader
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const [, token, signature] = SIGNED.exec(value ?? '') ?? [];
  if (!token || !signature) return null;
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(decodeURIComponent(signature), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
