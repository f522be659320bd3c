import { formatDay, formatNumber, HeatMap, type HeatQuestion } from '@pilotage/web-ui';
import { i18n } from '../../../../shared/i18n.js';
import type { Round } from './assessments.graphql.js';

interface AnswersOverRoundsProps {
  readonly rounds: readonly Round[];
  readonly questions: readonly HeatQuestion[];
}

/** Every question over the rounds, newest on top. */
export function AnswersOverRounds({ rounds, questions }: AnswersOverRoundsProps) {
  return (
    <HeatMap
      title={i18n._('Answers by round')}
      unit={i18n._('Y yes, P partial, N no, NA not applicable')}
      questions={questions}
      rows={rounds.map(({ id, asOfOn, answers, score }) => ({
        key: id,
        label: formatDay({ on: asOfOn, precision: 'DAY' }),
        answers: Object.fromEntries(answers.map(({ questionKey, value }) => [questionKey, value])),
        result: score.display === 'HIDE' || score.value === null ? '' : formatNumber(score.value),
      }))}
    />
  );
}
