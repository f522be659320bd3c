import { Injectable } from '@nestjs/common';
import { day } from '@pilotage/analytics';
import { CORE_FRAMEWORK_ID } from '@pilotage/frameworks';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type RequestContext } from '@pilotage/tenancy';
import { type Assessment, toAssessment } from './assessment.graphql.js';
import { AssessmentLoader } from './assessment.loaders.js';

/** Pages of a subject's live readiness assessments, newest as-of day first; of a subject that the caller sees already. */
@Injectable()
export class AssessmentPages {
  constructor(private readonly loader: AssessmentLoader) {}

  async of(
    ctx: RequestContext,
    subjectId: string,
    page: { first: number; after: string | null; isCounted: boolean },
  ): Promise<ConnectionOf<Assessment>> {
    const list = { assessmentsOf: subjectId };
    const first = pageSize(page.first);
    const cursor = decodeCursor(page.after, list);
    const before = cursor?.value == null ? null : day(cursor.value);
    const [rows, totalCount] = await Promise.all([
      this.loader.page(ctx, { subjectId, frameworkId: CORE_FRAMEWORK_ID, first: first + 1, before }),
      page.isCounted ? this.loader.count(ctx, subjectId) : null,
    ]);
    return toConnection(rows, {
      first,
      totalCount,
      list,
      cursorOf: ({ id, asOfOn }) => ({ id, value: asOfOn }),
      toNode: toAssessment,
    });
  }
}
