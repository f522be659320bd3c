import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { Day, Precision } from '@pilotage/analytics';
import { DayScalar } from '@pilotage/platform/graphql';
import { PrecisionEnum } from '../graphql-enums.js';

@ObjectType({ description: 'A day as exactly as it is known; a coarse one is the first of its period.' })
export class DatedDay {
  @Field(() => DayScalar)
  on!: Day;

  @Field(() => PrecisionEnum)
  precision!: Precision;
}

@InputType()
export class DatedDayInput {
  @Field(() => DayScalar)
  on!: Day;

  /** Nullable in spite of its default: compiled queries (graphql-jit) ask for it where it is not. */
  @Field(() => PrecisionEnum, { nullable: true, defaultValue: 'DAY' })
  precision?: Precision | null;
}
