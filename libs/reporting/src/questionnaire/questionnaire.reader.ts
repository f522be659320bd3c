import { Injectable } from '@nestjs/common';
import { CORE_FRAMEWORK_ID } from '@pilotage/frameworks';
import { NotFoundError, UnitOfWork } from '@pilotage/platform';
import { type RequestContext, SettingsService, UnitService } from '@pilotage/tenancy';
import { rounded } from '../period/canonical-json.js';
import { FACT_QUARTERS, periodQuarters } from '../period/period.js';
import { readQuarterScopes } from '../period/scope.js';
import { assembleQuestionnaireTrend, type QuestionnaireTrend } from './questionnaire-trend.js';
import { readQuestionnaireCells } from './questionnaire.queries.js';

/** Answers to the organisation's own questionnaires over time, apart from readiness. */
@Injectable()
export class QuestionnaireReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly units: UnitService,
  ) {}

  /** Over all quarters that facts are kept for. @throws NotFoundError for the framework of readiness */
  trend(ctx: RequestContext, frameworkId: string): Promise<QuestionnaireTrend> {
    if (frameworkId === CORE_FRAMEWORK_ID) throw new NotFoundError('questionnaire');
    return this.unitOfWork.read(ctx, async (tx) => {
      const timeline = await this.settings.timeline(tx);
      const today = timeline.todayAt(new Date());
      const quarters = periodQuarters(timeline, today, FACT_QUARTERS, today);
      const everything = { unitIds: [], kinds: [] };
      const source = { units: this.units, filter: everything, knownAt: null, own: ctx.member.unitIds };
      const scopes = await readQuarterScopes(tx, source, quarters, today);
      const cells = await readQuestionnaireCells(tx, frameworkId, quarters, scopes);
      return rounded(assembleQuestionnaireTrend(quarters, cells));
    });
  }
}
