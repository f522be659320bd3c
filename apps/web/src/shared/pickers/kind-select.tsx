import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { i18n } from '../i18n.js';
import { AI_KINDS, aiKindLabel } from '../words/ai-kind.js';

/** Several kinds of AI. */
export function KindMultiSelect(props: Omit<MultiSelectProps, 'data'>) {
  return (
    <MultiSelect
      label={i18n._('Kind of AI')}
      clearable
      {...props}
      data={AI_KINDS.map((kind) => ({ value: kind, label: aiKindLabel(kind) }))}
    />
  );
}
