import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InitiativeId } from '../../initiative/initiative.types.js';
import type { CandidateKind } from './match.types.js';
import { type Candidate, settle, type Settled } from './settle.js';
import { SimilarNames, trigramsOf } from './trigram.js';

describe('trigrams', () => {
  it('are those of each word, with its beginning and its end', () => {
    expect([...trigramsOf('chat bot')]).toEqual([
      '  c',
      ' ch',
      'cha',
      'hat',
      'at ',
      '  b',
      ' bo',
      'bot',
      'ot ',
    ]);
    expect(trigramsOf('').size).toBe(0);
  });

  it('tell how similar names are, best first, at most as many as wanted', () => {
    const names = new SimilarNames(
      ['sentiment analysis surveys', 'fraud detection', 'sentiment analysis'].map((key) => ({
        key,
        of: key,
      })),
    );
    // "sentiment" has 9 different trigrams, "analysis" 9, "surveys" 7 more: 18 of 25 are common.
    expect(names.find('sentiment analysis', 45, 3)).toEqual([
      { of: 'sentiment analysis', score: 100 },
      { of: 'sentiment analysis surveys', score: 72 },
    ]);
    expect(names.find('sentiment analysis', 45, 1)).toHaveLength(1);
    expect(names.find('sentiment analysis', 73, 3)).toHaveLength(1);
    expect(names.find('', 0, 3)).toEqual([]);
  });
});

const initiative = (name: string): InitiativeId => name as InitiativeId;
const candidate = (name: string, score: number, more: Partial<Candidate> = {}): Candidate => ({
  initiativeId: initiative(name),
  kind: score === 100 ? 'EXACT' : score === 99 ? 'NORMALISED' : 'SIMILAR',
  score,
  rivalScore: null,
  isTaken: false,
  ...more,
});

describe('a row', () => {
  it.each<[string, Candidate[], Settled]>([
    ['is new where nothing is like it', [], { kind: null, score: null, initiativeId: null, isOpen: false }],
    [
      'is the one of its name',
      [candidate('A', 100), candidate('B', 60)],
      { kind: 'EXACT', score: 100, initiativeId: initiative('A'), isOpen: false },
    ],
    [
      'may be a similar one, which people decide',
      [candidate('A', 60), candidate('B', 50)],
      { kind: 'SIMILAR', score: 60, initiativeId: initiative('A'), isOpen: true },
    ],
    [
      'is open between two of its name',
      [candidate('A', 99), candidate('B', 99)],
      { kind: 'NORMALISED', score: 99, initiativeId: null, isOpen: true },
    ],
    [
      'is open where another row has the same claim',
      [candidate('A', 100, { rivalScore: 100 })],
      { kind: 'EXACT', score: 100, initiativeId: null, isOpen: true },
    ],
    [
      'is new where the only one like it has its own row',
      [candidate('A', 80, { rivalScore: 99 })],
      { kind: null, score: null, initiativeId: null, isOpen: false },
    ],
    [
      'is not what people gave to another row',
      [candidate('A', 100, { isTaken: true }), candidate('B', 50)],
      { kind: 'SIMILAR', score: 50, initiativeId: initiative('B'), isOpen: true },
    ],
  ])('%s', (_, candidates, settled) => {
    expect(settle(candidates, null)).toEqual(settled);
  });

  it('is what people say', () => {
    const candidates = [candidate('A', 100), candidate('B', 60)];
    expect(settle(candidates, { initiativeId: null })).toEqual({
      kind: 'EXACT',
      score: 100,
      initiativeId: null,
      isOpen: false,
    });
    expect(settle(candidates, { initiativeId: initiative('B') })).toMatchObject({
      kind: 'SIMILAR',
      score: 60,
    });
    expect(settle([], { initiativeId: initiative('C') })).toEqual({
      kind: 'BY_HAND',
      score: null,
      initiativeId: initiative('C'),
      isOpen: false,
    });
  });
});

interface Pair {
  readonly row: number;
  readonly initiative: number;
  readonly score: number;
}

/** As the candidates of a row are read: each with the best score that another row has. */
function settleAll(pairs: readonly Pair[]): Map<number, Settled> {
  const rows = Map.groupBy(pairs, ({ row }) => row);
  const rivals = Map.groupBy(pairs, (pair) => pair.initiative);
  return new Map(
    [...rows].map(([row, own]) => [
      row,
      settle(
        own.map(({ initiative: name, score }) => {
          const others = rivals.get(name)!.filter((pair) => pair.row !== row);
          const rivalScore = others.length === 0 ? null : Math.max(...others.map((pair) => pair.score));
          return candidate(String(name), score, { rivalScore });
        }),
        null,
      ),
    ]),
  );
}

describe('rows and initiatives', () => {
  const kinds: Record<number, CandidateKind> = { 100: 'EXACT', 99: 'NORMALISED' };
  const pairs = fc.uniqueArray(
    fc.record({
      row: fc.nat(6),
      initiative: fc.nat(6),
      score: fc.constantFrom(45, 60, 80, 99, 100),
    }),
    { selector: ({ row, initiative: name }) => `${row} ${name}`, maxLength: 30 },
  );

  it('belong together one to one, the best of each, in whichever order they are asked', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat()), (all, random) => {
        const settled = settleAll(all);
        const taken = [...settled.values()].flatMap(({ initiativeId }) => initiativeId ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        for (const [row, { kind, score, initiativeId, isOpen }] of settled) {
          if (initiativeId === null) continue;
          const better = all.filter(
            (pair) =>
              (pair.row === row) !== (String(pair.initiative) === initiativeId) &&
              pair.score >= score! &&
              // A similar name loses to any row that has the name itself.
              (pair.row !== row ||
                pair.score > 98 ||
                !all.some(
                  (other) => other.row !== row && other.initiative === pair.initiative && other.score > 98,
                )),
          );
          expect(better).toEqual([]);
          expect([kind, isOpen]).toEqual([kinds[score!] ?? 'SIMILAR', score! < 99]);
        }
        const shuffled = [...all].sort(() => (random.next().value % 3) - 1);
        expect(new Map([...settleAll(shuffled)].sort())).toEqual(new Map([...settled].sort()));
      }),
    );
  });
});
