import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startNode, type NodeProcess } from './node-process.js';
import { freePort } from './ports.js';

let folder: string;
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotage-node-'));
  lines = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function program(source: string): Promise<NodeProcess> {
  const port = await freePort();
  const script = join(folder, 'program.mjs');
  await writeFile(script, source);
  return {
    name: 'api',
    command: [script],
    environment: { PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}/health/ready`,
    logFile: join(folder, 'api.log'),
    onLine: (line) => lines.push(line),
    signal: new AbortController().signal,
  };
}

const server = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => response.end('ok'));
  server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
`;

describe('startNode', () => {
  it('resolves when the program is ready, keeps its log, and lets it finish its work on stop', async () => {
    const what = await program(`${server}
      process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0); }, 100));`);
    const running = await startNode(what);
    await running.stop();
    expect(await running.ended).toBe('code 0');
    expect(lines).toEqual(['listening', 'finished']);
    expect(await readFile(what.logFile, 'utf8')).toBe('listening\nfinished\n');
  });

  it('passes on what a program that does not come up has to say', async () => {
    const what = await program(`throw new Error('AUTH_SECRET is missing');`);
    await expect(startNode(what)).rejects.toThrow(
      `The api did not start (code 1). Its log is ${what.logFile}.`,
    );
    expect(lines.join()).toContain('AUTH_SECRET is missing');
  });

  it('is told of a program that is killed', async () => {
    const what = await program(`${server} setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300);`);
    const running = await startNode(what);
    expect(await running.ended).toBe('signal SIGKILL');
  });

  it('gives up at once when all is stopped while it starts', async () => {
    const controller = new AbortController();
    const what = await program(`setInterval(() => undefined, 1000);`);
    setTimeout(() => controller.abort(), 200);
    await expect(startNode({ ...what, signal: controller.signal })).rejects.toThrow('The api did not start');
  });
});
