import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type AnyJobContract } from '@pilotage/platform';
import { TenancyModule } from '@pilotage/tenancy';
import { MailInvitation } from './mail/invitation.handler.js';
import { mailerOf, type Mailer } from './mail/mailer.js';
import { MAILER } from './mail/mailer.token.js';
import { MailPasswordReset } from './mail/password-reset.handler.js';

/** Every job of this library: none, it answers events of others. */
export const deliveryJobs: readonly AnyJobContract[] = [];

/** What goes out to people by mail. */
@Module({
  imports: [TenancyModule],
  providers: [{ provide: MAILER, inject: [CONFIG], useFactory: mailerOf }, MailInvitation, MailPasswordReset],
})
export class DeliveryJobsModule implements OnApplicationShutdown {
  constructor(@Inject(MAILER) private readonly mailer: Mailer | null) {}

  onApplicationShutdown(): void {
    this.mailer?.close();
  }
}
