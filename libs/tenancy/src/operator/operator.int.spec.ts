import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@pilotage/platform';
import { TestApi, TestCaller } from '@pilotage/testing';
import { TenancyApiModule } from '../api.js';
import { SignIn } from '../sign-in/sign-in.js';
import { TenantEraser } from '../erasure/tenant-eraser.js';
import { queueCounts } from './operator.queries.js';
import { operatorSetupLink } from './setup-link.js';

const CREATE = `mutation($input: CreateTenantInput!) { createTenant(input: $input) {
  ... on CreateTenantSuccess { inviteLink tenant { id slug name isSuspended isSample members } } ... on UserError { message path code } } }`;
const LIST = `query($search: String, $first: Int = 50, $after: String) { operatorTenants(search: $search, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { slug name members } } }`;
const ACCEPT = `mutation($input: AcceptLinkInput!) { acceptLink(input: $input) {
  ... on AcceptLinkSuccess { email tenantSlug } ... on UserError { message path code } } }`;
const REMOVE_SAMPLE = `mutation($slug: String!) { removeSample(input: { confirmSlug: $slug }) {
  ... on RemoveSampleSuccess { slug } ... on UserError { message path code } } }`;

const PASSWORD = 'a password for tests';

let api: TestApi;
let operator: TestCaller;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
});
afterAll(() => api.close());

const tokenOf = (link: string | null): string => new URL(link!).hash.slice(1);
const accept = async (input: object) => (await api.anonymous.get(ACCEPT, { input }))['acceptLink'];

const wish = (part: object = {}) => ({
  idempotencyKey: newId(),
  name: 'Contoso Bank',
  slug: `contoso-${newId().slice(-12)}`,
  adminName: 'Carla Contoso',
  adminEmail: `carla${newId().slice(-12)}@contoso.example`,
  fiscalYearStartMonth: 7,
  timeZone: 'Europe/Vienna',
  currency: 'EUR',
  ...part,
});
const create = async (input: object) => (await operator.get(CREATE, { input }))['createTenant'];

describe('the first operator', () => {
  const link = () => operatorSetupLink(api.db.operator, api.db.config.PUBLIC_URL);

  it('gets in by a link made at the start, of which one is good', async () => {
    const [first, second] = [await link(), await link()];
    const email = 'root@installation.example';
    const { linkPreview } = await api.anonymous.get(
      'query($t: String!) { linkPreview(token: $t) { kind isExpired tenantName } }',
      {
        t: tokenOf(first),
      },
    );
    expect(linkPreview).toEqual({ kind: 'OPERATOR_SETUP', isExpired: false, tenantName: null });
    const name = 'Root';
    expect(await accept({ token: tokenOf(first), name, email, password: PASSWORD })).toEqual({
      email,
      tenantSlug: null,
    });
    const another = { name, email: 'second@installation.example', password: PASSWORD };
    for (const used of [first, second]) {
      expect(await accept({ token: tokenOf(used), ...another })).toMatchObject({ code: 'LINK_GONE' });
    }
    expect(await link()).toBeNull();
    operator = new TestCaller(api.app, email, null);
    expect((await operator.get('{ viewer { isOperator tenants { slug } } }'))['viewer']).toEqual({
      isOperator: true,
      tenants: [],
    });
  });
});

