import { stageLabel } from '@pilotage/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { i18n } from '../../../shared/i18n.js';
import classes from './gate-view.module.css';
import type { Gate } from './initiative.graphql.js';

interface GateViewProps {
  readonly gate: Gate;
  readonly questionText: (key: string) => string;
}

/** How far the answers are from what the next stage asks for, and which ones stand in the way. */
export function GateView({ gate: { stage, met, of, isReady, blocking }, questionText }: GateViewProps) {
  return (
    <div className={classes['gate']}>
      <p className={classes['headline']}>
        {isReady ? (
          <>
            <IconCircleCheck size={18} aria-hidden className={classes['ready']} />
            {i18n._('Ready for {stage}', { stage: stageLabel(stage).toLowerCase() })}
          </>
        ) : (
          i18n._('Not ready for {stage} yet', { stage: stageLabel(stage).toLowerCase() })
        )}
        <span className="pl-muted">{i18n._('{met} of {of} at gate level', { met, of })}</span>
      </p>
      {blocking.length > 0 && (
        <>
          <p className={classes['lead']}>{i18n._('In the way:')}</p>
          <ul className={classes['blocking']}>
            {blocking.map((key) => (
              <li key={key}>
                <span className={classes['key']}>{key}</span>
                <span>{questionText(key)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
