import { randomUUID } from 'node:crypto';
import { Client } from './client.js';
import type { System } from './system.js';

export const ROLES = ['ADMIN', 'PORTFOLIO_MANAGER', 'CONTRIBUTOR', 'EXECUTIVE', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export interface Seat {
  readonly memberId: string;
  readonly personId: string;
  readonly client: Client;
}

/** An organisation with a member of each role, all signed in. */
export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly as: Readonly<Record<Role, Client>>;
  readonly seats: Readonly<Record<Role, Seat>>;
}

export interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly unitIds?: readonly string[];
}

export const PASSWORD = 'correct horse battery staple';

const ACCEPT = `mutation ($input: AcceptLinkInput!) {
  acceptLink(input: $input) { __typename ... on AcceptLinkSuccess { email } ... on InvalidInputError { message } } }`;
const CREATE = `mutation ($input: CreateTenantInput!) {
  createTenant(input: $input) { __typename
    ... on CreateTenantSuccess { inviteLink tenant { id } } ... on InvalidInputError { message path } } }`;
const INVITE = `mutation ($input: InviteMembersInput!) {
  inviteMembers(input: $input) { __typename
    ... on InviteMembersSuccess { invitations { link member { id person { id } } } }
    ... on InvalidInputError { message path } } }`;

/** An installation as its operator sees it. Everybody comes in as people do: by the link they were given. */
export class Installation {
  private constructor(
    readonly url: string,
    readonly operator: Client,
  ) {}

  /** Becomes the first operator by the link that the api logs. */
  static async open({ url, said }: System): Promise<Installation> {
    const link = /"link":"([^"]+)"/.exec(said)?.[1];
    if (!link) throw new Error(`The api logged no link for the first operator:\n${said}`);
    const operator = await enter(url, link, 'operator@installation.example', 'Olga Operator');
    return new Installation(url, operator);
  }

  /** @param label stands in every name of the organisation and its people, so that it can be found again */
  async createOrganisation(slug: string, label: string = slug): Promise<Organisation> {
    const emailOf = (role: Role): string => `${role.toLowerCase()}@${slug}.example`;
    const nameOf = (role: Role): string => `${role} of ${label}`;
    const { createTenant } = await this.operator.get<{ createTenant: Created }>(CREATE, {
      input: {
        idempotencyKey: randomUUID(),
        name: `Organisation ${label}`,
        slug,
        adminName: nameOf('ADMIN'),
        adminEmail: emailOf('ADMIN'),
        fiscalYearStartMonth: 1,
        timeZone: 'UTC',
        currency: 'EUR',
      },
    });
    if (!createTenant.tenant) throw new Error(JSON.stringify(createTenant));
    const admin = (await enter(this.url, createTenant.inviteLink!, emailOf('ADMIN'), nameOf('ADMIN'))).in(
      slug,
    );
    const { viewer } = await admin.get<{ viewer: { member: { id: string; person: { id: string } } } }>(
      '{ viewer { member { id person { id } } } }',
    );
    const others = ROLES.slice(1);
    const invited = await this.invite(
      admin,
      others.map((role) => ({ role, name: nameOf(role), email: emailOf(role) })),
    );
    const adminSeat: Seat = { memberId: viewer.member.id, personId: viewer.member.person.id, client: admin };
    const seats = Object.fromEntries(
      ROLES.map((role, index) => [role, index === 0 ? adminSeat : invited[index - 1]!]),
    ) as Record<Role, Seat>;
    const as = Object.fromEntries(ROLES.map((role) => [role, seats[role].client])) as Record<Role, Client>;
    return { id: createTenant.tenant.id, slug, as, seats };
  }

  /** People take the seats they are invited to; in the order given. */
  async invite(admin: Client, invitees: readonly Invitee[]): Promise<Seat[]> {
    const invitations = await inviteMembers(admin, invitees);
    return Promise.all(
      invitations.map(async ({ link, member }, index) => {
        const { email, name } = invitees[index]!;
        const client = (await enter(this.url, link, email, name)).in(admin.tenant);
        return { memberId: member.id, personId: member.person.id, client };
      }),
    );
  }

  async setSuspended(tenantId: string, isSuspended: boolean): Promise<void> {
    await this.operator.get(
      `mutation ($input: SetTenantSuspendedInput!) { setTenantSuspended(input: $input) { __typename } }`,
      { input: { tenantId, isSuspended } },
    );
  }
}

interface Created {
  inviteLink?: string;
  tenant?: { id: string };
}

interface Invitation {
  link: string;
  member: { id: string; person: { id: string } };
}

/** Invitations that nobody has taken yet; in the order given. */
export async function inviteMembers(admin: Client, invitees: readonly Invitee[]): Promise<Invitation[]> {
  const { inviteMembers: answer } = await admin.get<{ inviteMembers: { invitations?: Invitation[] } }>(
    INVITE,
    { input: { idempotencyKey: randomUUID(), invitations: invitees } },
  );
  if (!answer.invitations) throw new Error(JSON.stringify(answer));
  return answer.invitations;
}

async function enter(url: string, link: string, email: string, name: string): Promise<Client> {
  const token = new URL(link).hash.slice(1);
  const client = new Client(url);
  const { acceptLink } = await client.get<{ acceptLink: { __typename: string } }>(ACCEPT, {
    input: { token, name, email, password: PASSWORD },
  });
  if (acceptLink.__typename !== 'AcceptLinkSuccess') throw new Error(JSON.stringify(acceptLink));
  return client.signIn(email, PASSWORD);
}
