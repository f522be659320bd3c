import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConflictUserError, enumOf, InvalidInputError } from '@pilotage/platform/graphql';
import type { Link } from './link-token.js';

const LinkKindEnum = enumOf(['INVITATION', 'OPERATOR_SETUP']);
registerEnumType(LinkKindEnum, { name: 'LinkKind' });

@ObjectType({ description: 'What an invitation or set-up link is for; readable without sign-in.' })
export class LinkPreview {
  @Field(() => LinkKindEnum)
  kind!: Link['kind'];

  @Field(() => String, { nullable: true })
  tenantName!: string | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field({ description: 'Used, withdrawn or too old.' })
  isExpired!: boolean;

  @Field({ description: 'False: the address has an account, so sign in first.' })
  needsAccount!: boolean;
}

@InputType()
export class AcceptLinkInput {
  @Field()
  token!: string;

  @Field()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Absent: the address that was invited.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Absent when the person is signed in already.' })
  password?: string | null;
}

@ObjectType()
export class AcceptLinkSuccess {
  @Field({ description: 'The address to sign in with.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Null for an operator.' })
  tenantSlug!: string | null;
}

export const AcceptLinkResult = createUnionType({
  name: 'AcceptLinkResult',
  types: () => [AcceptLinkSuccess, InvalidInputError, ConflictUserError] as const,
});
