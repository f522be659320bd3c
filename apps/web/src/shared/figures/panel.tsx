import type { ReactNode } from 'react';
import classes from './figures.module.css';

interface HeadProps {
  readonly title: string;
  /** Behind the title: in which unit, of how many. */
  readonly unit?: string | undefined;
  /** `HowComputed`. */
  readonly explain?: ReactNode;
}

interface PanelProps extends Partial<HeadProps> {
  readonly children: ReactNode;
}

/** A card of a page of results. Without a title where its content is a chart, which has one of its own. */
export function Panel({ title, unit, explain, children }: PanelProps) {
  return (
    <section className={classes['panel']} aria-label={title}>
      {title && <Head title={title} unit={unit} explain={explain} />}
      {children}
    </section>
  );
}

/** The same without a card, around a table, which is one. */
export function Section({ children, ...head }: HeadProps & { readonly children: ReactNode }) {
  return (
    <section aria-label={head.title}>
      <Head {...head} />
      {children}
    </section>
  );
}

function Head({ title, unit, explain }: HeadProps) {
  return (
    <header className={classes['panelHead']}>
      <h2 className={classes['panelTitle']}>
        {title}
        {unit && <span className={classes['panelUnit']}> {unit}</span>}
      </h2>
      {explain}
    </header>
  );
}
