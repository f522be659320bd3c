import {
  ForbiddenError,
  NotFoundError,
  UnauthenticatedError,
  type DomainError,
  type MemberId,
  type TenantContext,
  type TenantId,
} from '@pilotage/platform';
import type { PersonId } from '../person/person.js';
import { can, type Permission, type Role } from '../permission/permissions.js';
import type { SignedInUser } from '../sign-in/sign-in.js';
import type { UnitId } from '../unit/unit-tree.js';

/** The tenant of the address, as the signed-in member may know it. */
export interface SeatTenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
  readonly isSample: boolean;
}

export interface SeatMember {
  readonly id: MemberId;
  readonly personId: PersonId;
  readonly role: Role;
  /** Units a contributor is restricted to, sub-units included by whoever asks; null: not restricted. */
  readonly unitIds: readonly UnitId[] | null;
}

export interface Seat {
  readonly tenant: SeatTenant;
  readonly member: SeatMember;
}

/** Why there is no seat. */
export type NoSeat = 'signed-out' | 'no-tenant-named' | 'unknown' | 'suspended';

interface RequestFacts {
  readonly requestId: string;
  readonly user: SignedInUser | null;
  readonly isOperator: boolean;
  readonly seat: Seat | NoSeat;
}

/**
 * Who asks, and in which tenant. What needs a seat throws without one, so a resolver that forgot to ask for a
 * permission still shows nothing.
 */
export class RequestContext implements TenantContext {
  private readonly values = new Map<object, unknown>();

  constructor(private readonly facts: RequestFacts) {}

  get requestId(): string {
    return this.facts.requestId;
  }

  /** @throws UnauthenticatedError */
  get user(): SignedInUser {
    if (!this.facts.user) throw new UnauthenticatedError();
    return this.facts.user;
  }

  get userIfAny(): SignedInUser | null {
    return this.facts.user;
  }

  get seatIfAny(): Seat | null {
    return typeof this.facts.seat === 'string' ? null : this.facts.seat;
  }

  get isOperator(): boolean {
    return this.facts.isOperator;
  }

  get tenantId(): TenantId {
    return this.seat.tenant.id;
  }

  get memberId(): MemberId {
    return this.seat.member.id;
  }

  get tenant(): SeatTenant {
    return this.seat.tenant;
  }

  get member(): SeatMember {
    return this.seat.member;
  }

  can(permission: Permission): boolean {
    return can(this.member.role, permission);
  }

  /** @throws UnauthenticatedError, NotFoundError or ForbiddenError, in this order */
  require(permission: Permission): void {
    if (!this.can(permission)) throw new ForbiddenError();
  }

  /** To everybody else the operator's fields do not exist. */
  requireOperator(): void {
    if (this.user && !this.isOperator) throw new NotFoundError('page');
  }

  /** One value per request and key, such as a DataLoader. */
  once<T>(key: object, make: () => T): T {
    if (!this.values.has(key)) this.values.set(key, make());
    return this.values.get(key) as T;
  }

  private get seat(): Seat {
    if (typeof this.facts.seat === 'string') throw refusalOf(this.facts.seat);
    return this.facts.seat;
  }
}

function refusalOf(reason: NoSeat): DomainError {
  switch (reason) {
    case 'signed-out':
      return new UnauthenticatedError();
    case 'no-tenant-named':
    case 'unknown':
      return new NotFoundError('organisation');
    case 'suspended':
      return new ForbiddenError('This organisation is suspended. Ask whoever runs this installation.');
  }
}
