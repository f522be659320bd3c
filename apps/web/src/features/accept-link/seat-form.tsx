import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import { signOut } from '../../shared/session/auth.js';
import { acceptLinkMutation, type LinkPreview, type LinkViewer } from './accept-link.graphql.js';

interface SeatFormProps {
  readonly token: string;
  readonly link: LinkPreview;
  readonly viewer: LinkViewer;
}

/** For somebody who is signed in: one button, unless the link is for another address. */
export function SeatForm({ token, link, viewer }: SeatFormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, isRunning } = useAction(acceptLinkMutation);
  const isForOther = link.email !== null && link.email.toLowerCase() !== viewer.email.toLowerCase();

  if (isForOther) {
    return (
      <>
        <Text>
          {i18n._('The link is for {invited}; you are signed in as {current}.', {
            invited: link.email ?? '',
            current: viewer.email,
          })}
        </Text>
        <Button variant="default" fullWidth onClick={() => void signOut()}>
          {i18n._('Sign out')}
        </Button>
      </>
    );
  }

  const accept = async () => {
    setRefusal(null);
    const outcome = await run({ input: { token, name: viewer.name } });
    if (!outcome) return;
    matchResult(outcome, {
      // A full load, so that the new seat is known everywhere.
      AcceptLinkSuccess: ({ tenantSlug }) =>
        window.location.assign(tenantSlug ? `/t/${tenantSlug}` : '/operator'),
      InvalidInputError: ({ message }) => setRefusal(message),
      ConflictError: ({ message }) => setRefusal(message),
    });
  };

  return (
    <>
      <FormRefusal message={refusal} />
      <Text>
        {i18n._('You are signed in as {name} ({email}).', { name: viewer.name, email: viewer.email })}
      </Text>
      <Button fullWidth loading={isRunning} onClick={() => void accept()}>
        {i18n._('Accept')}
      </Button>
    </>
  );
}
