import { Group, Text } from '@mantine/core';
import { formatNumber } from '@pilotage/web-ui';
import { IconChevronRight, IconChevronsLeft } from '@tabler/icons-react';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { FIRST_PAGE, type PortfolioSearch } from './portfolio-search.js';
import type { PortfolioPageData } from './portfolio.graphql.js';

interface PageStepsProps {
  readonly page: PortfolioPageData;
  readonly search: PortfolioSearch;
}

/** Which part of the list this is, and the links to its next and first page; a page back is the browser's Back. */
export function PageSteps({ page, search }: PageStepsProps) {
  const { nodes, pageInfo, totalCount } = page;
  if (nodes.length === 0) return null;
  const skipped = search.skipped ?? 0;
  const shown = { from: formatNumber(skipped + 1), to: formatNumber(skipped + nodes.length) };
  return (
    <Group component="nav" aria-label={i18n._('Pages of the list')} justify="space-between" mt="sm" gap="xs">
      <Text size="sm" c="dimmed" aria-live="polite" className="pl-number">
        {i18n._('{from} to {to} of {total}', { ...shown, total: formatNumber(totalCount) })}
      </Text>
      <Group gap="xs">
        {search.after && (
          <ButtonLink
            from="/t/$slug/portfolio"
            to="/t/$slug/portfolio"
            search={{ ...search, ...FIRST_PAGE }}
            variant="default"
            size="xs"
            leftSection={<IconChevronsLeft size={15} aria-hidden />}
          >
            {i18n._('First page')}
          </ButtonLink>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <ButtonLink
            from="/t/$slug/portfolio"
            to="/t/$slug/portfolio"
            search={{ ...search, after: pageInfo.endCursor, skipped: skipped + nodes.length }}
            variant="default"
            size="xs"
            rightSection={<IconChevronRight size={15} aria-hidden />}
          >
            {i18n._('Next page')}
          </ButtonLink>
        )}
      </Group>
    </Group>
  );
}