describe('creating a tenant', () => {
  it('gives its first admin a link to it', async () => {
    const input = wish();
    const { tenant, inviteLink } = await create(input);
    expect(tenant).toMatchObject({
      slug: input.slug,
      name: 'Contoso Bank',
      isSuspended: false,
      isSample: false,
      members: 0,
    });
    await accept({ token: tokenOf(inviteLink), name: 'Carla', password: PASSWORD });
    const admin = new TestCaller(api.app, input.adminEmail, input.slug);
    const answer = await admin.get(
      '{ tenant { settings { fiscalYearStartMonth timeZone currency } } viewer { member { role } } }',
    );
    expect(answer['tenant'].settings).toEqual({
      fiscalYearStartMonth: 7,
      timeZone: 'Europe/Vienna',
      currency: 'EUR',
    });
    expect(answer['viewer'].member.role).toBe('ADMIN');
    const { operatorTenants } = await operator.get(LIST, { search: input.slug });
    expect(operatorTenants.nodes).toEqual([{ slug: input.slug, name: 'Contoso Bank', members: 1 }]);
  });

  it('twice by one key makes one', async () => {
    const input = wish();
    const [first, second] = await Promise.all([create(input), create(input)]);
    expect(first.tenant.id).toBe(second.tenant.id);
    expect(await create({ ...input, name: 'Another' })).toMatchObject({
      code: 'KEY_REUSED',
      path: ['idempotencyKey'],
    });
    expect(await create({ ...wish(), idempotencyKey: 'short' })).toMatchObject({ path: ['idempotencyKey'] });

    await api.db.admin.query(`update operator_request set created_at = now() - interval '25 hours'`);
    const later = await create({ ...wish(), idempotencyKey: input.idempotencyKey });
    expect(later.tenant.id).not.toBe(first.tenant.id);
  });

  it('is finished by asking again where it was interrupted', async () => {
    const input = wish();
    await api.db.admin
      .query(`create function stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$;
      create trigger stop before insert on person for each row execute function stop()`);
    expect(await operator.codeOf(CREATE, { input })).toBe('INTERNAL');
    await api.db.admin.query('drop function stop cascade');
    expect((await create(input)).inviteLink).toMatch(/#/);
  });

  it('refuses what cannot be, naming the field, and makes nothing', async () => {
    const count = async () => (await operator.get(LIST))['operatorTenants'].totalCount;
    const before = await count();
    const taken = wish();
    await create(taken);
    const wrong: Record<string, object> = {
      slug: { slug: 'Not A Slug' },
      name: { name: '' },
      adminEmail: { adminEmail: 'nobody' },
      timeZone: { timeZone: 'Mars/Olympus' },
      fiscalYearStartMonth: { fiscalYearStartMonth: 0 },
      currency: { currency: '???' },
    };
    for (const [field, part] of Object.entries(wrong))
      expect(await create(wish(part))).toMatchObject({ path: [field] });
    expect(await create(wish({ slug: 'graphql' }))).toMatchObject({ path: ['slug'], code: 'RESERVED' });
    expect(await create(wish({ slug: taken.slug }))).toMatchObject({ path: ['slug'], code: 'CONFLICT' });
    expect(await count()).toBe(before + 1);
  });
});

describe('operators', () => {
  it('list tenants in pages, by address', async () => {
    const all = (await operator.get(LIST))['operatorTenants'].nodes.map(({ slug }: { slug: string }) => slug);
    expect(all).toEqual([...all].sort());
    const { operatorTenants } = await operator.get(LIST, { first: 1 });
    const next = await operator.get(LIST, { first: 1, after: operatorTenants.pageInfo.endCursor });
    expect(next['operatorTenants'].nodes[0].slug).toBe(all[1]);
  });

  it('see the queue', async () => {
    const { queueHealth } = await operator.get(
      '{ queueHealth { backend pending running failed oldestPendingSeconds } }',
    );
    expect(queueHealth).toMatchObject({ backend: 'PostgreSQL', running: 0, failed: 0 });
    expect(queueHealth.pending).toBeGreaterThan(0);
    expect(queueHealth.oldestPendingSeconds).toBeGreaterThanOrEqual(0);
  });

  it('have no way into tenant tables, as a role of the database either', async () => {
    for (const table of ['person', 'member', 'unit_revision', 'setting_revision', 'member_unit']) {
      await expect(api.db.operator.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it('suspend nothing that is not there', async () => {
    const suspend = `mutation($id: ID!) { setTenantSuspended(input: { tenantId: $id, isSuspended: true }) { __typename } }`;
    expect(await operator.codeOf(suspend, { id: newId() })).toBe('NOT_FOUND');
    expect(await operator.codeOf(suspend, { id: 'nonsense' })).toBe('NOT_FOUND');
  });
});

describe('removing the sample', () => {
  it('deletes it with its people, and nothing else', async () => {
    const sample = await api.createOrganisation({ isSample: true });
    const real = await api.createOrganisation();
    const admin = sample.as.ADMIN;
    await admin.get(
      'mutation { saveUnit(input: { idempotencyKey: "unit-claims", name: "Claims" }) { __typename } }',
    );
    const invite = `mutation($input: InviteMembersInput!) { inviteMembers(input: $input) { __typename } }`;
    const invitations = [{ name: 'G', email: 'g@guests.example', role: 'AUDITOR' }];
    await admin.get(invite, { input: { idempotencyKey: newId(), invitations } });

    expect((await admin.get(REMOVE_SAMPLE, { slug: 'wrong' }))['removeSample']).toMatchObject({
      path: ['confirmSlug'],
    });
    expect((await admin.get(REMOVE_SAMPLE, { slug: sample.slug }))['removeSample']).toEqual({
      slug: sample.slug,
    });

    const { tenantId } = sample.ctx('ADMIN');
    const tables = await api.db.admin.query(
      `select table_name as name from information_schema.columns where table_schema = 'app' and column_name = 'tenant_id'`,
    );
    for (const { name } of tables.rows) {
      const { rowCount } = await api.db.admin.query(`select from ${name} where tenant_id = $1`, [tenantId]);
      expect({ name, rowCount }).toEqual({ name, rowCount: 0 });
    }
    expect(await api.app.get(SignIn).findUser(`admin@${sample.slug}.example`)).toBeNull();
    expect((await real.as.ADMIN.get('{ members { totalCount } }'))['members'].totalCount).toBe(5);
  });

  it('is not for what is real', async () => {
    const real = await api.createOrganisation();
    const { removeSample } = await real.as.ADMIN.get(REMOVE_SAMPLE, { slug: real.slug });
    expect(removeSample).toMatchObject({ code: 'NOT_A_SAMPLE' });
    expect((await real.as.ADMIN.get('{ tenant { slug } }'))['tenant'].slug).toBe(real.slug);
  });

  it("keeps real people's accounts, and those with another seat", async () => {
    const sample = await api.createOrganisation({ isSample: true });
    const other = await api.createOrganisation();
    const signIn = api.app.get(SignIn);
    const real = await signIn.createUser({ email: 'real@people.test', name: 'Real', password: PASSWORD });
    const { AUDITOR, EXECUTIVE } = sample.members;
    await api.db.admin.query('update membership set user_id = $2 where member_id = $1', [
      AUDITOR.memberId,
      real,
    ]);
    await api.db.admin.query(
      `insert into membership (tenant_id, user_id, member_id, is_active) values ($1, $2, $3, true)`,
      [other.ctx('ADMIN').tenantId, EXECUTIVE.userId, newId()],
    );
    await api.app.get(TenantEraser).erase(sample.ctx('ADMIN').tenantId);
    expect(await signIn.getUser(real)).not.toBeNull();
    expect(await signIn.getUser(EXECUTIVE.userId)).not.toBeNull();
  });
});

describe('the health of the queue', () => {
  it('is read without reading what is done', async () => {
    const plan = await api.db.operator.transaction(async (query) => {
      await query('set local enable_seqscan = off');
      return queueCounts({
        query: async <R extends object>(sql: string) => [await query(`explain ${sql}`)] as unknown as R[],
      });
    });
    expect(JSON.stringify(plan)).toMatch(/outbox_open/);
  });
});
