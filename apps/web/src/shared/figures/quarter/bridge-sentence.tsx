import { formatChange, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { howBridge } from '../trend/definitions.js';
import type { Bridge } from '../trend/trend.graphql.js';
import classes from './quarter-view.module.css';

/** "Readiness 55.0, +7.5 since Q2 FY26: same initiatives +15.0, ended −7.5" */
export function BridgeSentence({ bridge }: { readonly bridge: Bridge }) {
  const { from, end, change, reason } = bridge;
  return (
    <div className={classes['line']}>
      <p>
        {reason || end === null || change === null
          ? i18n._('Readiness: {reason}', { reason: reason ?? i18n._('no data') })
          : i18n._('Readiness {end}, {change} since {quarter}: {parts}.', {
              end: formatNumber(end, 1),
              change: formatChange(change, 1),
              quarter: from.label,
              parts: partsOf(bridge).join(', '),
            })}
      </p>
      <HowComputed isCompact {...howBridge(bridge)} />
    </div>
  );
}

function partsOf(bridge: Bridge): string[] {
  const { counts } = bridge;
  const part = (label: string, points: number | null, count: number | null) =>
    (count ?? 0) > 0 && points !== null ? [`${label} ${formatChange(points, 1)}`] : [];
  return [
    ...part(i18n._('same initiatives'), bridge.continuing, counts.continuing),
    ...part(i18n._('new'), bridge.newInitiatives, counts.newInitiatives),
    ...part(i18n._('newly rated'), bridge.newlyRated, counts.newlyRated),
    ...part(i18n._('moved in'), bridge.movedIn, counts.movedIn),
    ...part(i18n._('ended'), bridge.ended, counts.ended),
    ...part(i18n._('no longer rated'), bridge.becameStale, counts.becameStale),
    ...part(i18n._('moved out'), bridge.movedOut, counts.movedOut),
  ];
}
