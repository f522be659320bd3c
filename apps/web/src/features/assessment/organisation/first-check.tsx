import { IconChecks, IconLayoutGrid, IconListNumbers, IconStairsUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import type { Framework } from '../assessment.graphql.js';
import classes from './first-check.module.css';

interface FirstCheckProps {
  readonly framework: Framework;
  /** Null: the organisation as a whole. */
  readonly unitName: string | null;
  /** Null where the viewer may only read. */
  readonly action: ReactNode;
}

/** Before the first round: what it asks, how long it takes and what comes of it. */
export function FirstCheck({ framework: { dimensions, questions }, unitName, action }: FirstCheckProps) {
  const shared = questions.filter(({ scope }) => scope === 'ORGANISATION').length;
  const gains = [
    {
      icon: IconChecks,
      text: i18n._('A score for each of the {count} dimensions, with what it stands on', {
        count: dimensions.length,
      }),
    },
    { icon: IconListNumbers, text: i18n._('The three things to fix first: most gain for the least effort') },
    { icon: IconLayoutGrid, text: i18n._('A picture of every answer, round by round, once there are more') },
    {
      icon: IconStairsUp,
      text: i18n._(
        'A head start for initiatives: {shared} answers hold for all of them, others are filled in to be confirmed',
        { shared },
      ),
    },
  ];
  return (
    <Panel>
      <div className={classes['first']}>
        <div>
          <h2 className={classes['lead']}>
            {unitName === null
              ? i18n._('How ready is the organisation to bring AI from pilot to production?')
              : i18n._('How ready is {unit} to bring AI from pilot to production?', { unit: unitName })}
          </h2>
          <p className={classes['how']}>
            {i18n._(
              '{count} questions, about ten minutes. Each says what Yes, Partial and No look like, so you choose what you see. Answers are saved as you go; leave and come back whenever you like.',
              { count: questions.length },
            )}
          </p>
          {action ?? (
            <p className={classes['how']}>
              {i18n._('The programme office answers it; nothing is submitted yet.')}
            </p>
          )}
        </div>
        <ul className={classes['gains']} aria-label={i18n._('What comes of it')}>
          {gains.map(({ icon: Sign, text }) => (
            <li key={text}>
              <Sign size={20} stroke={1.6} aria-hidden />
              {text}
            </li>
          ))}
        </ul>
      </div>
      <ul className={classes['dimensions']} aria-label={i18n._('What it asks about')}>
        {dimensions.map(({ key, name }) => (
          <li key={key} style={{ borderColor: `var(--pl-dimension-${key.toLowerCase()})` }}>
            <strong>{name}</strong>
            <span>
              {i18n._('{count, plural, one {one question} other {# questions}}', {
                count: questions.filter(({ dimensionKey }) => dimensionKey === key).length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
