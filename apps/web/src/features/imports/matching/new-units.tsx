import { Button } from '@mantine/core';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { saveUnitAliasMutation } from '../../../shared/pickers/unit-alias.graphql.js';
import { UnitSelect } from '../../../shared/pickers/unit-select.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import result from '../result/result.module.css';
import type { NewUnit } from './matching.graphql.js';
import classes from './new-units.module.css';

/** A register of another year may name dozens; what is to be decided stands below them. */
const FEW = 6;

/** Units that the file names and nobody knows; each may be another name of a known one. */
export function NewUnits({ units }: { readonly units: readonly NewUnit[] }) {
  const { run } = useAction(saveUnitAliasMutation);
  const [isWhole, setWhole] = useState(false);
  if (units.length === 0) return null;
  const save = async (alias: string, unitId: string) => {
    const outcome = await run({ input: { alias, unitId } });
    if (!outcome) return;
    matchResult(outcome, {
      SaveUnitAliasSuccess: () => toastDone(i18n._('{alias} is known now. Check the file again.', { alias })),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return (
    <section className={result['section']}>
      <h2 className={result['title']}>{i18n._('New units')}</h2>
      <p className={result['lead']}>
        {i18n._('Where one is another name of a unit that is known, say so and check the file again.')}
      </p>
      <ul className={classes['units']}>
        {(isWhole ? units : units.slice(0, FEW)).map(({ name }) => (
          <li key={name} className={classes['unit']}>
            <span>{name}</span>
            <UnitSelect
              label={null}
              aria-label={i18n._('{name} is the same as', { name })}
              placeholder={i18n._('New, or the same as')}
              onChange={(unitId) => unitId && void save(name, unitId)}
            />
          </li>
        ))}
      </ul>
      {!isWhole && units.length > FEW && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          {i18n._('Show all {count}', { count: units.length })}
        </Button>
      )}
    </section>
  );
}
