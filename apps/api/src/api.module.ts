import { Module, type DynamicModule } from '@nestjs/common';
import { importTarget } from '@pilotage/assessment';
import { AssessmentApiModule } from '@pilotage/assessment/api';
import { CoreModule, DatabaseModule, HealthModule, type Config, type Logger } from '@pilotage/platform';
import { graphqlEndpoint } from '@pilotage/platform/graphql';
import { PortfolioApiModule } from '@pilotage/portfolio/api';
import { ReportingApiModule } from '@pilotage/reporting/api';
import { TenancyApiModule } from '@pilotage/tenancy/api';

/** The parts of the api: one import per library. */
@Module({})
export class ApiModule {
  /** @param schemaFile where the GraphQL schema is written; true keeps it in memory */
  static forRoot(config: Config, logger: Logger, schemaFile: string | true = true): DynamicModule {
    return {
      module: ApiModule,
      // What libraries ask of those above them.
      global: true,
      providers: [importTarget],
      exports: [importTarget],
      imports: [
        CoreModule.forRoot(config, logger),
        DatabaseModule.forRoot(),
        HealthModule,
        TenancyApiModule,
        PortfolioApiModule,
        AssessmentApiModule,
        ReportingApiModule,
        graphqlEndpoint({ contexts: TenancyApiModule, schemaFile }),
      ],
    };
  }
}
