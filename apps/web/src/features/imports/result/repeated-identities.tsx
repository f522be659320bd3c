import { Alert } from '@mantine/core';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import type { Import } from '../imports.graphql.js';
import { findingSummaryQuery } from './findings.graphql.js';

/** Said above the counts: where a file lists initiatives several times, none of them is true. */
export function RepeatedIdentities({ source }: { readonly source: Import }) {
  const summary = useApiQuery(findingSummaryQuery, { id: source.id });
  const kinds = summary.kind === 'ready' ? (summary.data.import?.findingSummary ?? []) : [];
  const found = kinds.find(({ code }) => code === 'IDENTITIES_REPEATED');
  if (!found) return null;
  return (
    <Alert color="yellow" mb="md" title={i18n._('Is each row an initiative of its own?')}>
      {found.message}{' '}
      {i18n._(
        'A file with a row for each change cannot be imported as it is: give every initiative one row, with a column for the day of each stage.',
      )}{' '}
      <AnchorLink
        from="/t/$slug/imports/$importId"
        to="/t/$slug/imports/$importId"
        search={{ step: 'columns' }}
        inherit
      >
        {i18n._('Change the identity')}
      </AnchorLink>
    </Alert>
  );
}
