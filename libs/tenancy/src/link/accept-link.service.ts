import { Injectable } from '@nestjs/common';
import {
  BadInputError,
  ForbiddenError,
  GlobalDatabase,
  OperatorDatabase,
  UnitOfWork,
  type MemberId,
  type TenantContext,
  type TenantId,
} from '@pilotage/platform';
import { emailFrom, nameFrom } from '../input/texts.js';
import { MemberService, type Invitee } from '../member/member.service.js';
import { SignIn, type SignedInUser, type UserId } from '../sign-in/sign-in.js';
import type { Link } from './link-token.js';
import { LinkService } from './link.service.js';

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  /** Absent: the address that was invited. */
  readonly email?: string | null;
  /** For a new account; absent when the person is signed in. */
  readonly password?: string | null;
}

export interface LinkPreviewFacts {
  readonly kind: Link['kind'];
  readonly tenantName: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly isExpired: boolean;
  readonly needsAccount: boolean;
}

interface InvitationFacts extends Invitee {
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly isSuspended: boolean;
}

/** What happens behind a one-time link. Holding the link is the proof; it is told to one person. */
@Injectable()
export class AcceptLinkService {
  constructor(
    private readonly links: LinkService,
    private readonly members: MemberService,
    private readonly signIn: SignIn,
    private readonly unitOfWork: UnitOfWork,
    private readonly global: GlobalDatabase,
    private readonly operator: OperatorDatabase,
  ) {}

  /** Null for a token that never was. */
  async preview(token: string): Promise<LinkPreviewFacts | null> {
    const link = await this.links.find(token);
    if (!link) return null;
    if (link.kind === 'OPERATOR_SETUP') {
      return {
        kind: link.kind,
        tenantName: null,
        name: null,
        email: null,
        isExpired: !link.isOpen,
        needsAccount: true,
      };
    }
    const invitee = await this.factsOf(link);
    return {
      kind: link.kind,
      tenantName: invitee.tenantName,
      name: invitee.name,
      email: invitee.email,
      isExpired: !link.isOpen || !invitee.isWaiting,
      needsAccount: (await this.signIn.findUser(invitee.email)) === null,
    };
  }

  /**
   * Seats the signed-in user, or makes the account first.
   *
   * @returns the address to sign in with, and where to go: null for an operator
   * @throws BadInputError (path `token`) when the link was used, withdrawn or is too old
   * @throws ConflictError when the address has an account: sign in first
   */
  async accept(
    input: Acceptance,
    signedIn: SignedInUser | null,
  ): Promise<{ email: string; tenantSlug: string | null }> {
    const link = await this.links.find(input.token);
    if (!link?.isOpen) throw linkGone();
    return link.kind === 'INVITATION'
      ? this.takeSeat(link, input, signedIn)
      : this.becomeOperator(input, signedIn);
  }

  private async takeSeat(
    link: { tenantId: TenantId; memberId: MemberId },
    input: Acceptance,
    signedIn: SignedInUser | null,
  ): Promise<{ email: string; tenantSlug: string }> {
    const invitee = await this.factsOf(link);
    if (!invitee.isWaiting) throw linkGone();
    if (invitee.isSuspended)
      throw new ForbiddenError('This organisation is suspended. Ask whoever runs this installation.');
    const user = signedIn ?? (await this.createUser(input, invitee.email));
    await this.unitOfWork.run(contextOf(link), async (tx) => {
      if (!(await this.links.use((sql, params) => tx.query(sql, params), input.token))) throw linkGone();
      await this.members.seat(tx, link.memberId, user.userId);
    });
    return { email: user.email, tenantSlug: invitee.tenantSlug };
  }

  private async becomeOperator(
    input: Acceptance,
    signedIn: SignedInUser | null,
  ): Promise<{ email: string; tenantSlug: null }> {
    const user = signedIn ?? (await this.createUser(input, null));
    await this.operator.transaction(async (query) => {
      if (!(await this.links.use(query, input.token))) throw linkGone();
      await query('insert into operator_account (user_id) values ($1) on conflict do nothing', [user.userId]);
      await query(`delete from link_token where kind = 'OPERATOR_SETUP' and used_at is null`);
    });
    return { email: user.email, tenantSlug: null };
  }

  /**
   * An account of one's own address only: with another one, the holder of a link could take an address that is not
   * theirs before its owner comes.
   */
  private async createUser(input: Acceptance, invitedEmail: string | null): Promise<SignedInUser> {
    const name = nameFrom(input.name, ['name']);
    const email = emailFrom(input.email ?? invitedEmail ?? '', ['email']);
    if (invitedEmail !== null && email !== invitedEmail) {
      throw new BadInputError(
        'Use the address that was invited, or sign in with your own account first.',
        ['email'],
        'NOT_INVITED',
      );
    }
    if (!input.password) throw new BadInputError('Choose a password.', ['password'], 'EMPTY');
    const userId: UserId = await this.signIn.createUser({ name, email, password: input.password });
    return { userId, name, email };
  }

  private async factsOf(link: { tenantId: TenantId; memberId: MemberId }): Promise<InvitationFacts> {
    const [[tenant], invitee] = await Promise.all([
      this.global.query<{ slug: string; name: string; status: string }>(
        'select slug, name, status from tenant where id = $1',
        [link.tenantId],
      ),
      this.unitOfWork.read(contextOf(link), (tx) => this.members.invitee(tx, link.memberId)),
    ]);
    if (!tenant || !invitee) throw linkGone();
    const { slug: tenantSlug, name: tenantName, status } = tenant;
    return { ...invitee, tenantSlug, tenantName, isSuspended: status !== 'ACTIVE' };
  }
}

/** Nobody has a seat yet: the link speaks for the tenant. */
const contextOf = ({ tenantId }: { tenantId: TenantId }): TenantContext => ({
  tenantId,
  memberId: null,
  requestId: 'link',
});

const linkGone = (): BadInputError =>
  new BadInputError(
    'This link was used already, was withdrawn or is too old. Ask for a new one.',
    ['token'],
    'LINK_GONE',
  );
