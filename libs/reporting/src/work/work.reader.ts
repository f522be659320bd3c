import { Injectable } from '@nestjs/common';
import { type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import { type AttentionDays, attentionDays } from '@pilotage/portfolio';
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import { type OfficeWork, type OwnWork, readOfficeWork, readOwnWork } from './work.queries.js';

/** What waits for somebody. */
@Injectable()
export class WorkReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
  ) {}

  office(ctx: RequestContext): Promise<OfficeWork> {
    return this.unitOfWork.read(ctx, async (tx) => readOfficeWork(tx, await this.days(tx)));
  }

  /** The member's own. */
  mine(ctx: RequestContext): Promise<OwnWork> {
    return this.unitOfWork.read(ctx, async (tx) => readOwnWork(tx, ctx.member, await this.days(tx)));
  }

  private async days(tx: TenantReadTx): Promise<AttentionDays> {
    return attentionDays(await this.settings.timeline(tx), new Date());
  }
}
