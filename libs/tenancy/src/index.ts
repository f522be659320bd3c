export { TenancyModule } from './tenancy.module.js';
export { TenantEraser } from './erasure/tenant-eraser.js';
export { resetUrl } from './link/link-token.js';
export { LinkService } from './link/link.service.js';
export { memberInvited } from './member/member.events.js';
export { MemberService } from './member/member.service.js';
export { OperatorService } from './operator/operator.service.js';
export {
  can,
  PERMISSIONS,
  permissionsOf,
  ROLES,
  type Permission,
  type Role,
} from './permission/permissions.js';
export type { PersonId } from './person/person.js';
export { PersonService } from './person/person.service.js';
export { RequestContext } from './request/request-context.js';
export { SampleTenancy, type SampleMember, type SeatedMember } from './sample/sample-tenancy.js';
export { settingsChanged } from './setting/setting.events.js';
export { SettingsService } from './setting/settings.service.js';
export { SettingsTimeline, type SettingsInForce } from './setting/settings-timeline.js';
export { migrateIdentity } from './sign-in/migrate-identity.js';
export { passwordResetRequested } from './sign-in/password-reset.events.js';
export { SignIn, type UserId } from './sign-in/sign-in.js';
export { SetupSteps } from './tenant/setup-steps.js';
export { UnitTree, type UnitId } from './unit/unit-tree.js';
export { UnitAliasService } from './unit/unit-alias.service.js';
export { UnitService } from './unit/unit.service.js';
export { unitsVersion } from './unit/units-version.js';
