import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import classes from './step-list.module.css';
import { stepLabel, WIZARD_STEPS, type WizardStep } from './steps.js';

interface StepListProps {
  readonly current: WizardStep;
  /** Whether a step can be opened now. */
  readonly canOpen: (step: WizardStep) => boolean;
}

/** The way through the wizard; steps that can be opened are links. */
export function StepList({ current, canOpen }: StepListProps) {
  const at = WIZARD_STEPS.indexOf(current);
  return (
    <nav aria-label={i18n._('Steps of the import')}>
      <ol className={classes['steps']}>
        {WIZARD_STEPS.map((step, index) => (
          <li
            key={step}
            className={classes['step']}
            data-state={index < at ? 'before' : step === current ? 'current' : 'after'}
          >
            <span className={classes['number']} aria-hidden="true">
              {index + 1}
            </span>
            {step !== current && canOpen(step) ? (
              <AnchorLink
                from="/t/$slug/imports/$importId"
                to="/t/$slug/imports/$importId"
                search={{ step }}
                inherit
              >
                {stepLabel(step)}
              </AnchorLink>
            ) : (
              <span aria-current={step === current ? 'step' : undefined}>{stepLabel(step)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
