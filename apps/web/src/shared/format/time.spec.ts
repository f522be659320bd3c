import { describe, expect, it } from '@jest/globals';
import { daysBetween, formatDistance, formatInstant } from './time.js';

describe('daysBetween', () => {
  it('counts whole days over a change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});

describe('formatDistance', () => {
  it('grows coarser with the distance', () => {
    expect(formatDistance('2026-11-23', '2026-11-23')).toBe('today');
    expect(formatDistance('2026-11-20', '2026-11-23')).toBe('3 days ago');
    expect(formatDistance('2027-01-24', '2026-11-23')).toBe('in 2 months');
    expect(formatDistance('2024-11-23', '2026-11-23')).toBe('2 years ago');
  });
});

describe('formatInstant', () => {
  it('names every month in three letters', () => {
    expect(formatInstant('2025-09-15T10:00:00Z')).toMatch(/^15 Sep 2025, /);
    expect(formatInstant('2025-10-15T10:00:00Z')).toMatch(/^15 Oct 2025, /);
  });
});
