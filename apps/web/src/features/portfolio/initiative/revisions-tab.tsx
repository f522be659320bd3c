import { DataTable, DayText, type Column } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { fieldLabel } from '../words.js';
import { revisionsQuery, type Revision } from './initiative.graphql.js';

/** Who changed what of its description and of whose it is, and from when on it holds. */
export function RevisionsTab({ initiativeId }: { readonly initiativeId: string }) {
  const revisions = useApiQuery(revisionsQuery, { id: initiativeId });
  return (
    <QueryView of={revisions}>
      {(data) => (
        <DataTable
          caption={i18n._('Changes of this initiative, newest first')}
          columns={columns()}
          rows={data.initiative?.revisions ?? []}
          rowKey={({ id }) => id}
        />
      )}
    </QueryView>
  );
}

const columns = (): Column<Revision>[] => [
  { key: 'changed', header: i18n._('Changed'), isTitle: true, render: ({ changed }) => changedText(changed) },
  { key: 'from', header: i18n._('Holds from'), render: ({ effectiveOn }) => <DayText on={effectiveOn} /> },
  { key: 'when', header: i18n._('Recorded'), render: ({ recordedAt }) => formatInstant(recordedAt) },
  { key: 'by', header: i18n._('By'), render: ({ recordedBy }) => recordedBy?.name ?? i18n._('an import') },
];

function changedText(changed: readonly string[]): string {
  if (changed.length === 0) return i18n._('First recorded');
  const names = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(changed.map(fieldLabel));
  return names.charAt(0).toUpperCase() + names.slice(1);
}
