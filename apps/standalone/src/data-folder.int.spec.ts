import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseDataFolder, openDataFolder } from './data-folder.js';
import { loadSecrets } from './secrets.js';

let folder: string;
const other = { uid: 65_533, gid: 65_533 };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-folder-'));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('chooseDataFolder', () => {
  it('stays in the project where the database can', async () => {
    expect(await chooseDataFolder(folder, undefined, null)).toBe(join(folder, '.data'));
    expect(await chooseDataFolder(folder, undefined, other)).toBe(join(folder, '.data'));
  });

  it('leaves a private home, to a folder of this project alone', async () => {
    await chmod(folder, 0o700);
    const [here, there] = [join(folder, 'pilotage'), join(folder, 'second', 'pilotage')];
    await mkdir(here);
    await mkdir(there, { recursive: true });
    const chosen = await chooseDataFolder(here, undefined, other);
    expect(chosen).toMatch(/^\/var\/lib\/pilotage\/pilotage-[0-9a-f]{8}$/);
    expect(await chooseDataFolder(there, undefined, other)).not.toBe(chosen);
  });

  it('does as PILOTAGE_DATA_DIR says', async () => {
    expect(await chooseDataFolder(folder, '/srv/data', null)).toBe('/srv/data');
  });
});

describe('openDataFolder', () => {
  it('makes a folder that others cannot look into', async () => {
    await openDataFolder(join(folder, 'new', 'data'), null);
    expect((await stat(join(folder, 'new', 'data'))).mode & 0o777).toBe(0o700);
  });

  it('says what to do where nothing can be written', async () => {
    // Root may write anywhere but into what is no folder at all.
    await writeFile(join(folder, 'file'), '');
    await expect(openDataFolder(join(folder, 'file', 'data'), null)).rejects.toThrow(
      /cannot be written \(ENOTDIR\)\. Make it writable, or set PILOTAGE_DATA_DIR/,
    );
  });

  it('says what to do where the database cannot get in', async () => {
    await chmod(folder, 0o700);
    await expect(openDataFolder(join(folder, 'data'), other)).rejects.toThrow(
      /Set PILOTAGE_DATA_DIR to a folder outside/,
    );
  });
});

describe('loadSecrets', () => {
  it('makes each secret once, in a file for its owner alone', async () => {
    const first = await loadSecrets(folder, ['auth']);
    const second = await loadSecrets(folder, ['auth', 'queue']);
    expect(second.auth).toBe(first.auth);
    expect(Buffer.from(second.queue, 'base64url')).toHaveLength(32);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toContain(first.auth);
  });

  it('does not make new ones for a database that knows the old ones', async () => {
    await mkdir(join(folder, 'postgres'));
    await expect(loadSecrets(folder, ['auth'])).rejects.toThrow(/secrets\.json is missing/);
  });
});
