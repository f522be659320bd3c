import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type TenantTx } from '@pilotage/platform';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { RequestContext, TenancyApiModule } from '../api.js';
import { MemberService } from '../member/member.service.js';
import type { Role } from '../permission/permissions.js';
import { PersonLoader } from './person.loader.js';
import { PEOPLE_PAGE } from './person.queries.js';
import { PersonService } from './person.service.js';

const SAVE = `mutation($input: SavePersonInput!) { savePerson(input: $input) {
  ... on SavePersonSuccess { person { id name email hasSeat } } ... on UserError { message path code } } }`;
const PEOPLE = `query($search: String, $first: Int = 50, $after: String) { people(search: $search, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id name email hasSeat } } }`;

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
});
afterAll(() => api.close());

const save = async (input: object, organisation = ours, by: Role = 'PORTFOLIO_MANAGER') =>
  (await organisation.as[by].get(SAVE, { input: { idempotencyKey: newId(), ...input } }))['savePerson'];
const codeOf = (input: object, by: Role): Promise<string | null> =>
  ours.as[by].codeOf(SAVE, { input: { idempotencyKey: newId(), ...input } });

const namesOf = async (variables: object): Promise<string[]> => {
  const { people } = await ours.as.AUDITOR.get(PEOPLE, variables);
  return people.nodes.map(({ name }: { name: string }) => name);
};

