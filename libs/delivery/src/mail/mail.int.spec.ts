import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, GlobalDatabase, newId, UnitOfWork, type ReceiptId } from '@pilotage/platform';
import type { JobRun } from '@pilotage/platform/jobs';
import { LinkService, memberInvited, MemberService, SignIn } from '@pilotage/tenancy';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { TestApi, type TestOrganisation } from '@pilotage/testing';
import { MailInvitation } from './invitation.handler.js';
import { Mailer } from './mailer.js';
import { MailPasswordReset } from './password-reset.handler.js';

const INVITE = `mutation($input: InviteMembersInput!) { inviteMembers(input: $input) {
  ... on InviteMembersSuccess { invitations { link member { id } } } } }`;
const ACCEPT = `mutation($input: AcceptLinkInput!) { acceptLink(input: $input) {
  ... on AcceptLinkSuccess { tenantSlug } ... on UserError { code } } }`;
const PASSWORD = 'a password for tests';

const logger = createLogger('silent', 'test');

/** A mail server that takes everything, and keeps what was said to it. */
class MailServer {
  readonly mails: string[] = [];
  private readonly server: Server = createServer((socket) => {
    let mail: string | null = null;
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString('utf8').split('\r\n').slice(0, -1)) {
        if (mail !== null) {
          if (line !== '.') mail += `${line}\n`;
          else {
            this.mails.push(mail);
            mail = null;
            socket.write('250 taken\r\n');
          }
        } else if (line === 'DATA') {
          mail = '';
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 yes\r\n');
      }
    });
  });

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

let api: TestApi;
let ours: TestOrganisation;
let mailer: Mailer;
let invitations: MailInvitation;
const server = new MailServer();

beforeAll(async () => {
  api = await TestApi.open(TenancyApiModule);
  ours = await api.createOrganisation();
  mailer = new Mailer(await server.open(), 'Pilotage <no-reply@pilotage.example>');
  invitations = handlerWith(mailer);
});
afterAll(async () => {
  mailer.close();
  server.close();
  await api.close();
});

const handlerWith = (by: Mailer | null): MailInvitation => {
  const get = api.app.get.bind(api.app);
  return new MailInvitation(
    by,
    logger,
    get(UnitOfWork),
    get(GlobalDatabase),
    get(MemberService),
    get(LinkService),
  );
};

const run = (organisation: TestOrganisation): JobRun => ({
  ctx: { ...organisation.ctx('ADMIN'), memberId: null },
  receiptId: newId<'Receipt'>() as ReceiptId,
  attempt: 1,
  signal: new AbortController().signal,
  progress: async () => undefined,
});

async function invite(email: string): Promise<{ memberId: string; tenantId: string; token: string }> {
  const person = { name: 'Grace Guest', email, role: 'AUDITOR' };
  const input = { idempotencyKey: newId(), invitations: [person] };
  const [invitation] = (await ours.as.ADMIN.get(INVITE, { input }))['inviteMembers'].invitations;
  const { tenantId } = ours.ctx('ADMIN');
  return { memberId: invitation.member.id, tenantId, token: new URL(invitation.link).hash.slice(1) };
}

/** The text of the last mail, with its soft line breaks joined. */
const lastText = (): string => (server.mails.at(-1) ?? '').replace(/=\n/g, '').replaceAll('=3D', '=');

const accept = async (token: string) =>
  (await api.anonymous.get(ACCEPT, { input: { token, name: 'Grace', password: PASSWORD } }))['acceptLink'];

describe('an invitation', () => {
  it('is mailed with a link that works, beside the one that was shown', async () => {
    const { token: shown, ...payload } = await invite('grace@guests.example');
    await invitations.handle(payload, run(ours));
    const text = lastText();
    expect(text).toMatch(/^To: Grace Guest <grace@guests\.example>$/m);
    expect(text).toContain(`Organisation ${ours.slug}`);
    const [, token] = /\/link#([\w-]{43})/.exec(text) ?? [];
    expect(token).not.toBe(shown);
    expect(await accept(token!)).toEqual({ tenantSlug: ours.slug });
    expect(await accept(shown)).toEqual({ code: 'LINK_GONE' });
  });

  it('is asked for through the outbox, by ids alone', async () => {
    const { memberId, tenantId, token } = await invite('ids@guests.example');
    const { rows } = await api.db.admin.query(
      `select payload from outbox where name = $1 and identity = $2`,
      [memberInvited.name, memberId],
    );
    expect(rows).toEqual([{ payload: { tenantId, memberId } }]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is not mailed once it is withdrawn, nor where no mail is set up', async () => {
    const payload = await invite('late@guests.example');
    const before = server.mails.length;
    await handlerWith(null).handle(payload, run(ours));
    const remove = `mutation($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }`;
    await ours.as.ADMIN.get(remove, { input: { memberId: payload.memberId } });
    await invitations.handle(payload, run(ours));
    expect(server.mails).toHaveLength(before);
  });

  it("is not mailed for another organisation's member", async () => {
    const payload = await invite('foreign@guests.example');
    const theirs = await api.createOrganisation();
    const before = server.mails.length;
    await invitations.handle(payload, run(theirs));
    expect(server.mails).toHaveLength(before);
  });

  it('is tried again when the server does not take it', async () => {
    const payload = await invite('retry@guests.example');
    const nowhere = new Mailer('smtp://127.0.0.1:1', 'Pilotage <no-reply@pilotage.example>');
    await expect(handlerWith(nowhere).handle(payload, run(ours))).rejects.toThrow();
    nowhere.close();
  });
});

describe('a new password', () => {
  it('is mailed as a link that works', async () => {
    const signIn = api.app.get(SignIn);
    const { userId } = ours.members.EXECUTIVE;
    await new MailPasswordReset(mailer, api.db.config, logger, signIn).handle({ userId });
    const text = lastText();
    expect(text).toContain(`executive@${ours.slug}.example`);
    const [, token] = /\/reset-password#([\w-]+)/.exec(text) ?? [];
    const body = { token, newPassword: 'another password for tests' };
    const answer = await signIn.handle({
      path: '/reset-password',
      headers: {},
      body,
      clientAddress: '192.0.2.1',
    });
    expect(answer.status).toBe(200);
  });

  it('is not mailed for an account that is gone', async () => {
    const before = server.mails.length;
    await new MailPasswordReset(mailer, api.db.config, logger, api.app.get(SignIn)).handle({
      userId: 'nobody',
    });
    expect(server.mails).toHaveLength(before);
  });
});
