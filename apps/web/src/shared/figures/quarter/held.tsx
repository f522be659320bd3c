import { Button } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import { Panel } from '../panel.js';
import { howBlockers } from '../trend/definitions.js';
import type { ExecutiveQuarter } from './executive-quarter.graphql.js';
import classes from './quarter-view.module.css';

const NAMES_SHOWN = 4;

/** Where on the page the pilots over the limit stand, for links from their number. */
export const OVER_LIMIT = 'over-limit';

/** What blocks most, and which are over their limit: pilots, and beside them those in limited production. */
export function Held({ quarter }: { readonly quarter: ExecutiveQuarter }) {
  const { blocker, blockerName, ready, stuck } = quarter;
  return (
    <div className={classes['stack']}>
      <Panel title={i18n._('What blocks most')} explain={<HowComputed isCompact {...howBlockers(ready)} />}>
        {blocker ? (
          <>
            <p>
              {blockerName} <span className={classes['key']}>{blocker.questionKey}</span>
            </p>
            <p className={classes['muted']}>
              {i18n._('holds {count} of {of} in pilot or beyond below their next stage', {
                count: blocker.initiatives,
                of: ready.of,
              })}
            </p>
          </>
        ) : (
          <p className={classes['muted']}>
            {ready.of > 0 && ready.ready === ready.of
              ? i18n._('Nothing: all are ready for their next stage.')
              : i18n._('Not known: no initiative in pilot or beyond has a current assessment.')}
          </p>
        )}
      </Panel>
      {stuck.initiatives.length > 0 && (
        <div id={OVER_LIMIT}>
          <Panel title={i18n._('Over the limit, longest first')}>
            <Names initiatives={stuck.initiatives} />
          </Panel>
        </div>
      )}
      {stuck.longInLimitedProduction.length > 0 && (
        <Panel title={i18n._('Over the limit in limited production, longest first')}>
          <Names initiatives={stuck.longInLimitedProduction} />
        </Panel>
      )}
    </div>
  );
}

function Names({ initiatives }: { readonly initiatives: ExecutiveQuarter['stuck']['initiatives'] }) {
  const { slug } = useTenant();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? initiatives : initiatives.slice(0, NAMES_SHOWN);
  const more = initiatives.length - shown.length;
  return (
    <>
      <ul className={classes['names']}>
        {shown.map(({ id, key, name }) => (
          <li key={id}>
            <AnchorLink to="/t/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: id }}>
              {name} <span className={classes['key']}>{key}</span>
            </AnchorLink>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setWhole(true)}>
          {i18n._('{more, plural, one {and one more} other {and # more}}', { more })}
        </Button>
      )}
    </>
  );
}
