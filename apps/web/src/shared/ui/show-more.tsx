import { Button, Group, Text } from '@mantine/core';
import { formatNumber } from '@pilotage/web-ui';
import type { Rows } from '../graphql/use-further.js';
import { i18n } from '../i18n.js';

interface ShowMoreProps {
  readonly rows: Rows<unknown>;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Below a list that comes in pages: how much of it is shown, and the way to the rest. */
export function ShowMore({ rows, isLoading, onMore }: ShowMoreProps) {
  if (rows.nodes.length === 0) return null;
  return (
    <Group justify="space-between" mt="sm" gap="xs">
      <Text size="sm" c="dimmed" aria-live="polite">
        {rows.hasMore
          ? i18n._('{shown} of {total} shown', {
              shown: formatNumber(rows.nodes.length),
              total: formatNumber(rows.totalCount),
            })
          : i18n._('{total, plural, one {One in all} other {# in all}}', { total: rows.totalCount })}
      </Text>
      {rows.hasMore && (
        <Button variant="default" size="xs" loading={isLoading} onClick={onMore}>
          {i18n._('Show more')}
        </Button>
      )}
    </Group>
  );
}
