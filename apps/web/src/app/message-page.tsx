import { EmptyState } from '@pilotage/web-ui';
import type { ReactNode } from 'react';
import { useOptionalTenant } from '../shared/session/tenant-context.js';
import { PageHeader } from '../shared/ui/page-header.js';
import { PlainLayout } from '../shared/ui/plain-layout.js';

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  readonly icon: ReactNode;
  readonly action: ReactNode;
}

/** Stands in for a page: below the organisation's menu where there is one, else alone. */
export function MessagePage({ title, text, icon, action }: MessagePageProps) {
  const isInTenant = useOptionalTenant() !== null;
  const body = <EmptyState title={text} icon={icon} action={action} />;
  if (!isInTenant) return <PlainLayout title={title}>{body}</PlainLayout>;
  return (
    <>
      <PageHeader title={title} />
      {body}
    </>
  );
}
