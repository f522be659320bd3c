import { Button } from '@mantine/core';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { saveUnitAliasMutation } from '../../../shared/pickers/unit-alias.graphql.js';
import { UnitSelect } from '../../../shared/pickers/unit-select.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import { useCheckAgain } from '../mapping/use-check-again.js';
import result from '../result/result.module.css';
import type { NewUnit } from './matching.graphql.js';
import classes from './new-units.module.css';

/** A register of another year may name dozens; what is to be decided stands below them. */
const FEW = 6;

interface NewUnitsProps {
  readonly source: Import;
  readonly units: readonly NewUnit[];
}

/** Units that the file names and nobody knows; each may be another name of a known one. */
export function NewUnits({ source, units }: NewUnitsProps) {
  const { run, isRunning } = useAction(saveUnitAliasMutation);
  const { checkAgain, isRunning: isChecking } = useCheckAgain(source);
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map());
  const [isWhole, setWhole] = useState(false);
  if (units.length === 0) return null;
  const choose = (name: string, unitId: string | null) => {
    const next = new Map(choices);
    if (unitId) next.set(name, unitId);
    else next.delete(name);
    setChoices(next);
  };
  const keep = async () => {
    let isAnyKept = false;
    for (const [alias, unitId] of choices) {
      const outcome = await run({ input: { alias, unitId } });
      if (outcome && matchResult(outcome, KEPT)) isAnyKept = true;
    }
    if (isAnyKept) await checkAgain();
  };
  return (
    <section className={result['section']}>
      <h2 className={result['title']}>{i18n._('New units')}</h2>
      <p className={result['lead']}>
        {i18n._(
          'Where one is another name of a unit that is known, say so: the file is then checked again with it.',
        )}
      </p>
      <ul className={classes['units']}>
        {(isWhole ? units : units.slice(0, FEW)).map(({ name }) => (
          <li key={name} className={classes['unit']}>
            <span>{name}</span>
            <UnitSelect
              label={null}
              aria-label={i18n._('{name} is the same as', { name })}
              placeholder={i18n._('New, or the same as')}
              value={choices.get(name) ?? null}
              onChange={(unitId) => choose(name, unitId)}
            />
          </li>
        ))}
      </ul>
      {!isWhole && units.length > FEW && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          {i18n._('Show all {count}', { count: units.length })}
        </Button>
      )}
      <div className={classes['keep']}>
        <Button disabled={choices.size === 0} loading={isRunning || isChecking} onClick={() => void keep()}>
          {i18n._('Keep {count, plural, =0 {the names} one {one name} other {# names}} and check again', {
            count: choices.size,
          })}
        </Button>
      </div>
    </section>
  );
}

/** Whether the name is kept; why not is shown. */
const KEPT = {
  SaveUnitAliasSuccess: () => true,
  InvalidInputError: refuse,
  ConflictError: refuse,
};

function refuse(error: { readonly message: string }): false {
  toastRefusal(error);
  return false;
}
