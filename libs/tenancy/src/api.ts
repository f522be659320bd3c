import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, LOGGER, OperatorDatabase, type Config, type Logger } from '@pilotage/platform';
import { RequestContextFactory } from '@pilotage/platform/graphql';
import { LinkResolver } from './link/link.resolver.js';
import { MemberResolver } from './member/member.resolver.js';
import { OperatorResolver } from './operator/operator.resolver.js';
import { operatorSetupLink } from './operator/setup-link.js';
import { PersonLoader } from './person/person.loader.js';
import { PersonResolver } from './person/person.resolver.js';
import { SeatContextFactory } from './request/request-context.factory.js';
import { SettingChangeResolver, SettingsResolver } from './setting/setting.resolver.js';
import { SettingsLoader } from './setting/settings.loader.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { TenancyModule } from './tenancy.module.js';
import { TenantResolver } from './tenant/tenant.resolver.js';
import { UnitLoader } from './unit/unit.loader.js';
import { UnitAliasResolver } from './unit/unit-alias.resolver.js';
import { UnitResolver } from './unit/unit.resolver.js';
import { ViewerResolver } from './viewer/viewer.resolver.js';

const loaders = [PersonLoader, SettingsLoader, UnitLoader];
const contexts = { provide: RequestContextFactory, useClass: SeatContextFactory };

/** Sign-in, request context, and the part of the schema about tenants, people and seats. */
@Module({
  imports: [TenancyModule],
  controllers: [SignInController],
  providers: [
    contexts,
    ...loaders,
    LinkResolver,
    MemberResolver,
    OperatorResolver,
    PersonResolver,
    SettingChangeResolver,
    SettingsResolver,
    TenantResolver,
    UnitAliasResolver,
    UnitResolver,
    ViewerResolver,
  ],
  exports: [TenancyModule, contexts, ...loaders],
})
export class TenancyApiModule implements OnApplicationBootstrap {
  constructor(
    private readonly operator: OperatorDatabase,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Nobody runs this installation yet: the log has the way in. */
  async onApplicationBootstrap(): Promise<void> {
    const link = await operatorSetupLink(this.operator, this.config.PUBLIC_URL);
    if (link) this.logger.warn({ event: 'operator_setup_link', link });
  }
}

export { Member, RoleEnum } from './member/member.graphql.js';
export { Person } from './person/person.graphql.js';
export { PersonLoader } from './person/person.loader.js';
export { RequestContext } from './request/request-context.js';
export { ACCESS, Ctx, Public, Requires, RequiresOperator, type Access } from './request/requires.js';
export { SettingsLoader } from './setting/settings.loader.js';
export { Quarter, Tenant, toQuarter } from './tenant/tenant.graphql.js';
export { Unit } from './unit/unit.graphql.js';
export { UnitLoader } from './unit/unit.loader.js';
