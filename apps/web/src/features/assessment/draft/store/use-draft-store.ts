import { useEffect, useState, useSyncExternalStore } from 'react';
import { useClient, type Client } from 'urql';
import { problemOf } from '../../../../shared/graphql/problem.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useTenant } from '../../../../shared/session/tenant-context.js';
import { saveAnswerMutation, type Draft, type DraftAnswer } from '../draft.graphql.js';
import { DraftStore, type DraftState, type Send, type SendOutcome } from './draft-store.js';
import { browserKeptEdits } from './kept-edits.js';

interface EditedDraft {
  readonly store: DraftStore;
  readonly state: DraftState;
}

/** The answers of a round as they are edited here; `refresh` asks the server what others have done meanwhile. */
export function useDraftStore(draft: Draft, refresh: () => void): EditedDraft {
  const client = useClient();
  const { viewer } = useTenant();
  const [store] = useState(
    () =>
      new DraftStore(
        draft,
        sendTo(client, draft.id, viewer.member?.person ?? null),
        browserKeptEdits(viewer.userId, draft.id, localStorage),
      ),
  );
  const state = useSyncExternalStore(store.subscribe, store.getState);

  const isGone = state.answers.some(({ delivery }) => delivery?.kind === 'refused' && delivery.isGone);

  useEffect(() => store.receive(draft), [store, draft]);
  useEffect(() => {
    if (isGone) refresh();
  }, [isGone, refresh]);
  useEffect(() => sendInTime(store), [store]);
  useEffect(() => followOthers(store, draft.id, refresh), [store, draft.id, refresh]);
  return { store, state };
}

function sendTo(client: Client, draftId: string, author: DraftAnswer['updatedBy']): Send {
  return async (questionKey, edit, revision): Promise<SendOutcome> => {
    const input = { draftId, questionKey, revision, ...edit };
    const { data, error } = await client.mutation(saveAnswerMutation, { input }).toPromise();
    if (!data) {
      const problem = error && problemOf(error);
      const message = problem?.message ?? '';
      const isGone = problem?.code === 'NOT_FOUND';
      return isGone || problem?.code === 'FORBIDDEN'
        ? { kind: 'refused', message, isGone }
        : { kind: 'failed', message };
    }
    return matchResult<typeof data.saveAnswer, SendOutcome>(data.saveAnswer, {
      SaveAnswerSuccess: (saved) => ({
        kind: 'stored',
        answer: { ...saved.answer, updatedBy: author },
        standing: saved.draft,
      }),
      DraftConflictError: ({ current }) => ({ kind: 'conflict', theirs: current }),
      InvalidInputError: ({ message, code }) => ({ kind: 'refused', message, isGone: code === 'SUBMITTED' }),
    });
  };
}

/** At once when the connection is back, and when the page is left or come back to. */
function sendInTime(store: DraftStore): () => void {
  const retry = () => store.retry();
  window.addEventListener('online', retry);
  document.addEventListener('visibilitychange', retry);
  store.retry();
  return () => {
    window.removeEventListener('online', retry);
    document.removeEventListener('visibilitychange', retry);
    store.dispose();
  };
}

/** Asks again when this page comes back to the front, and when another tab has stored something. */
function followOthers(store: DraftStore, draftId: string, refresh: () => void): () => void {
  const channel = new BroadcastChannel(`pilotage.draft.${draftId}`);
  let told = store.getState().storedAt;
  const stop = store.subscribe(() => {
    const { storedAt } = store.getState();
    if (storedAt !== told) channel.postMessage('stored');
    told = storedAt;
  });
  const refreshWhenSeen = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  channel.addEventListener('message', refresh);
  document.addEventListener('visibilitychange', refreshWhenSeen);
  return () => {
    stop();
    channel.close();
    document.removeEventListener('visibilitychange', refreshWhenSeen);
  };
}
