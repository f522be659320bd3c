import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@pilotage/platform';
import { TestApi, TestCaller, type TestOrganisation } from '@pilotage/testing';
import { TenancyApiModule } from '../api.js';
import { MEMBERS_PAGE } from './member.queries.js';

const INVITE = `mutation($input: InviteMembersInput!) { inviteMembers(input: $input) {
  ... on InviteMembersSuccess { invitations { link isMailed member { id role status person { id name email hasSeat } units { name } } } }
  ... on UserError { message path code } } }`;
const RENEW = `mutation($input: RenewInvitationInput!) { renewInvitation(input: $input) {
  ... on RenewInvitationSuccess { invitation { link } } ... on UserError { code } } }`;
const CHANGE = `mutation($input: ChangeMemberInput!) { changeMember(input: $input) {
  ... on ChangeMemberSuccess { member { role units { name } } } ... on UserError { message path code } } }`;
const REMOVE = `mutation($input: RemoveMemberInput!) { removeMember(input: $input) {
  ... on RemoveMemberSuccess { memberId } ... on UserError { message code } } }`;
const ACCEPT = `mutation($input: AcceptLinkInput!) { acceptLink(input: $input) {
  ... on AcceptLinkSuccess { email tenantSlug } ... on UserError { message path code } } }`;
const PREVIEW = `query($token: String!) { linkPreview(token: $token) { kind tenantName name email isExpired needsAccount } }`;
const MEMBERS = `query($first: Int!, $after: String) { members(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id role status person { name } units { name } } } }`;

const PASSWORD = 'a password for tests';

let api: TestApi;
let ours: TestOrganisation;
let theirs: TestOrganisation;

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  theirs = await api.createOrganisation();
});
afterAll(() => api.close());

let invited = 0;
const someone = (wish: object = {}): { name: string; email: string; role: string } => {
  invited += 1;
  return { name: `Guest ${invited}`, email: `guest${invited}@guests.example`, role: 'EXECUTIVE', ...wish };
};
const input = (...invitations: object[]): object => ({ input: { idempotencyKey: newId(), invitations } });
const tokenOf = (link: string): string => new URL(link).hash.slice(1);

async function invite(organisation = ours, wish: object = {}) {
  const person = someone(wish);
  const { inviteMembers } = await organisation.as.ADMIN.get(INVITE, input(person));
  const [{ link, member }] = inviteMembers.invitations;
  return { ...person, link, token: tokenOf(link), memberId: member.id as string };
}

const accept = (token: string, part: object = {}, caller: TestCaller = api.anonymous) =>
  caller
    .get(ACCEPT, { input: { token, name: 'Guest', password: PASSWORD, ...part } })
    .then(({ acceptLink }) => acceptLink);

const expire = (memberId: string): Promise<unknown> =>
  api.db.admin.query(`update link_token set expires_at = now() where subject_id = $1`, [memberId]);

