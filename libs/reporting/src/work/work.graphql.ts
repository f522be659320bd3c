import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type OfficeWork as OfficeWorkView } from './work.queries.js';

@ObjectType({ description: 'What waits for the viewer.' })
export class MyWork {
  @Field(() => Int, { description: 'Active initiatives that the viewer owns or sponsors.' })
  owned!: number;

  draftSubjects!: readonly string[];
  confirmIds!: readonly string[];
  assessIds!: readonly string[];
}

@ObjectType({ description: 'Exceptions among the active initiatives, for the programme office.' })
export class OfficeWork implements OfficeWorkView {
  @Field(() => Int, { description: 'Not ended, also those without a recorded stage.' })
  active!: number;

  @Field(() => Int)
  withoutOwner!: number;

  @Field(() => Int, { description: 'Nothing was recorded or confirmed for 90 days.' })
  notConfirmed90Days!: number;

  @Field(() => Int, { description: 'Pilots over the limit for which no plan is recorded.' })
  overLimitNoPlan!: number;

  @Field(() => Int, { description: 'The last assessment no longer counts at the end of this quarter.' })
  stale!: number;

  @Field(() => Int)
  neverAssessed!: number;

  @Field(() => Int, { description: 'Warnings and skipped rows of the newest import.' })
  importFindings!: number;

  @Field(() => Int, { description: 'Stages entered in the running quarter.' })
  stageMovesThisQuarter!: number;
}
