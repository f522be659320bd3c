import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDataFolder } from './instance-lock.js';
import { assertPortFree, freePort } from './ports.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another launcher, as far as the lock goes. */
async function otherHolder(): Promise<ChildProcess> {
  const script = `
    import { DatabaseSync } from 'node:sqlite';
    import { writeFileSync } from 'node:fs';
    globalThis.held = new DatabaseSync(process.argv[1] + '/launcher.lock');
    held.exec('begin exclusive');
    writeFileSync(process.argv[1] + '/launcher.pid', String(process.pid));
    console.log('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout!, 'data');
  return child;
}

describe('lockDataFolder', () => {
  it('names the process that holds the folder, and what to do', async () => {
    const holder = await otherHolder();
    expect(() => lockDataFolder(folder)).toThrow(
      new RegExp(`as process ${holder.pid}\\. Stop that one, or set PILOTAGE`),
    );
    holder.kill();
    await once(holder, 'exit');
  });

  it('takes over what a kill -9 left', async () => {
    const holder = await otherHolder();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(`as process ${process.pid}.`);
    lock.release();
  });

  it('is free again after its release', () => {
    lockDataFolder(folder).release();
    const again = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(/already runs/);
    again.release();
  });
});

describe('assertPortFree', () => {
  it('says which variable to set when another program has the port', async () => {
    const taker = createServer().listen(0, '127.0.0.1');
    await once(taker, 'listening');
    const { port } = taker.address() as AddressInfo;
    const outcome = await assertPortFree('PORT', '127.0.0.1', port).catch(String);
    await new Promise((resolve) => taker.close(resolve));
    expect(outcome).toContain(
      `Port ${port} is taken by another program. Stop it, or set PORT to another port, for example: PORT=${port + 10} npm start`,
    );
  });

  it('says which variable to set when the address is not ours', async () => {
    await expect(assertPortFree('PORT', '192.0.2.1', 4400)).rejects.toThrow(
      /EADDRNOTAVAIL.* Set HOST and PORT/,
    );
  });

  it('has nothing against a free port', async () => {
    await expect(assertPortFree('PORT', '127.0.0.1', await freePort())).resolves.toBeUndefined();
  });
});
