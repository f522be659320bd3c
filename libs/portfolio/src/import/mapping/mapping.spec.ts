import { describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import type { z } from 'zod';
import { importMapping } from './mapping.js';
import { checkMapping } from './mapping.rules.js';

type Change = Partial<z.input<typeof importMapping>>;

const columns = ['Name', 'Stage', 'Since'].map((header, index) => ({
  index,
  header,
  samples: [],
  filled: 1,
}));
const mapping = importMapping.parse({
  identity: [0],
  name: 0,
  stage: 1,
  stageValues: [{ value: 'Live', stage: 'PRODUCTION' }],
  dateFormat: 'M/D/YYYY',
  dates: [{ column: 2, stage: 'PRODUCTION' }],
  keepOthersAsAttributes: true,
  asOfOn: day('2024-12-16'),
  completeSince: null,
  livingOnly: true,
});
const problemOf = (change: Change): unknown =>
  checkMapping(importMapping.parse({ ...mapping, ...change }), columns, day('2025-06-30'));

describe('a mapping', () => {
  it('is accepted when it fits the file', () => {
    expect(checkMapping(mapping, columns, day('2025-06-30'))).toBeNull();
    const spelt = { value: 'Live\u00a0', stage: 'PRODUCTION' as const };
    expect(problemOf({ stageValues: [...mapping.stageValues, spelt] })).toBeNull();
  });

  it.each([
    ['a missing column', { unit: 7 }, ['unit'], /There is no column 7: the file has 3 columns, from 0 to 2/],
    ['a missing identity column', { identity: [0, 9] }, ['identity', '1'], /no column 9/],
    [
      'a missing date column',
      { dates: [{ column: 3, stage: 'PILOT' }] },
      ['dates', '0', 'column'],
      /no column 3/,
    ],
    ['no identity', { identity: [] }, ['identity'], /at least one/],
    ['an identity column twice', { identity: [1, 1] }, ['identity'], /twice/],
    ['stage values without column', { stage: null }, ['stage'], /Choose the column/],
    ['a stage column without values', { stageValues: [] }, ['stageValues'], /for each value/],
    [
      'a stage value of two stages',
      { stageValues: [...mapping.stageValues, { value: ' Live', stage: null }] },
      ['stageValues', '1'],
      /"Live" is mapped to two stages/,
    ],
    [
      'a day of the stage that rows name, and no column of it',
      { stage: null, stageValues: [], dates: [{ column: 2, stage: 'PILOT', isOfNamedStage: true }] },
      ['stage'],
      /no column names one/,
    ],
    [
      'two columns of the day of the stage that rows name',
      {
        dates: [
          { column: 2, stage: 'PILOT', isOfNamedStage: true },
          { column: 1, stage: 'PRODUCTION', isOfNamedStage: true },
        ],
      },
      ['dates', '1', 'column'],
      /Keep one/,
    ],
    [
      'a stage value whose rows are skipped and have a stage',
      { stageValues: [{ value: 'Live', stage: 'PRODUCTION', isRowSkipped: true }] },
      ['stageValues', '0'],
      /Choose one/,
    ],
    [
      'a stage value whose rows are skipped and are not',
      { stageValues: [...mapping.stageValues, { value: 'Live ', isRowSkipped: true }] },
      ['stageValues', '1'],
      /mapped to two stages/,
    ],
    [
      'two dates of one stage',
      { dates: [...mapping.dates, { column: 1, stage: 'PRODUCTION' }] },
      ['dates', '1', 'stage'],
      /Keep one/,
    ],
    ['dates without format', { dateFormat: null }, ['dateFormat'], /never guessed/],
    ['a two-digit year', { dateFormat: 'D.M.YY' }, ['dateFormat'], /four digits/],
    [
      'a two-digit year in a column',
      { dates: [{ column: 2, stage: 'PILOT', format: 'YY' }] },
      ['dates', '0', 'format'],
      /four digits/,
    ],
    [
      'a repair twice',
      {
        repairs: ['USE', 'LEAVE_OUT'].map((choice) => ({ code: 'DATE_FISCAL', choice })) as Change['repairs'],
      },
      ['repairs', '1'],
      /repaired twice/,
    ],
    [
      'a repair that cannot be',
      { repairs: [{ code: 'DATE_DAY_OR_YEAR', choice: 'USE' }] },
      ['repairs', '0', 'choice'],
      /Choose LEAVE_OUT or AS_MONTH or AS_DAY/,
    ],
    [
      'kinds without column',
      { kindValues: [{ value: 'NLP', kind: 'LANGUAGE' }] },
      ['kind'],
      /Choose the column/,
    ],
    [
      'a kind of two meanings',
      {
        kind: 1,
        kindValues: [
          { value: 'NLP', kind: 'LANGUAGE' },
          { value: 'NLP ', kind: null },
        ],
      },
      ['kindValues', '1'],
      /two kinds/,
    ],
    [
      'a rule over a missing column',
      {
        stageRules: [
          { when: { column: 1, values: ['Gone'] }, and: { column: 8, is: 'FILLED' }, stage: 'ENDED' },
        ],
      },
      ['stageRules', '0', 'and', 'column'],
      /no column 8/,
    ],
    [
      'a reason without an end',
      { stageRules: [{ when: { column: 1, values: ['Gone'] }, stage: 'PILOT', reason: 'why' }] },
      ['stageRules', '0', 'reason'],
      /with an end only/,
    ],
    ['facts of the future', { asOfOn: day('2025-07-01') }, ['asOfOn'], /today is 2025-06-30/],
    ['facts of long ago', { asOfOn: day('1969-07-01') }, ['asOfOn'], /1970/],
    ['no answer on stopped ones', { livingOnly: false }, ['completeSince'], /Say since which day/],
    ['both answers', { completeSince: day('2024-01-01') }, ['completeSince'], /one of the two/],
    [
      'complete since after the file',
      { livingOnly: false, completeSince: day('2025-01-01') },
      ['completeSince'],
      /must not lie after/,
    ],
  ] satisfies [string, Change, string[], RegExp][])(
    'is refused with %s, naming the field and the fix',
    (_, change, path, message) => {
      expect(problemOf(change)).toEqual({
        path: ['mapping', ...path],
        message: expect.stringMatching(message),
      });
    },
  );

  it('of an earlier release means what it meant', () => {
    expect(mapping).toMatchObject({
      emptyValues: ['n/a', 'na', 'none', 'null', '-'],
      dates: [{ firstOfMonth: 'DAY' }],
      stageRules: [],
      kindValues: [],
      repairs: [],
      sameDay: 'COUNT',
    });
  });

  it('may name the format of each column instead of one for all', () => {
    const dates: Change['dates'] = [{ column: 2, stage: 'PRODUCTION', format: 'D.M.YYYY' }];
    expect(problemOf({ dateFormat: null, dates })).toBeNull();
  });

  it('is refused with a stage that is none of ours', () => {
    const wrong = { ...mapping, stageValues: [{ value: 'Live', stage: 'LIVE' }] };
    expect(importMapping.safeParse(wrong).error?.issues[0]?.path).toEqual(['stageValues', 0, 'stage']);
  });
});
