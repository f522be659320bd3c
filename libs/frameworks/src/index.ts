export { CORE_FRAMEWORK_ID, currentFramework, framework } from './catalogue.js';
export type {
  Dimension,
  Framework,
  GateStage,
  Question,
  Questionnaire,
  QuestionScope,
  ReadinessFramework,
} from './framework.js';
export { FrameworkFileError, parseFramework } from './parse.js';
export { GATE_STAGES } from './schema.js';
