import 'reflect-metadata';
import { todayIn } from '@pilotage/analytics';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AssessmentModule } from '@pilotage/assessment';
import {
  type Config,
  CoreModule,
  createLogger,
  DatabaseModule,
  GlobalDatabase,
  type Logger,
  NestLogger,
  newId,
  type TenantId,
  UnitOfWork,
} from '@pilotage/platform';
import { PortfolioModule, StageWriter } from '@pilotage/portfolio';
import { ReportingModule, ReportService } from '@pilotage/reporting';
import {
  PersonService,
  type Role,
  SampleTenancy,
  SettingsService,
  TenancyModule,
  TenantEraser,
  UnitService,
} from '@pilotage/tenancy';
import { BEGAN_MONTHS_AGO, StoryLoader } from './load-story.js';
import { daysAgo } from './schedule.js';
import { readStory } from './story.js';

interface Login {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly shows: string;
}

const LOGINS: readonly Login[] = [
  {
    name: 'Bjorn Lindqvist',
    email: 'executive@northwind.example',
    role: 'EXECUTIVE',
    shows: 'executive of Northwind',
  },
  {
    name: 'Amara Okafor',
    email: 'office@northwind.example',
    role: 'PORTFOLIO_MANAGER',
    shows: 'programme office of Northwind, admin of Alpine',
  },
  {
    name: 'Daniel Reyes',
    email: 'owner@northwind.example',
    role: 'CONTRIBUTOR',
    shows: 'owner of initiatives',
  },
  { name: 'Hana Suzuki', email: 'admin@northwind.example', role: 'ADMIN', shows: 'admin of Northwind' },
  { name: 'Elif Yilmaz', email: 'auditor@northwind.example', role: 'AUDITOR', shows: 'auditor of Northwind' },
];
const OPERATOR: Omit<Login, 'role'> = {
  name: 'Operator',
  email: 'operator@pilotage.example',
  shows: 'operator of this installation',
};

/** Who can sign in to the sample, and what they see there. */
export type SampleAccount = Pick<Login, 'email' | 'shows'>;

@Module({})
class SampleModule {
  static forRoot(config: Config, logger: Logger): DynamicModule {
    const imports = [
      CoreModule.forRoot(config, logger),
      DatabaseModule.forRoot(),
      TenancyModule,
      PortfolioModule,
      AssessmentModule,
      ReportingModule,
    ];
    return { module: SampleModule, imports };
  }
}

/**
 * Loads the sample into an empty installation, once: its operator is made last and stays, so that it tells a sample
 * that was loaded, and perhaps removed, from one whose loading was cut short. That one is erased and loaded anew.
 *
 * @param password of its logins; of this installation alone, since they stay when others can reach it one day
 * @param now the day that the stories end on; on one day they are the same, ids aside
 * @returns who can sign in to it
 */
export async function loadSampleInto(
  config: Config,
  password: string,
  now = new Date(),
): Promise<SampleAccount[]> {
  const logger = createLogger('warn', 'sample');
  const app = await NestFactory.createApplicationContext(SampleModule.forRoot(config, logger), {
    logger: new NestLogger(logger),
  });
  try {
    const tenancy = app.get(SampleTenancy);
    const tenants = await app
      .get(GlobalDatabase)
      .query<{ id: TenantId; isSample: boolean }>('select id, is_sample as "isSample" from tenant');
    const samples = tenants.filter(({ isSample }) => isSample);
    if (await tenancy.isOperator(OPERATOR.email))
      return samples.length > 0 ? [...LOGINS, OPERATOR] : [OPERATOR];
    if (samples.length < tenants.length) return [];
    for (const { id } of samples) await app.get(TenantEraser).erase(id);
    const services = {
      unitOfWork: app.get(UnitOfWork),
      settings: app.get(SettingsService),
      units: app.get(UnitService),
      people: app.get(PersonService),
      stages: app.get(StageWriter),
      reports: app.get(ReportService),
    };
    for (const name of ['northwind', 'alpine'] as const) {
      const story = readStory(name);
      const today = todayIn(story.settings.timeZone, now);
      services.unitOfWork.recordAt(new Date(`${daysAgo(today, BEGAN_MONTHS_AGO)}T09:00:00.000Z`));
      const members = LOGINS.filter(({ role }) => name === 'northwind' || role === 'PORTFOLIO_MANAGER');
      const { tenantId, members: seats } = await tenancy.createTenant({
        ...story,
        isSample: true,
        // Somebody must be able to remove the second organisation, too.
        members: members.map(({ role, ...login }) => ({
          ...login,
          password,
          role: name === 'alpine' ? 'ADMIN' : role,
        })),
      });
      const office = seats[members.findIndex(({ role }) => role === 'PORTFOLIO_MANAGER')]!;
      const ctx = { tenantId, memberId: office.memberId, requestId: newId() };
      const emails = new Map(members.map((member) => [member.name, member.email]));
      await new StoryLoader(services, ctx, story, now, emails).load();
    }
    await tenancy.createOperator({ ...OPERATOR, password });
    return [...LOGINS, OPERATOR];
  } finally {
    await app.close();
  }
}
