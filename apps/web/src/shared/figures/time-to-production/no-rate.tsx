import { TooFewData } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { ButtonLink } from '../../ui/links.js';
import { Panel } from '../panel.js';
import classes from './no-rate.module.css';
import type { TimeToProduction } from './time-to-production.graphql.js';

interface NoRateProps {
  readonly figures: TimeToProduction;
  readonly reason: string;
}

/** No share can be given: why, and what would make it possible. */
export function NoRate({ figures, reason }: NoRateProps) {
  const { slug, can } = useTenant();
  const isRegisterTheCause = figures.livingOnly || figures.completeSince === null;
  return (
    <Panel title={i18n._('What became of pilots, by months since the pilot began')}>
      <TooFewData reason={reason} />
      <div className={classes['next']}>
        <h3>{i18n._('What would be needed')}</h3>
        <ul>
          {isRegisterTheCause ? (
            <li>{i18n._('An import that also lists stopped pilots, with the day since which it does.')}</li>
          ) : (
            <>
              <li>{i18n._('Five pilots with a known first day, watched at the same time.')}</li>
              <li>{i18n._('Five of them in production or stopped, with the day it happened.')}</li>
            </>
          )}
        </ul>
        {isRegisterTheCause && can('import.run') && (
          <ButtonLink to="/t/$slug/imports" params={{ slug }} variant="default">
            {i18n._('Go to imports')}
          </ButtonLink>
        )}
        {!isRegisterTheCause && (
          <ButtonLink to="/t/$slug/portfolio" params={{ slug }} variant="default">
            {i18n._('Open the portfolio')}
          </ButtonLink>
        )}
      </div>
    </Panel>
  );
}
