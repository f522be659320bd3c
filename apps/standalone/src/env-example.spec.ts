import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { configSchema } from '@pilotage/platform';
import { project } from './project.js';

/** What the launcher itself reads; see settings.ts and environment.ts. */
const launcherVariables = [
  'DATABASE_DIRECT_URL',
  'DATABASE_URL',
  'PILOTAGE_DATA_DIR',
  'PILOTAGE_SAMPLE',
  'WEB_PORT',
];

describe('.env.example', () => {
  it('has every variable, and no other', () => {
    const text = readFileSync(join(project, '.env.example'), 'utf8');
    const listed = [...text.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...Object.keys(configSchema.shape), ...launcherVariables].sort());
  });
});
