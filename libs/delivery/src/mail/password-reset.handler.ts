import { Inject } from '@nestjs/common';
import { CONFIG, LOGGER, type Config, type Logger } from '@pilotage/platform';
import { Handles } from '@pilotage/platform/jobs';
import { passwordResetRequested, resetUrl, SignIn, type UserId } from '@pilotage/tenancy';
import { MAILER } from './mailer.token.js';
import type { Mailer } from './mailer.js';
import { passwordResetMail } from './texts.js';

/** Mails the link to a new password, made here so that it is in no queue. */
@Handles(passwordResetRequested)
export class MailPasswordReset {
  constructor(
    @Inject(MAILER) private readonly mailer: Mailer | null,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly signIn: SignIn,
  ) {}

  async handle({ userId }: { userId: string }): Promise<void> {
    if (!this.mailer) return;
    const user = await this.signIn.getUser(userId as UserId);
    if (!user) return;
    const token = await this.signIn.createPasswordResetToken(user.userId);
    const link = resetUrl(this.config.PUBLIC_URL, token);
    await this.mailer.send(passwordResetMail({ name: user.name, address: user.email }, link));
    this.logger.info({ event: 'password_reset_mailed', userId });
  }
}
