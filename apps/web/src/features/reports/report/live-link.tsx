import { lastQuarters, PERIOD_QUARTERS, useKeptQuarters } from '../../../shared/figures/kept-quarters.js';
import { someOf } from '../../../shared/figures/portfolio-filter.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Report } from '../reports.graphql.js';

const PATHS = {
  TREND: '/t/$slug/trend',
  TIME_TO_PRODUCTION: '/t/$slug/time-to-production',
  EXECUTIVE_QUARTER: '/t/$slug/quarter',
} as const;

/** To the same figures as they are now; nothing where no live page reaches back to the quarter. */
export function LiveLink({ report }: { readonly report: Report }) {
  const { slug } = useTenant();
  const kept = useKeptQuarters();
  const { kind, quarter, filter } = report;
  const reached = kind === 'TIME_TO_PRODUCTION' ? kept : lastQuarters(kept, PERIOD_QUARTERS);
  if (!reached.some(({ to }) => to === quarter.to)) return null;
  return (
    <ButtonLink
      to={PATHS[kind]}
      params={{ slug }}
      search={{ quarterOf: quarter.to, unitIds: someOf(filter.unitIds), kinds: someOf(filter.kinds) }}
      variant="default"
    >
      {i18n._('As it is now')}
    </ButtonLink>
  );
}
