import { IconCircleCheck } from '@tabler/icons-react';
import { RegisterNote } from '../../../shared/figures/register/register-note.js';
import { formatInstant } from '../../../shared/format/time.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import type { Import } from '../imports.graphql.js';
import { CountsView } from './counts-view.js';
import { Findings } from './findings.js';
import { registerCoverageQuery } from './register.graphql.js';
import classes from './result.module.css';
import { ResultHead } from './result-head.js';
import { SaveMapping } from './save-mapping.js';

/** What came of it. */
export function DoneView({ source }: { readonly source: Import }) {
  const { counts, finishedAt, mapping, columns } = source;
  const register = useApiQuery(registerCoverageQuery, {});
  const identity = (mapping?.identity ?? []).map((index) => columns[index]?.header ?? '').join(' + ');
  const isUnchanged = counts !== null && counts.created + counts.changed === 0;
  return (
    <>
      <ResultHead
        headline={
          <>
            <IconCircleCheck size={20} aria-hidden className={classes['done']} />
            {finishedAt ? i18n._('Imported {when}', { when: formatInstant(finishedAt) }) : i18n._('Imported')}
          </>
        }
        lead={
          <>
            {isUnchanged
              ? i18n._('Nothing changed: every row is as it was imported before.')
              : i18n._(
                  'Import the same file again and nothing changes; a newer one changes only what is new in it.',
                )}{' '}
            {i18n._('Rows are recognised by {identity}.', { identity })}
          </>
        }
      >
        <ButtonLink from="/t/$slug" to="/t/$slug/portfolio">
          {i18n._('Open the portfolio')}
        </ButtonLink>
      </ResultHead>
      {counts && <CountsView counts={counts} />}
      <QueryView of={register}>{(data) => <RegisterNote coverage={data.registerCoverage} />}</QueryView>
      <SaveMapping source={source} />
      <Findings source={source} />
    </>
  );
}
