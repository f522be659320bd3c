import { useApiQuery } from '../../shared/graphql/use-api-query.js';
import { i18n } from '../../shared/i18n.js';
import { unitsQuery, type Unit } from '../../shared/pickers/units.graphql.js';
import { aiKindLabel } from '../../shared/words/ai-kind.js';
import type { ReportLine } from './reports.graphql.js';

type Filter = ReportLine['filter'];

/** Which part of the portfolio a report is of: "Claims · Vision, Agent"; "Whole portfolio". */
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
