import { describe, expect, it } from '@jest/globals';
import type { StageRecord } from './stage.graphql.js';
import { timelineRows } from './timeline-rows.js';

const record = (
  id: string,
  stage: StageRecord['stage'],
  on: string,
  change: Partial<StageRecord> = {},
): StageRecord => ({
  id,
  kind: 'EVENT',
  stage,
  on: { on, precision: 'DAY' },
  reason: null,
  source: 'USER',
  recordedAt: '2026-01-01T00:00:00.000Z',
  recordedBy: null,
  supersededAt: null,
  supersededReason: null,
  replacedBy: null,
  successor: null,
  ...change,
});
const superseded = { supersededAt: '2026-02-01T00:00:00.000Z' };

describe('the timeline', () => {
  it('puts what was corrected below its correction, and keeps what was taken back at its day', () => {
    const rows = timelineRows([
      record('4', 'PRODUCTION', '2026-01-10'),
      record('3', 'LIMITED_PRODUCTION', '2025-12-01', superseded),
      record('1', 'PILOT', '2025-11-01', { ...superseded, replacedBy: '2' }),
      record('2', 'PILOT', '2025-10-02'),
    ]);
    expect(rows.map((row) => row.record.id)).toEqual(['4', '3', '2', '1']);
    expect(rows[3]?.replacement?.id).toBe('2');
    expect(rows[1]?.replacement).toBeNull();
  });

  it('counts the days in a stage from exact entry to exact entry', () => {
    // 2 Oct to 10 Jan: 29 + 30 + 31 + 10
    const rows = timelineRows([
      record('2', 'PRODUCTION', '2026-01-10'),
      record('s', 'PILOT', '2025-12-01', { kind: 'OBSERVATION' }),
      record('1', 'PILOT', '2025-10-02'),
    ]);
    expect(rows.map((row) => row.days)).toEqual([null, null, 100]);
  });

  it('counts none where a day is coarse or the next stage was only seen', () => {
    const coarse = { on: { on: '2026-01-01', precision: 'MONTH' } } as const;
    const pilot = record('1', 'PILOT', '2025-10-02');
    expect(timelineRows([record('2', 'PRODUCTION', '', coarse), pilot])[1]?.days).toBeNull();
    expect(
      timelineRows([record('2', 'PRODUCTION', '2026-01-10', { kind: 'OBSERVATION' }), pilot])[1]?.days,
    ).toBeNull();
  });
});
