import { Injectable } from '@nestjs/common';
import {
  newId,
  OperatorDatabase,
  UnitOfWork,
  type MemberId,
  type TenantContext,
  type TenantId,
  type TenantTx,
} from '@pilotage/platform';
import type { Role } from '../permission/permissions.js';
import type { PersonId } from '../person/person.js';
import { PersonService } from '../person/person.service.js';
import { initialValues, SettingsService, type InitialSettings } from '../setting/settings.service.js';
import { SignIn, type UserId } from '../sign-in/sign-in.js';

export interface SampleMember {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface SeatedMember {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly userId: UserId;
}

/**
 * Tenants whose people can sign in at once with passwords that everybody may know. For the sample and for specs;
 * no request leads here.
 */
@Injectable()
export class SampleTenancy {
  constructor(
    private readonly operator: OperatorDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly people: PersonService,
    private readonly signIn: SignIn,
  ) {}

  /** The members come in the order given. Somebody who has an account keeps it, with its password. */
  async createTenant(tenant: {
    slug: string;
    name: string;
    isSample: boolean;
    settings: InitialSettings;
    members: readonly SampleMember[];
  }): Promise<{ tenantId: TenantId; members: SeatedMember[] }> {
    const userIds: UserId[] = [];
    for (const member of tenant.members) userIds.push(await this.userOf(member));
    const tenantId = newId<'Tenant'>();
    await this.operator.query('insert into tenant (id, slug, name, is_sample) values ($1, $2, $3, $4)', [
      tenantId,
      tenant.slug,
      tenant.name,
      tenant.isSample,
    ]);
    const ctx: TenantContext = { tenantId, memberId: null, requestId: newId() };
    const members = await this.unitOfWork.run(ctx, async (tx) => {
      await this.settings.initialise(tx, initialValues(tenant.settings));
      return this.seat(tx, tenant.members, userIds);
    });
    return { tenantId, members };
  }

  async createOperator(person: { name: string; email: string; password: string }): Promise<UserId> {
    const userId = await this.userOf(person);
    await this.operator.query('insert into operator_account (user_id) values ($1) on conflict do nothing', [
      userId,
    ]);
    return userId;
  }

  async isOperator(email: string): Promise<boolean> {
    const user = await this.signIn.findUser(email);
    if (!user) return false;
    const found = await this.operator.query('select from operator_account where user_id = $1', [user.userId]);
    return found.length > 0;
  }

  private async userOf(person: { name: string; email: string; password: string }): Promise<UserId> {
    const known = await this.signIn.findUser(person.email);
    return known?.userId ?? this.signIn.createUser(person);
  }

  private async seat(
    tx: TenantTx,
    members: readonly SampleMember[],
    userIds: readonly UserId[],
  ): Promise<SeatedMember[]> {
    const personIds = await this.people.findOrCreate(tx, members);
    const seated = personIds.map((personId, index) => ({
      memberId: newId<'Member'>(),
      personId,
      userId: userIds[index]!,
    }));
    await tx.insert(
      'member',
      seated.map(({ memberId, ...seat }, index) => ({
        ...seat,
        id: memberId,
        role: members[index]!.role,
        status: 'ACTIVE',
        invitedAt: new Date(),
        acceptedAt: new Date(),
      })),
    );
    await tx.insert(
      'membership',
      seated.map(({ userId, memberId }) => ({ userId, memberId, isActive: true })),
    );
    return seated;
  }
}
