import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { calendarCalls } from '../fixtures/calls/calendar.js';
import { anyLists, emptyLists, type Lists } from '../fixtures/calls/calling.js';
import { comparisonCalls } from '../fixtures/calls/comparison.js';
import { financeCalls } from '../fixtures/calls/finance.js';
import { patternCalls } from '../fixtures/calls/patterns.js';
import { probabilityCalls } from '../fixtures/calls/probability.js';
import { scoringCalls } from '../fixtures/calls/scoring.js';
import { stageCalls } from '../fixtures/calls/stage.js';
import { survivalCalls } from '../fixtures/calls/survival.js';
import { trendCalls } from '../fixtures/calls/trend.js';
import * as analytics from './index.js';

const callsWith = (lists: Lists) => ({
  ...calendarCalls(lists),
  ...scoringCalls(lists),
  ...survivalCalls(lists),
  ...stageCalls(lists),
  ...trendCalls(lists),
  ...financeCalls(lists),
  ...comparisonCalls(lists),
  ...patternCalls(lists),
  ...probabilityCalls(),
});

/** Where in a result, however deep, a number stands that cannot be shown: NaN, an infinity or −0. */
function unshowable(value: unknown, path = 'result'): string[] {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path} = ${fc.stringify(value)}`];
  if (typeof value !== 'object' || value === null) return [];
  const parts = value instanceof Map || value instanceof Set ? [...value] : value;
  return Object.entries(parts).flatMap(([key, part]) => unshowable(part, `${path}.${key}`));
}

const isFunction = ([, value]: [string, unknown]) => typeof value === 'function';
const functions = Object.entries(analytics).filter(isFunction);
const constants = Object.entries(analytics).filter((entry) => !isFunction(entry));

describe('Every public function', () => {
  it('is called below; one that is added belongs into fixtures/calls', () => {
    expect(Object.keys(callsWith(anyLists)).sort()).toEqual(functions.map(([name]) => name).sort());
  });

  it('is found in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(functions.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(Object.entries(callsWith(anyLists)))('%s gives no NaN, no infinity and no −0', (_, calls) => {
    fc.assert(
      fc.property(calls, ({ run }) => {
        expect(unshowable(run())).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(callsWith(emptyLists)))('%s takes empty lists', (_, calls) => {
    fc.assert(
      fc.property(calls, ({ run }) => {
        expect(unshowable(run())).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('stands beside constants that can be shown', () => {
    expect(constants.length).toBeGreaterThan(10);
    expect(constants.flatMap(([name, value]) => unshowable(value, name))).toEqual([]);
  });
});
