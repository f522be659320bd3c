import { useApiQuery } from '../graphql/use-api-query.js';
import { i18n } from '../i18n.js';
import { unitsQuery, type Unit } from '../pickers/units.graphql.js';
import { aiKindLabel, type AiKind } from '../words/ai-kind.js';

interface Filter {
  readonly unitIds: readonly string[];
  readonly kinds: readonly AiKind[];
}

/** Which part of the portfolio is shown: "Claims · Vision, Agent"; "Whole portfolio". */
export function useScopeWords(): (filter: Filter) => string {
  const units = useApiQuery(unitsQuery, {});
  const known = units.kind === 'ready' ? units.data.units : [];
  return (filter) => scopeWords(filter, known);
}

export function scopeWords({ unitIds, kinds }: Filter, units: readonly Pick<Unit, 'id' | 'name'>[]): string {
  const names = unitIds.map((id) => units.find((unit) => unit.id === id)?.name ?? i18n._('a unit'));
  const parts = [names.join(', '), kinds.map(aiKindLabel).join(', ')].filter((part) => part !== '');
  return parts.length === 0 ? i18n._('Whole portfolio') : parts.join(' · ');
}
