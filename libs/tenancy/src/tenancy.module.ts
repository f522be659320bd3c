import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, LOGGER, RelayDatabase, type Config, type Logger } from '@pilotage/platform';
import { TenantEraser } from './erasure/tenant-eraser.js';
import { AcceptLinkService } from './link/accept-link.service.js';
import { LinkService } from './link/link.service.js';
import { MemberService } from './member/member.service.js';
import { OperatorService } from './operator/operator.service.js';
import { PersonService } from './person/person.service.js';
import { SampleTenancy } from './sample/sample-tenancy.js';
import { SettingsService } from './setting/settings.service.js';
import { BetterAuthSignIn } from './sign-in/better-auth-sign-in.js';
import { MailOutlet } from './sign-in/mail-outlet.js';
import { SignIn } from './sign-in/sign-in.js';
import { SetupSteps, tenancySteps } from './tenant/setup-steps.js';
import { UnitAliasService } from './unit/unit-alias.service.js';
import { UnitService } from './unit/unit.service.js';

const services = [
  AcceptLinkService,
  LinkService,
  MemberService,
  OperatorService,
  PersonService,
  SampleTenancy,
  SettingsService,
  SetupSteps,
  TenantEraser,
  UnitAliasService,
  UnitService,
];

/** Use cases of tenants, people and seats; for the api and the worker alike. */
@Module({
  providers: [
    ...services,
    {
      provide: SignIn,
      inject: [CONFIG, LOGGER, RelayDatabase],
      useFactory: (config: Config, logger: Logger, relay: RelayDatabase) =>
        new BetterAuthSignIn(config, logger, new MailOutlet(config, logger, relay)),
    },
  ],
  exports: [...services, SignIn],
})
export class TenancyModule implements OnApplicationShutdown {
  constructor(
    private readonly signIn: SignIn,
    steps: SetupSteps,
  ) {
    for (const step of tenancySteps) steps.add(step);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.signIn.close();
  }
}
