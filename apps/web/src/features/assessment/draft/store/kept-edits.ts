import type { AnswerEdit } from './answer-edit.js';

export interface KeptEdit {
  readonly edit: AnswerEdit;
  /** Of the answer that the person saw when changing it. */
  readonly revision: number;
}

/** Edits that are not stored yet, where they outlive the page. */
export interface KeptEdits {
  readonly all: () => Map<string, KeptEdit>;
  readonly put: (questionKey: string, kept: KeptEdit) => void;
  readonly remove: (questionKey: string) => void;
}

/**
 * Kept by this browser, for one person and one round: whoever signs in next on the same machine must not send them.
 * A browser that stores nothing (private windows, a full disk) keeps them for as long as the page is open.
 */
export function browserKeptEdits(userId: string, draftId: string, storage: Storage): KeptEdits {
  const prefix = `pilotage.draft.${userId}.${draftId}.`;
  return {
    all() {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      const kept = keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), read(storage.getItem(key))] as const);
      return new Map(kept.flatMap(([key, edit]) => (edit ? [[key, edit]] : [])));
    },
    put(questionKey, kept) {
      try {
        storage.setItem(prefix + questionKey, JSON.stringify(kept));
      } catch {
        // Nothing to do about it: the page still holds the edit and goes on sending it.
      }
    },
    remove: (questionKey) => storage.removeItem(prefix + questionKey),
  };
}

function read(text: string | null): KeptEdit | null {
  try {
    const parsed = JSON.parse(text ?? 'null') as KeptEdit | null;
    return typeof parsed?.edit === 'object' && typeof parsed.revision === 'number' ? parsed : null;
  } catch {
    return null;
  }
}
