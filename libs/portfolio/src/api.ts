export { DatedDay, DatedDayInput } from './common/dated-day.graphql.js';
export {
  AiKindEnum,
  AnswerValueEnum,
  OutcomeEnum,
  PrecisionEnum,
  StageEnum,
  StageKnowledgeEnum,
} from './graphql-enums.js';
export { Initiative, InitiativeConnection } from './initiative/initiative.graphql.js';
export { InitiativeLoader } from './initiative/initiative.loaders.js';
export { PortfolioApiModule } from './portfolio-api.module.js';
