import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import type { Import } from '../imports.graphql.js';
import classes from './result.module.css';

/** Who did what with the import, in the order of time. */
export function ImportActs({ acts }: { readonly acts: Import['acts'] }) {
  if (acts.length === 0) return null;
  return (
    <section className={classes['section']} aria-labelledby="import-acts">
      <h2 id="import-acts" className={classes['title']}>
        {i18n._('Who did what')}
      </h2>
      <ol className={classes['acts']}>
        {acts.map(({ id, act, doneAt, doneBy }) => (
          <li key={id}>{[wordOf(act), formatInstant(doneAt), doneBy?.name].filter(Boolean).join(' · ')}</li>
        ))}
      </ol>
    </section>
  );
}

function wordOf(act: EnumOf<'ImportAct'>): string {
  switch (act) {
    case 'STARTED':
      return i18n._('Started');
    case 'PAUSED':
      return i18n._('Paused');
    case 'RESUMED':
      return i18n._('Went on');
    case 'CANCELLED':
      return i18n._('Cancelled');
    case 'UNDONE':
      return i18n._('Undone');
  }
}
