import { Module } from '@nestjs/common';
import { TenancyApiModule } from '@pilotage/tenancy/api';
import { InitiativeDetailLoader, InitiativeLoader } from './initiative/initiative.loaders.js';
import { InitiativeReader } from './initiative/initiative.reader.js';
import { InitiativeResolver, InitiativeRevisionResolver } from './initiative/initiative.resolver.js';
import { PortfolioModule } from './portfolio.module.js';
import { StageResolver } from './stage/stage.resolver.js';

/** The portfolio's part of the api. */
@Module({
  imports: [PortfolioModule, TenancyApiModule],
  providers: [
    InitiativeDetailLoader,
    InitiativeLoader,
    InitiativeReader,
    InitiativeResolver,
    InitiativeRevisionResolver,
    StageResolver,
  ],
  exports: [InitiativeLoader],
})
export class PortfolioApiModule {}
