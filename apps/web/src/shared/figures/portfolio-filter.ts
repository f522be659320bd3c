import { searchSomeOf, searchTexts } from '../routing/search.js';
import { AI_KINDS, type AiKind } from '../words/ai-kind.js';

/** Which part of the portfolio a page is about, as its address says it. */
export interface PortfolioFilter {
  readonly unitIds?: string[] | undefined;
  readonly kinds?: AiKind[] | undefined;
}

/** For `validateSearch` of a page that can be narrowed. */
export const filterSearch = { unitIds: searchTexts, kinds: searchSomeOf(AI_KINDS) };

/** As the api takes it; null for the whole portfolio. */
export function filterInput({ unitIds = [], kinds = [] }: PortfolioFilter) {
  return unitIds.length + kinds.length === 0 ? null : { unitIds, kinds };
}

/** An address without what is not chosen. */
export const someOf = <Item>(items: Item[]): Item[] | undefined => (items.length > 0 ? items : undefined);
