import type { Stage } from '@pilotage/web-ui';
import type { AiKind } from '../../../shared/words/ai-kind.js';
import type { Attention, RiskTier } from '../words.js';
import type { PortfolioVariables } from './portfolio.graphql.js';

/** The state of the list, as it stands in the address. */
export interface PortfolioSearch {
  readonly search?: string;
  readonly stages?: Stage[];
  readonly units?: string[];
  readonly owners?: string[];
  readonly kinds?: AiKind[];
  readonly risks?: RiskTier[];
  readonly tags?: string[];
  readonly ended?: boolean;
  readonly attention?: Attention[];
  readonly order?: PortfolioVariables['order']['field'];
  readonly direction?: PortfolioVariables['order']['direction'];
  readonly after?: string;
  readonly skipped?: number;
  readonly add?: boolean;
}

type Filters = Pick<
  PortfolioSearch,
  'search' | 'stages' | 'units' | 'owners' | 'kinds' | 'risks' | 'tags' | 'ended' | 'attention'
>;

export const NO_FILTERS: { readonly [Name in keyof Required<Filters>]: undefined } = {
  search: undefined,
  stages: undefined,
  units: undefined,
  owners: undefined,
  kinds: undefined,
  risks: undefined,
  tags: undefined,
  ended: undefined,
  attention: undefined,
};

/** Another question begins at its first page. */
export const FIRST_PAGE = { after: undefined, skipped: undefined } as const;

export const DEFAULT_ORDER = { field: 'KEY', direction: 'ASC' } as const;

export function variablesOf(search: PortfolioSearch): PortfolioVariables {
  return {
    filter: {
      search: search.search,
      stages: search.stages,
      unitIds: search.units,
      ownerIds: search.owners,
      kinds: search.kinds,
      riskTiers: search.risks,
      tags: search.tags,
      isEnded: search.ended,
      attention: search.attention,
    },
    order: {
      field: search.order ?? DEFAULT_ORDER.field,
      direction: search.direction ?? DEFAULT_ORDER.direction,
    },
    after: search.after,
  };
}

/** How many filters are set, the text searched for not counted: it stands in sight. */
export function countFilters({ search: _, ...search }: PortfolioSearch): number {
  const names = Object.keys(NO_FILTERS) as (keyof Filters)[];
  return names.filter((name) => name !== 'search' && search[name] !== undefined).length;
}
