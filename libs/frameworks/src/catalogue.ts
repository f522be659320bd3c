import { readFileSync } from 'node:fs';
import { type ReadinessFramework } from './framework.js';
import { parseReadiness } from './parse.js';

/** The framework that figures of readiness are made of; answers to any other are kept apart from them. */
export const CORE_FRAMEWORK_ID = 'ai-scaling-readiness';

/** Published versions, oldest first. A version that an assessment may be pinned to is never taken off. */
const FILES = ['ai-scaling-readiness-1.yaml'];

const frameworks = FILES.map((file) =>
  parseReadiness(file, readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')),
);

/** One version of a built-in framework, the newest without `version`; null when there is none. */
export function framework(id: string, version?: number): ReadinessFramework | null {
  const isIt = (candidate: ReadinessFramework) =>
    candidate.id === id && (version === undefined || candidate.version === version);
  return frameworks.findLast(isIt) ?? null;
}

/** What a new assessment is pinned to: the newest version of the built-in framework. */
export function currentFramework(): ReadinessFramework {
  const newest = framework(CORE_FRAMEWORK_ID);
  if (!newest) throw new RangeError('The built-in framework is missing from the catalogue.');
  return newest;
}
