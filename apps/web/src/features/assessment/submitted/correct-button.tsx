import { Button, Stack, Text } from '@mantine/core';
import { ConfirmButton } from '@pilotage/web-ui';
import { useState } from 'react';
import { i18n } from '../../../shared/i18n.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { openRoundQuery } from '../start/start.graphql.js';
import { useStartRound } from '../start/use-start-round.js';
import type { Assessment } from './assessment-page.graphql.js';

/** Starts a round that replaces this one, with its answers filled in. */
export function CorrectButton({ assessment }: { readonly assessment: Assessment }) {
  const { id, asOfOn, subjectKind, initiative, unit } = assessment;
  const subjectId = initiative?.id ?? unit?.id ?? null;
  const { start, isStarting, refusal, isOtherOpen } = useStartRound();
  const [closed, setClosed] = useState<string | null>(null);
  return (
    <>
      <ConfirmButton
        question={i18n._(
          'Its answers are filled in for you to change. Once submitted, the correction counts in its place; this one stays in the history.',
        )}
        confirmLabel={i18n._('Correct it')}
        isBusy={isStarting}
        onConfirm={() => {
          setClosed(null);
          void start({ subjectKind, subjectId, asOfOn, correctsId: id });
        }}
      >
        {i18n._('Correct')}
      </ConfirmButton>
      {refusal !== null && refusal !== closed && (
        <Dialog onClose={() => setClosed(refusal)} title={i18n._('It cannot be corrected now')}>
          <Stack align="flex-start">
            <Text size="sm">{refusal}</Text>
            {isOtherOpen ? (
              <OpenRoundLink subjectKind={subjectKind} subjectId={subjectId} />
            ) : (
              <Button variant="default" onClick={() => setClosed(refusal)}>
                {i18n._('Close')}
              </Button>
            )}
          </Stack>
        </Dialog>
      )}
    </>
  );
}

interface OpenRoundLinkProps {
  readonly subjectKind: Assessment['subjectKind'];
  readonly subjectId: string | null;
}

function OpenRoundLink(subject: OpenRoundLinkProps) {
  const query = useApiQuery(openRoundQuery, subject);
  const draftId = query.kind === 'ready' ? query.data.openDraft?.id : undefined;
  if (!draftId) return null;
  return (
    <ButtonLink from="/t/$slug" to="/t/$slug/drafts/$draftId" params={{ draftId }}>
      {i18n._('Open that round')}
    </ButtonLink>
  );
}
