import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, Program } from '../support/processes.js';

const run = promisify(execFile);

let folder: string;
let env: Record<string, string>;
let url: string;
let workerUrl: string;
let running: Program | undefined;

/** What `npm start` becomes once everything is installed and built. */
async function start(extra: Record<string, string> = {}): Promise<Program> {
  const isReady = async () =>
    (await fetch(`${url}/health/ready`)).ok && (await fetch(`${workerUrl}/health/ready`)).ok;
  running = await Program.start('apps/standalone/dist/main.js', { ...env, ...extra }, isReady);
  return running;
}

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-start-'));
  await chmod(folder, 0o711);
  const [port, workerPort] = [await freePort(), await freePort()];
  url = `http://127.0.0.1:${port}`;
  workerUrl = `http://127.0.0.1:${workerPort}`;
  env = {
    PILOTAGE_DATA_DIR: folder,
    PILOTAGE_SAMPLE: 'off',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
  };
});

afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('serves the web app from an empty folder, and shows the first operator the way in', async () => {
    const launcher = await start();
    const page = await fetch(`${url}/portfolio`);
    expect(await page.text()).toContain('<title>Pilotage</title>');
    expect(launcher.said).toMatch(new RegExp(`first operator: ${url}/`));
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('prints a link for who forgot the password, and keeps it out of the logs', async () => {
    const [, token] = /first operator: \S+#(\S+)/.exec(running!.said)!;
    const email = 'ada@installation.example';
    const input = { token, name: 'Ada', email, password: 'three blind mice' };
    const accepted = await post('graphql', {
      query: 'mutation ($input: AcceptLinkInput!) { acceptLink(input: $input) { __typename } }',
      variables: { input },
    });
    expect(await accepted.json()).toEqual({ data: { acceptLink: { __typename: 'AcceptLinkSuccess' } } });

    const asked = await post('auth/request-password-reset', { email });
    expect(await asked.json()).toEqual({ isMailed: false });
    expect(running!.said).toContain('password_reset_not_mailed');
    expect(running!.said).not.toContain('reset-password#');

    const printed = await run(process.execPath, ['apps/standalone/dist/reset-link.js', email], {
      env: { PATH: process.env['PATH'], ...env },
    });
    const [link, resetToken] = /\S+\/reset-password#(\S+)/.exec(printed.stdout)!;
    expect(link).toContain(url);
    const reset = await post('auth/reset-password', { token: resetToken, newPassword: 'four calling birds' });
    expect(reset.status).toBe(200);
    expect((await post('auth/sign-in/email', { email, password: 'four calling birds' })).status).toBe(200);
  });

  it('refuses a second instance on the same data folder', async () => {
    const never = () => Promise.resolve(false);
    await expect(Program.start('apps/standalone/dist/main.js', env, never)).rejects.toThrow(
      /already runs on the data folder .*, as process \d+\. Stop that one/,
    );
  });

  it('refuses a port that is taken, and names the variable', async () => {
    const never = () => Promise.resolve(false);
    const other = { ...env, PILOTAGE_DATA_DIR: join(folder, 'other') };
    await expect(Program.start('apps/standalone/dist/main.js', other, never)).rejects.toThrow(
      /Port \d+ is taken by another program\. Stop it, or set PORT/,
    );
  });

  it('starts again after a kill -9, with the database that was left running', async () => {
    await running?.kill();
    await untilClosed(url);
    await untilClosed(workerUrl);
    const launcher = await start();
    expect(launcher.said).toContain('Took over the database');
  });

  it('leaves nothing behind when it is stopped', async () => {
    await running?.stop();
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    await expect(fetch(workerUrl)).rejects.toThrow('fetch failed');
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

/** api and worker notice the launcher's end by themselves. */
async function untilClosed(address: string): Promise<void> {
  while (
    await fetch(address).then(
      () => true,
      () => false,
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
}
