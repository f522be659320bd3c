import { Module } from '@nestjs/common';
import { SetupSteps, TenancyModule } from '@pilotage/tenancy';
import { InitiativeAccess } from './access/initiative-access.js';
import { ImportHeaderService } from './import/import-header.service.js';
import { ImportStopService } from './import/import-stop.service.js';
import { ImportService } from './import/import.service.js';
import { ImportUploadService } from './import/import-upload.service.js';
import { MatchService } from './import/match/match.service.js';
import { ImportedHistory } from './import/undo/imported-history.js';
import { SavedMappingService } from './import/saved/saved-mapping.service.js';
import { InitiativeService } from './initiative/initiative.service.js';
import { StageWriter } from './stage/stage-writer.js';
import { StageService } from './stage/stage.service.js';

const services = [
  ImportHeaderService,
  ImportService,
  ImportStopService,
  ImportedHistory,
  ImportUploadService,
  InitiativeAccess,
  InitiativeService,
  MatchService,
  SavedMappingService,
  StageService,
  StageWriter,
];

/** What api and worker share. */
@Module({ imports: [TenancyModule], providers: services, exports: services })
export class PortfolioModule {
  constructor(steps: SetupSteps) {
    steps.add({
      key: 'PORTFOLIO',
      order: 30,
      isDone: async (tx) => {
        const sql = 'select from initiative_current where tenant_id = $1 limit 1';
        return (await tx.query(sql, [tx.ctx.tenantId])).length > 0;
      },
    });
  }
}
