import { Module } from '@nestjs/common';
import { TenancyModule } from '@pilotage/tenancy';
import { FactRefresher } from './fact/fact-refresher.js';
import { ReportService } from './report/report.service.js';

const services = [FactRefresher, ReportService];

/** What api, worker and start-up share. */
@Module({ imports: [TenancyModule], providers: services, exports: services })
export class ReportingModule {}
