import { getRouteApi } from '@tanstack/react-router';
import { formatInstant } from '../../../shared/format/time.js';
import { usePolledQuery } from '../../../shared/graphql/use-polled-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { PageHeader } from '../../../shared/ui/page-header.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { importQuery, type Import } from '../imports.graphql.js';
import { ImportActs } from '../result/import-acts.js';
import { MatchingStep } from '../matching/matching-step.js';
import { ImportResult } from '../result/import-result.js';
import { OutdatedView } from '../result/outdated-view.js';
import { CancelImport } from './cancel-import.js';
import { MappingWizard } from './mapping-wizard.js';
import { MendedNote } from './mended-note.js';
import { PauseImport } from './pause-import.js';
import { StepList } from './step-list.js';
import { UndoImport } from './undo-import.js';
import { canMap, stepOf, type ImportState, type WizardStep } from './steps.js';

const route = getRouteApi('/t/$slug/imports/$importId');

/** What a check must come before. */
const AFTER_CHECK: readonly WizardStep[] = ['matching', 'result'];

const isAtWork = (state: ImportState | undefined) =>
  state === 'CHECKING' || state === 'RUNNING' || state === 'UNDOING';

export function ImportPage() {
  const { importId } = route.useParams();
  const state = usePolledQuery(importQuery, { id: importId }, (data) => isAtWork(data.import?.state));
  return (
    <>
      {state.kind === 'failed' && (
        <PageHeader title={i18n._('Import')} breadcrumbs={[<ToImports key="imports" />]} />
      )}
      <QueryView of={state} dimsOnRefresh={false}>
        {(data) => data.import && <Found source={data.import} />}
      </QueryView>
    </>
  );
}

function ToImports() {
  return (
    <AnchorLink from="/t/$slug" to="/t/$slug/imports" inherit>
      {i18n._('Imports')}
    </AnchorLink>
  );
}

function Found({ source }: { readonly source: Import }) {
  const search = route.useSearch();
  const step = stepOf(search.step, source);
  const isOpen = canMap(source);
  return (
    <>
      <PageHeader
        title={source.fileName}
        breadcrumbs={[<ToImports key="imports" />, <span key="this">{i18n._('Import')}</span>]}
        asOf={describe(source)}
        actions={
          <>
            <PauseImport source={source} />
            <CancelImport source={source} />
            <UndoImport source={source} />
          </>
        }
      />
      <StepList
        current={step}
        canOpen={(other) => isOpen && (!AFTER_CHECK.includes(other) || source.state !== 'UPLOADED')}
      />
      {step === 'matching' && source.isOutdated && <OutdatedView source={source} />}
      {/* Another check found other things, however quick it was. */}
      {step === 'matching' && !source.isOutdated && <MatchingStep key={source.round} source={source} />}
      {step === 'result' && (
        <>
          <ImportResult source={source} />
          <ImportActs acts={source.acts} />
        </>
      )}
      {step !== 'matching' && step !== 'result' && (
        <>
          <MendedNote mends={source.mends} />
          {/* Other columns with another header: what was begun for the ones before is of no use. */}
          <MappingWizard key={source.headerRow} source={source} step={step} />
        </>
      )}
    </>
  );
}

function describe(source: Import): string {
  const { rowCount, columns, createdAt, createdBy } = source;
  const uploaded = createdBy
    ? i18n._('uploaded {when} by {name}', { when: formatInstant(createdAt), name: createdBy.name })
    : i18n._('uploaded {when}', { when: formatInstant(createdAt) });
  return [
    i18n._('{rows, plural, one {one row} other {# rows}}', { rows: rowCount }),
    ...(columns.length > 0
      ? [i18n._('{columns, plural, one {one column} other {# columns}}', { columns: columns.length })]
      : []),
    kindOf(source),
    uploaded,
  ].join(' · ');
}

function kindOf({ sheet, encoding, delimiter }: Import): string {
  if (sheet !== null) return i18n._('workbook, sheet {sheet}', { sheet });
  return i18n._('{encoding}, separated by {delimiter}', {
    encoding: encodingName(encoding),
    delimiter: delimiterName(delimiter),
  });
}

function encodingName(encoding: string | null): string {
  switch (encoding) {
    case 'WINDOWS-1252':
      return 'Windows-1252';
    case 'UTF-16LE':
    case 'UTF-16BE':
      return 'UTF-16';
    default:
      return encoding ?? '';
  }
}

function delimiterName(delimiter: string | null): string {
  switch (delimiter) {
    case ',':
      return i18n._('comma');
    case ';':
      return i18n._('semicolon');
    case '\t':
      return i18n._('tab');
    case '|':
      return i18n._('bar');
    default:
      return delimiter ?? '';
  }
}
