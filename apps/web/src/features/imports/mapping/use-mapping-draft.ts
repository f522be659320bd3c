import { useState } from 'react';
import type { Import } from '../imports.graphql.js';
import { EMPTY_DRAFT, fromMapping, type MappingDraft } from './mapping-draft.js';
import { suggestMapping } from './suggest.js';

/** Of one reading of the file: with another header row its columns are others. */
const keyOf = ({ id, headerRow }: Import): string => `pilotage-import-${id}-${headerRow}`;

/**
 * The mapping while it is made. A checked one is on the server; what was changed since is kept in this tab's storage,
 * so that a reload loses nothing.
 */
export function useMappingDraft(source: Import) {
  const [draft, setDraft] = useState<MappingDraft>(
    () =>
      remembered(source) ??
      (source.mapping ? fromMapping(source.mapping) : suggestMapping(source.columns, source.rowCount)),
  );
  return {
    draft,
    change: (changed: MappingDraft) => {
      setDraft(changed);
      sessionStorage.setItem(keyOf(source), JSON.stringify(changed));
    },
    /** The server has it now. */
    forget: () => sessionStorage.removeItem(keyOf(source)),
  };
}

function remembered(source: Import): MappingDraft | null {
  const text = sessionStorage.getItem(keyOf(source));
  return text === null ? null : { ...EMPTY_DRAFT, ...(JSON.parse(text) as MappingDraft) };
}
