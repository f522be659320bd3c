import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { i18n } from '../../../shared/i18n.js';

/** Rows that are to be decided, all of one kind, or those that count as new initiatives. */
export const MATCH_FILTERS = ['OPEN', 'EXACT', 'NORMALISED', 'SIMILAR', 'BY_HAND', 'NEW'] as const;
export type MatchFilter = (typeof MATCH_FILTERS)[number];

export function matchFilterLabel(filter: MatchFilter): string {
  switch (filter) {
    case 'OPEN':
      return i18n._('To be decided');
    case 'EXACT':
      return i18n._('Same name');
    case 'NORMALISED':
      return i18n._('Written otherwise');
    case 'SIMILAR':
      return i18n._('Similar');
    case 'BY_HAND':
      return i18n._('By hand');
    case 'NEW':
      return i18n._('New');
  }
}

/** As the api takes it. */
export const variablesOf = (
  filter: MatchFilter,
): { readonly kind: EnumOf<'MatchKind'> | null; readonly isOpen: boolean; readonly isNew: boolean } => ({
  kind: filter === 'OPEN' || filter === 'NEW' ? null : filter,
  isOpen: filter === 'OPEN',
  isNew: filter === 'NEW',
});
