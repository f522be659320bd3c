import { Button } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { useFrameworkNames } from '../framework-names.js';
import { Panel } from '../panel.js';
import classes from './blockers.module.css';
import { howBlockers } from './definitions.js';
import type { Blocker, QuarterPoint } from './trend.graphql.js';

interface BlockersProps {
  /** The one that holds most first. */
  readonly blockers: readonly Blocker[];
  readonly latest: QuarterPoint;
}

const SHOWN = 5;

/** The questions that hold most initiatives below the gate of their next stage. */
export function Blockers({ blockers, latest }: BlockersProps) {
  const [isAll, setAll] = useState(false);
  const { questionText } = useFrameworkNames();
  const { of, ready } = latest.ready;
  const shown = isAll ? blockers : blockers.slice(0, SHOWN);
  return (
    <Panel
      title={i18n._('What blocks most')}
      unit={i18n._('initiatives held, of {of} in pilot or beyond', { of })}
      explain={<HowComputed {...howBlockers(latest.ready)} />}
    >
      {blockers.length === 0 ? (
        <p className={classes['none']}>
          {of > 0 && ready === of
            ? i18n._('Nothing: all are ready for their next stage.')
            : i18n._('Not known yet: assess initiatives in pilot or beyond to see what holds them.')}
        </p>
      ) : (
        <ol className={classes['list']}>
          {shown.map(({ questionKey, initiatives }) => (
            <li key={questionKey} className={classes['row']}>
              <span className={classes['key']}>{questionKey}</span>
              <span className={classes['text']}>{questionText(questionKey)}</span>
              <span className={classes['bar']} aria-hidden="true">
                <span style={{ width: `${(100 * initiatives) / Math.max(of, 1)}%` }} />
              </span>
              <span className={classes['count']}>{i18n._('{initiatives} of {of}', { initiatives, of })}</span>
            </li>
          ))}
        </ol>
      )}
      {blockers.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(!isAll)}>
          {isAll ? i18n._('Show fewer') : i18n._('Show all {count}', { count: blockers.length })}
        </Button>
      )}
    </Panel>
  );
}
