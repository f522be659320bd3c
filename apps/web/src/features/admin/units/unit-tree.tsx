import { Badge, Box, Button } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { Unit } from '../../../shared/pickers/units.graphql.js';
import type { UnitDraft } from './unit-modal.js';
import { unitRows } from './unit-rows.js';
import classes from './unit-tree.module.css';
import type { UnitAlias } from './units.graphql.js';

interface UnitTreeProps {
  readonly units: readonly Unit[];
  readonly aliases: readonly UnitAlias[];
  readonly withClosed: boolean;
  readonly onEdit: (draft: UnitDraft) => void;
  readonly onName: (unit: Unit) => void;
}

/** The tree as an indented list; every line can be changed, named otherwise, or given a unit below it. */
export function UnitTree({ units, aliases, withClosed, onEdit, onName }: UnitTreeProps) {
  const aliasesOf = Map.groupBy(aliases, (alias) => alias.unit.id);
  return (
    <ul className={classes['tree']}>
      {unitRows(units, withClosed).map(({ unit, depth }) => (
        <Box component="li" key={unit.id} className={classes['row']} __vars={{ '--depth': String(depth) }}>
          <span className={classes['name']}>
            {unit.name}
            {depth > 0 && (
              <span className="pl-hidden">
                {i18n._('below {path}', { path: unit.path.slice(0, -1).join(' / ') })}
              </span>
            )}
            {unit.isClosed && (
              <Badge size="sm" variant="light" color="gray">
                {i18n._('Closed')}
              </Badge>
            )}
            <Aliases of={aliasesOf.get(unit.id)} />
          </span>
          <span className={classes['actions']}>
            {!unit.isClosed && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={i18n._('Add below {name}', { name: unit.name })}
                onClick={() => onEdit({ unit: null, parentId: unit.id })}
              >
                {i18n._('Add below')}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={i18n._('Other names of {name}', { name: unit.name })}
              onClick={() => onName(unit)}
            >
              {i18n._('Other names')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={i18n._('Edit {name}', { name: unit.name })}
              onClick={() => onEdit({ unit, parentId: unit.parent?.id ?? null })}
            >
              {i18n._('Edit')}
            </Button>
          </span>
        </Box>
      ))}
    </ul>
  );
}

function Aliases({ of = [] }: { readonly of?: readonly UnitAlias[] | undefined }) {
  if (of.length === 0) return null;
  return (
    <span className={classes['aliases']}>
      {i18n._('also {names}', { names: of.map(({ alias }) => alias).join(', ') })}
    </span>
  );
}
