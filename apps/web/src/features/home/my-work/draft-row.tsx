import { DayText } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { WorkDraft } from './my-work.graphql.js';
import { WorkRow } from './work-section.js';

/** An assessment that was begun. */
export function DraftRow({ draft }: { readonly draft: WorkDraft }) {
  const tenant = useTenant();
  const subject = draft.initiative?.name ?? draft.unit?.name ?? tenant.name;
  const { answered, applicable } = draft.preview;
  return (
    <WorkRow
      title={subject}
      detail={
        <>
          <span>{i18n._('{answered} of {applicable} answered', { answered, applicable })}</span>
          <span>
            {i18n._('as of')} <DayText on={draft.asOfOn} />
          </span>
        </>
      }
    >
      <ButtonLink
        from="/t/$slug"
        to="/t/$slug/drafts/$draftId"
        params={{ draftId: draft.id }}
        size="sm"
        aria-label={i18n._('Continue with {subject}', { subject })}
      >
        {i18n._('Continue')}
      </ButtonLink>
    </WorkRow>
  );
}
