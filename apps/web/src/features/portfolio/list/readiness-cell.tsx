import { formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { ListedInitiative } from './portfolio.graphql.js';
import classes from './portfolio-table.module.css';

/**
 * The score of the current assessment with how much of it is answered. Grey below 80 % answered, no number below 60 %:
 * a number that nobody should read is not shown.
 */
export function ReadinessCell({
  assessment,
}: {
  readonly assessment: ListedInitiative['currentAssessment'];
}) {
  if (!assessment) return <span className={classes['none']}>{i18n._('not assessed')}</span>;
  const { value, display, answered, applicable } = assessment.score;
  const isShown = display !== 'HIDE' && value !== null;
  return (
    <span className={classes['twoLines']}>
      {isShown ? (
        <span className={classes['score']} data-grey={display === 'GREY' || undefined}>
          <span className={classes['value']}>{formatNumber(value)}</span>
          <span className={classes['bar']} aria-hidden="true">
            <span style={{ width: `${value}%` }} />
          </span>
        </span>
      ) : (
        <span className="pl-muted">{i18n._('no score')}</span>
      )}
      <span className={classes['second']}>
        {i18n._('{answered} of {applicable} answered', { answered, applicable })}
      </span>
    </span>
  );
}
