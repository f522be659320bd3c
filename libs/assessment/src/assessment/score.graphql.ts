import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { percentOf, readScore } from '@pilotage/analytics';
import { ScoreDisplayEnum } from '../graphql-enums.js';
import { type StoredDimensionScore, type StoredScore } from './assessment.js';

@ObjectType({ description: 'A readiness score, 0..100.' })
export class Score {
  @Field(() => Float, { nullable: true, description: 'Null when it cannot be had; `reason` then says why.' })
  value!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The score is 100 · numerator / denominator, both as stored.',
  })
  numerator!: number | null;

  @Field(() => Int, { nullable: true })
  denominator!: number | null;

  @Field(() => Int)
  answered!: number;

  @Field(() => Int, { description: 'Questions that apply, answered or not.' })
  applicable!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'answered / applicable, 0..1; null when nothing applies.',
  })
  coverage!: number | null;

  @Field(() => Float, { nullable: true, description: 'The score if every unanswered question were a No.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'The score if every unanswered question were a Yes.' })
  upper!: number | null;

  @Field(() => ScoreDisplayEnum, { description: 'How it may be shown.' })
  display!: 'SHOW' | 'GREY' | 'HIDE';

  @Field(() => String, { nullable: true, description: 'For people: why there is no number.' })
  reason!: string | null;
}

@ObjectType()
export class DimensionScore {
  @Field()
  dimensionKey!: string;

  @Field(() => Score)
  score!: Score;
}

export function toScore({ answered, applicable, denominator, numerator, lower, upper }: StoredScore): Score {
  const fraction = (value: number) => ({ numerator: value, denominator });
  const score = numerator === null ? null : fraction(numerator);
  const bounds = lower === null || upper === null ? null : { low: fraction(lower), high: fraction(upper) };
  const reading = readScore({ counts: { answered, applicable }, score, bounds });
  const isShown = reading.kind === 'scored';
  return {
    value: isShown ? percentOf(reading.score) : null,
    numerator,
    denominator: numerator === null ? null : denominator,
    answered,
    applicable,
    coverage: applicable === 0 ? null : answered / applicable,
    lower: bounds && percentOf(bounds.low),
    upper: bounds && percentOf(bounds.high),
    display: !isShown ? 'HIDE' : reading.emphasis === 'full' ? 'SHOW' : 'GREY',
    reason: isShown ? null : reasonOf(reading.kind, answered, applicable, score !== null),
  };
}

export function toDimensionScore({ dimensionKey, ...score }: StoredDimensionScore): DimensionScore {
  return { dimensionKey, score: toScore(score) };
}

function reasonOf(
  kind: 'too-few-answers' | 'no-applicable-question',
  answered: number,
  applicable: number,
  hasScore: boolean,
): string {
  if (kind === 'no-applicable-question') return 'No question applies.';
  const counted = `${answered} of ${applicable} questions answered`;
  return hasScore
    ? `Too few answers for a number: ${counted}.`
    : `A dimension has no answer yet: ${counted}.`;
}
