import { Modal } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import type { Invitation } from '../members.graphql.js';
import { InvitationLinks } from './invitation-links.js';
import { InviteForm } from './invite-form.js';

interface InviteModalProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** First the form, then the links it made. Each opening starts anew. */
export function InviteModal({ isOpen, onClose }: InviteModalProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={i18n._('Invite people')} size="xl">
      <InviteSteps onClose={onClose} />
    </Modal>
  );
}

function InviteSteps({ onClose }: { readonly onClose: () => void }) {
  const [invitations, setInvitations] = useState<readonly Invitation[] | null>(null);
  return invitations ? (
    <InvitationLinks invitations={invitations} onDone={onClose} />
  ) : (
    <InviteForm onInvited={setInvitations} onCancel={onClose} />
  );
}
