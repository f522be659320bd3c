import { describe, expect, it } from '@jest/globals';
import {
  clusterBootstrap,
  cumulativeIncidence,
  kaplanMeier,
  PILOT_EXITS,
  type PilotExit,
  seededRandom,
  type Subject,
} from '../src/index.js';

/** Pilots with late entries and all three ends; `days` is "whole" for calendar days, of which many are equal. */
function pilots(count: number, days: 'whole' | 'all different'): Subject<PilotExit>[] {
  const random = seededRandom(20260629);
  return Array.from({ length: count }, () => {
    const entry = random() < 0.3 ? Math.floor(random() * 400) : 0;
    const stay = -500 * Math.log(1 - random());
    const exit = entry + (days === 'whole' ? 1 + Math.floor(Math.min(stay, 1500)) : stay);
    const end = Math.floor(random() * 5);
    return { entry, exit, cause: PILOT_EXITS[end] ?? null };
  });
}

/** Milliseconds of processor time, the best of five after a warm-up: what else runs on the machine hardly counts. */
function bestOfFive(work: () => unknown): number {
  work();
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

describe.each(['whole', 'all different'] as const)('Days %s', (days) => {
  it.each<[string, (subjects: Subject<PilotExit>[]) => { readonly kind: string }]>([
    ['Kaplan-Meier with variance', (subjects) => kaplanMeier(subjects)],
    ['Aalen-Johansen, three causes with variances', (subjects) => cumulativeIncidence(subjects, PILOT_EXITS)],
  ])('%s', (name, estimate) => {
    const [few, many] = [pilots(10_000, days), pilots(100_000, days)];
    for (const subjects of [few, many]) expect(estimate(subjects).kind).not.toBe('unavailable');
    const [short, long] = [bestOfFive(() => estimate(few)), bestOfFive(() => estimate(many))];
    say(
      `${name}, days ${days}: ${short.toFixed(1)} ms for 10,000, ${long.toFixed(1)} ms for 100,000, ` +
        `${(long / short).toFixed(1)} times for ten times as many`,
    );
  });
});

it('Bootstrap of 2,000 replicates over 1,000 initiatives', () => {
  const random = seededRandom(7);
  const initiatives = Array.from({ length: 1000 }, (_, id) => ({ key: String(id), value: random() }));
  const mean = (sample: readonly { value: number }[]) =>
    sample.reduce((sum, { value }) => sum + value, 0) / sample.length;
  for (const method of ['percentile', 'bca'] as const) {
    const intervalOf = (clusters: typeof initiatives) =>
      clusterBootstrap(clusters, mean, { keyOf: ({ key }) => key, seed: 1, method });
    expect(intervalOf(initiatives).kind).toBe('interval');
    const [short, long] = [
      bestOfFive(() => intervalOf(initiatives.slice(0, 100))),
      bestOfFive(() => intervalOf(initiatives)),
    ];
    say(
      `Bootstrap (${method}) of 2,000: ${short.toFixed(0)} ms for 100 initiatives, ${long.toFixed(0)} ms for 1,000, ` +
        `${(long / short).toFixed(1)} times for ten times as many`,
    );
  }
});
