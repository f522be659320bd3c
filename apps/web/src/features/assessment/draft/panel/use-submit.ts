import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIdempotencyKey } from '../../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useAction } from '../../../../shared/graphql/use-action.js';
import { i18n } from '../../../../shared/i18n.js';
import { toastDone } from '../../../../shared/ui/toast.js';
import { submitAssessmentMutation, type Draft } from '../draft.graphql.js';
import { progressOf } from '../progress.js';
import type { DraftStore } from '../store/draft-store.js';

/** Why the round was not submitted; the page says it and leads to where it can be put right. */
export type Refusal =
  /** Questions stand in the way; how many is counted as they are put right. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly message: string }
  /** It became this assessment without us. */
  | { readonly kind: 'submitted'; readonly message: string; readonly assessmentId: string };

interface Submission {
  readonly submit: () => Promise<void>;
  readonly isSubmitting: boolean;
  readonly refusal: Refusal | null;
}

interface SubmitOptions {
  readonly draft: Draft;
  readonly store: DraftStore;
  readonly refresh: () => void;
  /** Leads to a question that stands in the way. */
  readonly onMissing: (questionKey: string) => void;
  /** The draft is about to be gone. */
  readonly onLeave: () => void;
}

/** Makes the round history, once, when every answer of it is stored. */
export function useSubmit({ draft, store, refresh, onMissing, onLeave }: SubmitOptions): Submission {
  const navigate = useNavigate({ from: '/t/$slug' });
  const idempotency = useIdempotencyKey();
  const { run } = useAction(submitAssessmentMutation, ['Assessment', 'AssessmentDraft', 'SetupStep']);
  const [isSubmitting, setSubmitting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const refuse = (reason: Refusal) => {
    idempotency.renew();
    setRefusal(reason);
  };
  const lacking = (keys: readonly string[]) => {
    refuse({ kind: 'missing' });
    if (keys[0]) onMissing(keys[0]);
  };

  /** An initiative's round is read as such; one of the organisation or a unit leads to what to do first. */
  const leave = (assessmentId: string) =>
    void (draft.subjectKind === 'INITIATIVE'
      ? navigate({ to: '/t/$slug/assessments/$assessmentId', params: { assessmentId }, replace: true })
      : navigate({ to: '/t/$slug/organisation', search: { unit: draft.unit?.id }, replace: true }));

  const send = async () => {
    const { missing } = progressOf(store.getState().answers);
    if (missing.length > 0) return lacking(missing);
    if (!(await store.flush())) {
      return refuse({
        kind: 'refused',
        message: i18n._('Not everything is saved yet. Submit again when it is.'),
      });
    }
    const { revision } = store.getState().standing;
    const outcome = await run({ input: { draftId: draft.id, revision, idempotencyKey: idempotency.key } });
    if (!outcome) return;
    matchResult(outcome, {
      SubmitAssessmentSuccess: ({ assessment }) => {
        onLeave();
        toastDone(i18n._('The round is submitted.'));
        leave(assessment.id);
      },
      AlreadySubmittedError: ({ message, assessment }) =>
        refuse({ kind: 'submitted', message, assessmentId: assessment.id }),
      AnswersMissingError: ({ questionKeys }) => lacking(questionKeys),
      ConflictError: ({ message }) => {
        refuse({ kind: 'refused', message });
        refresh();
      },
      InvalidInputError: ({ message }) => refuse({ kind: 'refused', message }),
    });
  };

  const submit = async () => {
    if (isSubmitting) return;
    setRefusal(null);
    setSubmitting(true);
    await send();
    setSubmitting(false);
  };
  return { submit, isSubmitting, refusal };
}
