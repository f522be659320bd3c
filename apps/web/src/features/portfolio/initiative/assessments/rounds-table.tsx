import { DataTable, DayText, formatNumber, stageLabel, type Column, type Stage } from '@pilotage/web-ui';
import { formatInstant } from '../../../../shared/format/time.js';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import { gateAhead, nextStage } from '../../../../shared/figures/next-stage.js';
import type { Round } from './assessments.graphql.js';

interface RoundsTableProps {
  readonly rounds: readonly Round[];
  readonly stage: Stage | undefined;
}

export function RoundsTable({ rounds, stage }: RoundsTableProps) {
  return (
    <DataTable
      caption={i18n._('Assessments of this initiative, newest first')}
      columns={columnsFor(stage)}
      rows={rounds}
      rowKey={({ id }) => id}
    />
  );
}

function columnsFor(stage: Stage | undefined): Column<Round>[] {
  const next = nextStage(stage);
  return [
    {
      key: 'asOf',
      header: i18n._('As of'),
      isTitle: true,
      render: ({ id, asOfOn }) => (
        <AnchorLink
          from="/t/$slug"
          to="/t/$slug/assessments/$assessmentId"
          params={{ assessmentId: id }}
          inherit
        >
          <DayText on={asOfOn} />
        </AnchorLink>
      ),
    },
    { key: 'score', header: i18n._('Score'), isNumeric: true, render: ({ score }) => scoreText(score) },
    {
      key: 'answered',
      header: i18n._('Answered'),
      isNumeric: true,
      render: ({ score: { answered, applicable } }) =>
        i18n._('{answered} of {applicable}', { answered, applicable }),
    },
    ...(next
      ? [
          {
            key: 'gate',
            header: i18n._('Gate to {stage}', { stage: stageLabel(next).toLowerCase() }),
            isNumeric: true,
            render: ({ gates }: Round) => gateText(gates, stage),
          },
        ]
      : []),
    {
      key: 'submitted',
      header: i18n._('Submitted'),
      render: ({ submittedAt, submittedBy }) =>
        [formatInstant(submittedAt), submittedBy?.name].filter(Boolean).join(', '),
    },
  ];
}

export function scoreText({ value, display }: Round['score']) {
  if (display === 'HIDE' || value === null) return <span className="pl-muted">{i18n._('no score')}</span>;
  return display === 'GREY' ? <span className="pl-muted">{formatNumber(value)}</span> : formatNumber(value);
}

function gateText(gates: Round['gates'], stage: Stage | undefined): string {
  const gate = gateAhead(gates, stage);
  return gate ? i18n._('{met} of {of}', { met: gate.met, of: gate.of }) : i18n._('none');
}
