import { emitForInstallation, type Config, type Logger, type RelayDatabase } from '@pilotage/platform';
import { passwordResetRequested } from './password-reset.events.js';
import { PasswordResetOutlet, type SignedInUser } from './sign-in.js';

/**
 * By mail where mail is set up. Else the log says that somebody asked, without a link: it would open the account to
 * everybody who reads logs. Whoever runs the installation makes one by `npm run reset-link`.
 */
export class MailOutlet extends PasswordResetOutlet {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
    private readonly relay: RelayDatabase,
  ) {
    super();
  }

  async requested({ userId }: SignedInUser): Promise<void> {
    if (this.config.SMTP_URL) await emitForInstallation(this.relay, passwordResetRequested, { userId });
    else this.logger.warn({ event: 'password_reset_not_mailed', userId });
  }
}
