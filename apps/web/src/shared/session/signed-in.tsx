import { Navigate, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { ResultOf } from '../graphql/graphql.js';
import { useApiQuery } from '../graphql/use-api-query.js';
import { QueryView } from '../ui/query-view.js';
import { viewerQuery } from './viewer.graphql.js';

export type SignedInViewer = NonNullable<ResultOf<typeof viewerQuery>['viewer']>;

/** For pages outside of an organisation: shows them to somebody who is signed in, and the sign-in page to others. */
export function SignedIn({ children }: { readonly children: (viewer: SignedInViewer) => ReactNode }) {
  const viewer = useApiQuery(viewerQuery, {});
  const router = useRouter();
  // Read once: the address is that of the sign-in page as soon as it begins to load, and each would hold the one before.
  const [href] = useState(() => router.state.location.href);
  return (
    <QueryView of={viewer} loading={null}>
      {(data) =>
        data.viewer ? children(data.viewer) : <Navigate to="/sign-in" search={{ returnTo: href }} replace />
      }
    </QueryView>
  );
}
