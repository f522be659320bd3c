import { formatDay } from '@pilotage/web-ui';
import { formatInstant } from '../../../../shared/format/time.js';
import { i18n } from '../../../../shared/i18n.js';
import { AnchorLink } from '../../../../shared/ui/links.js';
import type { Split } from './stage.graphql.js';
import classes from './splits.module.css';

interface SplitsProps {
  readonly initiativeId: string;
  readonly splits: readonly Split[];
}

/** What the initiative was split off from, and what was split off from it. */
export function Splits({ initiativeId, splits }: SplitsProps) {
  const shown = splits.flatMap(({ initiative, origin, ...split }) => {
    const isOff = initiative?.id === initiativeId;
    const other = isOff ? origin : initiative;
    return other ? [{ ...split, other, isOff }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className={classes['splits']} aria-label={i18n._('Splits')}>
      {shown.map(({ id, seenOn, recordedAt, recordedBy, other, isOff }) => (
        <li key={id}>
          {isOff ? i18n._('Split off from') : i18n._('Split off from it:')}{' '}
          <AnchorLink
            from="/t/$slug"
            to="/t/$slug/initiatives/$initiativeId"
            params={{ initiativeId: other.id }}
            search={{ tab: 'timeline' }}
            inherit
          >
            {other.key} {other.name}
          </AnchorLink>
          <span className={classes['more']}>
            {[
              i18n._('by {day}', { day: formatDay({ on: seenOn, precision: 'DAY' }) }),
              importedText(recordedAt, recordedBy?.name),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function importedText(recordedAt: string, name: string | undefined): string {
  const when = formatInstant(recordedAt);
  return name ? i18n._('Imported {when} by {name}', { when, name }) : i18n._('Imported {when}', { when });
}
