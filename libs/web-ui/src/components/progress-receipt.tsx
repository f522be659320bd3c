import type { ReactNode } from 'react';
import { Button, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconLoader2,
  IconPlayerStop,
} from '@tabler/icons-react';
import { i18n } from '../words/i18n.js';
import { formatShare } from '../words/numbers.js';

export type JobState = 'PENDING' | 'ADMITTED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

interface ProgressReceiptProps {
  /** What is being done, like "Trend report, Q3 FY26". */
  label: string;
  state: JobState;
  /** 0..1 while it runs; null when unknown. */
  progress?: number | null;
  /** What went wrong and what to do. */
  error?: string | null;
  /** Behind the state: "1,200 of 2,133 rows", a time. */
  detail?: ReactNode;
  onRetry?: () => void;
  /** Links to what came of it. */
  children?: ReactNode;
}

/** A queued job as its owner sees it: waiting, running with progress, done or failed with a way on. */
export function ProgressReceipt({
  label,
  state,
  progress,
  error,
  detail,
  onRetry,
  children,
}: ProgressReceiptProps) {
  const isRunning = state === 'RUNNING';
  const share = progress ?? 0;
  return (
    <div className={`pl-receipt pl-receipt-${state.toLowerCase()}`}>
      <span className="pl-receipt-icon">{iconOf(state)}</span>
      <div className="pl-receipt-main">
        <div className="pl-receipt-line">
          <span className="pl-receipt-label">{label}</span>
          <span className="pl-receipt-state" role="status">
            {jobStateLabel(state)}
            {isRunning && progress != null && ` ${formatShare(share)}`}
          </span>
        </div>
        {isRunning && (
          <Progress.Root size={6} mt={6}>
            <Progress.Section
              value={progress == null ? 100 : share * 100}
              animated={progress == null}
              striped={progress == null}
              aria-label={label}
            />
          </Progress.Root>
        )}
        {detail && <div className="pl-receipt-detail">{detail}</div>}
        {state === 'FAILED' && error && <div className="pl-receipt-error">{error}</div>}
        {children}
      </div>
      {state === 'FAILED' && onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {i18n.t('Try again')}
        </Button>
      )}
    </div>
  );
}

function iconOf(state: JobState): ReactNode {
  const look = { size: 20, stroke: 1.7, 'aria-hidden': true };
  switch (state) {
    case 'PENDING':
    case 'ADMITTED':
      return <IconClock {...look} />;
    case 'RUNNING':
      return <IconLoader2 {...look} className="pl-turning" />;
    case 'DONE':
      return <IconCircleCheck {...look} />;
    case 'FAILED':
      return <IconAlertTriangle {...look} />;
    case 'CANCELLED':
      return <IconPlayerStop {...look} />;
  }
}

/** A job's state in the words of pages. */
export function jobStateLabel(state: JobState): string {
  switch (state) {
    case 'PENDING':
      return i18n.t('Waiting in the queue');
    case 'ADMITTED':
      return i18n.t('Next in line');
    case 'RUNNING':
      return i18n.t('Running');
    case 'DONE':
      return i18n.t('Done');
    case 'FAILED':
      return i18n.t('Failed');
    case 'CANCELLED':
      return i18n.t('Cancelled');
  }
}
