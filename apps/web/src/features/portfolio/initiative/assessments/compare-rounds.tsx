import { NativeSelect } from '@mantine/core';
import { AnswerBadge, BulletScore, formatDay } from '@pilotage/web-ui';
import { IconArrowRight } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { FrameworkNames } from '../../../../shared/figures/framework-names.js';
import { i18n } from '../../../../shared/i18n.js';
import { isDimension } from '../../../../shared/words/dimension.js';
import type { Round } from './assessments.graphql.js';
import classes from './assessments-tab.module.css';
import { changedAnswers } from './changed-answers.js';

const route = getRouteApi('/t/$slug/initiatives/$initiativeId');

interface CompareRoundsProps {
  /** Newest first. */
  readonly rounds: readonly Round[];
  readonly names: FrameworkNames;
}

/** Two rounds beside each other: scores by dimension, and which answers are behind the difference. */
export function CompareRounds({ rounds, names }: CompareRoundsProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const find = (id: string | undefined) => rounds.find((round) => round.id === id);
  const to = find(search.to) ?? rounds[0];
  const from = find(search.from) ?? rounds[1];
  if (!from || !to) return null;

  const options = rounds.map(({ id, asOfOn }) => ({
    value: id,
    label: formatDay({ on: asOfOn, precision: 'DAY' }),
  }));
  const choose = (chosen: { from?: string; to?: string }) =>
    void navigate({ search: { ...search, ...chosen }, replace: true, resetScroll: false });
  const changed = changedAnswers(from, to);

  return (
    <section className={classes['card']}>
      <h2 className={classes['title']}>{i18n._('Compare two rounds')}</h2>
      <div className={classes['choice']}>
        <NativeSelect
          label={i18n._('From')}
          value={from.id}
          data={options}
          onChange={(event) => choose({ from: event.currentTarget.value })}
        />
        <NativeSelect
          label={i18n._('To')}
          value={to.id}
          data={options}
          onChange={(event) => choose({ to: event.currentTarget.value })}
        />
      </div>
      <div className={classes['changes']}>
        <div>
          <h3>{i18n._('Scores')}</h3>
          <ul>
            <li>
              <BulletScore label={i18n._('Score')} score={to.score} previous={shown(from.score)} isCompact />
            </li>
            {to.dimensions.map(({ dimensionKey, score }) => (
              <li key={dimensionKey}>
                <BulletScore
                  label={names.dimensionName(dimensionKey)}
                  score={score}
                  dimension={isDimension(dimensionKey) ? dimensionKey : undefined}
                  previous={shown(from.dimensions.find((each) => each.dimensionKey === dimensionKey)?.score)}
                  isCompact
                />
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{i18n._('Changed answers')}</h3>
          <ul>
            {changed.length === 0 && <li className="pl-muted">{i18n._('All answers are the same.')}</li>}
            {changed.map((answer) => (
              <li key={answer.questionKey}>
                <span>
                  <strong>{answer.questionKey}</strong> {names.questionText(answer.questionKey)}
                </span>
                <span className={classes['fromTo']}>
                  <AnswerBadge answer={answer.from} />
                  <IconArrowRight size={15} aria-label={i18n._('to')} />
                  <AnswerBadge answer={answer.to} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

const shown = (score: Round['score'] | undefined): number | null =>
  score && score.display !== 'HIDE' ? score.value : null;
