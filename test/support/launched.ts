import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, Program } from './processes.js';

/** What `npm start` becomes once everything is installed and built, on a data folder of its own. */
export class Launched {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly program: Program,
  ) {}

  static async start(extra: Record<string, string> = {}): Promise<Launched> {
    const folder = await mkdtemp(join(tmpdir(), 'pilotage-launched-'));
    await chmod(folder, 0o711);
    const [port, workerPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const isReady = async (): Promise<boolean> =>
      (await fetch(`${url}/health/ready`)).ok &&
      (await fetch(`http://127.0.0.1:${workerPort}/health/ready`)).ok;
    const env = { PILOTAGE_DATA_DIR: folder, PORT: String(port), WORKER_PORT: String(workerPort), ...extra };
    const program = await Program.start('apps/standalone/dist/main.js', env, isReady);
    return new Launched(url, folder, program);
  }

  /** The sample's logins, as the launcher prints them. */
  passwordOf(email: string): string {
    const [, password] = new RegExp(`${email}\\s+(\\S+)`).exec(this.program.said) ?? [];
    if (!password) throw new Error(`No login of ${email} was printed:\n${this.program.said}`);
    return password;
  }

  async stop(): Promise<void> {
    await this.program.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
