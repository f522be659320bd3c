import type { ReactNode } from 'react';
import classes from './result.module.css';

interface ResultHeadProps {
  readonly headline: ReactNode;
  readonly lead: ReactNode;
  /** Whether a screen reader is told the headline when it appears. */
  readonly isNews?: boolean;
  /** What to do next. */
  readonly children: ReactNode;
}

/** What has become of an import, in one line, and where to go from here. */
export function ResultHead({ headline, lead, isNews = true, children }: ResultHeadProps) {
  return (
    <div className={classes['head']}>
      <div>
        <p className={classes['headline']} role={isNews ? 'status' : undefined}>
          {headline}
        </p>
        <p className={classes['lead']}>{lead}</p>
      </div>
      {children}
    </div>
  );
}
