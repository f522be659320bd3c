import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { i18n } from '../../../../shared/i18n.js';
import { CopyButton } from '../../../../shared/ui/copy-button.js';
import { CopyField } from '../../../../shared/ui/copy-field.js';
import type { Invitation } from '../members.graphql.js';

interface InvitationLinksProps {
  readonly invitations: readonly Invitation[];
  readonly onDone: () => void;
}

/** The links of new invitations, to hand on where no mail was sent. */
export function InvitationLinks({ invitations, onDone }: InvitationLinksProps) {
  const unsent = invitations.filter(({ isMailed }) => !isMailed).length;
  const all = invitations.map(
    ({ member, link }) => `${member.person.name}\t${member.person.email ?? ''}\t${link}`,
  );
  return (
    <Stack gap="md">
      {unsent > 0 ? (
        <Alert color="yellow" py="xs">
          {i18n._(
            '{unsent, plural, one {One invitation was} other {# invitations were}} not sent by e-mail. Hand the {unsent, plural, one {link} other {links}} on yourself; each works once.',
            { unsent },
          )}
        </Alert>
      ) : (
        <Text size="sm">
          {i18n._(
            '{count, plural, one {The invitation is} other {The invitations are}} on the way by e-mail.',
            {
              count: invitations.length,
            },
          )}
        </Text>
      )}
      {invitations.map(({ member, link, isMailed }) => (
        <CopyField
          key={member.id}
          label={member.person.name}
          description={[member.person.email, isMailed ? i18n._('sent by e-mail') : i18n._('not sent')]
            .filter(Boolean)
            .join(' · ')}
          text={link}
        />
      ))}
      <Group justify="flex-end" gap="xs">
        {invitations.length > 1 && <CopyButton text={all.join('\n')} label={i18n._('Copy the whole list')} />}
        <Button onClick={onDone}>{i18n._('Done')}</Button>
      </Group>
    </Stack>
  );
}
