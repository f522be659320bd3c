import { Injectable } from '@nestjs/common';
import type { Day } from '@pilotage/analytics';
import { UnitOfWork } from '@pilotage/platform';
import type { RequestContext } from '../request/request-context.js';
import { Settings } from './setting.graphql.js';
import type { SettingsTimeline } from './settings-timeline.js';
import { SettingsService } from './settings.service.js';

/** The tenant's settings and its day, read once per request. */
@Injectable()
export class SettingsLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly service: SettingsService,
  ) {}

  timeline(ctx: RequestContext): Promise<SettingsTimeline> {
    return ctx.once(this, () => this.unitOfWork.read(ctx, (tx) => this.service.timeline(tx)));
  }

  async today(ctx: RequestContext): Promise<Day> {
    return (await this.timeline(ctx)).todayAt(new Date());
  }

  async inForce(ctx: RequestContext): Promise<Settings> {
    const timeline = await this.timeline(ctx);
    return Object.assign(new Settings(), timeline.on(timeline.todayAt(new Date())));
  }
}
