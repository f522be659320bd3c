import { StackedAreas } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { howStages } from './definitions.js';
import type { QuarterPoint } from './trend.graphql.js';

/** Initiatives by stage at the end of each quarter; the quarter that runs is hatched. */
export function StageAreas({ quarters }: { readonly quarters: readonly QuarterPoint[] }) {
  const latest = quarters.at(-1);
  const data = quarters.map(({ quarter, stages }) => ({
    label: quarter.label,
    isFinished: quarter.isFinished,
    counts: Object.fromEntries(stages.map(({ stage, count }) => [stage, count])),
  }));
  return (
    <StackedAreas
      title={i18n._('Initiatives by stage')}
      quarters={data}
      explain={latest && <HowComputed {...howStages(latest)} />}
    />
  );
}
