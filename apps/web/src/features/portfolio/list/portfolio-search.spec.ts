import { describe, expect, it } from '@jest/globals';
import { countFilters, type PortfolioSearch, variablesOf } from './portfolio-search.js';

describe('the address of the portfolio', () => {
  it('becomes the question that is asked', () => {
    const search: PortfolioSearch = {
      stages: ['PILOT'],
      units: ['u1'],
      ended: false,
      attention: ['WITHOUT_OWNER'],
      order: 'NAME',
      after: 'c',
    };
    expect(variablesOf(search)).toEqual({
      filter: { stages: ['PILOT'], unitIds: ['u1'], isEnded: false, attention: ['WITHOUT_OWNER'] },
      order: { field: 'NAME', direction: 'ASC' },
      after: 'c',
    });
  });

  it('asks for all of them by key when it says nothing', () => {
    expect(variablesOf({}).order).toEqual({ field: 'KEY', direction: 'ASC' });
    expect(countFilters({})).toBe(0);
  });

  it('counts the filters that are not in sight', () => {
    expect(countFilters({ search: 'claims', stages: ['PILOT'], ended: false, order: 'NAME' })).toBe(2);
  });
});
