import { useState } from 'react';
import type { Import } from '../imports.graphql.js';
import { EMPTY_DRAFT, fromMapping, type MappingDraft } from './mapping-draft.js';
import { suggestMapping } from './suggest.js';

const keyOf = (importId: string): string => `pilotage-import-${importId}`;

/**
 * The mapping while it is made. A checked one is on the server; what was changed since is kept in this tab's storage,
 * so that a reload loses nothing.
 */
export function useMappingDraft(source: Import) {
  const [draft, setDraft] = useState<MappingDraft>(
    () =>
      remembered(source.id) ??
      (source.mapping ? fromMapping(source.mapping) : suggestMapping(source.columns, source.rowCount)),
  );
  return {
    draft,
    change: (changed: MappingDraft) => {
      setDraft(changed);
      sessionStorage.setItem(keyOf(source.id), JSON.stringify(changed));
    },
    /** The server has it now. */
    forget: () => sessionStorage.removeItem(keyOf(source.id)),
  };
}

function remembered(importId: string): MappingDraft | null {
  const text = sessionStorage.getItem(keyOf(importId));
  return text === null ? null : { ...EMPTY_DRAFT, ...(JSON.parse(text) as MappingDraft) };
}
