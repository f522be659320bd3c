import { AnswerBadge, formatDay } from '@pilotage/web-ui';
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import type { Framework } from '../assessment.graphql.js';
import type { Assessment } from './assessment-page.graphql.js';
import type { Move } from './moves.js';
import classes from './moved-since.module.css';

interface MovedSinceProps {
  readonly moves: readonly Move[];
  readonly previous: Assessment['previous'];
  readonly framework: Pick<Framework, 'questions'>;
}

/** Question by question: what stands higher or lower than in the round before. */
export function MovedSince({ moves, previous, framework }: MovedSinceProps) {
  if (!previous) {
    return (
      <Panel title={i18n._('What moved')}>
        <p className="pl-muted">{i18n._('This is the first round; the next one shows what moved.')}</p>
      </Panel>
    );
  }
  const day = formatDay({ on: previous.asOfOn, precision: 'DAY' });
  const textOf = (wanted: string) => framework.questions.find(({ key }) => key === wanted)?.text ?? wanted;
  return (
    <Panel title={i18n._('What moved since {day}', { day })} unit={countsOf(moves)}>
      {moves.length === 0 ? (
        <p className="pl-muted">{i18n._('Nothing: all answers are the same.')}</p>
      ) : (
        <ul className={classes['moves']}>
          {moves.map((move) => (
            <li key={move.questionKey}>
              <MoveSign direction={move.direction} />
              <span>
                <strong>{move.questionKey}</strong> {textOf(move.questionKey)}
              </span>
              <span className={classes['answers']}>
                <AnswerBadge answer={move.from} isCompact />
                <IconArrowRight size={14} aria-label={i18n._('to')} />
                <AnswerBadge answer={move.to} isCompact />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** "2 up, 1 down" */
function countsOf(moves: readonly Move[]): string {
  const count = (direction: Move['direction']) => moves.filter((move) => move.direction === direction).length;
  return [
    count('up') > 0 && i18n._('{count} up', { count: count('up') }),
    count('down') > 0 && i18n._('{count} down', { count: count('down') }),
    count('other') > 0 && i18n._('{count} newly answered, or no longer', { count: count('other') }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Arrow and word: the direction never rests on colour. */
export function MoveSign({ direction }: { readonly direction: Move['direction'] }) {
  switch (direction) {
    case 'up':
      return <IconArrowUpRight size={18} className={classes['up']} role="img" aria-label={i18n._('up')} />;
    case 'down':
      return (
        <IconArrowDownRight size={18} className={classes['down']} role="img" aria-label={i18n._('down')} />
      );
    case 'other':
      return <IconArrowRight size={18} className="pl-muted" role="img" aria-label={i18n._('changed')} />;
  }
}