describe('inviting', () => {
  it('gives each a link that can be copied, and a seat that waits', async () => {
    const people = [someone(), someone({ role: 'AUDITOR' })];
    const { inviteMembers } = await ours.as.ADMIN.get(INVITE, input(...people));
    expect(inviteMembers.invitations).toHaveLength(2);
    for (const [index, invitation] of inviteMembers.invitations.entries()) {
      expect(invitation.link).toMatch(/^http:\/\/127\.0\.0\.1:4400\/link#[\w-]{43}$/);
      expect(invitation.isMailed).toBe(false);
      expect(invitation.member).toMatchObject({ status: 'INVITED', role: people[index]!.role });
      expect(invitation.member.person).toMatchObject({ name: people[index]!.name, hasSeat: true });
    }
  });

  it('twice by one key makes one seat; both answers have good links', async () => {
    const twice = input(someone());
    const [first, second] = await Promise.all([
      ours.as.ADMIN.get(INVITE, twice),
      ours.as.ADMIN.get(INVITE, twice),
    ]);
    const invitations = [first, second].map(({ inviteMembers }) => inviteMembers.invitations[0]);
    expect(invitations[0].member.id).toBe(invitations[1].member.id);
    for (const { link } of invitations) {
      const { linkPreview } = await api.anonymous.get(PREVIEW, { token: tokenOf(link) });
      expect(linkPreview.isExpired).toBe(false);
    }
  });

  it('takes as many statements for many as for one', async () => {
    const { saveUnit } = await ours.as.ADMIN.get(
      `mutation { saveUnit(input: { idempotencyKey: "invited-into", name: "Invited into" }) { ... on SaveUnitSuccess { unit { id } } } }`,
    );
    const unitIds = [saveUnit.unit.id];
    const statements = async (count: number): Promise<number> => {
      const people = Array.from({ length: count }, () => someone({ role: 'CONTRIBUTOR', unitIds }));
      const sent = await api.db.statementsOf(async () => {
        const { inviteMembers } = await ours.as.ADMIN.get(INVITE, input(...people));
        for (const { member } of inviteMembers.invitations)
          expect(member.units).toEqual([{ name: 'Invited into' }]);
      });
      return sent.length;
    };
    expect(await statements(5)).toBe(await statements(1));
  });

  it('keeps no link, only its hash', async () => {
    const { token, memberId } = await invite();
    const { rows } = await api.db.admin.query('select * from link_token where subject_id = $1', [memberId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('says which line cannot be, and then invites nobody', async () => {
    const good = someone();
    const refused = async (...people: object[]) =>
      (await ours.as.ADMIN.get(INVITE, input(...people)))['inviteMembers'];
    expect(await refused(good, someone({ email: 'nonsense' }))).toMatchObject({
      path: ['invitations', '1', 'email'],
    });
    expect(await refused(good, someone({ name: '  ' }))).toMatchObject({
      path: ['invitations', '1', 'name'],
    });
    expect(await refused(good, { ...good, name: 'Twin' })).toMatchObject({
      path: ['invitations', '1', 'email'],
    });
    expect(await refused()).toMatchObject({ path: ['invitations'] });
    expect(await refused(good, someone({ unitIds: [newId()] }))).toMatchObject({
      path: ['invitations', '1', 'unitIds'],
    });
    const { rowCount } = await api.db.admin.query('select from person where email = $1', [good.email]);
    expect(rowCount).toBe(0);
  });

  it('refuses who has a seat or an invitation', async () => {
    const person = await invite();
    const again = await ours.as.ADMIN.get(INVITE, input(someone({ email: person.email.toUpperCase() })));
    expect(again['inviteMembers']).toMatchObject({ code: 'CONFLICT', path: ['invitations', '0', 'email'] });
  });

  it('gives a seat to a known person', async () => {
    const { savePerson } = await ours.as.ADMIN.get(
      `mutation { savePerson(input: { idempotencyKey: "olga-owner", name: "Olga Owner", email: "olga@guests.example" }) { ... on SavePersonSuccess { person { id hasSeat } } } }`,
    );
    expect(savePerson.person.hasSeat).toBe(false);
    const { inviteMembers } = await ours.as.ADMIN.get(
      INVITE,
      input(someone({ name: 'O.', email: 'olga@guests.example' })),
    );
    expect(inviteMembers.invitations[0].member.person).toMatchObject({
      id: savePerson.person.id,
      name: 'Olga Owner',
    });
  });
});

describe('accepting', () => {
  it('makes the account and opens the organisation', async () => {
    const { token, email, name } = await invite();
    const { linkPreview } = await api.anonymous.get(PREVIEW, { token });
    expect(linkPreview).toEqual({
      kind: 'INVITATION',
      tenantName: `Organisation ${ours.slug}`,
      name,
      email,
      isExpired: false,
      needsAccount: true,
    });
    expect(await accept(token)).toEqual({ email, tenantSlug: ours.slug });
    const { tenant } = await new TestCaller(api.app, email, ours.slug).get('{ tenant { permissions } }');
    expect(tenant.permissions).toEqual(['portfolio.read', 'report.read']);
  });

  it('works once', async () => {
    const { token, email } = await invite();
    await accept(token);
    expect(await accept(token)).toMatchObject({ code: 'LINK_GONE', path: ['token'] });
    const { linkPreview } = await api.anonymous.get(PREVIEW, { token });
    expect(linkPreview).toMatchObject({ isExpired: true, email });
  });

  it('works once when clicked twice at the same moment', async () => {
    const { token, memberId } = await invite();
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.filter((answer) => answer.tenantSlug)).toHaveLength(1);
    const { rows } = await api.db.admin.query('select status from member where id = $1', [memberId]);
    expect(rows).toEqual([{ status: 'ACTIVE' }]);
  });

  it('seats who is signed in, in a second organisation too', async () => {
    const { token } = await invite(theirs, { role: 'AUDITOR' });
    const caller = ours.as.CONTRIBUTOR.in(null);
    expect(await accept(token, { password: null }, caller)).toMatchObject({ tenantSlug: theirs.slug });
    expect((await caller.in(theirs.slug).get('{ viewer { member { role } } }'))['viewer'].member.role).toBe(
      'AUDITOR',
    );
  });

  it('asks who has an account to sign in first', async () => {
    const { token, email } = await invite();
    await accept(token);
    const second = await invite(theirs, { email });
    const { linkPreview } = await api.anonymous.get(PREVIEW, { token: second.token });
    expect(linkPreview.needsAccount).toBe(false);
    expect(await accept(second.token)).toMatchObject({ code: 'CONFLICT', path: ['email'] });
    const signedIn = new TestCaller(api.app, email, null);
    expect(await accept(second.token, { password: null }, signedIn)).toMatchObject({
      tenantSlug: theirs.slug,
    });
  });

  it('refuses an old link, an unknown one, another address and a weak password', async () => {
    const { token, memberId } = await invite();
    expect(await accept('unknown')).toMatchObject({ code: 'LINK_GONE' });
    expect((await api.anonymous.get(PREVIEW, { token: 'unknown' }))['linkPreview']).toBeNull();
    expect(await accept(token, { email: 'mallory@guests.example' })).toMatchObject({ path: ['email'] });
    expect(await accept(token, { password: 'password123' })).toMatchObject({ path: ['password'] });
    expect(await accept(token, { password: null })).toMatchObject({ path: ['password'] });
    await expire(memberId);
    expect(await accept(token)).toMatchObject({ code: 'LINK_GONE' });
  });

  it('refuses a second seat in one organisation', async () => {
    const { token } = await invite();
    expect(await accept(token, {}, ours.as.AUDITOR)).toMatchObject({ code: 'CONFLICT' });
    expect(await accept(token)).toMatchObject({ tenantSlug: ours.slug });
  });

  it('waits while the organisation is suspended', async () => {
    const closed = await api.createOrganisation();
    const { token } = await invite(closed);
    await api.db.operator.query(`update tenant set status = 'SUSPENDED' where slug = $1`, [closed.slug]);
    const { errors } = await api.anonymous.ask(ACCEPT, { input: { token, name: 'G', password: PASSWORD } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('renewing an invitation', () => {
  it('ends the links before it', async () => {
    const { token, memberId } = await invite();
    const { renewInvitation } = await ours.as.ADMIN.get(RENEW, { input: { memberId } });
    expect(await accept(token)).toMatchObject({ code: 'LINK_GONE' });
    expect(await accept(tokenOf(renewInvitation.invitation.link))).toMatchObject({ tenantSlug: ours.slug });
    const { renewInvitation: late } = await ours.as.ADMIN.get(RENEW, { input: { memberId } });
    expect(late.code).toBe('ALREADY_ACCEPTED');
  });

  it("is not for another organisation's", async () => {
    const { memberId } = await invite(theirs);
    expect(await ours.as.ADMIN.codeOf(RENEW, { input: { memberId } })).toBe('NOT_FOUND');
    expect(await ours.as.ADMIN.codeOf(RENEW, { input: { memberId: 'nonsense' } })).toBe('NOT_FOUND');
  });
});

describe('changing and removing', () => {
  it('restricts a contributor to units, and nobody else', async () => {
    const { saveUnit } = await ours.as.ADMIN.get(
      `mutation { saveUnit(input: { idempotencyKey: "unit-claims", name: "Claims" }) { ... on SaveUnitSuccess { unit { id } } } }`,
    );
    const { memberId } = await invite();
    const change = async (part: object) => {
      const answer = await ours.as.ADMIN.get(CHANGE, { input: { memberId, role: 'CONTRIBUTOR', ...part } });
      return answer['changeMember'];
    };
    const unitIds = [saveUnit.unit.id];
    expect(await change({ unitIds })).toEqual({
      member: { role: 'CONTRIBUTOR', units: [{ name: 'Claims' }] },
    });
    expect(await change({})).toEqual({ member: { role: 'CONTRIBUTOR', units: [] } });
    expect(await change({ role: 'EXECUTIVE', unitIds })).toMatchObject({
      code: 'NOT_A_CONTRIBUTOR',
      path: ['unitIds'],
    });
    expect(await change({ unitIds: ['nonsense'] })).toMatchObject({ code: 'UNKNOWN_UNIT' });
  });

  it('keeps the last admin', async () => {
    const { memberId } = ours.members.ADMIN;
    for (const written of [memberId, memberId.toUpperCase()]) {
      const demoted = await ours.as.ADMIN.get(CHANGE, { input: { memberId: written, role: 'AUDITOR' } });
      expect(demoted['changeMember']).toMatchObject({ code: 'CONFLICT' });
      const removed = await ours.as.ADMIN.get(REMOVE, { input: { memberId: written } });
      expect(removed['removeMember']).toMatchObject({ code: 'CONFLICT' });
    }
  });

  it('keeps one of two admins who remove each other at the same moment', async () => {
    const team = await api.createOrganisation();
    const second = team.members.AUDITOR.memberId;
    await team.as.ADMIN.get(CHANGE, { input: { memberId: second, role: 'ADMIN' } });
    await Promise.all([
      team.as.ADMIN.ask(REMOVE, { input: { memberId: second } }),
      team.as.AUDITOR.ask(REMOVE, { input: { memberId: team.members.ADMIN.memberId } }),
    ]);
    const { rows } = await api.db.admin.query(
      `select id from member where tenant_id = $1 and role = 'ADMIN' and status = 'ACTIVE'`,
      [team.ctx('ADMIN').tenantId],
    );
    expect(rows).toHaveLength(1);
  });

  it('withdraws an invitation, and lets the person come back', async () => {
    const { token, memberId, email } = await invite();
    await ours.as.ADMIN.get(REMOVE, { input: { memberId } });
    expect(await accept(token)).toMatchObject({ code: 'LINK_GONE' });
    expect(await ours.as.ADMIN.codeOf(REMOVE, { input: { memberId } })).toBe('NOT_FOUND');

    const again = await invite(ours, { email });
    await accept(again.token);
    const { removeMember } = await ours.as.ADMIN.get(REMOVE, { input: { memberId: again.memberId } });
    expect(removeMember.memberId).toBe(again.memberId);
    const third = await invite(ours, { email, role: 'AUDITOR' });
    const person = new TestCaller(api.app, email, ours.slug);
    expect(await accept(third.token, { password: null }, person)).toMatchObject({ tenantSlug: ours.slug });
    expect((await person.get('{ viewer { member { role } } }'))['viewer'].member.role).toBe('AUDITOR');
  });

  it("touches no other organisation's members", async () => {
    const { memberId } = theirs.members.AUDITOR;
    expect(await ours.as.ADMIN.codeOf(CHANGE, { input: { memberId, role: 'ADMIN' } })).toBe('NOT_FOUND');
    expect(await ours.as.ADMIN.codeOf(REMOVE, { input: { memberId } })).toBe('NOT_FOUND');
    const { viewer } = await theirs.as.AUDITOR.get('{ viewer { member { role } } }');
    expect(viewer.member.role).toBe('AUDITOR');
  });
});

describe('the list of members', () => {
  it('comes in pages by name, each seat once', async () => {
    const team = await api.createOrganisation();
    for (const name of ['Özlem', 'zoe', 'Adam', 'Óscar']) await invite(team, { name });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { members } = await team.as.ADMIN.get(MEMBERS, { first: 4, after });
      expect(members.totalCount).toBe(9);
      seen.push(...members.nodes.map((node: { person: { name: string } }) => node.person.name.split(' ')[0]));
      after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([
      'Adam',
      'Admin',
      'Auditor',
      'Contributor',
      'Executive',
      'Óscar',
      'Özlem',
      'Portfolio_manager',
      'zoe',
    ]);
  });

  it('takes the same few statements for any number of members', async () => {
    const saved = `mutation { saveUnit(input: { idempotencyKey: "unit-fraud", name: "Fraud" }) { ... on SaveUnitSuccess { unit { id } } } }`;
    const { saveUnit } = await ours.as.ADMIN.get(saved);
    const restricted = { role: 'CONTRIBUTOR', unitIds: [saveUnit.unit.id] };
    await invite(ours, restricted);
    const count = async (): Promise<number> => {
      const statements = await api.db.statementsOf(() => ours.as.ADMIN.get(MEMBERS, { first: 100 }));
      return statements.length;
    };
    const before = await count();
    for (let index = 0; index < 5; index += 1) await invite(ours, restricted);
    expect(await count()).toBe(before);
    // The seat of the caller, page, count, units and today.
    expect(before).toBe(5);
  });

  it('finds its page by an index under row-level security', async () => {
    const plan = await api.db.planOf(ours.ctx('ADMIN'), MEMBERS_PAGE, [
      ours.ctx('ADMIN').tenantId,
      'a',
      newId(),
      50,
    ]);
    expect(plan).toMatch(
      /Index Scan using person_by_name.*\n.*Index Cond: \(\(tenant_id = .*ROW\(sort_name, id\) > ROW/,
    );
  });

  it('refuses a page too large and a cursor of another list', async () => {
    expect(await ours.as.ADMIN.codeOf(MEMBERS, { first: 101 })).toBe('BAD_USER_INPUT');
    expect(await ours.as.ADMIN.codeOf(MEMBERS, { first: 10, after: 'nonsense' })).toBe('BAD_USER_INPUT');
  });
});
