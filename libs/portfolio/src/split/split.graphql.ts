import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Day } from '@pilotage/analytics';
import type { MemberId } from '@pilotage/platform';
import { DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import type { InitiativeId } from '../initiative/initiative.types.js';

@ObjectType({ description: 'One initiative became two: what was split off has a life of its own.' })
export class InitiativeSplit {
  @Field(() => ID)
  id!: string;

  @Field(() => DayScalar, {
    description: 'By this day, the day of the file, it was split off; on which day it was is not known.',
  })
  seenOn!: Day;

  @Field(() => InstantScalar)
  recordedAt!: Date;

  initiativeId!: InitiativeId;
  originId!: InitiativeId;
  recordedById!: MemberId | null;
}
