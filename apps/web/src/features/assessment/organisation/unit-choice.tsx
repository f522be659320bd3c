import { getRouteApi } from '@tanstack/react-router';
import { i18n } from '../../../shared/i18n.js';
import { UnitSelect } from '../../../shared/pickers/unit-select.js';
import type { Unit } from '../../../shared/pickers/units.graphql.js';
import classes from './unit-choice.module.css';

const route = getRouteApi('/t/$slug/organisation');

interface UnitChoiceProps {
  readonly units: readonly Unit[];
  readonly unitId: string | null;
}

/** A unit may be checked by itself: its initiatives then start from its answers. */
export function UnitChoice({ units, unitId }: UnitChoiceProps) {
  const navigate = route.useNavigate();
  if (units.length === 0) return null;
  return (
    <section className={classes['choice']} aria-labelledby="units">
      <div>
        <h2 id="units">{i18n._('Units')}</h2>
        <p>
          {i18n._(
            'A unit that works differently can have a check of its own. Its initiatives then start from its answers instead of the organisation’s.',
          )}
        </p>
      </div>
      <UnitSelect
        label={i18n._('Show the check of')}
        placeholder={i18n._('the whole organisation')}
        value={unitId}
        onChange={(unit) => void navigate({ search: { unit: unit ?? undefined } })}
      />
    </section>
  );
}
