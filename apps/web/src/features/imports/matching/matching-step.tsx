import { Group, SegmentedControl } from '@mantine/core';
import { formatNumber } from '@pilotage/web-ui';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import type { Import } from '../imports.graphql.js';
import result from '../result/result.module.css';
import { Absences } from './absences.js';
import { MATCH_FILTERS, matchFilterLabel, type MatchFilter } from './match-filter.js';
import { Matches } from './matches.js';
import { matchingQuery, type MatchCount } from './matching.graphql.js';
import classes from './matching-step.module.css';
import { NewUnits } from './new-units.js';

/** Which rows are known initiatives by their names, and what the file does not list any more. */
export function MatchingStep({ source }: { readonly source: Import }) {
  const [filter, setFilter] = useState<MatchFilter>('OPEN');
  const matching = useApiQuery(matchingQuery, { id: source.id });
  return (
    <>
      <div className={result['head']}>
        <div>
          <p className={result['headline']}>{i18n._('What of this file is known already')}</p>
          <p className={result['lead']}>
            {i18n._(
              'Rows with the name of a known initiative are taken for it. Similar names are only proposed: until you decide, such a row counts as a new initiative.',
            )}
          </p>
        </div>
        <ButtonLink
          from="/t/$slug/imports/$importId"
          to="/t/$slug/imports/$importId"
          search={{ step: 'result' }}
        >
          {i18n._('Next')}
        </ButtonLink>
      </div>
      <QueryView of={matching}>
        {(data) => (
          <>
            <Summary source={source} summary={data.importMatching.summary} />
            <NewUnits source={source} units={data.importMatching.newUnits} />
            <Group mt="md" mb="sm">
              <SegmentedControl
                className={classes['filter']}
                withItemsBorders={false}
                aria-label={i18n._('Which rows')}
                value={filter}
                onChange={(value) => setFilter(value)}
                data={MATCH_FILTERS.map((value) => ({ value, label: matchFilterLabel(value) }))}
              />
            </Group>
          </>
        )}
      </QueryView>
      <Matches key={filter} source={source} filter={filter} />
      {source.counts && source.counts.absent > 0 && <Absences source={source} />}
    </>
  );
}

interface SummaryProps {
  readonly source: Import;
  readonly summary: readonly MatchCount[];
}

function Summary({ source: { counts }, summary }: SummaryProps) {
  const sumOf = (wanted: (count: MatchCount) => boolean) =>
    summary.filter(wanted).reduce((sum, { count }) => sum + count, 0);
  const byName = sumOf(({ isNew }) => !isNew);
  const fromEarlier = counts ? counts.changed + counts.unchanged - byName : 0;
  return (
    <p>
      {fromEarlier > 0 &&
        i18n._(
          '{rows, plural, one {One row is known from an earlier file.} other {# rows are known from an earlier file.}} ',
          { rows: fromEarlier },
        )}
      {i18n._(
        '{byName, plural, one {One row is known by its name} other {# rows are known by their names}}, {open} to be decided, {others} like nothing known.',
        {
          byName,
          open: formatNumber(sumOf(({ isOpen }) => isOpen)),
          others: formatNumber(sumOf(({ kind }) => kind === null)),
        },
      )}
    </p>
  );
}
