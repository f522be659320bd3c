import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A process under test, and what it said. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: string[],
  ) {}

  /** Starts `node <script>` of the project and waits until `isReady`. */
  static async start(
    script: string,
    env: Record<string, string>,
    isReady: () => Promise<boolean>,
  ): Promise<Program> {
    const child = spawn(process.execPath, [script], {
      cwd: PROJECT,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => lines.push(String(data)));
    const program = new Program(child, lines);
    for (let i = 0; i < 2_400; i += 1) {
      if (child.exitCode !== null) break;
      if (await isReady().catch(() => false)) return program;
      await sleep(50);
    }
    await program.stop();
    throw new Error(`${script} did not get ready:\n${program.said}`);
  }

  get pid(): number {
    return this.child.pid!;
  }

  get said(): string {
    return this.lines.join('');
  }

  /** Asks it to stop, and waits. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Ends it in the middle of whatever it does. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

/** Redis of a spec's own, without a file. */
export async function startRedis(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of redis.stdout) if (String(line).includes('Ready to accept')) break;
  return { url: `redis://127.0.0.1:${port}`, stop: () => void redis.kill() };
}
