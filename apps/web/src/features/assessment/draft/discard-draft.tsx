import { ConfirmButton } from '@pilotage/web-ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient } from 'urql';
import { problemOf } from '../../../shared/graphql/problem.js';
import { i18n } from '../../../shared/i18n.js';
import { toastDone, toastProblem, toastRefusal } from '../../../shared/ui/toast.js';
import { discardDraftMutation, type Draft } from './draft.graphql.js';

interface DiscardDraftProps {
  readonly draft: Draft;
  readonly onLeave: () => void;
}

/** Throws the round away, after a question, and leads back to its subject. */
export function DiscardDraft({ draft, onLeave }: DiscardDraftProps) {
  const client = useClient();
  const navigate = useNavigate({ from: '/t/$slug' });
  const [isBusy, setBusy] = useState(false);

  const discard = async () => {
    setBusy(true);
    const context = { additionalTypenames: ['AssessmentDraft'] };
    const { data, error } = await client
      .mutation(discardDraftMutation, { input: { draftId: draft.id } }, context)
      .toPromise();
    setBusy(false);
    if (error) return toastProblem(problemOf(error));
    // Null is the answer when it was done.
    if (data?.discardDraft?.__typename === 'InvalidInputError') return toastRefusal(data.discardDraft);
    onLeave();
    toastDone(i18n._('The round was discarded.'));
    if (draft.initiative) {
      void navigate({
        to: '/t/$slug/initiatives/$initiativeId',
        params: { initiativeId: draft.initiative.id },
      });
    } else {
      void navigate({ to: '/t/$slug/organisation', search: { unit: draft.unit?.id } });
    }
  };

  return (
    <ConfirmButton
      question={i18n._(
        'The answers and notes of this round are thrown away, also those of others. What was submitted before stays as it is.',
      )}
      confirmLabel={i18n._('Discard the round')}
      isDangerous
      isBusy={isBusy}
      onConfirm={() => void discard()}
    >
      {i18n._('Discard')}
    </ConfirmButton>
  );
}
