import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import type { ExecutiveQuarter } from './executive-quarter.graphql.js';
import { Held, type LoadOverLimit } from './held.js';
import { Moved } from './moved.js';
import classes from './quarter-view.module.css';
import { Tiles } from './tiles.js';

interface QuarterViewProps {
  readonly quarter: ExecutiveQuarter;
  readonly load: LoadOverLimit;
}

/** The quarter for who reads one page: live, or as a stored report has it. */
export function QuarterView({ quarter, load }: QuarterViewProps) {
  const { slug } = useTenant();
  return (
    <div className={classes['page']}>
      <p className={classes['headline']}>{quarter.headline}</p>
      <Tiles quarter={quarter} />
      <div className={classes['columns']}>
        <Moved quarter={quarter} />
        <Held quarter={quarter} load={load} />
      </div>
      <p className={classes['foot']}>
        {quarter.foot.join(' · ')}
        {' · '}
        <AnchorLink to="/t/$slug/method" params={{ slug }} inherit underline="always">
          {i18n._('How these figures are computed')}
        </AnchorLink>
      </p>
    </div>
  );
}
