import { createHash } from 'node:crypto';

/**
 * Canonical JSON in the manner of RFC 8785: keys in the order of their UTF-16 code units, numbers as ECMAScript writes
 * them, no white space. Absent values are left out of objects.
 *
 * @throws RangeError on a number that JSON cannot say
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = [];
  write(value, (part) => parts.push(part));
  return parts.join('');
}

/** SHA-256 over the canonical JSON, in hexadecimal; never holds the whole text, which can be hundreds of megabytes. */
export function digestOf(value: unknown): string {
  const hash = createHash('sha256');
  let waiting = '';
  write(value, (part) => {
    waiting += part;
    if (waiting.length < CHUNK) return;
    hash.update(waiting);
    waiting = '';
  });
  return hash.update(waiting).digest('hex');
}

const CHUNK = 65_536;

/** Figures agree when they agree to so many digits: what lies behind may depend on the order of additions. */
const SIGNIFICANT_DIGITS = 12;

/** The same value with its numbers rounded to twelve significant digits. */
export function rounded<Value>(value: Value): Value {
  if (typeof value === 'number') return Number(value.toPrecision(SIGNIFICANT_DIGITS)) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)])) as Value;
}

function write(value: unknown, emit: (part: string) => void): void {
  if (Array.isArray(value)) return writeList(value, emit);
  if (typeof value === 'object' && value !== null) return writeObject(value, emit);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON cannot say ${value}.`);
  emit(JSON.stringify(value) ?? 'null');
}

function writeList(list: readonly unknown[], emit: (part: string) => void): void {
  emit('[');
  for (const [index, item] of list.entries()) {
    if (index > 0) emit(',');
    write(item, emit);
  }
  emit(']');
}

function writeObject(value: object, emit: (part: string) => void): void {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // The default order of sort() is that of UTF-16 code units.
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  emit('{');
  for (const [index, [key, item]] of entries.entries()) {
    emit(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`);
    write(item, emit);
  }
  emit('}');
}
