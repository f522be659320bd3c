import { i18n } from '../../i18n.js';
import { useFurther, type LoadPage } from '../../graphql/use-further.js';
import { HowComputed } from '../../method/how-computed.js';
import { useTenant } from '../../session/tenant-context.js';
import { AnchorLink } from '../../ui/links.js';
import { ShowMore } from '../../ui/show-more.js';
import { Panel } from '../panel.js';
import { howBlockers } from '../trend/definitions.js';
import type { ExecutiveQuarter, OverLimit } from './executive-quarter.graphql.js';
import classes from './quarter-view.module.css';

/** Where on the page the pilots over the limit stand, for links from their number. */
export const OVER_LIMIT = 'over-limit';

/** Asks for more of those over the limit in a stage: of the live page, or of a stored report. */
export type LoadOverLimit = Readonly<
  Record<'PILOT' | 'LIMITED_PRODUCTION', LoadPage<OverLimit['nodes'][number]>>
>;

interface HeldProps {
  readonly quarter: ExecutiveQuarter;
  readonly load: LoadOverLimit;
}

/** What blocks most, and which are over their limit: pilots, and beside them those in limited production. */
export function Held({ quarter, load }: HeldProps) {
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
      {stuck.initiatives.totalCount > 0 && (
        <div id={OVER_LIMIT}>
          <Panel title={i18n._('Over the limit, longest first')}>
            <Names first={stuck.initiatives} load={load.PILOT} />
          </Panel>
        </div>
      )}
      {stuck.inLimitedProduction.totalCount > 0 && (
        <Panel title={i18n._('Over the limit in limited production, longest first')}>
          <Names first={stuck.inLimitedProduction} load={load.LIMITED_PRODUCTION} />
        </Panel>
      )}
    </div>
  );
}

interface NamesProps {
  readonly first: OverLimit;
  readonly load: LoadPage<OverLimit['nodes'][number]>;
}

function Names({ first, load }: NamesProps) {
  const { slug } = useTenant();
  const { rows, showMore, isLoadingMore } = useFurther(first, load);
  return (
    <>
      <ul className={classes['names']}>
        {rows.nodes.map(({ id, key, name }) => (
          <li key={id}>
            <AnchorLink to="/t/$slug/initiatives/$initiativeId" params={{ slug, initiativeId: id }}>
              {name} <span className={classes['key']}>{key}</span>
            </AnchorLink>
          </li>
        ))}
      </ul>
      <ShowMore rows={rows} isLoading={isLoadingMore} onMore={showMore} />
    </>
  );
}
