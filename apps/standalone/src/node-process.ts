import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Running } from './running.js';
import { reasonOf, StartupProblem } from './startup-problem.js';

export interface NodeProcess {
  readonly name: string;
  /** Node's flags, the script, and its own arguments. */
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Answers 200 once it can work. */
  readonly readyUrl: string;
  readonly logFile: string;
  /** Gets each line it writes. */
  readonly onLine: (line: string) => void;
  /** Aborted while it starts, it is stopped and the start fails. */
  readonly signal: AbortSignal;
}

const readyWithinMs = 60_000;
const stopsWithinMs = 20_000;
const stopWithParent = new URL('../../../scripts/stop-with-parent.mjs', import.meta.url).href;

/** Starts one of our programs; resolves when it is ready. It ends when we do, however we end. */
export async function startNode(what: NodeProcess): Promise<Running> {
  const child = spawn(process.execPath, ['--import', stopWithParent, ...what.command], {
    env: what.environment,
    // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which stops its parts in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(reasonOf(error)));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  let isRunning = true;
  void ended.then(() => (isRunning = false));

  const log = createWriteStream(what.logFile, { flags: 'a', mode: 0o600 });
  for (const input of [child.stdout!, child.stderr!]) {
    createInterface({ input }).on('line', (line) => {
      log.write(`${line}\n`);
      what.onLine(line);
    });
  }
  void ended.then(() => log.end());

  const stop = async (): Promise<void> => {
    if (isRunning) child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
    await ended;
    clearTimeout(kill);
  };

  const deadline = Date.now() + readyWithinMs;
  while (!(await answers(what.readyUrl))) {
    if (isRunning && !what.signal.aborted && Date.now() < deadline) await sleep(50);
    else {
      const how = isRunning ? `not ready within ${readyWithinMs / 1000} seconds` : await ended;
      await stop();
      throw new StartupProblem(`The ${what.name} did not start (${how}). Its log is ${what.logFile}.`);
    }
  }
  return { ended, stop };
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok;
    },
    () => false,
  );
}
