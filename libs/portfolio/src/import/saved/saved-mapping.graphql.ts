import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { MemberId } from '@pilotage/platform';
import { ConflictUserError, InstantScalar, InvalidInputError } from '@pilotage/platform/graphql';
import { ImportMapping } from '../mapping/mapping.graphql.js';
import { toYaml } from './mapping-file.js';
import type { SavedMappingRow } from './saved-mapping.queries.js';

@ObjectType({ description: 'A mapping kept under a name, with its columns by their headers.' })
export class SavedMapping {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Int, { description: 'From 1; a version never changes.' })
  version!: number;

  @Field({ description: 'As a file that can be kept and loaded again.' })
  yaml!: string;

  @Field(() => InstantScalar)
  createdAt!: Date;

  createdById!: MemberId | null;
}

@ObjectType({ description: 'A saved mapping held against the columns of a file.' })
export class FittingMapping {
  @Field(() => SavedMapping)
  saved!: SavedMapping;

  @Field(() => [String], { description: 'Headers that it needs and the file does not have.' })
  missing!: readonly string[];

  @Field(() => ImportMapping, {
    nullable: true,
    description:
      'For this file, to be looked through and checked: what it says of missing columns is left out. Null where the column of the names is missing.',
  })
  mapping!: ImportMapping | null;
}

@InputType()
export class SaveMappingInput {
  @Field(() => ID, { description: 'The import whose mapping is kept, as it was checked last.' })
  importId!: string;

  @Field({ description: 'At most 200 characters. A name that is there already gets its next version.' })
  name!: string;
}

@InputType()
export class LoadMappingInput {
  @Field({ description: 'As `yaml` of a saved mapping gives it; at most 200,000 characters.' })
  yaml!: string;
}

@ObjectType()
export class SaveMappingSuccess {
  @Field(() => SavedMapping, { description: 'The newest version, unless it says the same: that one.' })
  saved!: SavedMapping;
}

export const SaveMappingResult = createUnionType({
  name: 'SaveMappingResult',
  types: () => [SaveMappingSuccess, InvalidInputError, ConflictUserError] as const,
});

export const toSavedMapping = ({ createdBy, mapping, ...row }: SavedMappingRow): SavedMapping =>
  Object.assign(new SavedMapping(), {
    ...row,
    yaml: toYaml({ name: row.name, mapping }),
    createdById: createdBy,
  });
