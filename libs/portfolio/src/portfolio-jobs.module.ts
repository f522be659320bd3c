import { Module } from '@nestjs/common';
import { TenancyModule } from '@pilotage/tenancy';
import { ImportHandler } from './import/import.handler.js';
import { ImportSlicer } from './import/slice/import-slicer.js';
import { ImportUndo } from './import/undo/import-undo.js';
import { PortfolioModule } from './portfolio.module.js';

/** What the worker does for the portfolio. */
@Module({
  imports: [PortfolioModule, TenancyModule],
  providers: [ImportHandler, ImportSlicer, ImportUndo],
  exports: [ImportHandler],
})
export class PortfolioJobsModule {}
