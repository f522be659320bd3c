import { describe, expect, it } from '@jest/globals';
import { becameOf, linkedText, linksOf, type Listed } from './linked.js';

const listed = (name: string, stage: Listed['stage'], more: Partial<Listed> = {}): Listed => ({
  name,
  stage,
  unit: 'Port',
  outcome: stage === 'ENDED' ? 'ABANDONED' : null,
  ...more,
});

const BEFORE = [
  listed('Berth planning', 'IDEA'),
  listed('Crane watch (CW)', 'PILOT'),
  listed('Route planner', 'LIMITED_PRODUCTION'),
  listed('Twice', 'IDEA'),
  listed('Twice', 'PILOT'),
  listed('Elsewhere', 'PILOT', { unit: 'Fleet' }),
  listed('In use', 'PRODUCTION'),
  listed('Not said', null),
];
const AFTER = [
  listed('Berth planning', 'PRODUCTION'),
  listed('The CRANE-watch', 'ENDED'),
  listed('Route  planner', 'ENDED', { outcome: 'RETIRED' }),
  listed('Twice', 'PRODUCTION'),
  listed('Elsewhere', 'PRODUCTION'),
  listed('In use', 'PRODUCTION'),
  listed('Not said', 'PILOT'),
];

describe('two lists', () => {
  const links = linksOf(BEFORE, AFTER);

  it('are linked by unit and name, but for how it is written, and never by a name that two share', () => {
    expect(links.map(({ after, isExact }) => [after.name, isExact])).toEqual([
      ['Berth planning', true],
      ['The CRANE-watch', false],
      ['Route  planner', false],
      ['In use', true],
      ['Not said', true],
    ]);
  });

  it('tell what became of those on their way', () => {
    expect(becameOf(links, ['IDEA', 'PILOT', 'LIMITED_PRODUCTION'])).toEqual({
      linked: 3,
      inProduction: 1,
      retired: 1,
      stopped: 1,
      onTheWay: 0,
      unknown: 0,
    });
    expect(becameOf(links, [null])).toMatchObject({ linked: 1, onTheWay: 1 });
  });

  it('leave open what became of the others', () => {
    // Six were on their way, three of them are not found again.
    expect(linkedText(BEFORE, AFTER)).toContain(
      'Of 3 on their way in 2023, 2 had reached production a year later and 1 were stopped, which no row of the table above can show. Of all 6 that were on their way, anything from 1 to 4 may have been stopped.',
    );
  });
});
