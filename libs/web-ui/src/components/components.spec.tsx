import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MantineProvider } from '@mantine/core';
import { STAGES } from '../words/domain.js';
import { AnswerBadge, StageBadge } from './badges.js';
import { DataTable, type Column } from './data-table.js';
import { FigureCard } from './figure-card.js';
import { ProgressReceipt } from './progress-receipt.js';
import { ErrorState, LoadingState } from './states.js';
import { Timeline } from './timeline.js';
import { DayText, QuarterLabel } from './times.js';

const html = (element: ReactElement) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);

describe('figure card', () => {
  it('says direction, size and comparator in words', () => {
    const card = html(
      <FigureCard label="Stuck" value="4" change={{ amount: 1, versus: 'Q2 FY26', more: 'bad' }} />,
    );
    expect(card).toContain('up 1');
    expect(card).toContain('vs Q2 FY26');
    expect(card).toContain('pl-change-bad');
  });

  it('calls a change that rounds to nothing unchanged', () => {
    const card = html(
      <FigureCard label="Readiness" value="55" change={{ amount: 0.2, versus: 'Q2 FY26' }} />,
    );
    expect(card).toContain('unchanged');
    expect(card).toContain('pl-change-neutral');
  });

  it('gives the reason instead of a number, and no change', () => {
    const card = html(
      <FigureCard label="Share" value={null} reason="5 pilots needed" change={{ amount: 3, versus: 'Q2' }} />,
    );
    expect(card).toContain('5 pilots needed');
    expect(card).not.toContain('vs Q2');
  });
});

describe('badges', () => {
  it('draw a different shape for every stage', () => {
    const shapes = STAGES.map((stage) =>
      html(<StageBadge stage={stage} label="" />).replace(/var\([^)]*\)/g, ''),
    );
    expect(new Set(shapes).size).toBe(STAGES.length);
  });

  it('name an end by what it came to', () => {
    expect(html(<StageBadge stage="ENDED" outcome="ABANDONED" />)).toContain('Stopped before production');
  });

  it('keep the name of an answer for screen readers when compact', () => {
    expect(html(<AnswerBadge answer="PARTIAL" isCompact />)).toContain(
      '<span class="pl-hidden">Partial</span>',
    );
    expect(html(<AnswerBadge answer={null} />)).toContain('Not answered');
  });
});

describe('times', () => {
  it('are as exact as they are known, for machines too', () => {
    expect(html(<DayText on="2024-03-01" precision="MONTH" />)).toContain(
      '<time dateTime="2024-03">Mar 2024</time>',
    );
    expect(html(<QuarterLabel label="Q3 FY26" isCurrent />)).toContain('running');
    expect(html(<QuarterLabel label="Q2 FY26" isFinished />)).not.toContain('running');
  });
});

describe('table', () => {
  interface Row {
    id: string;
    name: string;
  }
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Name', isTitle: true, sortKey: 'NAME', render: ({ name }) => name },
    { key: 'id', header: 'Key', render: ({ id }) => id },
  ];
  const rows = [{ id: 'AI-1', name: 'Claims triage' }];
  const table = (given: Row[]) =>
    html(
      <DataTable
        caption="Initiatives"
        columns={columns}
        rows={given}
        rowKey={({ id }) => id}
        sort={{ key: 'NAME', direction: 'ASC' }}
        onSort={() => undefined}
        empty="None yet"
      />,
    );

  it('has a caption, row heads, sort state and labels for cards', () => {
    expect(table(rows)).toContain('<caption class="pl-hidden">Initiatives</caption>');
    expect(table(rows)).toContain('aria-sort="ascending"');
    expect(table(rows)).toContain('<th scope="row" class="pl-table-title">Claims triage</th>');
    expect(table(rows)).toContain('data-label="Key"');
  });

  it('says so when there is nothing', () => {
    expect(table([])).toContain('None yet');
  });
});

describe('timeline', () => {
  const on = { on: '2024-03-01', precision: 'MONTH' } as const;

  it('tells what was entered from what was only seen', () => {
    const list = html(
      <Timeline
        entries={[
          { id: '2', kind: 'EVENT', stage: 'PRODUCTION', on },
          { id: '1', kind: 'OBSERVATION', stage: 'PILOT', on },
        ]}
      />,
    );
    expect(list).toContain('Entered: Production');
    expect(list).toContain('Seen in: Pilot');
    expect(list).toContain('entry day unknown');
  });

  it('keeps what was corrected, struck through and named so', () => {
    const list = html(
      <Timeline entries={[{ id: '1', kind: 'EVENT', stage: 'PILOT', on, isSuperseded: true }]} />,
    );
    expect(list).toContain('<s>Entered: Pilot</s>');
    expect(list).toContain('corrected');
  });
});

describe('states', () => {
  it('show no skeleton at once', () => {
    expect(html(<LoadingState />)).not.toContain('Skeleton');
    expect(html(<LoadingState delayMs={0} />)).toContain('Skeleton');
  });

  it('announce an error and offer another try', () => {
    const state = html(<ErrorState message="The trend could not be loaded" onRetry={() => undefined} />);
    expect(state).toContain('role="alert"');
    expect(state).toContain('Try again');
  });

  it('show a running job with its progress', () => {
    const receipt = html(<ProgressReceipt label="Import" state="RUNNING" progress={0.56} />);
    expect(receipt).toContain('56\u00a0%');
    expect(receipt).toContain('aria-label="Import"');
    expect(html(<ProgressReceipt label="Import" state="FAILED" error="Column 4 is missing" />)).toContain(
      'Column 4 is missing',
    );
  });
});
