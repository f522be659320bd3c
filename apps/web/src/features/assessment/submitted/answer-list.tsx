import { AnswerBadge, formatDay } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { Evidence } from './evidence.js';
import classes from './answer-list.module.css';
import { sourceQuery, type Answer, type Assessment } from './assessment-page.graphql.js';
import { MoveSign } from './moved-since.js';
import type { Move } from './moves.js';

interface AnswerListProps {
  readonly assessment: Assessment;
  readonly moves: readonly Move[];
}

/** Every answer with what goes with it, by dimension. */
export function AnswerList({ assessment: { framework, answers }, moves }: AnswerListProps) {
  return (
    <div className={classes['list']}>
      {framework.dimensions.map(({ key, name }) => (
        <section key={key} aria-labelledby={`answers-${key}`}>
          <h2
            id={`answers-${key}`}
            className={classes['dimension']}
            style={{ borderColor: `var(--pl-dimension-${key.toLowerCase()})` }}
          >
            {name}
          </h2>
          <ul className={classes['rows']}>
            {framework.questions
              .filter(({ dimensionKey }) => dimensionKey === key)
              .map((question) => {
                const answer = answers.find(({ questionKey }) => questionKey === question.key);
                const move = moves.find(({ questionKey }) => questionKey === question.key);
                return (
                  answer && (
                    <li key={question.key} className={classes['row']}>
                      <span className={classes['key']}>{question.key}</span>
                      <div>
                        <h3 className={classes['question']}>{question.text}</h3>
                        <Texts answer={answer} />
                      </div>
                      <span className={classes['answer']}>
                        {move && <MoveSign direction={move.direction} />}
                        <AnswerBadge answer={answer.value} />
                      </span>
                    </li>
                  )
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Texts({ answer: { note, actionRequired, evidence, inheritedFrom } }: { readonly answer: Answer }) {
  return (
    <>
      {note && <p className={classes['text']}>{note}</p>}
      {actionRequired && (
        <p className={classes['text']}>
          <strong>{i18n._('Action required:')}</strong> {actionRequired}
        </p>
      )}
      {evidence && (
        <p className={classes['text']}>
          <strong>{i18n._('Evidence:')}</strong> <Evidence text={evidence} />
        </p>
      )}
      {inheritedFrom && <Source id={inheritedFrom} />}
    </>
  );
}

/** Whose answer was taken over; its note and evidence stand there. */
function Source({ id }: { readonly id: string }) {
  const query = useApiQuery(sourceQuery, { id });
  const source = query.kind === 'ready' ? query.data.assessment : null;
  return (
    <p className={classes['source']}>
      {i18n._('From')}{' '}
      <AnchorLink
        from="/t/$slug"
        to="/t/$slug/assessments/$assessmentId"
        params={{ assessmentId: id }}
        inherit
        underline="always"
      >
        {source?.unit
          ? i18n._('the assessment of {unit}', { unit: source.unit.name })
          : i18n._('the organisation’s assessment')}
      </AnchorLink>
      {source && ` ${i18n._('as of {day}', { day: formatDay({ on: source.asOfOn, precision: 'DAY' }) })}`}
    </p>
  );
}
