export { currentFramework, framework } from './catalogue.js';
export type { Dimension, Framework, GateStage, Question, QuestionScope } from './framework.js';
export { FrameworkFileError, parseFramework } from './parse.js';
export { GATE_STAGES } from './schema.js';
