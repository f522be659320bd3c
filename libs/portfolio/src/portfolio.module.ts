import { Module } from '@nestjs/common';
import { TenancyModule } from '@pilotage/tenancy';
import { InitiativeAccess } from './access/initiative-access.js';
import { InitiativeService } from './initiative/initiative.service.js';
import { StageWriter } from './stage/stage-writer.js';
import { StageService } from './stage/stage.service.js';

const services = [InitiativeAccess, InitiativeService, StageService, StageWriter];

/** What api and worker share. */
@Module({ imports: [TenancyModule], providers: services, exports: services })
export class PortfolioModule {}
