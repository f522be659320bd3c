import { DayText } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import { Panel } from '../panel.js';
import { BridgeSentence } from './bridge-sentence.js';
import type { ExecutiveQuarter } from './executive-quarter.graphql.js';
import classes from './quarter-view.module.css';

/** The moves that matter most, a line each, and what they did to readiness. */
export function Moved({ quarter }: { readonly quarter: ExecutiveQuarter }) {
  const { slug } = useTenant();
  const { moved, bridge } = quarter;
  return (
    <Panel title={i18n._('What moved and why')}>
      {moved.length === 0 ? (
        <p className={classes['muted']}>{i18n._('No initiative entered another stage in this quarter.')}</p>
      ) : (
        <ul className={classes['moves']}>
          {moved.map(({ initiative: { id, key, name }, text, on }) => (
            <li key={id}>
              <AnchorLink
                to="/t/$slug/initiatives/$initiativeId"
                params={{ slug, initiativeId: id }}
                className={classes['name']}
              >
                {name} <span className={classes['key']}>{key}</span>
              </AnchorLink>
              {on && (
                <span className={classes['day']}>
                  <DayText on={on} />
                </span>
              )}
              <span className={classes['what']}>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {bridge && <BridgeSentence bridge={bridge} />}
    </Panel>
  );
}
