import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertNode, giveUp, install, project, toolEnvironment } from './prepare.mjs';
import { findBrowser, installTestPrograms } from './test-programs.mjs';

/**
 * `npm test`: sets itself up, then runs every check, the quick ones first, up to the first that fails.
 * `npm test -- lint unit` runs some of them.
 */
const results = join(project, '.cache', 'test');

const steps = {
  format: () =>
    run('prettier', '--check', '--cache', '--cache-location=.cache/prettier', '--log-level=warn', '.'),
  lint: () =>
    // Through Nx: it makes the project graph, without which the rule on import directions sees nothing.
    run('nx', 'run-many', '-t', 'lint', '--outputStyle=static') &&
    run(
      'eslint',
      '--max-warnings',
      '0',
      '--ignore-pattern',
      'test/lint-canary/*.ts',
      'scripts',
      'test',
      '*.mjs',
    ) &&
    run('node', 'test/lint-canary/check.mjs'),
  types: () => run('tsc', '-p', 'tsconfig.json') && run('tsc', '-p', 'apps/web/tsconfig.json'),
  build: () => run('nx', 'run-many', '-t', 'build', '--outputStyle=static'),
  unit: () => jest('unit', '--maxWorkers=100%'),
  integration: () => jest('integration', '--maxWorkers=100%'),
  // One after the other: each starts a whole system and measures times.
  'end-to-end': () => jest('end-to-end', '--runInBand'),
};

const environment = {
  ...toolEnvironment,
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
};

function run(command, ...args) {
  return spawnSync(command, args, { cwd: project, env: environment, stdio: 'inherit' }).status === 0;
}

function jest(kind, ...args) {
  return run('jest', '--ci', '--selectProjects', kind, '--json', `--outputFile=${resultsOf(kind)}`, ...args);
}

function resultsOf(kind) {
  return join(results, `${kind}.json`);
}

/** A file of specs that cannot even be loaded counts as one failed. */
function countsOf(kind) {
  try {
    const result = JSON.parse(readFileSync(resultsOf(kind), 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in steps));
if (unknown) giveUp(`There is no step "${unknown}"; the steps are ${Object.keys(steps).join(', ')}.`);
const chosen = Object.keys(steps).filter((name) => wanted.length === 0 || wanted.includes(name));

assertNode();
install();
if (chosen.includes('integration') || chosen.includes('end-to-end')) installTestPrograms();
environment.PILOTAGE_CHROMIUM = findBrowser();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let failed;
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const isOk = steps[name]();
  console.log(
    `== ${name}: ${isOk ? 'ok' : 'FAILED'} after ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  if (!isOk) {
    failed = name;
    break;
  }
}

const counts = chosen.map(countsOf);
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
if (failed) console.log(`\nThe step "${failed}" failed.`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = failed ? 1 : 0;
