import { Inject } from '@nestjs/common';
import { GlobalDatabase, LOGGER, UnitOfWork, type Logger, type MemberId } from '@pilotage/platform';
import { Handles, type JobRun } from '@pilotage/platform/jobs';
import { LinkService, memberInvited, MemberService } from '@pilotage/tenancy';
import { MAILER } from './mailer.token.js';
import type { Mailer } from './mailer.js';
import { invitationMail } from './texts.js';

/** Mails an invitation, with a link of its own: the one that was shown is not kept anywhere. */
@Handles(memberInvited)
export class MailInvitation {
  constructor(
    @Inject(MAILER) private readonly mailer: Mailer | null,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly unitOfWork: UnitOfWork,
    private readonly global: GlobalDatabase,
    private readonly members: MemberService,
    private readonly links: LinkService,
  ) {}

  async handle({ tenantId, memberId }: { tenantId: string; memberId: string }, run: JobRun): Promise<void> {
    if (!this.mailer) return;
    const invitation = await this.unitOfWork.run(run.ctx, async (tx) => {
      const invitee = await this.members.invitee(tx, memberId as MemberId);
      // Accepted or withdrawn meanwhile.
      if (!invitee?.isWaiting) return null;
      const [link] = await this.links.invite(tx, [memberId as MemberId]);
      return { ...invitee, link: link! };
    });
    const [tenant] = await this.global.query<{ name: string }>('select name from tenant where id = $1', [
      tenantId,
    ]);
    if (!invitation || !tenant) return;
    const { name, email: address, link } = invitation;
    await this.mailer.send(invitationMail({ name, address }, { tenantName: tenant.name, link }));
    this.logger.info({ event: 'invitation_mailed', memberId });
  }
}
