import { Group, Stack } from '@mantine/core';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { UnitSelect } from '../../../shared/pickers/unit-select.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import classes from '../result/result.module.css';
import { saveUnitAliasMutation, type NewUnit } from './matching.graphql.js';

/** Units that the file names and nobody knows; each may be another name of a known one. */
export function NewUnits({ units }: { readonly units: readonly NewUnit[] }) {
  const { run } = useAction(saveUnitAliasMutation);
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
    <section className={classes['section']}>
      <h2 className={classes['title']}>{i18n._('New units')}</h2>
      <Stack gap="xs">
        {units.map(({ name }) => (
          <Group key={name} gap="sm">
            <span>{name}</span>
            <UnitSelect
              label={null}
              aria-label={i18n._('{name} is the same as', { name })}
              placeholder={i18n._('New, or the same as')}
              onChange={(unitId) => unitId && void save(name, unitId)}
            />
          </Group>
        ))}
      </Stack>
    </section>
  );
}
