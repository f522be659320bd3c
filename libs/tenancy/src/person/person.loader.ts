import { Injectable } from '@nestjs/common';
import { UnitOfWork, type MemberId } from '@pilotage/platform';
import DataLoader from 'dataloader';
import type { RequestContext } from '../request/request-context.js';
import { toPerson, type Person } from './person.graphql.js';
import type { PersonId } from './person.js';
import { peopleById, peopleOfMembers } from './person.queries.js';

/** People by id: one statement for all that a request asks for at once. */
@Injectable()
export class PersonLoader {
  private readonly ofMembers = {};

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Null for no id, and for somebody who is not in this tenant. */
  async load(ctx: RequestContext, id: PersonId | null): Promise<Person | null> {
    if (id === null) return null;
    const loader = ctx.once(
      this,
      () =>
        new DataLoader<PersonId, Person | null>(async (ids) => {
          const rows = await this.unitOfWork.read(ctx, (tx) => peopleById(tx, ids));
          const byId = new Map(rows.map((row) => [row.id, toPerson(row)]));
          return ids.map((key) => byId.get(key) ?? null);
        }),
    );
    return loader.load(id);
  }

  /** The person in a member's seat, also of one who left. Null for the system. */
  async loadMember(ctx: RequestContext, id: MemberId | null): Promise<Person | null> {
    if (id === null) return null;
    const loader = ctx.once(
      this.ofMembers,
      () =>
        new DataLoader<MemberId, Person | null>(async (ids) => {
          const rows = await this.unitOfWork.read(ctx, (tx) => peopleOfMembers(tx, ids));
          const byId = new Map(rows.map((row) => [row.memberId, toPerson(row)]));
          return ids.map((key) => byId.get(key) ?? null);
        }),
    );
    return loader.load(id);
  }
}
