import type { ReactNode } from 'react';
import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconChartDots, IconInbox } from '@tabler/icons-react';
import { i18n } from '../words/i18n.js';
import { useElapsed } from './delay.js';

interface EmptyStateProps {
  title: string;
  /** What this place is for and how it fills. */
  children?: ReactNode;
  /** Buttons or links that fill it. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** Nothing here yet: says what belongs here and how to begin. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <div className="pl-state">
      <span className="pl-state-icon">{icon ?? <IconInbox size={22} stroke={1.6} aria-hidden />}</span>
      <p className="pl-state-title">{title}</p>
      {children && <div className="pl-state-text">{children}</div>}
      {action && <div className="pl-state-action">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  /** What went wrong, in the reader's words. */
  message: string;
  /** What to do about it. */
  advice?: string;
  onRetry?: () => void;
  /** Quoted to support; shown small. */
  requestId?: string;
}

/** Something failed: what, what to do, and a way to try again. */
export function ErrorState({ message, advice, onRetry, requestId }: ErrorStateProps) {
  return (
    <div className="pl-state pl-state-error" role="alert">
      <span className="pl-state-icon">
        <IconAlertTriangle size={22} stroke={1.6} aria-hidden />
      </span>
      <p className="pl-state-title">{message}</p>
      <div className="pl-state-text">{advice ?? i18n.t('Nothing was lost. Try again in a moment.')}</div>
      {onRetry && (
        <div className="pl-state-action">
          <Button variant="default" onClick={onRetry}>
            {i18n.t('Try again')}
          </Button>
        </div>
      )}
      {requestId && <p className="pl-state-foot">{i18n.t('Request {requestId}', { requestId })}</p>}
    </div>
  );
}

interface TooFewDataProps {
  /** Why there is no figure, and how many are needed. */
  reason: string;
  isCompact?: boolean;
}

/** A figure that would not be honest yet; says what is needed. Never a zero. */
export function TooFewData({ reason, isCompact = false }: TooFewDataProps) {
  if (isCompact) return <span className="pl-too-few">{reason}</span>;
  return (
    <div className="pl-state">
      <span className="pl-state-icon">
        <IconChartDots size={22} stroke={1.6} aria-hidden />
      </span>
      <p className="pl-state-title">{i18n.t('Not enough data yet')}</p>
      <div className="pl-state-text">{reason}</div>
    </div>
  );
}

interface LoadingStateProps {
  /** Lines of the skeleton, or a height in pixels for one block. */
  lines?: number;
  height?: number;
  label?: string;
  /** Waits this long before anything shows: quick answers must not flash. */
  delayMs?: number;
}

export function LoadingState({ lines = 3, height, label, delayMs = 150 }: LoadingStateProps) {
  const isSlow = useElapsed(delayMs);
  return (
    <div role="status" aria-busy="true" className="pl-loading" style={{ minHeight: height }}>
      <span className="pl-hidden">{label ?? i18n.t('Loading')}</span>
      {isSlow && height !== undefined && <Skeleton height={height} radius="md" aria-hidden />}
      {isSlow &&
        height === undefined &&
        Array.from({ length: lines }, (_, line) => (
          <Skeleton
            key={line}
            height={14}
            width={line === lines - 1 ? '60%' : '100%'}
            radius="sm"
            aria-hidden
          />
        ))}
    </div>
  );
}
