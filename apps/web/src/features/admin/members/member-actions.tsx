import { ActionIcon, Menu, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconLink, IconUserCog, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { ConfirmModal } from '../../../shared/ui/confirm-modal.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import { InvitationLinks } from './invite/invitation-links.js';
import {
  removeMemberMutation,
  renewInvitationMutation,
  type Invitation,
  type Member,
} from './members.graphql.js';

interface MemberActionsProps {
  readonly member: Member;
  readonly onChange: () => void;
}

/** What can be done with one seat. */
export function MemberActions({ member, onChange }: MemberActionsProps) {
  const { name } = member.person;
  const [isRemoving, removing] = useDisclosure(false);
  const [renewed, setRenewed] = useState<Invitation | null>(null);
  const remove = useAction(removeMemberMutation, ['Member']);
  const renew = useAction(renewInvitationMutation);

  const removeSeat = async () => {
    const outcome = await remove.run({ input: { memberId: member.id } });
    removing.close();
    if (!outcome) return;
    matchResult(outcome, {
      RemoveMemberSuccess: () => toastDone(i18n._('{name} has no seat any more.', { name })),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };

  const renewLink = async () => {
    const outcome = await renew.run({ input: { memberId: member.id } });
    if (!outcome) return;
    matchResult(outcome, {
      RenewInvitationSuccess: ({ invitation }) => setRenewed(invitation),
      InvalidInputError: toastRefusal,
    });
  };

  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={i18n._('Actions for {name}', { name })}
          >
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserCog size={16} aria-hidden />} onClick={onChange}>
            {i18n._('Change the role')}
          </Menu.Item>
          {member.status === 'INVITED' && (
            <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => void renewLink()}>
              {i18n._('New invitation link')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconUserMinus size={16} aria-hidden />}
            color="var(--pl-bad)"
            onClick={removing.open}
          >
            {i18n._('Remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        isOpen={isRemoving}
        title={i18n._('Remove {name}?', { name })}
        confirmLabel={i18n._('Remove')}
        isBusy={remove.isRunning}
        onConfirm={() => void removeSeat()}
        onClose={removing.close}
      >
        {i18n._('{name} can no longer sign in here. What {name} recorded stays. You can invite them again.', {
          name,
        })}
      </ConfirmModal>
      <Modal
        opened={renewed !== null}
        onClose={() => setRenewed(null)}
        title={i18n._('New invitation link')}
        size="lg"
      >
        {renewed && <InvitationLinks invitations={[renewed]} onDone={() => setRenewed(null)} />}
      </Modal>
    </>
  );
}
