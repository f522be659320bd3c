import { Module } from '@nestjs/common';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { FindingsFileService } from './import/findings-file/findings-file.js';
import { FindingsFileController } from './import/findings-file/findings-file.controller.js';
import { ImportController } from './import/import.controller.js';
import { ImportDetailLoader } from './import/import.loaders.js';
import { ImportReader } from './import/import.reader.js';
import { ImportActResolver, ImportStopResolver } from './import/import-stop.resolver.js';
import { ImportResolver } from './import/import.resolver.js';
import { MatchReader } from './import/match/match.reader.js';
import { MatchResolver } from './import/match/match.resolver.js';
import { FittingMappingResolver, SavedMappingResolver } from './import/saved/saved-mapping.resolver.js';
import { TemplateController } from './import/template/template.controller.js';
import { InitiativeDetailLoader, InitiativeLoader } from './initiative/initiative.loaders.js';
import { InitiativeReader } from './initiative/initiative.reader.js';
import { InitiativeResolver, InitiativeRevisionResolver } from './initiative/initiative.resolver.js';
import { PortfolioModule } from './portfolio.module.js';
import { SplitResolver } from './split/split.resolver.js';
import { StageResolver } from './stage/stage.resolver.js';

/** The portfolio's part of the api. */
@Module({
  imports: [PortfolioModule, TenancyApiModule],
  controllers: [FindingsFileController, ImportController, TemplateController],
  providers: [
    FittingMappingResolver,
    ImportDetailLoader,
    ImportReader,
    FindingsFileService,
    ImportActResolver,
    ImportResolver,
    ImportStopResolver,
    InitiativeDetailLoader,
    InitiativeLoader,
    InitiativeReader,
    InitiativeResolver,
    InitiativeRevisionResolver,
    MatchReader,
    MatchResolver,
    SavedMappingResolver,
    SplitResolver,
    StageResolver,
  ],
  exports: [InitiativeLoader],
})
export class PortfolioApiModule {}
