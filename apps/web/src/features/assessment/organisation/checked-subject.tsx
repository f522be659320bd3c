import { formatDay, formatNumber, HeatMap } from '@pilotage/web-ui';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import { isDimension } from '../../../shared/words/dimension.js';
import layout from '../layout.module.css';
import { ReadinessCard } from '../readiness-card.js';
import { FixFirst } from './fix-first-list.js';
import { NextStep } from './next-step.js';
import type { Check, Round } from './organisation.graphql.js';
import { RoundsTable } from './rounds-table.js';

interface CheckedSubjectProps {
  readonly check: Check;
  readonly isOrganisation: boolean;
}

/** Where it stands, what to do first, and how it came here. */
export function CheckedSubject({ check, isOrganisation }: CheckedSubjectProps) {
  const { assessments, framework, initiatives } = check;
  const rounds = assessments.nodes;
  const [latest, previous] = rounds;
  if (!latest) return null;
  return (
    <div className={layout['stack']}>
      <div className={layout['pair']}>
        <ReadinessCard framework={framework} round={latest} previous={previous ?? null} />
        <FixFirst framework={framework} answers={latest.answers} />
      </div>
      <Panel>
        <HeatMap
          title={i18n._('Answers by round')}
          unit={i18n._('Y yes, P partial, N no, NA not applicable')}
          questions={framework.questions.flatMap(({ key, dimensionKey, text }) =>
            isDimension(dimensionKey) ? [{ key, dimension: dimensionKey, text }] : [],
          )}
          rows={rounds.map((round) => ({
            key: round.id,
            label: formatDay({ on: round.asOfOn, precision: 'DAY' }),
            answers: Object.fromEntries(round.answers.map(({ questionKey, value }) => [questionKey, value])),
            result: resultOf(round),
          }))}
        />
      </Panel>
      <RoundsTable rounds={rounds} total={assessments.totalCount} />
      {isOrganisation && <NextStep initiatives={initiatives.totalCount} />}
    </div>
  );
}

const resultOf = ({ score: { value, display } }: Round): string =>
  display === 'HIDE' || value === null ? '' : formatNumber(value);
