import { Alert, Button, Group, Text } from '@mantine/core';
import { LoadingState } from '@pilotage/web-ui';
import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatTime } from '../format/time.js';
import type { QueryState } from '../graphql/use-api-query.js';
import { i18n } from '../i18n.js';
import classes from './query-view.module.css';
import { ProblemState } from './problem-state.js';

interface QueryViewProps<Data> {
  readonly of: QueryState<Data>;
  readonly children: (data: Data) => ReactNode;
  /** In place of the grey lines, e.g. with the shape of the page. */
  readonly loading?: ReactNode;
  /** False for what asks again every few seconds. */
  readonly dimsOnRefresh?: boolean;
}

/**
 * The one way to show what a query answers: grey lines while it loads, the reason when it fails, the data otherwise.
 * When a refresh fails, the last good data stay with a note of their age.
 */
export function QueryView<Data>({
  of: query,
  children,
  loading,
  dimsOnRefresh = true,
}: QueryViewProps<Data>) {
  switch (query.kind) {
    case 'loading':
      return loading ?? <LoadingState />;
    case 'failed':
      return <ProblemState problem={query.problem} onRetry={query.retry} />;
    case 'ready':
      return (
        <>
          {query.problem && (
            <StaleNote message={query.problem.message} since={query.receivedAt} onRetry={query.retry} />
          )}
          <div
            className={classes['content']}
            aria-busy={query.isRefreshing}
            data-refreshing={(dimsOnRefresh && query.isRefreshing) || undefined}
          >
            {children(query.data)}
          </div>
        </>
      );
  }
}

interface StaleNoteProps {
  readonly message: string;
  readonly since: Date | null;
  readonly onRetry: () => void;
}

function StaleNote({ message, since, onRetry }: StaleNoteProps) {
  return (
    <Alert color="yellow" icon={<IconCloudOff size={18} />} mb="md" role="status" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {since
            ? i18n._('Shown as loaded at {time}.', { time: formatTime(since) })
            : i18n._('Shown as last loaded.')}{' '}
          {message}
        </Text>
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {i18n._('Try again')}
        </Button>
      </Group>
    </Alert>
  );
}
