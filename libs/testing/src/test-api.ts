import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  CoreModule,
  createLogger,
  EraserDatabase,
  GlobalDatabase,
  newId,
  OperatorDatabase,
  RelayDatabase,
  UnitOfWork,
  type TenantContext,
} from '@pilotage/platform';
import { graphqlEndpoint } from '@pilotage/platform/graphql';
import { ROLES, SampleTenancy, type Role, type SeatedMember } from '@pilotage/tenancy';
import { contextOf, TestDatabase } from './test-database.js';

const PASSWORD = 'a password for tests';

export interface TestAnswer {
  // A test knows what it asked for.
  readonly data: Record<string, Answered> | null;
  readonly errors?: { message: string; extensions: { code: string } }[];
}
type Answered = ReturnType<typeof JSON.parse>;

/** Somebody who calls the api: signed in or not, in a tenant or not. */
export class TestCaller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly email: string | null,
    private readonly tenant: string | null,
    private cookie: string | null = null,
  ) {}

  /** The same person, with the same session, in another tenant. */
  in(tenant: string | null): TestCaller {
    return new TestCaller(this.app, this.email, tenant, this.cookie);
  }

  async ask(query: string, variables: object = {}): Promise<TestAnswer> {
    const headers = {
      ...(await this.sessionHeaders()),
      ...(this.tenant !== null && { 'x-tenant': this.tenant }),
    };
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query, variables },
    });
    return response.json<TestAnswer>();
  }

  /** The data of an answer without errors. */
  async get(query: string, variables: object = {}): Promise<Record<string, Answered>> {
    const { data, errors } = await this.ask(query, variables);
    if (errors || !data) throw new Error(`${query}\n${JSON.stringify(errors)}`);
    return data;
  }

  /** The code of the first error; null when there is none. */
  async codeOf(query: string, variables: object = {}): Promise<string | null> {
    return (await this.ask(query, variables)).errors?.[0]?.extensions.code ?? null;
  }

  async sessionHeaders(): Promise<{ cookie?: string }> {
    if (this.email === null) return {};
    this.cookie ??= await this.signIn(PASSWORD);
    return { cookie: this.cookie };
  }

  /** The session's cookie; throws when the sign-in fails. */
  async signIn(password: string): Promise<string> {
    const payload = { email: this.email, password };
    const response = await this.app.inject({ method: 'POST', url: '/auth/sign-in/email', payload });
    const cookie = response.cookies.find(({ name }) => name === 'pilotage.session');
    if (!cookie) throw new Error(`${this.email} cannot sign in: ${response.body}`);
    this.cookie = `${cookie.name}=${encodeURIComponent(cookie.value)}`;
    return this.cookie;
  }
}

/** A tenant of a test's own, with a member of each role. */
export interface TestOrganisation {
  readonly slug: string;
  readonly as: Readonly<Record<Role, TestCaller>>;
  readonly members: Readonly<Record<Role, SeatedMember>>;
  /** The context of a member, for calling services directly. */
  readonly ctx: (role: Role) => TenantContext;
}

/** An api of some libraries over a database of the spec's own, called without a network. */
export class TestApi {
  private constructor(
    readonly db: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  /** @param contexts the module that provides the request context, then whatever else is under test */
  static async open(contexts: Type<unknown>, ...modules: Type<unknown>[]): Promise<TestApi> {
    const db = await TestDatabase.open();
    @Module({
      imports: [
        CoreModule.forRoot(db.config, createLogger('silent', 'test')),
        databaseOf(db),
        contexts,
        ...modules,
        graphqlEndpoint({ contexts, schemaFile: true }),
      ],
    })
    class TestModule {}
    const app = await NestFactory.create<NestFastifyApplication>(TestModule, new FastifyAdapter(), {
      logger: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApi(db, app);
  }

  async createOrganisation(options: { isSample?: boolean } = {}): Promise<TestOrganisation> {
    const slug = `t${newId().replaceAll('-', '').slice(-30)}`;
    const people = ROLES.map((role) => ({
      role,
      name: `${role[0]}${role.slice(1).toLowerCase()} of ${slug}`,
      email: `${role.toLowerCase()}@${slug}.example`,
      password: PASSWORD,
    }));
    const { tenantId, members } = await this.app.get(SampleTenancy).createTenant({
      slug,
      name: `Organisation ${slug}`,
      isSample: options.isSample ?? false,
      settings: { fiscalYearStartMonth: 1, timeZone: 'UTC', currency: 'USD' },
      members: people,
    });
    const byRole = <T>(make: (index: number) => T): Record<Role, T> =>
      Object.fromEntries(ROLES.map((role, index) => [role, make(index)])) as Record<Role, T>;
    const seats = byRole((index) => members[index]!);
    return {
      slug,
      as: byRole((index) => new TestCaller(this.app, people[index]!.email, slug)),
      members: seats,
      ctx: (role) => contextOf(tenantId, seats[role].memberId),
    };
  }

  async createOperator(): Promise<TestCaller> {
    const email = `operator${newId().slice(-12)}@installation.example`;
    await this.app.get(SampleTenancy).createOperator({ name: 'Operator', email, password: PASSWORD });
    return new TestCaller(this.app, email, null);
  }

  get anonymous(): TestCaller {
    return new TestCaller(this.app, null, null);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.db.close();
  }
}

/** The test's own connections for the application, so that its statements can be counted. */
function databaseOf(db: TestDatabase): DynamicModule {
  const parts = [
    { provide: UnitOfWork, useValue: db.unitOfWork },
    { provide: GlobalDatabase, useValue: db.global },
    { provide: OperatorDatabase, useValue: db.operator },
    { provide: RelayDatabase, useValue: db.relay },
    { provide: EraserDatabase, useValue: db.eraser },
  ];
  @Module({})
  class TestDatabaseModule {}
  return { module: TestDatabaseModule, global: true, providers: parts, exports: parts };
}
