import { describe, expect, it } from '@jest/globals';
import { becameOf, type Link, linkedText, type Listed } from './linked.js';

const listed = (stage: Listed['stage'], outcome: Listed['outcome'] = null): Listed => ({ stage, outcome });
const link = (before: Listed['stage'], after: Listed, kind: Link['kind'] = 'EXACT'): Link => ({
  before: listed(before),
  after,
  kind,
});

const LINKS = [
  link('IDEA', listed('PRODUCTION')),
  link('PILOT', listed('ENDED', 'ABANDONED'), 'NORMALISED'),
  link('LIMITED_PRODUCTION', listed('ENDED', 'RETIRED')),
  link('PRODUCTION', listed('PRODUCTION')),
  link(null, listed('PILOT')),
];
const NOT_FOUND = [listed('IDEA'), listed('PILOT'), listed('PILOT')];

describe('two lists', () => {
  it('tell what became of those on their way', () => {
    expect(becameOf(LINKS, ['IDEA', 'PILOT', 'LIMITED_PRODUCTION'])).toEqual({
      linked: 3,
      inProduction: 1,
      retired: 1,
      stopped: 1,
      onTheWay: 0,
      unknown: 0,
    });
    expect(becameOf(LINKS, [null])).toMatchObject({ linked: 1, onTheWay: 1 });
  });

  it('leave open what became of the others', () => {
    const before = [...LINKS.map((each) => each.before), ...NOT_FOUND];
    const text = linkedText({ before, links: LINKS, open: 2 });
    expect(text).toContain(
      '5 of the 8 use cases of 2023 are found again in 2024 by agency and name, 4 to the letter and 1 but for case',
    );
    // Six were on their way, three of them are not found again.
    expect(text).toContain(
      'Of 3 on their way in 2023, 2 had reached production a year later and 1 were stopped, which no row of the table above can show. Of all 6 that were on their way, anything from 1 to 4 may have been stopped.',
    );
  });
});
