import { BulletScore, formatDay, formatNumber, TooFewData } from '@pilotage/web-ui';
import { HowComputed } from '../../shared/method/how-computed.js';
import { i18n } from '../../shared/i18n.js';
import { isDimension } from '../../shared/words/dimension.js';
import { Panel } from '../../shared/figures/panel.js';
import type { Framework, Score } from './assessment.graphql.js';
import classes from './readiness-card.module.css';

interface Scores {
  readonly asOfOn: string;
  readonly score: Score;
  readonly dimensions: readonly { readonly dimensionKey: string; readonly score: Score }[];
}

interface ReadinessCardProps {
  readonly framework: Pick<Framework, 'kind' | 'dimensions'>;
  readonly round: Scores;
  /** The round before. */
  readonly previous: Scores | null;
}

/** The score as a whole and by dimension, with what it stands on and what the missing answers leave open. */
export function ReadinessCard({ framework, round, previous }: ReadinessCardProps) {
  const { score } = round;
  // The answers to a questionnaire say nothing of readiness.
  const title = framework.kind === 'READINESS' ? i18n._('Readiness') : i18n._('Answers');
  const before = (key: string) =>
    previous?.dimensions.find(({ dimensionKey }) => dimensionKey === key)?.score;
  return (
    <Panel
      title={title}
      unit={i18n._('score, 0 to 100')}
      explain={
        <HowComputed
          of={title}
          section="coverage-and-bounds"
          definition={i18n._(
            'Yes counts 1, Partial ½, No 0; the mean of each dimension, then the mean of the dimensions. What does not apply is left out. What is not answered leaves the score, and opens the bounds: the score if all of it were No, and if all were Yes.',
          )}
          basis={i18n._('{answered} of {applicable} questions that apply', { ...score })}
        />
      }
    >
      <div className={classes['card']}>
        {score.display === 'HIDE' ? (
          <TooFewData isCompact reason={score.reason ?? i18n._('Too few answers for a score.')} />
        ) : (
          <BulletScore label={i18n._('Overall')} score={score} previous={shownValue(previous?.score)} />
        )}
        {round.dimensions.map(({ dimensionKey, score: part }) => (
          <BulletScore
            key={dimensionKey}
            label={framework.dimensions.find(({ key }) => key === dimensionKey)?.name ?? dimensionKey}
            dimension={isDimension(dimensionKey) ? dimensionKey : undefined}
            // How much of a part is answered stands beside it anyway.
            score={part.applicable > 0 ? { ...part, reason: null } : part}
            previous={shownValue(before(dimensionKey))}
            isCompact={part.display === 'SHOW'}
          />
        ))}
        {previous && (
          <p className={classes['key']}>
            <span className={classes['tick']} aria-hidden="true" />
            {i18n._('{day}, the round before', { day: formatDay({ on: previous.asOfOn, precision: 'DAY' }) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

const shownValue = (score: Score | undefined): number | null =>
  score && score.display !== 'HIDE' ? score.value : null;

/** A score in a line of text: grey where its bounds belong to it, words where there is none. */
export function ScoreText({ score: { value, display, lower, upper } }: { readonly score: Score }) {
  if (display === 'HIDE' || value === null) return <span className="pl-muted">{i18n._('no score')}</span>;
  if (display === 'SHOW') return formatNumber(value);
  return (
    <span className="pl-muted">
      {formatNumber(value)}
      {lower !== null &&
        upper !== null &&
        ` ${i18n._('({lower} to {upper})', { lower: formatNumber(lower), upper: formatNumber(upper) })}`}
    </span>
  );
}
