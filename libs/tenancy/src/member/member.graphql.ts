import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MemberId } from '@pilotage/platform';
import {
  ConflictUserError,
  connectionType,
  enumOf,
  IdempotencyKeyField,
  InstantScalar,
  InvalidInputError,
} from '@pilotage/platform/graphql';
import { ROLES, type Role } from '../permission/permissions.js';
import { Person, toPerson } from '../person/person.graphql.js';
import type { UnitId } from '../unit/unit-tree.js';
import { MEMBER_STATUSES, type MemberRow, type MemberStatus } from './member.js';

export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role' });

const MemberStatusEnum = enumOf(MEMBER_STATUSES);
registerEnumType(MemberStatusEnum, { name: 'MemberStatus' });

@ObjectType({ description: "A person's seat in the organisation." })
export class Member {
  @Field(() => ID)
  id!: MemberId;

  @Field(() => Person)
  person!: Person;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => MemberStatusEnum)
  status!: MemberStatus;

  @Field(() => InstantScalar, { nullable: true })
  invitedAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true })
  acceptedAt!: Date | null;

  /** Resolved to units. */
  unitIds!: readonly UnitId[];
}

export const toMember = ({ id, person, role, status, invitedAt, acceptedAt, unitIds }: MemberRow): Member =>
  Object.assign(new Member(), { id, person: toPerson(person), role, status, invitedAt, acceptedAt, unitIds });

export const MemberConnection = connectionType(Member, 'Member');

@ObjectType()
export class Invitation {
  @Field(() => Member)
  member!: Member;

  @Field({ description: 'Good for 14 days and one use. Shown once: it cannot be read again, only renewed.' })
  link!: string;

  @Field({ description: 'It is also sent to the person; false where no mail is set up.' })
  isMailed!: boolean;
}

@InputType()
export class InvitationInput {
  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'Restricts a contributor to these units and what is under them.',
  })
  unitIds?: string[] | null;
}

@InputType()
export class InviteMembersInput {
  @IdempotencyKeyField()
  idempotencyKey!: string;

  @Field(() => [InvitationInput])
  invitations!: InvitationInput[];
}

@ObjectType()
export class InviteMembersSuccess {
  @Field(() => [Invitation])
  invitations!: Invitation[];
}

export const InviteMembersResult = createUnionType({
  name: 'InviteMembersResult',
  types: () => [InviteMembersSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class RenewInvitationInput {
  @Field(() => ID)
  memberId!: string;
}

@ObjectType()
export class RenewInvitationSuccess {
  @Field(() => Invitation)
  invitation!: Invitation;
}

export const RenewInvitationResult = createUnionType({
  name: 'RenewInvitationResult',
  types: () => [RenewInvitationSuccess, InvalidInputError] as const,
});

@InputType()
export class ChangeMemberInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [ID], { nullable: true, description: 'As a whole; absent or empty: not restricted.' })
  unitIds?: string[] | null;
}

@ObjectType()
export class ChangeMemberSuccess {
  @Field(() => Member)
  member!: Member;
}

export const ChangeMemberResult = createUnionType({
  name: 'ChangeMemberResult',
  types: () => [ChangeMemberSuccess, InvalidInputError, ConflictUserError] as const,
});

@InputType()
export class RemoveMemberInput {
  @Field(() => ID)
  memberId!: string;
}

@ObjectType()
export class RemoveMemberSuccess {
  @Field(() => ID)
  memberId!: MemberId;
}

export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  types: () => [RemoveMemberSuccess, InvalidInputError, ConflictUserError] as const,
});
