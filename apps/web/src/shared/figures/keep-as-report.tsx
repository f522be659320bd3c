import type { EnumOf } from '../graphql/graphql.js';
import { i18n } from '../i18n.js';
import { useTenant } from '../session/tenant-context.js';
import { ButtonLink } from '../ui/links.js';
import type { PortfolioFilter } from './portfolio-filter.js';

interface KeepAsReportProps {
  readonly kind: EnumOf<'ReportKind'>;
  /** Last day of the quarter; the running one when absent. */
  readonly quarterOf?: string | undefined;
  readonly filter?: PortfolioFilter;
}

/** From a live page to the request of the same as a stored report; nothing for who may not ask for one. */
export function KeepAsReport({ kind, quarterOf, filter = {} }: KeepAsReportProps) {
  const { slug, can } = useTenant();
  if (!can('report.request')) return null;
  return (
    <ButtonLink
      variant="default"
      to="/t/$slug/reports"
      params={{ slug }}
      search={{ request: kind, quarterOf, ...filter }}
    >
      {i18n._('Keep as report')}
    </ButtonLink>
  );
}
