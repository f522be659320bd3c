import type { ReactNode } from 'react';
import classes from './figures.module.css';

interface PanelProps {
  /** None where the content is a chart, which has a title of its own. */
  readonly title?: string;
  /** Behind the title: in which unit, of how many. */
  readonly unit?: string;
  /** `HowComputed`. */
  readonly explain?: ReactNode;
  readonly children: ReactNode;
}

/** A card of a page of results. */
export function Panel({ title, unit, explain, children }: PanelProps) {
  return (
    <section className={classes['panel']} aria-label={title}>
      {title && (
        <header className={classes['panelHead']}>
          <h2 className={classes['panelTitle']}>
            {title}
            {unit && <span className={classes['panelUnit']}> {unit}</span>}
          </h2>
          {explain}
        </header>
      )}
      {children}
    </section>
  );
}
