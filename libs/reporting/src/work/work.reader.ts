import { Injectable } from '@nestjs/common';
import { type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import { type AttentionDays, attentionDays } from '@pilotage/portfolio';
import { type RequestContext, SettingsService } from '@pilotage/tenancy';
import {
  type OfficeWork,
  type OwnWork,
  readDraftSubjects,
  readOfficeWork,
  readOwnWork,
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

  private async days(tx: TenantReadTx): Promise<AttentionDays> {
    return attentionDays(await this.settings.timeline(tx), new Date());
  }
}
