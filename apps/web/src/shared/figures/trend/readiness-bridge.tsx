import { Bridge, formatChange, type BridgePart, type BridgePartKey } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import classes from '../figures.module.css';
import { Panel } from '../panel.js';
import { quarterSoFar } from '../quarter-words.js';
import { howBridge } from './definitions.js';
import type { Bridge as BridgeFigures, ConstantCohort } from './trend.graphql.js';

interface ReadinessBridgeProps {
  readonly bridge: BridgeFigures | null;
  readonly cohort?: ConstantCohort | null;
}

/** Why the mean moved, and how far those moved that were rated both times. */
export function ReadinessBridge({ bridge, cohort }: ReadinessBridgeProps) {
  if (!bridge) return null;
  const [from, to] = [bridge.from.label, quarterSoFar(bridge.to)];
  return (
    <Panel>
      <Bridge
        title={i18n._('What moved readiness from {from} to {to}', { from, to })}
        unit={i18n._('points of the mean score')}
        fromLabel={from}
        toLabel={to}
        start={bridge.start ?? 0}
        end={bridge.end ?? 0}
        parts={partsOf(bridge)}
        reason={bridge.reason && needed(bridge.reason)}
        explain={<HowComputed {...howBridge(bridge)} />}
      />
      {cohort && !bridge.reason && <CohortSentence cohort={cohort} />}
    </Panel>
  );
}

/** "The 12 initiatives rated in both quarters gained 3.2 points on average (1.1 to 5.3)." */
function CohortSentence({ cohort }: { readonly cohort: ConstantCohort }) {
  const { n, meanDifference, lower, upper, note } = cohort;
  if (meanDifference === null || lower === null || upper === null)
    return <p className={classes['sentence']}>{note}</p>;
  return (
    <p className={classes['sentence']}>
      {i18n._('With the mix held still: the {n} initiatives rated in both quarters changed by', { n })}{' '}
      <strong>{i18n._('{points} points on average', { points: formatChange(meanDifference, 1) })}</strong>{' '}
      {i18n._('(95 % interval {lower} to {upper}).', {
        lower: formatChange(lower, 1),
        upper: formatChange(upper, 1),
      })}{' '}
      {lower <= 0 && upper >= 0 && i18n._('That is compatible with no change.')}
    </p>
  );
}

const KEYS: readonly BridgePartKey[] = [
  'continuing',
  'newInitiatives',
  'newlyRated',
  'movedIn',
  'ended',
  'becameStale',
  'movedOut',
];

/** Parts that nobody is of are left out; the same initiatives always lead. */
function partsOf(bridge: BridgeFigures): BridgePart[] {
  return KEYS.map((key) => ({ key, value: bridge[key] ?? 0, count: bridge.counts[key] ?? 0 })).filter(
    ({ key, count }) => key === 'continuing' || count > 0,
  );
}

const needed = (reason: string): string =>
  i18n._('{reason} One initiative rated in two quarters running is enough to begin.', { reason });
