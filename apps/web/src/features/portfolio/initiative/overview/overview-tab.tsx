import { DayText, formatDay, stageLabel, TooFewData } from '@pilotage/web-ui';
import type { ReactNode } from 'react';
import { formatInstant } from '../../../../shared/format/time.js';
import { i18n } from '../../../../shared/i18n.js';
import { aiKindLabel } from '../../../../shared/words/ai-kind.js';
import { deliveryModelLabel, riskTierLabel } from '../../words.js';
import type { Initiative } from '../initiative.graphql.js';
import { Attributes } from './attributes.js';
import classes from './overview-tab.module.css';
import { ReadinessCard } from './readiness-card.js';

/** What it is, how ready it is, and what its import said of it. */
export function OverviewTab({ initiative }: { readonly initiative: Initiative }) {
  const { summary, attributes, currentAssessment, stage } = initiative;
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        <section>
          <h2 className={classes['title']}>{i18n._('Summary')}</h2>
          {summary ? (
            <p className={classes['summary']}>{summary}</p>
          ) : (
            <p className="pl-muted">{i18n._('Nobody has written one yet.')}</p>
          )}
        </section>
        <section>
          <h2 className={classes['title']}>{i18n._('About')}</h2>
          <dl className={classes['list']}>
            <Line term={i18n._('Kind of AI')}>{aiKindLabel(initiative.kind)}</Line>
            <Line term={i18n._('Risk tier')}>{riskTierLabel(initiative.riskTier)}</Line>
            <Line term={i18n._('Delivery')}>{deliveryModelLabel(initiative.deliveryModel)}</Line>
            {initiative.externalId && <Line term={i18n._('External id')}>{initiative.externalId}</Line>}
            {initiative.stagePlans.map(({ id, stage: planned, on, statedOn }) => (
              <Line key={id} term={i18n._('Planned: {stage}', { stage: stageLabel(planned) })}>
                {i18n._('{day}, by the file of {statedOn}', {
                  day: formatDay(on),
                  statedOn: formatDay({ on: statedOn, precision: 'DAY' }),
                })}
              </Line>
            ))}
            {initiative.lastObservedOn && (
              <Line term={i18n._('Last observed')}>
                <DayText on={initiative.lastObservedOn} />
              </Line>
            )}
            <Line term={i18n._('Added')}>{formatInstant(initiative.createdAt)}</Line>
          </dl>
        </section>
        {attributes.length > 0 && <Attributes attributes={attributes} />}
      </div>
      <aside className={classes['side']} aria-label={i18n._('Readiness')}>
        {currentAssessment ? (
          <ReadinessCard assessment={currentAssessment} stage={stage?.stage} />
        ) : (
          <div className={classes['card']}>
            <h2 className={classes['title']}>{i18n._('Readiness')}</h2>
            <TooFewData
              isCompact
              reason={i18n._('Not assessed yet. 15 questions show what stands in the way of the next stage.')}
            />
          </div>
        )}
      </aside>
    </div>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
