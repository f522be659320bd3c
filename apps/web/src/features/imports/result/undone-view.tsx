import { FigureCard, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import type { Import } from '../imports.graphql.js';
import { Findings } from './findings.js';
import classes from './result.module.css';
import { ResultHead } from './result-head.js';

/** What was taken back, and what stayed because people work with it. */
export function UndoneView({ source }: { readonly source: Import }) {
  const { undoCounts } = source;
  return (
    <>
      <ResultHead
        headline={i18n._('This import was undone')}
        lead={i18n._(
          'All is as before it; what people recorded or corrected since is kept. Upload the file again to import it anew.',
        )}
      >
        <ButtonLink from="/t/$slug" to="/t/$slug/imports" variant="default">
          {i18n._('To the imports')}
        </ButtonLink>
      </ResultHead>
      {undoCounts && (
        <div className={classes['counts']}>
          <FigureCard
            label={i18n._('Initiatives removed')}
            value={formatNumber(undoCounts.removed)}
            basis={i18n._('made by this import')}
          />
          <FigureCard
            label={i18n._('Initiatives kept')}
            value={formatNumber(undoCounts.kept)}
            basis={i18n._('people worked on them since')}
          />
          <FigureCard
            label={i18n._('Records taken back')}
            value={formatNumber(undoCounts.takenBack)}
            basis={i18n._(
              '{count, plural, =0 {no earlier one holds again} one {one earlier one holds again} other {# earlier ones hold again}}',
              { count: undoCounts.restored },
            )}
          />
          <FigureCard
            label={i18n._('Units removed')}
            value={formatNumber(undoCounts.units)}
            basis={i18n._(
              '{count, plural, =0 {none kept} one {one kept: it is in use} other {# kept: they are in use}}',
              { count: undoCounts.unitsKept },
            )}
          />
        </div>
      )}
      <Findings source={source} />
    </>
  );
}
