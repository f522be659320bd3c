import { Text } from '@mantine/core';
import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { ButtonLink } from '../../shared/ui/links.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { rememberLink, useLinkToken } from './link-token.js';
import { linkPreviewQuery, type LinkPreview, type LinkViewer } from './accept-link.graphql.js';
import { NewAccountForm } from './new-account-form.js';
import { SeatForm } from './seat-form.js';

/** Where the link of an invitation, or of the first operator's set-up, leads. */
export function AcceptLinkPage() {
  const token = useLinkToken();
  const preview = useApiQuery(linkPreviewQuery, { token });
  const link = preview.kind === 'ready' ? preview.data.linkPreview : null;

  return (
    <PlainLayout title={titleOf(link)}>
      <QueryView of={preview}>
        {({ linkPreview, viewer }) =>
          linkPreview && !linkPreview.isExpired ? (
            <OpenLink token={token} link={linkPreview} viewer={viewer} />
          ) : (
            <ClosedLink link={linkPreview} />
          )
        }
      </QueryView>
    </PlainLayout>
  );
}

function titleOf(link: LinkPreview | null): string {
  if (!link) return i18n._('Your link');
  if (link.kind === 'OPERATOR_SETUP') return i18n._('Set up this installation');
  return link.tenantName ? i18n._('Join {tenantName}', { tenantName: link.tenantName }) : i18n._('Join');
}

function ClosedLink({ link }: { readonly link: LinkPreview | null }) {
  return (
    <>
      <Text>
        {link?.kind === 'OPERATOR_SETUP'
          ? i18n._(
              'This set-up link has been used or has expired. A new one is printed to the log at the next start.',
            )
          : i18n._('This link has been used or has expired. Ask the person who invited you for a new one.')}
      </Text>
      <ButtonLink to="/sign-in" variant="default" fullWidth>
        {i18n._('Go to sign-in')}
      </ButtonLink>
    </>
  );
}

interface OpenLinkProps {
  readonly token: string;
  readonly link: LinkPreview;
  readonly viewer: LinkViewer | null;
}

function OpenLink({ token, link, viewer }: OpenLinkProps) {
  if (viewer) return <SeatForm token={token} link={link} viewer={viewer} />;
  if (link.needsAccount) return <NewAccountForm token={token} link={link} />;
  return (
    <>
      <Text>
        {link.email
          ? i18n._('{email} has an account already. Sign in with it to accept.', { email: link.email })
          : i18n._('Sign in to accept.')}
      </Text>
      <ButtonLink to="/sign-in" search={{ returnTo: '/link' }} onClick={() => rememberLink(token)} fullWidth>
        {i18n._('Sign in')}
      </ButtonLink>
    </>
  );
}
