import { BulletScore, DayText, type Stage } from '@pilotage/web-ui';
import { useFrameworkNames } from '../../../../shared/figures/framework-names.js';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import { isDimension } from '../../../../shared/words/dimension.js';
import { GateView } from '../gate-view.js';
import type { CurrentAssessment } from '../initiative.graphql.js';
import { gateAhead } from '../../../../shared/figures/next-stage.js';
import classes from './overview-tab.module.css';

interface ReadinessCardProps {
  readonly assessment: CurrentAssessment;
  readonly stage: Stage | undefined;
}

/** First whether the next stage may come, then the score and what it is made of. */
export function ReadinessCard({ assessment, stage }: ReadinessCardProps) {
  const { questionText, dimensionName } = useFrameworkNames();
  const gate = gateAhead(assessment.gates, stage);
  return (
    <div className={classes['card']}>
      <div className={classes['cardHead']}>
        <h2 className={classes['title']}>{i18n._('Readiness')}</h2>
        <AnchorLink
          from="/t/$slug"
          to="/t/$slug/assessments/$assessmentId"
          params={{ assessmentId: assessment.id }}
          size="sm"
        >
          {i18n._('as of')} <DayText on={assessment.asOfOn} />
        </AnchorLink>
      </div>
      {gate && <GateView gate={gate} questionText={questionText} />}
      <BulletScore label={i18n._('Score')} score={assessment.score} />
      <div className={classes['dimensions']}>
        {assessment.dimensions.map(({ dimensionKey, score }) => (
          <BulletScore
            key={dimensionKey}
            label={dimensionName(dimensionKey)}
            score={score}
            dimension={isDimension(dimensionKey) ? dimensionKey : undefined}
            isCompact
          />
        ))}
      </div>
    </div>
  );
}
