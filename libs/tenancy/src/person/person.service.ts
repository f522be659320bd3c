import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  ConflictError,
  newId,
  NotFoundError,
  violatesUnique,
  type TenantReadTx,
  type TenantTx,
} from '@pilotage/platform';
import { idFrom } from '../input/ids.js';
import { emailFrom, folded, nameFrom } from '../input/texts.js';
import type { PersonId, PersonRow } from './person.js';
import { peopleById } from './person.queries.js';

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
   */
  async save(tx: TenantTx, input: PersonInput): Promise<PersonRow> {
    const values = valuesFrom(input, []);
    const id = input.id ? idFrom<'Person'>(input.id, 'person') : newId<'Person'>();
    await conflictWhereTaken(() =>
      input.id ? this.change(tx, id, values) : tx.insert('person', { id, ...values }),
    );
    const [person] = await peopleById(tx, [id]);
    return person!;
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

  private async findKnown(tx: TenantReadTx, wanted: readonly PersonValues[]): Promise<Map<string, PersonId>> {
    const rows = await tx.query<PersonValues & { id: PersonId }>(
      `select id, name, sort_name as "sortName", email from person
        where tenant_id = $1 and erased_at is null
          and (email = any ($2::text[]) or (email is null and sort_name = any ($3::text[])))
        order by id desc`,
      [
        tx.ctx.tenantId,
        wanted.flatMap(({ email }) => email ?? []),
        wanted.flatMap(({ sortName, email }) => (email === null ? [sortName] : [])),
      ],
    );
    return new Map(rows.map((row) => [keyOf(row), row.id]));
  }

  private async change(tx: TenantTx, id: PersonId, values: PersonValues): Promise<void> {
    const [before] = await tx.query<{ hasSeat: boolean }>(
      `select exists (select from member m where m.tenant_id = p.tenant_id and m.person_id = p.id and m.status <> 'REMOVED') as "hasSeat"
         from person p where p.tenant_id = $1 and p.id = $2 and p.erased_at is null for update of p`,
      [tx.ctx.tenantId, id],
    );
    if (!before) throw new NotFoundError('person');
    if (before.hasSeat && values.email === null) {
      throw new BadInputError(
        'Somebody with a seat or an invitation keeps an e-mail address.',
        ['email'],
        'HAS_SEAT',
      );
    }
    await tx.query(
      `update person set name = $3, sort_name = $4, email = $5 where tenant_id = $1 and id = $2`,
      [tx.ctx.tenantId, id, values.name, values.sortName, values.email],
    );
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
