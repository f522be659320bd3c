import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { can, ROLES, type Permission } from './permission/permissions.js';
import { ACCESS, type Access } from './request/requires.js';
import { TestApi, type TestCaller, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from './api.js';

const ID = '00000000-0000-7000-8000-000000000000';

/** Every root field of this library with a call of it, and what it asks for. A new field without a line fails below. */
const FIELDS: Record<string, { call: string; asks: Permission | 'operator' | 'public' }> = {
  viewer: { call: '{ viewer { email } }', asks: 'public' },
  linkPreview: { call: '{ linkPreview(token: "x") { kind } }', asks: 'public' },
  acceptLink: {
    call: 'mutation { acceptLink(input: { token: "x", name: "x" }) { __typename } }',
    asks: 'public',
  },
  tenant: { call: '{ tenant { slug } }', asks: 'portfolio.read' },
  members: { call: '{ members { totalCount } }', asks: 'portfolio.read' },
  people: { call: '{ people { totalCount } }', asks: 'portfolio.read' },
  units: { call: '{ units { id } }', asks: 'portfolio.read' },
  unitAliases: { call: '{ unitAliases { alias } }', asks: 'portfolio.read' },
  quarters: { call: '{ quarters { label } }', asks: 'portfolio.read' },
  savePerson: {
    call: 'mutation { savePerson(input: { idempotencyKey: "?", name: "" }) { __typename } }',
    asks: 'portfolio.write',
  },
  saveUnit: {
    call: 'mutation { saveUnit(input: { idempotencyKey: "?", name: "" }) { __typename } }',
    asks: 'unit.manage',
  },
  saveUnitAlias: {
    call: `mutation { saveUnitAlias(input: { alias: "", unitId: "${ID}" }) { __typename } }`,
    asks: 'unit.manage',
  },
  removeUnitAlias: {
    call: 'mutation { removeUnitAlias(input: { alias: "?" }) { __typename } }',
    asks: 'unit.manage',
  },
  changeSetting: {
    call: 'mutation { changeSetting(input: { name: CURRENCY, value: "?", effectiveOn: "2026-01-01" }) { __typename } }',
    asks: 'settings.manage',
  },
  removeSample: {
    call: 'mutation { removeSample(input: { confirmSlug: "?" }) { __typename } }',
    asks: 'settings.manage',
  },
  inviteMembers: {
    call: 'mutation { inviteMembers(input: { idempotencyKey: "12345678", invitations: [] }) { __typename } }',
    asks: 'member.manage',
  },
  renewInvitation: {
    call: `mutation { renewInvitation(input: { memberId: "${ID}" }) { __typename } }`,
    asks: 'member.manage',
  },
  changeMember: {
    call: `mutation { changeMember(input: { memberId: "${ID}", role: AUDITOR }) { __typename } }`,
    asks: 'member.manage',
  },
  removeMember: {
    call: `mutation { removeMember(input: { memberId: "${ID}" }) { __typename } }`,
    asks: 'member.manage',
  },
  operatorTenants: { call: '{ operatorTenants { totalCount } }', asks: 'operator' },
  queueHealth: { call: '{ queueHealth { pending } }', asks: 'operator' },
  createTenant: {
    call: `mutation { createTenant(input: { idempotencyKey: "12345678", name: "", slug: "", adminName: "", adminEmail: "",
             fiscalYearStartMonth: 1, timeZone: "UTC", currency: "USD" }) { __typename } }`,
    asks: 'operator',
  },
  setTenantSuspended: {
    call: `mutation { setTenantSuspended(input: { tenantId: "${ID}", isSuspended: true }) { __typename } }`,
    asks: 'operator',
  },
};

const names = Object.keys(FIELDS);
const seats = names.filter((name) => !['operator', 'public'].includes(FIELDS[name]!.asks));

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;
let operator: TestCaller;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
  operator = await api.createOperator();
});
afterAll(() => api.close());

const refusals = ['FORBIDDEN', 'UNAUTHENTICATED'];

describe('every root field', () => {
  it('says whom it is for, and has a line here', () => {
    const discovery = new DiscoveryService(api.app.get(ModulesContainer));
    const scanner = new MetadataScanner();
    const found = new Map<string, Access | undefined>();
    for (const { instance } of discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler: unknown = Reflect.get(instance, method);
        if (typeof handler !== 'function') continue;
        const kind: unknown = Reflect.getMetadata('graphql:resolver_type', handler);
        if (kind === 'Query' || kind === 'Mutation') found.set(method, Reflect.getMetadata(ACCESS, handler));
      }
    }
    const asked = Object.fromEntries(
      [...found].map(([name, access]) => [
        name,
        access?.kind === 'permission' ? access.permission : access?.kind,
      ]),
    );
    expect(asked).toEqual(Object.fromEntries(names.map((name) => [name, FIELDS[name]!.asks])));
  });

  it.each(seats)('%s is for members whose role allows it', async (name) => {
    const { call, asks } = FIELDS[name]!;
    for (const role of ROLES) {
      const code = await ours.as[role].codeOf(call);
      expect({ role, isRefused: code === 'FORBIDDEN' }).toEqual({
        role,
        isRefused: !can(role, asks as Permission),
      });
    }
  });

  it.each(seats)(
    '%s does not exist for members of another organisation, operators and strangers',
    async (name) => {
      const { call } = FIELDS[name]!;
      expect(await theirs.as.ADMIN.in(ours.slug).codeOf(call)).toBe('NOT_FOUND');
      expect(await operator.in(ours.slug).codeOf(call)).toBe('NOT_FOUND');
      expect(await api.anonymous.in(ours.slug).codeOf(call)).toBe('UNAUTHENTICATED');
    },
  );

  it.each(names.filter((name) => FIELDS[name]!.asks === 'operator'))(
    '%s is for operators only',
    async (name) => {
      const { call } = FIELDS[name]!;
      for (const role of ROLES) expect(await ours.as[role].codeOf(call)).toBe('NOT_FOUND');
      expect(await api.anonymous.codeOf(call)).toBe('UNAUTHENTICATED');
      expect(refusals).not.toContain(await operator.codeOf(call));
    },
  );

  it.each(names.filter((name) => FIELDS[name]!.asks === 'public'))('%s is for everybody', async (name) => {
    expect(await api.anonymous.codeOf(FIELDS[name]!.call)).toBeNull();
  });
});

