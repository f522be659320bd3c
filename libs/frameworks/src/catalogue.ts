import { readFileSync } from 'node:fs';
import { type Framework } from './framework.js';
import { parseFramework } from './parse.js';

/** Published versions, oldest first. A version that an assessment may be pinned to is never taken off. */
const FILES = ['ai-scaling-readiness-1.yaml'];

const frameworks = FILES.map((file) =>
  parseFramework(file, readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')),
);

/** One version of a framework, the newest without `version`; null when there is none. */
export function framework(id: string, version?: number): Framework | null {
  const isIt = (candidate: Framework) =>
    candidate.id === id && (version === undefined || candidate.version === version);
  return frameworks.findLast(isIt) ?? null;
}

/** What a new assessment is pinned to: the newest version of the built-in framework. */
export function currentFramework(): Framework {
  const newest = framework('ai-scaling-readiness');
  if (!newest) throw new RangeError('The built-in framework is missing from the catalogue.');
  return newest;
}
