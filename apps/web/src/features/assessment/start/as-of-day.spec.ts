import { describe, expect, it } from '@jest/globals';
import { proposedAsOf } from './as-of-day.js';

const quarter = (from: string, to: string, isFinished: boolean) => ({
  label: '',
  fiscalYear: 2026,
  quarter: 1,
  from,
  to,
  isCurrent: !isFinished,
  isFinished,
});
const quarters = [quarter('2026-07-01', '2026-09-30', true), quarter('2026-10-01', '2026-12-31', false)];

describe('the day proposed for a new round', () => {
  it.each([
    [
      'the end of the quarter just over, while its round is missing',
      '2026-10-09',
      '2026-06-30',
      '2026-09-30',
    ],
    ['today, once that round is in', '2026-10-09', '2026-09-30', '2026-10-09'],
    ['today, when nobody will remember how things stood then', '2026-11-23', '2026-06-30', '2026-11-23'],
    ['today, for the very first check', '2026-10-09', null, '2026-10-09'],
  ])('is %s', (_, today, lastRound, expected) => {
    expect(proposedAsOf(today, quarters, lastRound)).toBe(expected);
  });
});
