export { Assessment } from './assessment/assessment.graphql.js';
export { AssessmentLoader } from './assessment/assessment.loaders.js';
export { AssessmentApiModule } from './assessment-api.module.js';
export { Framework, toFramework } from './framework/framework.graphql.js';
export { AssessmentDraft, toAssessmentDraft } from './draft/draft.graphql.js';
