import type { ReactNode } from 'react';
import { i18n } from '../i18n.js';
import { KindMultiSelect } from '../pickers/kind-select.js';
import { UnitMultiSelect } from '../pickers/unit-select.js';
import { AI_KINDS } from '../words/ai-kind.js';
import classes from './filter-bar.module.css';
import { someOf, type PortfolioFilter } from './portfolio-filter.js';

interface FilterBarProps {
  readonly filter: PortfolioFilter;
  readonly onFilter: (filter: PortfolioFilter) => void;
  /** The choice of the period, which comes first. */
  readonly children?: ReactNode;
}

/** Period, units and kinds of AI of a page of results; all of them stand in its address. */
export function FilterBar({ filter, onFilter, children }: FilterBarProps) {
  const { unitIds = [], kinds = [] } = filter;
  return (
    <div className={classes['bar']} role="group" aria-label={i18n._('What is shown')}>
      {children}
      <UnitMultiSelect
        className={classes['choice']}
        label={null}
        aria-label={i18n._('Units')}
        placeholder={unitIds.length === 0 ? i18n._('All units') : undefined}
        value={unitIds}
        onChange={(ids) => onFilter({ unitIds: someOf(ids), kinds: filter.kinds })}
      />
      <KindMultiSelect
        className={classes['choice']}
        label={null}
        aria-label={i18n._('Kinds of AI')}
        placeholder={kinds.length === 0 ? i18n._('All kinds of AI') : undefined}
        value={kinds}
        onChange={(chosen) =>
          onFilter({
            unitIds: filter.unitIds,
            kinds: someOf(AI_KINDS.filter((kind) => chosen.includes(kind))),
          })
        }
      />
    </div>
  );
}
