import { Injectable } from '@nestjs/common';
import { type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import { periodQuarters } from '../period/period.js';
import {
  type OfficeWork,
  type OwnWork,
  readDraftSubjects,
  readOfficeWork,
  readOwnWork,
  type WorkDays,
} from './work.queries.js';

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

  /** The member's own, with the subjects of their open drafts. */
  mine(ctx: RequestContext): Promise<OwnWork & { readonly draftSubjects: readonly string[] }> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const days = await this.days(tx);
      const [own, draftSubjects] = await Promise.all([
        readOwnWork(tx, ctx.member.personId, days),
        readDraftSubjects(tx),
      ]);
      return { ...own, draftSubjects };
    });
  }

  private async days(tx: TenantReadTx): Promise<WorkDays> {
    const timeline = await this.settings.timeline(tx);
    const today = timeline.todayAt(new Date());
    const [quarter] = periodQuarters(timeline, today, 1, today);
    if (!quarter) throw new RangeError('There is always a running quarter.');
    const { pilotLimitDays } = timeline.on(today);
    return { today, quarterFrom: quarter.from, freshFrom: quarter.freshFrom, pilotLimitDays };
  }
}
