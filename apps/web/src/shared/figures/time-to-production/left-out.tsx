import { formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { Panel } from '../panel.js';
import classes from './left-out.module.css';
import type { TimeToProduction } from './time-to-production.graphql.js';

/** Who is not in the shares, and why; and what was counted with less than a day's precision. */
export function LeftOut({ figures }: { readonly figures: TimeToProduction }) {
  const { excluded, sameDay } = figures;
  if (excluded.length === 0 && sameDay === 0) return null;
  return (
    <Panel title={i18n._('Counted apart')} unit={i18n._('initiatives that are in no share, and why')}>
      <ul className={classes['list']}>
        {excluded.map(({ code, count, message }) => (
          <li key={code}>
            <span className={classes['count']}>{formatNumber(count)}</span>
            <span>{message}</span>
          </li>
        ))}
        {sameDay > 0 && (
          <li>
            <span className={classes['count']}>{formatNumber(sameDay)}</span>
            <span>{i18n._('Entered and left pilot on one day: counted, as half a day.')}</span>
          </li>
        )}
      </ul>
    </Panel>
  );
}
