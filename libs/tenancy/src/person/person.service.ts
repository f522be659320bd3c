import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  ConflictError,
  ForbiddenError,
  newId,
  NotFoundError,
  violatesUnique,
  type MemberId,
  type TenantTx,
  idFrom,
  type Id,
} from '@pilotage/platform';
import { revokeLinks } from '../link/revoke-links.js';
import type { RequestContext } from '../request/request-context.js';
import { emailFrom, folded, nameFrom } from '../input/texts.js';
import type { PersonId } from './person.js';

export interface PersonInput {
  readonly id?: string | null;
  readonly name: string;
  readonly email?: string | null;
}

@Injectable()
export class PersonService {
  /**
   * Makes a person, or renames one. Names are not history: reports name people by id.
   *
   * @throws ConflictError (path `email`) when another person has the address
   * @throws ForbiddenError for another address of somebody with a seat, but to who manages seats
   */
  async save(tx: TenantTx, ctx: RequestContext, input: PersonInput): Promise<PersonId> {
    const values = valuesFrom(input, []);
    const id = input.id ? idFrom<Id<'Person'>>(input.id, 'person') : newId<'Person'>();
    await conflictWhereTaken(() =>
      input.id ? this.change(tx, ctx, id, values) : tx.insert('person', { id, ...values }),
    );
    return id;
  }

  /**
   * The people of these addresses, made where missing; those without address are told apart by name. In the order
   * given, repetitions included.
   *
   * @param path of the list in the caller's input, for errors
   * @throws ConflictError when somebody else made one of them at the same moment
   */
  async findOrCreate(
    tx: TenantTx,
    wanted: readonly { name: string; email?: string | null }[],
    path: readonly string[] = [],
  ): Promise<PersonId[]> {
    const keyed = wanted.map((person, index) => valuesFrom(person, [...path, String(index)]));
    const known = await this.findKnown(tx, keyed);
    const made = new Map<string, PersonValues & { id: PersonId }>();
    const ids = keyed.map((person) => {
      const key = keyOf(person);
      const id = known.get(key) ?? made.get(key)?.id ?? newId<'Person'>();
      if (!known.has(key) && !made.has(key)) made.set(key, { id, ...person });
      return id;
    });
    await conflictWhereTaken(() =>
      tx.insert(
        'person',
        [...made.values()].map((person) => ({ ...person })),
      ),
    );
    return ids;
  }

  /** Locked, so that nobody changes an address while a seat is offered to it. */
  private async findKnown(tx: TenantTx, wanted: readonly PersonValues[]): Promise<Map<string, PersonId>> {
    const rows = await tx.query<PersonValues & { id: PersonId }>(
      `select id, name, sort_name as "sortName", email from person
        where tenant_id = $1 and erased_at is null
          and (email = any ($2::text[]) or (email is null and sort_name = any ($3::text[])))
        order by id desc for key share`,
      [
        tx.ctx.tenantId,
        wanted.flatMap(({ email }) => email ?? []),
        wanted.flatMap(({ sortName, email }) => (email === null ? [sortName] : [])),
      ],
    );
    return new Map(rows.map((row) => [keyOf(row), row.id]));
  }

  private async change(tx: TenantTx, ctx: RequestContext, id: PersonId, values: PersonValues): Promise<void> {
    const [before] = await tx.query<{ email: string | null }>(
      `select email from person where tenant_id = $1 and id = $2 and erased_at is null for update`,
      [tx.ctx.tenantId, id],
    );
    if (!before) throw new NotFoundError('person');
    if (values.email !== before.email) await this.checkSeat(tx, ctx, id, values.email);
    await tx.query(
      `update person set name = $3, sort_name = $4, email = $5 where tenant_id = $1 and id = $2`,
      [tx.ctx.tenantId, id, values.name, values.sortName, values.email],
    );
  }

  /** A seat is offered to an address: whoever changes it says who takes the seat, and its links were told to the old one. */
  private async checkSeat(
    tx: TenantTx,
    ctx: RequestContext,
    id: PersonId,
    email: string | null,
  ): Promise<void> {
    const [seat] = await tx.query<{ memberId: MemberId }>(
      `select id as "memberId" from member where tenant_id = $1 and person_id = $2 and status <> 'REMOVED'`,
      [tx.ctx.tenantId, id],
    );
    if (!seat) return;
    if (!ctx.can('member.manage')) {
      throw new ForbiddenError('Only an admin changes the address of somebody with a seat or an invitation.');
    }
    if (email === null) {
      throw new BadInputError(
        'Somebody with a seat or an invitation keeps an e-mail address.',
        ['email'],
        'HAS_SEAT',
      );
    }
    await revokeLinks(tx, [seat.memberId]);
  }
}

interface PersonValues {
  readonly name: string;
  readonly sortName: string;
  readonly email: string | null;
}

function valuesFrom(input: { name: string; email?: string | null }, path: readonly string[]): PersonValues {
  const name = nameFrom(input.name, [...path, 'name']);
  const email = input.email?.trim() ? emailFrom(input.email, [...path, 'email']) : null;
  return { name, sortName: folded(name), email };
}

async function conflictWhereTaken(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!violatesUnique(error, 'person_one_per_email')) throw error;
    throw new ConflictError('Another person has this e-mail address.', ['email']);
  }
}

const keyOf = ({ sortName, email }: PersonValues): string => email ?? `name ${sortName}`;
