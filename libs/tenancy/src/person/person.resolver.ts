import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { UnitOfWork, withIdempotency } from '@pilotage/platform';
import {
  decodeCursor,
  orUserError,
  pageSize,
  toConnection,
  type ConnectionOf,
} from '@pilotage/platform/graphql';
import { RequestContext } from '../request/request-context.js';
import { Ctx, Requires } from '../request/requires.js';
import {
  Person,
  PersonConnection,
  SavePersonInput,
  SavePersonResult,
  SavePersonSuccess,
  toPerson,
} from './person.graphql.js';
import { peopleById, peoplePage } from './person.queries.js';
import { PersonService } from './person.service.js';

@Resolver()
export class PersonResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: PersonService,
  ) {}

  @Query(() => PersonConnection, { description: 'By name. `search` finds parts of name and e-mail address.' })
  @Requires('portfolio.read')
  async people(
    @Ctx() ctx: RequestContext,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<Person>> {
    const list = { people: search ?? null };
    const page = { search, first: pageSize(first), after: decodeCursor(after, list) };
    const { rows, totalCount } = await this.unitOfWork.read(ctx, (tx) => peoplePage(tx, page));
    return toConnection(rows, {
      first,
      totalCount,
      list,
      cursorOf: (row) => ({ value: row.sortName, id: row.id }),
      toNode: toPerson,
    });
  }

  @Mutation(() => SavePersonResult, { description: 'Makes a person, or renames one.' })
  @Requires('portfolio.write')
  savePerson(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SavePersonInput,
  ): Promise<typeof SavePersonResult> {
    return orUserError(async () => {
      const [person] = await this.unitOfWork.run(ctx, async (tx) => {
        const request = { mutation: 'savePerson', key: input.idempotencyKey, input };
        const id = await withIdempotency(tx, request, () => this.service.save(tx, ctx, input));
        return peopleById(tx, [id]);
      });
      return Object.assign(new SavePersonSuccess(), { person: toPerson(person!) });
    });
  }
}
