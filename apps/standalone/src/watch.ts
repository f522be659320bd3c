import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.js';

const quietMs = 150;

/**
 * Calls back once after each burst of changes to sources of the server; Vite looks after the web app itself. Watches each
 * folder on its own: Node's recursive watch loses sight of files that an editor replaces instead of writing into.
 */
export function watchSources(onChange: () => void): void {
  const watched = new Set<string>();
  let burst: NodeJS.Timeout | undefined;

  function watchFolder(folder: string): void {
    if (!watched.has(folder)) {
      watched.add(folder);
      watch(folder, (_event, name) => changed(name ?? '')).on('error', () => watched.delete(folder));
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory() && !['dist', 'node_modules'].includes(entry.name))
        watchFolder(join(folder, entry.name));
    }
  }

  function changed(name: string): void {
    const isSource = /\.(ts|yaml)$/.test(name) && !/\.spec\.ts$/.test(name);
    const mayBeFolder = !name.includes('.');
    if (!isSource && !mayBeFolder) return;
    clearTimeout(burst);
    burst = setTimeout(() => {
      if (mayBeFolder) roots.forEach(watchFolder);
      onChange();
    }, quietMs);
  }

  const roots = ['apps/api/src', 'apps/worker/src', 'libs'].map((folder) => join(project, folder));
  roots.forEach(watchFolder);
}