describe('people', () => {
  it('need no seat', async () => {
    const { person } = await save({ name: ' Olga  Owner ', email: 'Olga@Partner.example' });
    expect(person).toEqual({
      id: person.id,
      name: 'Olga Owner',
      email: 'olga@partner.example',
      hasSeat: false,
    });
    const renamed = await save({ id: person.id, name: 'Olga Ohm' });
    expect(renamed.person).toEqual({ id: person.id, name: 'Olga Ohm', email: null, hasSeat: false });
  });

  it('are made once, however often the request comes', async () => {
    const input = { idempotencyKey: newId(), name: 'Once Only' };
    const [first, second] = await Promise.all([save(input), save(input)]);
    expect(second).toEqual(first);
    expect(await namesOf({ search: 'Once Only' })).toEqual(['Once Only']);
  });

  it('with a seat or an invitation keep the address that only who manages seats may change', async () => {
    const { inviteMembers } = await ours.as.ADMIN.get(
      `mutation ($input: InviteMembersInput!) { inviteMembers(input: $input) {
         ... on InviteMembersSuccess { invitations { link member { person { id } } } } } }`,
      {
        input: {
          idempotencyKey: newId(),
          invitations: [{ name: 'Next Admin', email: 'next@partner.example', role: 'ADMIN' }],
        },
      },
    );
    const [{ link, member }] = inviteMembers.invitations;
    const taken = { id: member.person.id, name: 'Next Admin', email: 'mine@partner.example' };
    expect(await codeOf(taken, 'PORTFOLIO_MANAGER')).toBe('FORBIDDEN');
    expect(await codeOf({ ...taken, email: null }, 'PORTFOLIO_MANAGER')).toBe('FORBIDDEN');
    const renamed = await save({ ...taken, name: 'Nora Next', email: 'NEXT@partner.example' });
    expect(renamed.person).toMatchObject({ name: 'Nora Next', email: 'next@partner.example' });

    const preview = async () =>
      (
        await api.anonymous.get(
          `query ($token: String!) { linkPreview(token: $token) { email isExpired } }`,
          {
            token: new URL(link).hash.slice(1),
          },
        )
      )['linkPreview'];
    expect(await preview()).toEqual({ email: 'next@partner.example', isExpired: false });
    await save(taken, ours, 'ADMIN');
    expect(await preview()).toBeNull();
  });

  it('do not change their address while a seat is offered to it', async () => {
    const { person } = await save({ name: 'Ivo Invited', email: 'ivo@partner.example' });
    const invited = Promise.withResolvers<void>();
    const overtaken = Promise.withResolvers<void>();
    const invitation = api.db.unitOfWork.run(ours.ctx('ADMIN'), async (tx) => {
      const wish = { name: 'Ivo', email: 'ivo@partner.example', role: 'ADMIN' as const };
      await api.app.get(MemberService).invite(tx, [wish]);
      invited.resolve();
      await overtaken.promise;
    });
    await invited.promise;
    const change = codeOf(
      { id: person.id, name: 'Ivo', email: 'mine2@partner.example' },
      'PORTFOLIO_MANAGER',
    );
    await api.db.untilOneWaits();
    overtaken.resolve();
    await invitation;
    expect(await change).toBe('FORBIDDEN');
  });

  it('have an address of their own', async () => {
    await save({ name: 'First', email: 'same@partner.example' });
    const refused = await save({ name: 'Second', email: 'SAME@partner.example' });
    expect(refused).toMatchObject({ code: 'CONFLICT', path: ['email'] });
    expect((await save({ name: 'Elsewhere', email: 'same@partner.example' }, theirs)).person.name).toBe(
      'Elsewhere',
    );
  });

  it('refuse what is no name or address', async () => {
    expect(await save({ name: '' })).toMatchObject({ path: ['name'] });
    expect(await save({ name: 'x'.repeat(201) })).toMatchObject({ path: ['name'] });
    expect(await save({ name: 'A', email: 'not an address' })).toMatchObject({ path: ['email'] });
    const seated = { id: ours.members.AUDITOR.personId, name: 'Auditor' };
    expect(await save(seated, ours, 'ADMIN')).toMatchObject({ code: 'HAS_SEAT', path: ['email'] });
  });

  it('of another organisation are not there', async () => {
    const { person } = await save({ name: 'Secret Person' }, theirs);
    expect(await codeOf({ id: person.id, name: 'Mine' }, 'ADMIN')).toBe('NOT_FOUND');
    expect(await codeOf({ id: 'nonsense', name: 'Mine' }, 'ADMIN')).toBe('NOT_FOUND');
    expect(await namesOf({ search: 'Secret' })).toEqual([]);
  });

  it('are found by parts of name and address, without case or accents', async () => {
    await save({ name: 'Özlem Çelik' });
    expect(await namesOf({ search: 'ozlem CEL' })).toEqual(['Özlem Çelik']);
    expect(await namesOf({ search: '%' })).toEqual([]);
    expect(await namesOf({ search: `admin@${ours.slug}` })).toEqual([`Admin of ${ours.slug}`]);
  });

  it('come in pages, each once', async () => {
    const all = await namesOf({});
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { people } = await ours.as.AUDITOR.get(PEOPLE, { first: 3, after });
      expect(people.totalCount).toBe(all.length);
      seen.push(...people.nodes.map(({ name }: { name: string }) => name));
      after = people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all);
  });

  it('take three statements for any number, and their page an index', async () => {
    expect(await api.db.statementsOf(() => ours.as.ADMIN.get(PEOPLE))).toHaveLength(3);
    const ctx = ours.ctx('ADMIN');
    const plan = await api.db.planOf(ctx, PEOPLE_PAGE, [ctx.tenantId, null, 'a', newId(), 50]);
    expect(plan).toMatch(
      /Index Scan using person_by_name.*\n.*Index Cond: \(\(tenant_id = .*ROW\(sort_name, id\) > ROW/,
    );
  });
});

describe('findOrCreate', () => {
  const find = (people: { name: string; email?: string }[]) =>
    api.db.unitOfWork.run(ours.ctx('ADMIN'), (tx: TenantTx) =>
      api.app.get(PersonService).findOrCreate(tx, people),
    );

  it('knows people by address, else by name', async () => {
    const [ann, bob, again] = await find([
      { name: 'Ann', email: 'ann@partner.example' },
      { name: 'Bob Byname' },
      { name: 'BOB  byname' },
    ]);
    expect(again).toBe(bob);
    expect(await find([{ name: 'bob byname' }, { name: 'Anna', email: 'ANN@partner.example' }])).toEqual([
      bob,
      ann,
    ]);
    expect(await find([{ name: 'Ann' }])).not.toContain(ann);
  });
});

describe('PersonLoader', () => {
  it('asks once for all, and knows nobody of elsewhere', async () => {
    const loader = api.app.get(PersonLoader);
    const ctx = requestOf(ours);
    const { ADMIN, AUDITOR } = ours.members;
    const stranger = theirs.members.ADMIN;
    const statements = await api.db.statementsOf(async () => {
      const people = await Promise.all([
        loader.load(ctx, ADMIN.personId),
        loader.load(ctx, AUDITOR.personId),
        loader.load(ctx, stranger.personId),
        loader.load(ctx, null),
      ]);
      expect(people.map((person) => person?.name)).toEqual([
        `Admin of ${ours.slug}`,
        `Auditor of ${ours.slug}`,
        undefined,
        undefined,
      ]);
      const ofMembers = [loader.loadMember(ctx, ADMIN.memberId), loader.loadMember(ctx, stranger.memberId)];
      expect((await Promise.all(ofMembers)).map((person) => person?.id)).toEqual([ADMIN.personId, undefined]);
    });
    expect(statements).toHaveLength(2);
  });
});

function requestOf({ slug, ctx, members }: TestOrganisation): RequestContext {
  const { tenantId, requestId } = ctx('ADMIN');
  return new RequestContext({
    requestId,
    user: null,
    isOperator: false,
    seat: {
      tenant: { id: tenantId, slug, name: slug, isSample: false },
      member: { id: members.ADMIN.memberId, personId: members.ADMIN.personId, role: 'ADMIN', unitIds: null },
    },
  });
}
