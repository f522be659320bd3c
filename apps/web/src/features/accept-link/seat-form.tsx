import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import { endSession } from '../../shared/session/auth.js';
import { acceptLinkMutation, type LinkPreview, type LinkViewer } from './accept-link.graphql.js';

interface SeatFormProps {
  readonly token: string;
  readonly link: LinkPreview;
  readonly viewer: LinkViewer;
}

/** For somebody who is signed in: one button, and a way out for another account. */
export function SeatForm({ token, link, viewer }: SeatFormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, isRunning } = useAction(acceptLinkMutation);
  const leave = async () => {
    await endSession();
    // The same address again, now as nobody.
    window.location.reload();
  };

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

  const isForOther = link.email !== null && link.email.toLowerCase() !== viewer.email.toLowerCase();
  return (
    <>
      <FormRefusal message={refusal} />
      <Text>
        {isForOther
          ? i18n._(
              'The link was made for {invited}. You are signed in as {name} ({email}) and would join as that.',
              {
                invited: link.email ?? '',
                name: viewer.name,
                email: viewer.email,
              },
            )
          : i18n._('You are signed in as {name} ({email}).', { name: viewer.name, email: viewer.email })}
      </Text>
      <Button fullWidth loading={isRunning} onClick={() => void accept()}>
        {i18n._('Accept as {name}', { name: viewer.name })}
      </Button>
      <Button variant="default" fullWidth onClick={() => void leave()}>
        {i18n._('Use another account')}
      </Button>
    </>
  );
}
