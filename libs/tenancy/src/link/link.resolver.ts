import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Public } from '../request/requires.js';
import { AcceptLinkService } from './accept-link.service.js';
import { AcceptLinkInput, AcceptLinkResult, AcceptLinkSuccess, LinkPreview } from './link.graphql.js';

@Resolver()
export class LinkResolver {
  constructor(private readonly service: AcceptLinkService) {}

  @Query(() => LinkPreview, { nullable: true, description: 'Null for a token that never was.' })
  @Public()
  async linkPreview(@Args('token') token: string): Promise<LinkPreview | null> {
    const facts = await this.service.preview(token);
    return facts && Object.assign(new LinkPreview(), facts);
  }

  @Mutation(() => AcceptLinkResult, {
    description:
      'Takes the seat of an invitation, or makes the first operator; with a new account, or the signed-in one.',
  })
  @Public()
  acceptLink(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AcceptLinkInput,
  ): Promise<typeof AcceptLinkResult> {
    return orUserError(async () => {
      const accepted = await this.service.accept(input, ctx.userIfAny);
      return Object.assign(new AcceptLinkSuccess(), accepted);
    });
  }
}
