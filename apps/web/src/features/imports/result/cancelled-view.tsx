import { formatNumber } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Import } from '../imports.graphql.js';
import { CountsView } from './counts-view.js';
import { Findings } from './findings.js';
import { ResultHead } from './result-head.js';

/** Discarded before anything was imported, or stopped with what was imported until then. */
export function CancelledView({ source }: { readonly source: Import }) {
  const { counts, finishedAt, rowCount } = source;
  const when = finishedAt ? formatInstant(finishedAt) : '';
  return (
    <>
      <ResultHead
        headline={counts ? i18n._('Stopped {when}', { when }) : i18n._('Discarded {when}', { when })}
        lead={
          counts
            ? i18n._(
                'It went through {done} of {rows} rows; what it imported of them stays. Upload the same file again to import the others.',
                { done: formatNumber(counts.rows), rows: formatNumber(rowCount) },
              )
            : i18n._('Nothing of the file was imported. Upload it again to import it.')
        }
      >
        <ButtonLink from="/t/$slug" to="/t/$slug/imports" variant="default">
          {i18n._('To the imports')}
        </ButtonLink>
      </ResultHead>
      {counts && (
        <>
          <CountsView counts={counts} />
          <Findings source={source} />
        </>
      )}
    </>
  );
}
