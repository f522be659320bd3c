import { Again, Handles, type JobHandlerClass, type JobRun } from '@pilotage/platform/jobs';
import { initiativesChanged } from '@pilotage/portfolio';
import { settingsChanged } from '@pilotage/tenancy';
import { FactRefresher } from './fact-refresher.js';
import { refreshFacts } from './fact.jobs.js';

interface Payload {
  readonly tenantId: string;
}

@Handles(refreshFacts)
export class RefreshFactsHandler implements JobHandlerClass<Payload> {
  constructor(private readonly refresher: FactRefresher) {}

  async handle(payload: Payload, { ctx }: JobRun): Promise<Again<Payload> | undefined> {
    return (await this.refresher.refresh(ctx)) ? new Again(payload) : undefined;
  }
}

@Handles(initiativesChanged)
export class RefreshFactsOfChanged implements JobHandlerClass<Payload> {
  constructor(private readonly refresher: FactRefresher) {}

  async handle(payload: Payload, { ctx }: JobRun): Promise<Again<Payload> | undefined> {
    return (await this.refresher.refresh(ctx)) ? new Again(payload) : undefined;
  }
}

@Handles(settingsChanged)
export class RefreshFactsBySettings implements JobHandlerClass<Payload> {
  constructor(private readonly refresher: FactRefresher) {}

  async handle(payload: Payload, { ctx }: JobRun): Promise<Again<Payload> | undefined> {
    return (await this.refresher.refreshByNewSettings(ctx)) ? new Again(payload) : undefined;
  }
}
