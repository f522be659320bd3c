import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConflictUserError, InvalidInputError } from '@pilotage/platform/graphql';
import { Unit } from './unit.graphql.js';

@ObjectType({ description: 'What files call a unit beside its name.' })
export class UnitAlias {
  @Field()
  alias!: string;

  @Field(() => Unit)
  unit!: Unit;
}

@InputType()
export class SaveUnitAliasInput {
  @Field({ description: 'As files write it; case does not matter.' })
  alias!: string;

  @Field(() => ID)
  unitId!: string;
}

@ObjectType()
export class SaveUnitAliasSuccess {
  @Field(() => UnitAlias)
  unitAlias!: UnitAlias;
}

export const SaveUnitAliasResult = createUnionType({
  name: 'SaveUnitAliasResult',
  types: () => [SaveUnitAliasSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class RemoveUnitAliasInput {
  @Field()
  alias!: string;
}

@ObjectType()
export class RemoveUnitAliasSuccess {
  @Field(() => [UnitAlias], { description: 'Those that are left.' })
  unitAliases!: readonly UnitAlias[];
}

export const RemoveUnitAliasResult = createUnionType({
  name: 'RemoveUnitAliasResult',
  types: () => [RemoveUnitAliasSuccess, InvalidInputError, ConflictUserError] as const,
});
