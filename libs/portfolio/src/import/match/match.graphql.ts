import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Stage } from '@pilotage/analytics';
import { connectionType, ConflictUserError, enumOf, InvalidInputError } from '@pilotage/platform/graphql';
import { StageEnum } from '../../graphql-enums.js';
import { Initiative } from '../../initiative/initiative.graphql.js';
import { Import } from '../import.graphql.js';
import { ABSENCE_CHOICES, type AbsenceChoice, type CandidateKind, MATCH_KINDS, type MatchKind } from './match.types.js'; // prettier-ignore

export const MatchKindEnum = enumOf<MatchKind>(MATCH_KINDS);
export const AbsenceChoiceEnum = enumOf<AbsenceChoice>(ABSENCE_CHOICES);
registerEnumType(MatchKindEnum, {
  name: 'MatchKind',
  description: 'How alike the name of a row and that of a known initiative are.',
  valuesMap: {
    EXACT: { description: 'The external id is the same, or name and unit are to the letter.' },
    NORMALISED: {
      description: 'The name is the same but for case, spacing, punctuation, brackets and a leading article.',
    },
    SIMILAR: { description: 'The names have 45 percent or more of their trigrams in common.' },
    BY_HAND: { description: 'People named an initiative that was not found by its name.' },
  },
});
registerEnumType(AbsenceChoiceEnum, {
  name: 'AbsenceChoice',
  description: 'What an initiative that the file does not list any more has become.',
});

@ObjectType()
export class MatchCandidate {
  @Field(() => Initiative)
  initiative!: Initiative;

  @Field(() => MatchKindEnum)
  kind!: CandidateKind;

  @Field(() => Int, { description: '0..100: how much of their trigrams both names have in common.' })
  score!: number;
}

@ObjectType({ description: 'A row that is not known by its identity and may be a known initiative.' })
export class ImportMatch {
  @Field(() => Int)
  rowNumber!: number;

  @Field()
  name!: string;

  @Field({ description: 'As the file names it; empty where it names none.' })
  unit!: string;

  @Field(() => StageEnum, { nullable: true })
  stage!: Stage | null;

  @Field(() => MatchKindEnum, {
    nullable: true,
    description: 'Of its best match; null where nothing known is like it.',
  })
  kind!: MatchKind | null;

  @Field(() => Int, { nullable: true, description: '0..100; null for a match by hand.' })
  score!: number | null;

  @Field({ description: 'Somebody should decide; until then the row counts as a new initiative.' })
  isOpen!: boolean;

  @Field({ description: 'People decided it, not the names.' })
  isDecided!: boolean;

  @Field(() => Initiative, {
    nullable: true,
    description:
      'What the row is taken for; while it is open, what is proposed. Null: none stands out, or it is new.',
  })
  initiative!: Initiative | null;

  @Field(() => Initiative, {
    nullable: true,
    description: 'Of a new one: the known initiative that people said it was split off from.',
  })
  splitFrom!: Initiative | null;

  @Field(() => [MatchCandidate], { description: 'At most three, best first.' })
  candidates!: readonly MatchCandidate[];
}

@ObjectType()
export class MatchCount {
  @Field(() => MatchKindEnum, { nullable: true, description: 'Null: nothing known is like these rows.' })
  kind!: MatchKind | null;

  @Field()
  isOpen!: boolean;

  @Field({ description: 'These rows count as new initiatives.' })
  isNew!: boolean;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  description: 'A living initiative that earlier files of this register listed and this one does not.',
})
export class ImportAbsence {
  @Field(() => Initiative)
  initiative!: Initiative;

  @Field(() => AbsenceChoiceEnum, { nullable: true, description: 'Null: not known, nothing is recorded.' })
  choice!: AbsenceChoice | null;

  @Field(() => Initiative, { nullable: true, description: 'What carries it on, where it was merged.' })
  successor!: Initiative | null;

  @Field(() => String, { nullable: true, description: 'Why the import could not record the choice.' })
  problem!: string | null;
}

@ObjectType()
export class NewUnit {
  @Field()
  name!: string;

  @Field(() => Int, { description: 'How many rows name it.' })
  rows!: number;
}

@ObjectType({ description: 'How a checked file and what is known already fit together.' })
export class ImportMatching {
  @Field(() => Import)
  import!: Import;
}

export const ImportMatchConnection = connectionType(ImportMatch, 'ImportMatch');
export const ImportAbsenceConnection = connectionType(ImportAbsence, 'ImportAbsence');

@InputType()
export class MatchDecisionInput {
  @Field(() => Int)
  rowNumber!: number;

  @Field(() => ID, { nullable: true, description: 'Null: a new initiative.' })
  initiativeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a new initiative: the known one that it was split off from; the import records it.',
  })
  splitFromId?: string | null;
}

@InputType()
export class DecideMatchesInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => [MatchDecisionInput], { description: 'At most 500.' })
  decisions!: MatchDecisionInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Accepts as well every similar name that is proposed with this score or more (0..100).',
  })
  scoreFrom?: number | null;
}

@ObjectType()
export class DecideMatchesSuccess {
  @Field(() => Import)
  import!: Import;
}

export const DecideMatchesResult = createUnionType({
  name: 'DecideMatchesResult',
  types: () => [DecideMatchesSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class DecideAbsencesInput {
  @Field(() => ID)
  importId!: string;

  @Field(() => AbsenceChoiceEnum, { nullable: true, description: 'Null: not known, nothing is recorded.' })
  choice?: AbsenceChoice | null;

  @Field(() => ID, { nullable: true, description: 'What carries them on; for MERGED only.' })
  successorId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'At most 500; null: all that are absent.' })
  initiativeIds?: string[] | null;
}

@ObjectType()
export class DecideAbsencesSuccess {
  @Field(() => Import)
  import!: Import;
}

export const DecideAbsencesResult = createUnionType({
  name: 'DecideAbsencesResult',
  types: () => [DecideAbsencesSuccess, InvalidInputError, ConflictUserError] as const,
});
