import { EmptyState, ErrorState } from '@pilotage/web-ui';
import { IconLock, IconMapPinQuestion } from '@tabler/icons-react';
import type { Problem } from '../graphql/problem.js';
import { i18n } from '../i18n.js';

interface ProblemStateProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** A request that failed and left nothing to show. */
export function ProblemState({ problem, onRetry }: ProblemStateProps) {
  switch (problem.code) {
    case 'NOT_FOUND':
      return (
        <EmptyState
          title={i18n._('Not found')}
          icon={<IconMapPinQuestion size={22} stroke={1.6} aria-hidden />}
        >
          {problem.message}
        </EmptyState>
      );
    case 'FORBIDDEN':
      return (
        <EmptyState title={i18n._('Not allowed')} icon={<IconLock size={22} stroke={1.6} aria-hidden />}>
          {problem.message}
        </EmptyState>
      );
    default:
      return (
        <ErrorState
          message={i18n._('This could not be loaded')}
          advice={problem.message}
          onRetry={onRetry}
          requestId={problem.requestId ?? undefined}
        />
      );
  }
}
