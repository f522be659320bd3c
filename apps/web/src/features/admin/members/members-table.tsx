import { Text } from '@mantine/core';
import { DataTable, type Column } from '@pilotage/web-ui';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { roleName } from '../../../shared/session/role.js';
import { ChangeMemberModal } from './change-member-modal.js';
import { MemberActions } from './member-actions.js';
import type { Member } from './members.graphql.js';

export function MembersTable({ members }: { readonly members: readonly Member[] }) {
  const [changing, setChanging] = useState<Member | null>(null);
  const columns: Column<Member>[] = [
    {
      key: 'person',
      header: i18n._('Person'),
      isTitle: true,
      render: ({ person }) => (
        <>
          {person.name}
          <Text component="span" display="block" size="sm" c="dimmed" fw={400}>
            {person.email}
          </Text>
        </>
      ),
    },
    { key: 'role', header: i18n._('Role'), render: ({ role }) => roleName(role) },
    { key: 'units', header: i18n._('Units'), render: unitsOf },
    { key: 'status', header: i18n._('Status'), render: statusOf },
    {
      key: 'actions',
      header: i18n._('Actions'),
      width: '6rem',
      render: (member) => <MemberActions member={member} onChange={() => setChanging(member)} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={i18n._('Members of the organisation')}
        columns={columns}
        rows={members.filter(({ status }) => status !== 'REMOVED')}
        rowKey={({ id }) => id}
      />
      {changing && (
        <ChangeMemberModal key={changing.id} member={changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}

function unitsOf({ role, units }: Member): string {
  if (role !== 'CONTRIBUTOR' || units.length === 0) return i18n._('All');
  return units.map(({ name }) => name).join(', ');
}

function statusOf({ status, invitedAt }: Member): string {
  if (status !== 'INVITED') return i18n._('Active');
  return invitedAt ? i18n._('Invited {when}', { when: formatInstant(invitedAt) }) : i18n._('Invited');
}
