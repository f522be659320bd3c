import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { TenantId } from '@pilotage/platform';
import { RoleEnum } from '../member/member.graphql.js';
import type { Role } from '../permission/permissions.js';
import type { UserId } from '../sign-in/sign-in.js';

@ObjectType({ description: 'An organisation in which the viewer has a seat.' })
export class TenantSummary {
  @Field(() => ID)
  id!: TenantId;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  isSample!: boolean;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: 'Nobody can enter it until whoever runs the installation resumes it.' })
  isSuspended!: boolean;
}

@ObjectType({ description: 'Who is signed in.' })
export class Viewer {
  @Field(() => ID)
  userId!: UserId;

  @Field()
  email!: string;

  @Field()
  name!: string;

  @Field({ description: 'Runs the installation.' })
  isOperator!: boolean;
}
