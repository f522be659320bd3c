import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const AUTOCANNON = fileURLToPath(new URL('../../node_modules/autocannon/autocannon.js', import.meta.url));
const CONNECTIONS = 16;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);

/** A server that answers the same question as others. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Says something on the terminal; a bench is read, not only passed. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const machine = (): string =>
  `load of the machine ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`;

/** Requests per second of each contender in each round; the rounds are interleaved, so that they share the weather. */
export async function race(contenders: readonly Contender[]): Promise<Map<string, number[]>> {
  for (const contender of contenders) await shoot(contender, 2);
  const rates = new Map(contenders.map(({ name }): [string, number[]] => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const contender of contenders) rates.get(contender.name)!.push(await shoot(contender, SECONDS));
  }
  return rates;
}

/** A process of its own, so that it does not share an event loop with what it measures. */
async function shoot({ name, url, headers, body }: Contender, seconds: number): Promise<number> {
  const lines = Object.entries(headers).flatMap(([key, value]) => ['-H', `${key}=${value}`]);
  const args = ['-j', '-n', '-c', String(CONNECTIONS), '-d', String(seconds), '-m', 'POST', '-b', body];
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...args, ...lines, url], {
    maxBuffer: 1e7,
  });
  const result = JSON.parse(stdout) as { requests: { average: number }; non2xx: number; errors: number };
  if (result.non2xx + result.errors > 0) throw new Error(`${name}: ${stdout}`);
  return result.requests.average;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const best = (values: readonly number[]): number => Math.max(...values);

/** The least value that a share of all do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export interface Ratio {
  readonly median: number;
  readonly best: number;
}

/** Of each round's rates, and of the best of each. */
export function ratio(rates: ReadonlyMap<string, readonly number[]>, of: string, to: string): Ratio {
  const [above, below] = [rates.get(of)!, rates.get(to)!];
  return {
    median: median(above.map((rate, round) => rate / below[round]!)),
    best: best(above) / best(below),
  };
}

/** How long each of many calls took, one after the other, in milliseconds. */
export async function timesOf(count: number, call: () => Promise<unknown>): Promise<number[]> {
  for (let warm = 0; warm < 5; warm += 1) await call();
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return times;
}

export const inWords = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms (n ${times.length})`;
