import { STAGES, stageLabel, type Stage } from '@pilotage/web-ui';
import { IconChevronRight, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Panel } from '../../../shared/figures/panel.js';
import { i18n } from '../../../shared/i18n.js';
import { HowComputed } from '../../../shared/method/how-computed.js';
import type { Assessment, Gate } from './assessment-page.graphql.js';
import classes from './gates.module.css';

interface GatesProps {
  readonly assessment: Assessment;
  /** Where the initiative is today. */
  readonly stage: Stage | null;
}

/** For each stage, how many answers are at its level and which are not; the next stage lies open. */
export function Gates({ assessment: { gates, framework }, stage }: GatesProps) {
  const next = stage && STAGES[STAGES.indexOf(stage) + 1];
  const textOf = (wanted: string) => framework.questions.find(({ key }) => key === wanted)?.text ?? wanted;
  return (
    <Panel
      title={i18n._('Ready for which stage')}
      explain={
        <HowComputed
          of={i18n._('Ready for which stage')}
          section="ready-for-next-stage"
          definition={i18n._(
            'Each question has a minimum answer for each stage. Ready means that all of them are met; a missing answer does not meet any. It says what is missing, people decide.',
          )}
        />
      }
    >
      <div className={classes['gates']}>
        {gates.map((gate) => (
          <details key={gate.stage} open={gate.stage === next} className={classes['gate']}>
            <summary>
              <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes['sign']} />
              <span className={classes['stage']}>
                {stageLabel(gate.stage)}
                {gate.stage === next && <span className="pl-tag">{i18n._('next')}</span>}
              </span>
              <GateCount gate={gate} />
            </summary>
            {gate.isReady ? (
              <p className="pl-muted">{i18n._('Every answer is at the level this stage asks for.')}</p>
            ) : (
              <ul aria-label={i18n._('In the way')}>
                {gate.blocking.map((key) => (
                  <li key={key}>
                    <strong>{key}</strong> <span>{textOf(key)}</span>
                  </li>
                ))}
              </ul>
            )}
          </details>
        ))}
      </div>
    </Panel>
  );
}

function GateCount({ gate: { isReady, met, of, blocking } }: { readonly gate: Gate }) {
  const Sign = isReady ? IconCircleCheck : IconCircleDashed;
  return (
    <span className={classes['count']} data-ready={isReady || undefined}>
      <Sign size={17} stroke={1.8} aria-hidden />
      {isReady ? i18n._('ready') : i18n._('{met} of {of} at gate level', { met, of })}
      {!isReady && blocking.length <= 3 && `; ${i18n._('blocking: {keys}', { keys: blocking.join(', ') })}`}
    </span>
  );
}