describe('a request', () => {
  it('counts a changed role, a removed seat and a suspension at once', async () => {
    const team = await api.createOrganisation();
    const { EXECUTIVE } = team.members;
    const asks = '{ tenant { permissions } }';
    await team.as.EXECUTIVE.get(asks);

    const change = `mutation($input: ChangeMemberInput!) { changeMember(input: $input) { __typename } }`;
    await team.as.ADMIN.get(change, { input: { memberId: EXECUTIVE.memberId, role: 'PORTFOLIO_MANAGER' } });
    expect((await team.as.EXECUTIVE.get(asks))['tenant'].permissions).toContain('portfolio.write');

    const suspend = `mutation($input: SetTenantSuspendedInput!) { setTenantSuspended(input: $input) { __typename } }`;
    const { tenantId } = team.ctx('ADMIN');
    await operator.get(suspend, { input: { tenantId, isSuspended: true } });
    const { errors } = await team.as.EXECUTIVE.ask(asks);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('suspended'),
      extensions: { code: 'FORBIDDEN' },
    });
    const { viewer } = await team.as.EXECUTIVE.get('{ viewer { tenants { slug isSuspended } } }');
    expect(viewer.tenants).toEqual([{ slug: team.slug, isSuspended: true }]);
    await operator.get(suspend, { input: { tenantId, isSuspended: false } });
    await team.as.EXECUTIVE.get(asks);

    const remove = `mutation($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }`;
    await team.as.ADMIN.get(remove, { input: { memberId: EXECUTIVE.memberId } });
    expect(await team.as.EXECUTIVE.codeOf(asks)).toBe('NOT_FOUND');
    expect((await team.as.EXECUTIVE.get('{ viewer { tenants { slug } } }'))['viewer'].tenants).toEqual([]);
  });

  it('reads the seat by one statement in the tenant', async () => {
    const statements = await api.db.statementsOf(() => ours.as.AUDITOR.get('{ tenant { slug } }'));
    expect(statements).toHaveLength(1);
  });

  it('moves between organisations by the header alone', async () => {
    const tenant = '{ tenant { slug } viewer { member { role } tenants { slug role } } }';
    const both = await api.createOrganisation();
    const person = both.as.ADMIN;
    await api.db.unitOfWork.run(theirs.ctx('ADMIN'), async (tx) => {
      const { userId, personId } = both.members.ADMIN;
      await tx.insert('person', { id: personId, name: 'Guest', sortName: 'guest' });
      await tx.insert('member', {
        id: ID,
        personId,
        userId,
        role: 'AUDITOR',
        status: 'ACTIVE',
        invitedAt: new Date(),
      });
      await tx.insert('membership', { userId, memberId: ID, isActive: true });
    });
    const there = await person.in(theirs.slug).get(tenant);
    expect(there['tenant'].slug).toBe(theirs.slug);
    expect(there['viewer'].member.role).toBe('AUDITOR');
    const here = await person.get(tenant);
    expect(here['tenant'].slug).toBe(both.slug);
    expect(here['viewer'].member.role).toBe('ADMIN');
    expect(here['viewer'].tenants).toHaveLength(2);
  });

  it('lists the first hundred organisations of somebody with more', async () => {
    const team = await api.createOrganisation();
    await api.db.admin.query(
      `with made as (
         insert into tenant (id, slug, name) select gen_random_uuid(), 'one-of-many-' || n, 'Many' from generate_series(1, 100) as n
         returning id
       ), people as (
         insert into person (tenant_id, id, name, sort_name) select id, gen_random_uuid(), 'Guest', 'guest' from made
         returning tenant_id, id
       ), seats as (
         insert into member (tenant_id, id, person_id, user_id, role, status)
         select tenant_id, gen_random_uuid(), id, $1, 'AUDITOR', 'ACTIVE' from people
         returning tenant_id, id
       )
       insert into membership (tenant_id, user_id, member_id, is_active) select tenant_id, $1, id, true from seats`,
      [team.members.ADMIN.userId],
    );
    const { viewer } = await team.as.ADMIN.get('{ viewer { tenants { role } } }');
    expect(viewer.tenants).toHaveLength(100);
    expect(viewer.tenants[0]).toEqual({ role: 'AUDITOR' });
  });
});
