import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import classes from './progress-panel.module.css';
import type { Refusal } from './use-submit.js';

interface RefusalNoteProps {
  readonly refusal: Refusal;
  /** How many questions stand in the way now. */
  readonly missing: number;
}

/** Why the round is not submitted, beside the button that was to do it. */
export function RefusalNote({ refusal, missing }: RefusalNoteProps) {
  if (refusal.kind === 'missing') {
    if (missing === 0) return null;
    return (
      <p role="alert" className={classes['refusal']}>
        {i18n._(
          '{missing, plural, one {One question is} other {# questions are}} still to answer, to confirm or to give a reason for.',
          { missing },
        )}
      </p>
    );
  }
  return (
    <p role="alert" className={classes['refusal']}>
      {refusal.message}{' '}
      {refusal.kind === 'submitted' && (
        <AnchorLink
          from="/t/$slug"
          to="/t/$slug/assessments/$assessmentId"
          params={{ assessmentId: refusal.assessmentId }}
          inherit
          underline="always"
        >
          {i18n._('Open the assessment')}
        </AnchorLink>
      )}
    </p>
  );
}
