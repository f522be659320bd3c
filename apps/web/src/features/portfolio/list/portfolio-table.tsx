import { DataTable, DayText, type Column, type Sort } from '@pilotage/web-ui';
import type { ReactNode } from 'react';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import type { ListedInitiative } from './portfolio.graphql.js';
import classes from './portfolio-table.module.css';
import { ReadinessCell } from './readiness-cell.js';
import { StageCell } from './stage-cell.js';

interface PortfolioTableProps {
  readonly initiatives: readonly ListedInitiative[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly empty: ReactNode;
}

export function PortfolioTable({ initiatives, sort, onSort, empty }: PortfolioTableProps) {
  return (
    <DataTable
      caption={i18n._('Initiatives')}
      columns={columns()}
      rows={initiatives}
      rowKey={({ id }) => id}
      sort={sort}
      onSort={onSort}
      empty={empty}
    />
  );
}

const columns = (): Column<ListedInitiative>[] => [
  {
    key: 'name',
    header: i18n._('Name'),
    isTitle: true,
    sortKey: 'NAME',
    render: ({ id, name }) => (
      <AnchorLink
        from="/t/$slug"
        to="/t/$slug/initiatives/$initiativeId"
        params={{ initiativeId: id }}
        inherit
      >
        {name}
      </AnchorLink>
    ),
  },
  {
    key: 'key',
    header: i18n._('Key'),
    sortKey: 'KEY',
    render: ({ key }) => <span className={classes['key']}>{key}</span>,
  },
  { key: 'unit', header: i18n._('Unit'), render: ({ unit }) => unit?.path.join(' / ') ?? none() },
  {
    key: 'owner',
    header: i18n._('Owner'),
    render: ({ owner }) => (owner ? <span className={classes['owner']}>{owner.name}</span> : none()),
  },
  {
    key: 'stage',
    header: i18n._('Stage'),
    sortKey: 'STAGE',
    render: ({ stage }) => <StageCell stage={stage} />,
  },
  {
    key: 'readiness',
    header: i18n._('Readiness'),
    render: ({ currentAssessment }) => <ReadinessCell assessment={currentAssessment} />,
  },
  {
    key: 'observed',
    header: i18n._('Last observed'),
    sortKey: 'LAST_OBSERVED',
    render: ({ lastObservedOn }) => (lastObservedOn ? <DayText on={lastObservedOn} /> : none()),
  },
];

const none = (): ReactNode => <span className="pl-muted">{i18n._('none')}</span>;
