import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '../../shared/format/time.js';
import { isOnItsWay, requestedWords, stateWords } from './report-words.js';
import type { ReportLine } from './reports.graphql.js';

const requestedAt = '2026-10-10T09:15:00.000Z';
const finishedAt = '2026-10-10T09:16:00.000Z';

const line = (over: Partial<ReportLine>): ReportLine => ({
  id: '1',
  kind: 'TREND',
  quarter: {
    label: 'Q3 FY26',
    fiscalYear: 2026,
    quarter: 3,
    from: '2026-07-01',
    to: '2026-09-30',
    isCurrent: false,
    isFinished: true,
  },
  filter: { unitIds: [], kinds: [] },
  knownAt: requestedAt,
  state: 'DONE',
  progress: null,
  requestedAt,
  requestedBy: { id: '2', name: 'M. Okafor' },
  finishedAt,
  error: null,
  ...over,
});

describe('a report', () => {
  it('is published when it is stored, and requested before', () => {
    expect(requestedWords(line({}))).toBe(`published by M. Okafor on ${formatInstant(finishedAt)}`);
    expect(requestedWords(line({ state: 'RUNNING', finishedAt: null }))).toBe(
      `requested by M. Okafor on ${formatInstant(requestedAt)}`,
    );
  });

  it('does without who asked for it', () => {
    expect(requestedWords(line({ requestedBy: null }))).toBe(`published on ${formatInstant(finishedAt)}`);
  });

  it('says how far it is', () => {
    expect(stateWords({ state: 'RUNNING', progress: 0.4 })).toBe('Running 40\u00a0%');
    expect(stateWords({ state: 'PENDING', progress: null })).toBe('Waiting in the queue');
  });

  it('is asked for again until it has ended', () => {
    expect(
      (['PENDING', 'ADMITTED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const).filter(isOnItsWay),
    ).toEqual(['PENDING', 'ADMITTED', 'RUNNING']);
  });
});
