import { DataTable, DayText, formatScoreChange, type Column } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import layout from '../layout.module.css';
import { ScoreText } from '../readiness-card.js';
import type { Round } from './organisation.graphql.js';

interface RoundsTableProps {
  /** Newest first. */
  readonly rounds: readonly Round[];
  readonly total: number;
}

/** Every round so far; each is opened to read its notes, or to correct it. */
export function RoundsTable({ rounds, total }: RoundsTableProps) {
  return (
    <section aria-labelledby="rounds" className={layout['section']}>
      <h2 id="rounds">{i18n._('Rounds')}</h2>
      <DataTable
        caption={i18n._('Rounds, newest first')}
        columns={columnsOf(rounds)}
        rows={rounds}
        rowKey={({ id }) => id}
      />
      {total > rounds.length && (
        <p className="pl-muted">{i18n._('The last {shown} of {total}', { shown: rounds.length, total })}</p>
      )}
    </section>
  );
}

const columnsOf = (rounds: readonly Round[]): Column<Round>[] => [
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
  {
    key: 'score',
    header: i18n._('Score'),
    isNumeric: true,
    render: ({ score }) => <ScoreText score={score} />,
  },
  {
    key: 'change',
    header: i18n._('Change'),
    isNumeric: true,
    render: (round) => changeText(round, rounds[rounds.indexOf(round) + 1]),
  },
  {
    key: 'answered',
    header: i18n._('Answered'),
    isNumeric: true,
    render: ({ score }) => i18n._('{answered} of {applicable}', { ...score }),
  },
  {
    key: 'submitted',
    header: i18n._('Submitted'),
    render: ({ submittedAt, submittedBy }) =>
      [formatInstant(submittedAt), submittedBy?.name].filter(Boolean).join(', '),
  },
];

function changeText({ score }: Round, before: Round | undefined): string {
  if (!before || score.value === null || before.score.value === null) return '–';
  if (score.display === 'HIDE' || before.score.display === 'HIDE') return '–';
  return formatScoreChange(before.score.value, score.value);
}
