import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { i18n } from '../../../shared/i18n.js';

/** Rows that are to be decided, or all of one kind. */
export const MATCH_FILTERS = ['OPEN', 'EXACT', 'NORMALISED', 'SIMILAR', 'BY_HAND'] as const;
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
  }
}

/** As the api takes it. */
export const variablesOf = (
  filter: MatchFilter,
): { readonly kind: EnumOf<'MatchKind'> | null; readonly isOpen: boolean } =>
  filter === 'OPEN' ? { kind: null, isOpen: true } : { kind: filter, isOpen: false };
