import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import type { ResultOf } from '../../../shared/graphql/graphql.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import { InviteModal } from './invite/invite-modal.js';
import { membersQuery } from './members.graphql.js';
import { MembersTable } from './members-table.js';

const connectionOf = (data: ResultOf<typeof membersQuery>) => data.members;

export function MembersPage() {
  const { rows, showMore, isLoadingMore } = useConnection(membersQuery, {}, connectionOf);
  const [isInviting, invite] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={i18n._('Members')}
        description={i18n._(
          'Who can sign in to this organisation, and what they may do. Owners and sponsors need no seat: they are people.',
        )}
        actions={
          <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={invite.open}>
            {i18n._('Invite people')}
          </Button>
        }
      />
      <QueryView of={rows}>
        {(data) => (
          <>
            <MembersTable members={data.nodes} />
            <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
          </>
        )}
      </QueryView>
      <InviteModal isOpen={isInviting} onClose={invite.close} />
    </>
  );
}
