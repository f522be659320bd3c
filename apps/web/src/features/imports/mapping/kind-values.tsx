import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { AI_KINDS, aiKindLabel } from '../../../shared/words/ai-kind.js';
import { columnValuesQuery } from '../imports.graphql.js';
import type { StepProps } from './step-props.js';
import { ValueMeanings } from './value-meanings.js';

const KINDS = new Set<string>(AI_KINDS);

/** Each value of the column of the kind of AI; those that are called as our kinds are need no answer. */
export function KindValues({ source, draft, onChange, column }: StepProps & { readonly column: number }) {
  const values = useApiQuery(columnValuesQuery, { id: source.id, column });
  return (
    <QueryView of={values}>
      {(data) => (
        <ValueMeanings
          title={i18n._('Kinds of AI')}
          lead={i18n._(
            'What each value of “{header}” means here. What has no answer is kept as not known, with its text and a finding.',
            { header: source.columns[column]?.header ?? '' },
          )}
          values={(data.import?.valuesOf ?? []).filter(({ value }) => !KINDS.has(value.toUpperCase()))}
          chosen={draft.kindValues}
          choices={AI_KINDS.map((kind) => ({ value: kind, label: aiKindLabel(kind) }))}
          labelOf={(value) => i18n._('Kind of AI for {value}', { value })}
          problem={undefined}
          onChange={(kindValues) => onChange({ ...draft, kindValues })}
          none={i18n._('Every value is called as our kinds are.')}
        />
      )}
    </QueryView>
  );
}
