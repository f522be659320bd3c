import type { PortfolioFilter } from '../../shared/figures/portfolio-filter.js';
import { formatInstant } from '../../shared/format/time.js';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { useTenant } from '../../shared/session/tenant-context.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { publishedQuery } from './quarter.graphql.js';

interface PublishedProps {
  readonly quarterTo: string;
  readonly filter: PortfolioFilter;
}

/** The way to the quarter of this part of the portfolio as it was published last; nothing where it was not, or for who may not read reports. */
export function Published({ quarterTo, filter: shown }: PublishedProps) {
  const { slug, can } = useTenant();
  const reports = useApiQuery(publishedQuery, {}, { pause: !can('report.read') });
  if (reports.kind !== 'ready') return null;
  const published = reports.data.reports.nodes.find(
    ({ state, quarter, filter }) =>
      state === 'DONE' &&
      quarter.to === quarterTo &&
      isSame(filter.unitIds, shown.unitIds) &&
      isSame(filter.kinds, shown.kinds),
  );
  if (!published) return null;
  const at = formatInstant(published.knownAt);
  const name = published.requestedBy?.name;
  return (
    <>
      {' · '}
      <AnchorLink
        to="/t/$slug/reports/$reportId"
        params={{ slug, reportId: published.id }}
        inherit
        underline="always"
      >
        {name
          ? i18n._('published by {name}, as known on {at}', { name, at })
          : i18n._('published, as known on {at}', { at })}
      </AnchorLink>
    </>
  );
}

/** The same choice, in whatever order. */
const isSame = <Item,>(published: readonly Item[], shown: readonly Item[] = []): boolean =>
  published.length === shown.length && published.every((item) => shown.includes(item));
