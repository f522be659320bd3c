import { EmptyState } from '@pilotage/web-ui';
import { IconTableImport } from '@tabler/icons-react';
import type { ResultOf } from '../../../shared/graphql/graphql.js';
import { useConnection } from '../../../shared/graphql/use-connection.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ShowMore } from '../../../shared/ui/show-more.js';
import { importsQuery } from '../imports.graphql.js';
import { UploadArea } from '../upload/upload-area.js';
import { ImportsTable } from './imports-table.js';

const connectionOf = (data: ResultOf<typeof importsQuery>) => data.imports;

export function ImportsPage() {
  const { can } = useTenant();
  const { rows, showMore, isLoadingMore } = useConnection(importsQuery, {}, connectionOf);
  return (
    <>
      <PageHeader
        title={i18n._('Imports')}
        description={i18n._(
          'Bring a register that you keep elsewhere. You say what its columns mean, see what would happen, and only then import it.',
        )}
      />
      {can('import.run') && <UploadArea />}
      <QueryView of={rows}>
        {(data) =>
          data.nodes.length === 0 ? (
            <EmptyState
              title={i18n._('Nothing imported yet')}
              icon={<IconTableImport size={22} stroke={1.6} aria-hidden />}
            >
              {i18n._('Every file stays listed here with what came of it.')}
            </EmptyState>
          ) : (
            <>
              <ImportsTable imports={data.nodes} />
              <ShowMore rows={data} isLoading={isLoadingMore} onMore={showMore} />
            </>
          )
        }
      </QueryView>
    </>
  );
}
