import { describe, expect, it } from '@jest/globals';
import { type Running } from './running.js';
import { keepRunning, type Kept } from './supervisor.js';

/** A process in name only: it runs until the test ends it or it is stopped. */
class Fake implements Running {
  static readonly all: Fake[] = [];
  readonly ended: Promise<string>;
  end: (how: string) => void = () => undefined;

  constructor() {
    this.ended = new Promise((resolve) => (this.end = resolve));
    Fake.all.push(this);
  }

  stop(): Promise<void> {
    this.end('code 0');
    return Promise.resolve();
  }
}

async function keep(endsPerMinute = 3): Promise<{ kept: Kept; said: string[]; abort: () => void }> {
  Fake.all.length = 0;
  const said: string[] = [];
  const controller = new AbortController();
  const kept = await keepRunning({
    name: 'worker',
    start: () => Promise.resolve(new Fake()),
    say: (line) => said.push(line),
    endsPerMinute,
    signal: controller.signal,
  });
  kept.failed.catch(() => undefined);
  return { kept, said, abort: () => controller.abort() };
}

async function starts(count: number): Promise<void> {
  while (Fake.all.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('keepRunning', () => {
  it('starts again what ended by itself, and says so', async () => {
    const { said } = await keep();
    Fake.all[0]?.end('signal SIGKILL');
    await starts(2);
    expect(said).toEqual(['The worker ended (signal SIGKILL); starting it again.']);
  });

  it('gives up after too many ends within a minute', async () => {
    const { kept } = await keep(1);
    Fake.all[0]?.end('code 1');
    await starts(2);
    Fake.all[1]?.end('code 2');
    await expect(kept.failed).rejects.toThrow(
      'The worker ended 2 times within a minute, the last time by code 2.',
    );
  });

  it('restarts at once when asked, without counting it as an end', async () => {
    const { kept, said } = await keep(0);
    await kept.restart();
    await starts(2);
    expect(said).toEqual([]);
  });

  it.each(['it', 'all'])('lets it end when %s is stopped', async (what) => {
    const { kept, abort } = await keep();
    if (what === 'all') {
      abort();
      Fake.all[0]?.end('code 0');
    } else await kept.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(Fake.all).toHaveLength(1);
  });
});
