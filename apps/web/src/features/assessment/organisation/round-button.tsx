import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { OpenRound } from './organisation.graphql.js';

interface RoundButtonProps {
  readonly openDraft: OpenRound | null;
  readonly isFirst: boolean;
  readonly onStart: () => void;
}

/** On with the round that is open, or a new one: there is one at a time. */
export function RoundButton({ openDraft, isFirst, onStart }: RoundButtonProps) {
  const icon = <IconClipboardCheck size={17} aria-hidden />;
  if (openDraft) {
    return (
      <ButtonLink
        from="/t/$slug"
        to="/t/$slug/drafts/$draftId"
        params={{ draftId: openDraft.id }}
        leftSection={icon}
      >
        {i18n._('Go on answering')}
      </ButtonLink>
    );
  }
  return (
    <Button leftSection={icon} onClick={onStart}>
      {isFirst ? i18n._('Start the check') : i18n._('Start the next round')}
    </Button>
  );
}
