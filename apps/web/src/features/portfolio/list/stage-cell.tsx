import { DayText, StageBadge } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { ListedInitiative } from './portfolio.graphql.js';
import classes from './portfolio-table.module.css';

/** The stage, and since when and for how long as far as that is known. */
export function StageCell({ stage }: Pick<ListedInitiative, 'stage'>) {
  if (!stage) return <span className="pl-muted">{i18n._('not recorded')}</span>;
  const isObserved = stage.knownBy === 'OBSERVATION';
  return (
    <span className={classes['twoLines']}>
      <StageBadge stage={stage.stage} outcome={stage.outcome} isObserved={isObserved} />
      {stage.since && (
        <span className={classes['second']}>
          {isObserved ? i18n._('seen') : i18n._('since')} <DayText {...stage.since} />
          {stage.days !== null && stage.stage !== 'ENDED' && (
            <> · {i18n._('{days, plural, one {# day} other {# days}}', { days: stage.days })}</>
          )}
        </span>
      )}
    </span>
  );
}
