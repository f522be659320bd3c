// Runs on the Node of the machine, before anything is installed: no dependencies, nothing newer than Node 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';
const modules = join(project, 'node_modules');
const pinnedNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** The environment in which `node`, and every tool, is the one of this project. */
export const toolEnvironment = {
  ...process.env,
  PATH: join(modules, '.bin') + delimiter + process.env.PATH,
  NX_DAEMON: 'false',
};

/** Ends with a message when it makes no sense to go on. */
export function giveUp(message, code = 1) {
  console.error(`\n${message}`);
  process.exit(code);
}

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(
    `Pilotage needs Node 20.19 or later to start with, and this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org.',
  );
}

/**
 * Installs what package-lock.json says, when that is not what is there. Not by `npm ci`: it refuses a lock file without the
 * packages for other systems, which is what npm writes where its registry does not carry them.
 */
export function install() {
  if (isInstalled()) return;
  console.log('Installing the packages (once, and after an upgrade) ...');
  // Run by npm, we know its file; the Node it runs on outlives the node_modules that are about to be replaced.
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [command, ...args] = node && npm ? [node, npm] : [isWindows ? 'npm.cmd' : 'npm'];
  const result = spawnSync(
    command,
    [...args, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: project,
      stdio: 'inherit',
      shell: command.endsWith('.cmd'),
    },
  );
  if (result.status !== 0)
    giveUp('The packages could not be installed; npm says why above.', result.status ?? 1);
}

function isInstalled() {
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record) || !existsSync(pinnedNode)) return false;
  const wanted = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (!path.includes('node_modules') || link) return true;
    const found = installed[path];
    // What is meant for other systems is left out.
    return found ? found.version === version : optional || devOptional;
  });
}

/** Builds what changed since the last time. */
export function build() {
  const stamp = join(project, '.cache', 'built');
  const state = stateOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  console.log('Building (once, and after changes) ...');
  const nx = join(modules, 'nx', 'dist', 'bin', 'nx.js');
  const result = spawnSync(pinnedNode, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
    cwd: project,
    env: toolEnvironment,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (result.status !== 0) giveUp(`${result.stdout}${result.stderr}\nThe build failed.`, result.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
}

/** Changes when a source does, or when something built was deleted; looks at times and sizes, since it runs at every start. */
function stateOfSources() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const status = statSync(path);
    if (!status.isDirectory()) return hash.update(`${path} ${status.mtimeMs} ${status.size}\n`);
    const names = readdirSync(path).filter((name) => name !== 'node_modules');
    hash.update(`${path} ${names.includes('dist') ? 'built' : ''}\n`);
    for (const name of names.sort()) if (name !== 'dist') visit(join(path, name));
  };
  for (const name of ['apps', 'libs', '.swcrc', 'nx.json', 'package-lock.json']) visit(join(project, name));
  return hash.digest('hex');
}

/** Becomes the launcher, as far as one process can become another: same terminal, same signals, same end. */
export function becomeLauncher(...args) {
  const preload = ['--import', new URL('./stop-with-parent.mjs', import.meta.url).href];
  const main = join(project, 'apps', 'standalone', 'dist', 'main.js');
  const launcher = spawn(pinnedNode, [...preload, main, ...args, ...process.argv.slice(2)], {
    cwd: project,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal));
  // A shell stands between npm and us, and it passes no signal on: told to stop, npm ends it and we are left.
  const parent = process.ppid;
  const isOrphan = () => process.env.npm_lifecycle_event && process.ppid !== parent;
  setInterval(() => isOrphan() && launcher.kill('SIGTERM'), 300).unref();
  launcher.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
