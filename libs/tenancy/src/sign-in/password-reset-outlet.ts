import { emitForInstallation, type Config, type Logger, type RelayDatabase } from '@pilotage/platform';
import { resetUrl } from '../link/link-token.js';
import { passwordResetRequested } from './password-reset.events.js';
import { PasswordResetOutlet, type SignedInUser } from './sign-in.js';

/**
 * By mail where mail is set up. Else the link is in the log, for whoever runs the installation to hand over: shown to
 * the person who asks it would open any account.
 */
export class MailOrLogOutlet extends PasswordResetOutlet {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly relay: RelayDatabase,
  ) {
    super();
  }

  async requested({ userId }: SignedInUser, createToken: () => Promise<string>): Promise<void> {
    if (this.config.SMTP_URL) return emitForInstallation(this.relay, passwordResetRequested, { userId });
    const link = resetUrl(this.config.PUBLIC_URL, await createToken());
    this.logger.warn({ event: 'password_reset_link', userId, link, goodForMinutes: 60 });
  }
}
