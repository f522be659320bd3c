import { AnswerBadge } from '@pilotage/web-ui';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import type { Framework } from '../../assessment.graphql.js';
import type { Draft } from '../draft.graphql.js';
import type { ShownAnswer } from '../store/answer-edit.js';
import { dayOf } from './answer-words.js';
import classes from './question-list.module.css';

interface InheritedAnswersProps {
  readonly draft: Draft;
  readonly framework: Framework;
  readonly answers: readonly ShownAnswer[];
}

/** What the organisation or the unit answers for everybody: to read, not to change. */
export function InheritedAnswers({ draft: { inheritsFrom }, framework, answers }: InheritedAnswersProps) {
  const inherited = answers.filter(({ mode }) => mode === 'INHERITED');
  if (inherited.length === 0) return null;
  return (
    <section aria-labelledby="inherited">
      <h2 id="inherited" className={classes['dimension']}>
        {i18n._('Answered for all initiatives')}
      </h2>
      <p className={classes['source']}>
        {inheritsFrom ? (
          <>
            {i18n._('From')}{' '}
            <AnchorLink
              from="/t/$slug"
              to="/t/$slug/assessments/$assessmentId"
              params={{ assessmentId: inheritsFrom.id }}
              inherit
              underline="always"
            >
              {inheritsFrom.unit
                ? i18n._('the assessment of {unit}', { unit: inheritsFrom.unit.name })
                : i18n._('the organisation’s assessment')}
            </AnchorLink>{' '}
            {i18n._('as of {day}; nothing to do for you.', { day: dayOf(inheritsFrom) })}
          </>
        ) : (
          i18n._(
            'The organisation has not answered these by that day. They count as not answered; this does not stop you.',
          )
        )}
      </p>
      <ul className={classes['rows']}>
        {inherited.map(({ questionKey, value }) => (
          <li key={questionKey} className={classes['inherited']}>
            <span className={classes['key']}>{questionKey}</span>
            <span>{framework.questions.find(({ key }) => key === questionKey)?.text}</span>
            <AnswerBadge answer={value} />
          </li>
        ))}
      </ul>
    </section>
  );
}
