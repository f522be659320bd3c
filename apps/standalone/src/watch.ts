import { watch } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.js';

const quietMs = 150;

/** Calls back once after each burst of changes to sources of the server; Vite looks after the web app itself. */
export function watchSources(onChange: () => void): void {
  let burst: NodeJS.Timeout | undefined;
  for (const folder of ['apps/api', 'apps/worker', 'libs']) {
    watch(join(project, folder), { recursive: true }, (_event, file) => {
      if (!file || !/\bsrc\b.*\.(ts|yaml)$/.test(file) || /\.spec\.ts$/.test(file)) return;
      clearTimeout(burst);
      burst = setTimeout(onChange, quietMs);
    });
  }
}
