import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { type Stage } from '@pilotage/analytics';
import { InstantScalar } from '@pilotage/platform/graphql';
import { AiKindEnum, StageEnum } from '@pilotage/portfolio/api';
import { Quarter } from '@pilotage/tenancy/api';
import { type BlockerCount } from './figures.js';
import type {
  Bridge as BridgeView,
  BridgeCounts as BridgeCountsView,
  ConstantCohortView,
  DimensionReadiness as DimensionReadinessView,
  QuarterPoint as QuarterPointView,
  ReadinessFigure as ReadinessFigureView,
  ReadyCount as ReadyCountView,
  Trend as TrendView,
} from './trend.js';

@InputType({ description: 'A part of the portfolio; what is left out restricts nothing.' })
export class PortfolioFilter {
  @Field(() => [ID], { nullable: true, description: 'With everything under them.' })
  unitIds?: string[] | null;

  @Field(() => [AiKindEnum], { nullable: true })
  kinds?: string[] | null;
}

@ObjectType()
export class StageCount {
  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => Int)
  count!: number;
}

@ObjectType({
  description: 'Of those in pilot, limited production or production: at gate level for their next stage.',
})
export class ReadyCount implements ReadyCountView {
  @Field(() => Int)
  ready!: number;

  @Field(() => Int)
  of!: number;
}

@ObjectType({
  description: 'Mean score, 0 to 100, of active initiatives with an assessment that is not stale.',
})
export class ReadinessFigure implements ReadinessFigureView {
  @Field(() => Float, { nullable: true, description: 'Null: nobody has a score that counts.' })
  value!: number | null;

  @Field(() => Int, { description: 'How many the mean is of.' })
  n!: number;

  @Field(() => Int)
  active!: number;

  @Field(() => Int, { description: 'Assessed, but too long ago.' })
  stale!: number;

  @Field(() => Int, { description: 'Never assessed.' })
  never!: number;

  @Field(() => Int, { description: 'Of n: assessed as of a day in the quarter.' })
  assessedThisQuarter!: number;
}

@ObjectType()
export class StageReadiness {
  @Field(() => StageEnum)
  stage!: Stage;

  @Field(() => ReadinessFigure)
  readiness!: ReadinessFigureView;
}

@ObjectType()
export class DimensionReadiness implements DimensionReadinessView {
  @Field()
  dimensionKey!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Int)
  n!: number;

  @Field(() => Float, { nullable: true, description: 'Answered / applicable questions, 0 to 1.' })
  coverage!: number | null;
}

@ObjectType({
  description: 'The portfolio at the end of a finished quarter, or of the running one as far as known.',
})
export class QuarterPoint implements QuarterPointView {
  @Field(() => Quarter)
  quarter!: Quarter;

  @Field(() => [StageCount])
  stages!: StageCount[];

  @Field(() => Int, { description: 'With a stage and not ended.' })
  active!: number;

  @Field(() => Int, { description: 'Active ones only seen in their stage, the day of entry unknown.' })
  observedStages!: number;

  @Field(() => Int, { description: 'Without a recorded stage; they count nowhere else.' })
  withoutStage!: number;

  @Field(() => ReadyCount)
  ready!: ReadyCount;

  @Field(() => ReadinessFigure)
  readiness!: ReadinessFigure;

  @Field(() => [StageReadiness])
  byStage!: StageReadiness[];

  @Field(() => [DimensionReadiness])
  byDimension!: DimensionReadiness[];
}

const MOVED_APART = 'Null in a report stored before moves were told apart.';

@ObjectType()
export class BridgeCounts implements BridgeCountsView {
  @Field(() => Int)
  continuing!: number;

  @Field(() => Int)
  newInitiatives!: number;

  @Field(() => Int)
  newlyRated!: number;

  @Field(() => Int, { nullable: true, description: MOVED_APART })
  movedIn!: number;

  @Field(() => Int)
  ended!: number;

  @Field(() => Int)
  becameStale!: number;

  @Field(() => Int, { nullable: true, description: MOVED_APART })
  movedOut!: number;
}

const points = { nullable: true } as const;

@ObjectType({
  description: 'The change of readiness split exactly, in points with one decimal: the parts add up.',
})
export class Bridge implements BridgeView {
  @Field(() => Quarter)
  from!: Quarter;

  @Field(() => Quarter)
  to!: Quarter;

  @Field(() => Float, points)
  start!: number | null;

  @Field(() => Float, points)
  end!: number | null;

  @Field(() => Float, points)
  change!: number | null;

  @Field(() => Float, { nullable: true, description: 'Same initiatives: rated in both quarters.' })
  continuing!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated now, not active before.' })
  newInitiatives!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Rated now, active before without a rating that counted.',
  })
  newlyRated!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated now, before of a unit or kind not asked for.' })
  movedIn!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated before, no longer active.' })
  ended!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated before, still active, no longer rated.' })
  becameStale!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated before, now of a unit or kind not asked for.' })
  movedOut!: number | null;

  @Field(() => BridgeCounts)
  counts!: BridgeCounts;

  @Field(() => String, { nullable: true, description: 'Why there is nothing to compare.' })
  reason!: string | null;
}

@ObjectType('ConstantCohort', { description: 'The mean change of those rated in both quarters, in points.' })
export class ConstantCohort implements ConstantCohortView {
  @Field(() => Quarter)
  from!: Quarter;

  @Field(() => Quarter)
  to!: Quarter;

  @Field(() => Int)
  n!: number;

  @Field(() => Float, { nullable: true })
  meanDifference!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the 95 % interval.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field()
  note!: string;
}

@ObjectType({ description: 'A question that holds initiatives below the gate of their next stage.' })
export class Blocker implements BlockerCount {
  @Field()
  questionKey!: string;

  @Field(() => Int, {
    description: 'How many it holds, among those beyond an idea whose assessment is current.',
  })
  initiatives!: number;
}

@ObjectType()
export class Trend implements TrendView {
  @Field(() => [QuarterPoint], { description: 'Oldest first.' })
  quarters!: QuarterPoint[];

  @Field(() => Bridge, { nullable: true, description: 'Between the last two quarters.' })
  bridge!: Bridge | null;

  @Field(() => ConstantCohort, { nullable: true, description: 'Likewise.' })
  constantCohort!: ConstantCohort | null;

  @Field(() => [Blocker], { description: 'Of the last quarter, what holds most first.' })
  blockers!: Blocker[];

  @Field(() => Int, {
    description: 'Initiatives whose figures are still being recomputed; 0 in a stored report.',
  })
  pending!: number;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When figures were last recomputed; null in a stored report.',
  })
  factsAt!: Date | null;
}
