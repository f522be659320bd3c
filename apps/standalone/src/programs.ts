import { join } from 'node:path';
import { readable } from './log-line.js';
import { startNode } from './node-process.js';
import { project } from './project.js';
import { type Settings } from './settings.js';
import { keepRunning, type Kept, type KeepTerms } from './supervisor.js';

interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly readyUrl: string;
}

/** api and worker (in development the web app's sources too), each ready; when one does not start, the others are stopped. */
export async function startPrograms(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  logFile: (name: string) => string,
  terms: KeepTerms,
): Promise<Kept[]> {
  const programs = settings.isDevelopment ? [...built(settings), vite(settings)] : built(settings);
  const starts = programs.map((program) => {
    const what = {
      ...program,
      environment,
      logFile: logFile(program.name),
      signal: terms.signal,
      onLine: (line: string) => {
        const text = readable(program.name, line);
        if (text !== null) terms.say(text);
      },
    };
    return keepRunning({ ...terms, name: program.name, start: () => startNode(what) });
  });
  const outcomes = await Promise.allSettled(starts);
  const running = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failure) return running;
  await Promise.all(running.map((program) => program.stop()));
  throw failure.reason;
}

function built(settings: Settings): Program[] {
  const ports = { api: settings.port, worker: settings.workerPort };
  return Object.entries(ports).map(([name, port]) => ({
    name,
    command: settings.isDevelopment
      ? // The sources as they are, in the resolution the libraries offer for it.
        [
          '--conditions=pilotage-source',
          '--import',
          join(project, 'scripts/typescript.mjs'),
          main(name, 'src/main.ts'),
        ]
      : ['--enable-source-maps', main(name, 'dist/main.js')],
    readyUrl: `http://${addressToAsk(settings.host)}:${port}/health/ready`,
  }));
}

function vite({ webPort }: Settings): Program {
  const script = join(project, 'node_modules/vite/bin/vite.js');
  return {
    name: 'web',
    command: [script, join(project, 'apps/web'), '--port', String(webPort), '--strictPort'],
    readyUrl: `http://127.0.0.1:${webPort}/`,
  };
}

function main(app: string, file: string): string {
  return join(project, 'apps', app, file);
}

/** Who listens everywhere is asked on loopback. */
function addressToAsk(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
