import { EmptyState } from '@pilotage/web-ui';
import { IconChartAreaLine } from '@tabler/icons-react';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { ButtonLink } from '../../ui/links.js';
import classes from '../figures.module.css';
import { Panel } from '../panel.js';
import { Blockers } from './blockers.js';
import { ReadinessBridge } from './readiness-bridge.js';
import { DimensionLines, StageLines } from './readiness-lines.js';
import { StageAreas } from './stage-areas.js';
import { TrendCards } from './trend-cards.js';
import type { Trend } from './trend.graphql.js';

/** The trend over quarters, live or as a stored report has it. */
export function TrendView({ trend }: { readonly trend: Trend }) {
  const { quarters, bridge, constantCohort, blockers } = trend;
  const latest = quarters.at(-1);
  if (!latest || quarters.every(({ stages }) => stages.every(({ count }) => count === 0))) {
    return <NoInitiatives />;
  }
  return (
    <div className={classes['stack']}>
      <TrendCards quarters={quarters} />
      <Panel>
        <StageAreas quarters={quarters} />
      </Panel>
      <Blockers blockers={blockers} latest={latest} />
      <ReadinessBridge bridge={bridge} cohort={constantCohort} />
      <Panel>
        <StageLines quarters={quarters} />
      </Panel>
      <Panel>
        <DimensionLines quarters={quarters} />
      </Panel>
    </div>
  );
}

function NoInitiatives() {
  const { slug, can } = useTenant();
  return (
    <EmptyState
      title={i18n._('No initiative in these quarters')}
      icon={<IconChartAreaLine size={22} stroke={1.6} aria-hidden />}
      action={
        can('import.run') && (
          <ButtonLink to="/t/$slug/imports" params={{ slug }}>
            {i18n._('Import a list')}
          </ButtonLink>
        )
      }
    >
      {i18n._(
        'The trend begins with the first initiative that has a stage. Choose more quarters or fewer filters, or record the initiatives you have.',
      )}
    </EmptyState>
  );
}
