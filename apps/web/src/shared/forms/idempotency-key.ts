import { useState } from 'react';

/**
 * 128 random bits as hex. Not `crypto.randomUUID`, which browsers offer on https and localhost only;
 * an installation inside a company may be plain http.
 */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * The key of one opening of a form: however often its button is pressed, the server does the work once.
 * Call `renew` after a success when the form stays open for the next entry, and after a refusal that was put right.
 */
export function useIdempotencyKey(): { readonly key: string; readonly renew: () => void } {
  const [key, setKey] = useState(randomKey);
  return { key, renew: () => setKey(randomKey()) };
}
