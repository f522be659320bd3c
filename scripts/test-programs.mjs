// Like prepare.mjs, runs on the Node of the machine.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp } from './prepare.mjs';

/** A Chromium for the tests in the browser: `PILOTAGE_CHROMIUM`, else the first on the path. */
export function findBrowser() {
  return process.env.PILOTAGE_CHROMIUM || find('chromium', 'chromium-browser', 'google-chrome');
}

/** Chromium and Redis, which npm does not bring: installed where we may, else asked for. */
export function installTestPrograms() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && find('apt-get')) {
    console.log(`Installing ${missing.join(' and ')} for the tests (once) ...`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  }
  const still = missingPackages();
  if (still.length === 0) return;
  giveUp(
    `The tests need ${still.join(' and ')}. Install them first, on Debian or Ubuntu with: ` +
      `sudo apt-get install ${still.join(' ')}. (PILOTAGE_CHROMIUM may name a Chromium or Chrome outside the path.)`,
  );
}

function missingPackages() {
  const needed = { chromium: findBrowser(), 'redis-server': find('redis-server') };
  return Object.keys(needed).filter((name) => !needed[name]);
}

function apt(...args) {
  // RUNLEVEL=1: the packages shall not start services, we start our own Redis.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function find(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
