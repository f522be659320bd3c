import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { TenantId } from '@pilotage/platform';
import {
  ConflictUserError,
  connectionType,
  IdempotencyKeyField,
  InstantScalar,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import type { OperatorTenantRow } from './operator.queries.js';

@ObjectType({ description: 'A tenant as whoever runs the installation sees it: never what is in it.' })
export class OperatorTenant {
  @Field(() => ID)
  id!: TenantId;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  isSuspended!: boolean;

  @Field()
  isSample!: boolean;

  @Field(() => InstantScalar)
  createdAt!: Date;

  @Field(() => Int, { description: 'People who have accepted.' })
  members!: number;
}

export const toOperatorTenant = (row: OperatorTenantRow): OperatorTenant =>
  Object.assign(new OperatorTenant(), row);

export const OperatorTenantConnection = connectionType(OperatorTenant, 'OperatorTenant');

@ObjectType({ description: 'Queued work of all tenants.' })
export class QueueHealth {
  @Field({ description: 'What carries the queue: PostgreSQL or Redis.' })
  backend!: string;

  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int, { description: 'Given up after all attempts.' })
  failed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How long the oldest work that may run has waited; null: none waits.',
  })
  oldestPendingSeconds!: number | null;
}

@InputType()
export class CreateTenantInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field()
  name!: string;

  @Field({ description: 'Its part of the address: small letters, digits and hyphens. It stays.' })
  slug!: string;

  @Field()
  adminName!: string;

  @Field()
  adminEmail!: string;

  @Field(() => Int, { description: '1 to 12.' })
  fiscalYearStartMonth!: number;

  @Field({ description: 'IANA name, such as Europe/Vienna.' })
  timeZone!: string;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;
}

@ObjectType()
export class CreateTenantSuccess {
  @Field(() => OperatorTenant)
  tenant!: OperatorTenant;

  @Field({ description: 'For the first admin; shown once. It is also sent where mail is set up.' })
  inviteLink!: string;
}

export const CreateTenantResult = createUnionType({
  name: 'CreateTenantResult',
  types: () => [CreateTenantSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class SetTenantSuspendedInput {
  @Field(() => ID)
  tenantId!: string;

  @Field()
  isSuspended!: boolean;
}

@ObjectType()
export class SetTenantSuspendedSuccess {
  @Field(() => OperatorTenant)
  tenant!: OperatorTenant;
}

export const SetTenantSuspendedResult = createUnionType({
  name: 'SetTenantSuspendedResult',
  types: () => [SetTenantSuspendedSuccess, InvalidInputError] as const,
});
