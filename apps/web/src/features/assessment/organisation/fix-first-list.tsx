import { Button } from '@mantine/core';
import { AnswerBadge, Explain, formatNumber } from '@pilotage/web-ui';
import { useState } from 'react';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import type { Framework } from '../assessment.graphql.js';
import classes from './fix-first-list.module.css';
import { fixesInOrder, type Fix } from './fix-first.js';
import type { Round } from './organisation.graphql.js';

interface FixFirstProps {
  readonly framework: Framework;
  readonly answers: Round['answers'];
}

const SHOWN = 3;

/** The answers below Yes that pay most for their effort. */
export function FixFirst({ framework, answers }: FixFirstProps) {
  const [isAll, setAll] = useState(false);
  const fixes = fixesInOrder(framework, answers);
  const shown = isAll ? fixes : fixes.slice(0, SHOWN);
  return (
    <Panel
      title={
        fixes.length > SHOWN && !isAll ? i18n._('Three things to fix first') : i18n._('What to fix first')
      }
      explain={
        <Explain
          of={i18n._('What to fix first')}
          definition={i18n._(
            'Every answer below Yes: the points it would add to the score, times its impact (1 to 5), divided by the effort in person-days. The framework gives impact and effort; they are judgements, not measurements.',
          )}
          basis={i18n._('{count, plural, one {one answer} other {# answers}} below Yes', {
            count: fixes.length,
          })}
          exclusions={[i18n._('Questions that are not answered: their gap is not known')]}
        />
      }
    >
      {fixes.length === 0 ? (
        <p className="pl-muted">{i18n._('Nothing: every answer that was given is Yes.')}</p>
      ) : (
        <ol className={classes['list']}>
          {shown.map((fix) => (
            <FixRow key={fix.question.key} fix={fix} />
          ))}
        </ol>
      )}
      {fixes.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(!isAll)}>
          {isAll ? i18n._('Show fewer') : i18n._('Show all {count}', { count: fixes.length })}
        </Button>
      )}
    </Panel>
  );
}

function FixRow({ fix: { question, value, action, effort, impact, gain } }: { readonly fix: Fix }) {
  return (
    <li className={classes['row']}>
      <AnswerBadge answer={value} isCompact />
      <div>
        <p className={classes['action']}>{action}</p>
        <p className={classes['question']}>
          {question.key} · {question.text}
        </p>
        <p className={classes['worth']}>
          <span>{i18n._('+{gain} points', { gain: formatNumber(gain) })}</span>
          <span>{i18n._('impact {impact} of 5', { impact })}</span>
          <span>{effortWords(effort)}</span>
        </p>
      </div>
    </li>
  );
}

function effortWords(effort: string): string {
  switch (effort) {
    case 'S':
      return i18n._('up to 10 person-days');
    case 'M':
      return i18n._('10 to 60 person-days');
    default:
      return i18n._('more than 60 person-days, or a purchase');
  }
}
