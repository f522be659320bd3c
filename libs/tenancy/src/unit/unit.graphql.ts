import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  ConflictUserError,
  DayScalar,
  IdempotencyKeyField,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import type { UnitId, UnitTree } from './unit-tree.js';

@ObjectType({ description: 'A business unit, as of today.' })
export class Unit {
  @Field(() => ID)
  id!: UnitId;

  @Field()
  name!: string;

  @Field(() => Unit, { nullable: true })
  parent!: Unit | null;

  @Field(() => [String], { description: 'Names from the top unit down to this one.' })
  path!: string[];

  @Field()
  isClosed!: boolean;
}

/** All units of a tree, by id, in the order of their paths. */
export function toUnits(tree: UnitTree): Map<UnitId, Unit> {
  const units = new Map<UnitId, Unit>();
  for (const { id, name, isClosed } of tree.all) {
    units.set(id, Object.assign(new Unit(), { id, name, isClosed, path: tree.pathOf(id), parent: null }));
  }
  for (const unit of units.values()) {
    const parentId = tree.get(unit.id)?.parentId;
    if (parentId) unit.parent = units.get(parentId) ?? null;
  }
  return units;
}

@InputType()
export class SaveUnitInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Absent: a new unit.' })
  id?: string | null;

  @Field()
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Null: a top unit. Absent: as it was.' })
  parentId?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'From which day on; today when absent.' })
  effectiveOn?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Absent: as it was.' })
  isClosed?: boolean | null;
}

@ObjectType()
export class SaveUnitSuccess {
  @Field(() => Unit)
  unit!: Unit;
}

export const SaveUnitResult = createUnionType({
  name: 'SaveUnitResult',
  types: () => [SaveUnitSuccess, InvalidInputError, ConflictUserError] as const,
});
