import { describe, expect, it } from '@jest/globals';
import { monthChoices, settingValue, timeZoneChoices } from './settings.js';

describe('settingValue', () => {
  it.each([
    ['FISCAL_YEAR_START_MONTH', '7', 'July'],
    ['TIME_ZONE', 'America/New_York', 'America/New York'],
    ['CURRENCY', 'GBP', 'GBP · British Pound'],
    ['CADENCE_QUARTERS', '1', 'Every quarter'],
    ['CADENCE_QUARTERS', '2', 'Every 2 quarters'],
    ['PILOT_LIMIT_DAYS', '365', '365 days'],
  ] as const)('reads %s %s as %s', (name, value, expected) => {
    expect(settingValue(name, value)).toBe(expected);
  });
});

describe('choices', () => {
  it('are complete and begin where one looks first', () => {
    expect(
      monthChoices()
        .map(({ label }) => label)
        .slice(0, 2),
    ).toEqual(['January', 'February']);
    expect(monthChoices()).toHaveLength(12);
    expect(timeZoneChoices()[0]?.value).toBe('UTC');
  });
});
