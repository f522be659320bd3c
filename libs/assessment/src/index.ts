export type { AssessmentAnswer, AssessmentId, Subject, SubjectKind } from './assessment/assessment.js';
export { AssessmentService } from './assessment/assessment.service.js';
export { type NewAssessment, recordAssessment } from './assessment/assessment.writer.js';
export { FrameworkService } from './framework/framework.service.js';
export { importTarget } from './import/import-target.js';
export { AssessmentModule } from './assessment.module.js';
export { DraftService } from './draft/draft.service.js';
