import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project, from apps/standalone/{src,dist} alike. */
export const project = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** What the user set in `.env`, where the environment says nothing else. */
export function loadEnvFile(): void {
  const file = join(project, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
