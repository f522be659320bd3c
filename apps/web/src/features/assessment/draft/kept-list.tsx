import { Alert } from '@mantine/core';
import { answerLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { KeptEdit } from './store/kept-edits.js';

/** What was typed here and could not be stored any more: to read and to copy. */
export function KeptList({ edits }: { readonly edits: ReadonlyMap<string, KeptEdit> }) {
  if (edits.size === 0) return null;
  return (
    <Alert color="yellow" mt="lg" title={i18n._('Not stored: what you changed here last')}>
      <ul>
        {[...edits].map(([key, { edit }]) => (
          <li key={key}>
            {[
              key,
              edit.value !== undefined && answerLabel(edit.value),
              edit.note,
              edit.actionRequired,
              edit.evidence,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
