import { launch, type Launched } from './launch.js';
import { loadEnvFile } from './project.js';
import { readSettings, type Settings } from './settings.js';
import { StartupProblem } from './startup-problem.js';
import { watchSources } from './watch.js';

const say = (line: string): void => console.log(line);
const stopping = new AbortController();
const stops: (() => Promise<unknown> | void)[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return;
    say('Stopping; nothing is lost.');
    stopping.abort();
  });
}
// The terminal may be gone before we are.
process.stdout.on('error', () => undefined);

try {
  loadEnvFile();
  const settings = readSettings(process.env, process.argv.slice(2));
  const terms = { say, signal: stopping.signal, endsPerMinute: settings.isDevelopment ? Infinity : 5 };
  const launched = await launch(settings, terms, stops);
  if (settings.isDevelopment) {
    const server = launched.programs.filter(({ name }) => name !== 'web');
    watchSources(() => server.forEach((program) => void program.restart()));
  }
  welcome(settings, launched);
  await Promise.race([launched.failed, abortOf(stopping.signal)]);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof StartupProblem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
stopping.abort();
for (const stop of stops.reverse()) await stop();
process.exit();

function welcome(settings: Settings, { logins }: Launched): void {
  say(`\nPilotage is ready: ${settings.publicUrl}`);
  for (const { email, password, shows } of logins) say(`  ${email}  ${password}  (${shows})`);
  say('Ctrl-C stops it.\n');
}

/** Whoever is told to stop while the last part starts must not wait for another signal. */
function abortOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
