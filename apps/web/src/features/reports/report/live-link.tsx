import { someOf } from '../../../shared/figures/portfolio-filter.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Report } from '../reports.graphql.js';

/** To the same figures as they are now. */
export function LiveLink({ report }: { readonly report: Report }) {
  const { slug } = useTenant();
  const { kind, quarter } = report;
  const filter = { unitIds: someOf(report.filter.unitIds), kinds: someOf(report.filter.kinds) };
  const words = i18n._('As it is now');
  const look = { params: { slug }, variant: 'default' as const };
  switch (kind) {
    case 'TREND':
      return (
        <ButtonLink to="/t/$slug/trend" search={filter} {...look}>
          {words}
        </ButtonLink>
      );
    case 'TIME_TO_PRODUCTION':
      return (
        <ButtonLink to="/t/$slug/time-to-production" search={{ quarterOf: quarter.to, ...filter }} {...look}>
          {words}
        </ButtonLink>
      );
    case 'EXECUTIVE_QUARTER':
      return (
        <ButtonLink to="/t/$slug/quarter" search={{ quarterOf: quarter.to }} {...look}>
          {words}
        </ButtonLink>
      );
  }
}
