import { useApiQuery } from '../../../../shared/graphql/use-api-query.js';
import type { Initiative } from '../initiative.graphql.js';
import { CorrectModal } from './correct-modal.js';
import { MoveModal } from './move-modal.js';
import { RetractModal } from './retract-modal.js';
import { stageHistoryQuery } from './stage.graphql.js';

export type StageDialog =
  { readonly kind: 'move' } | { readonly kind: 'correct' | 'retract'; readonly recordId: string };

interface StageDialogsProps {
  readonly initiative: Initiative;
  readonly dialog: StageDialog | null;
  readonly onOpen: (dialog: StageDialog | null) => void;
}

/** The one form on stages that is open, if any. A contradiction leads from each to the record in the way. */
export function StageDialogs({ initiative, dialog, onOpen }: StageDialogsProps) {
  const history = useApiQuery(stageHistoryQuery, { id: initiative.id }, { pause: dialog === null });
  const forms = {
    onClose: () => onOpen(null),
    onCorrect: (recordId: string) => onOpen({ kind: 'correct', recordId }),
  };
  if (!dialog) return null;
  if (dialog.kind === 'move') return <MoveModal initiative={initiative} {...forms} />;
  const records = history.kind === 'ready' ? history.data.initiative?.stageHistory : undefined;
  const record = records?.find(({ id }) => id === dialog.recordId);
  if (!record) return null;
  return dialog.kind === 'correct' ? (
    <CorrectModal key={record.id} record={record} {...forms} />
  ) : (
    <RetractModal key={record.id} record={record} {...forms} />
  );
}
