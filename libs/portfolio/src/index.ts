export { PortfolioModule } from './portfolio.module.js';
export {
  canAssess,
  canEdit,
  InitiativeAccess,
  isOwnSql,
  isVisibleSql,
  type PortfolioScope,
} from './access/initiative-access.js';
export {
  type Attention,
  type AttentionDays,
  attentionDays,
  ATTENTIONS,
  attentionSql,
  IS_ACTIVE_SQL,
} from './attention/attention.js';
export { type InitiativeChange, initiativesChanged, markChanged } from './change/change-log.js';
export { fromYaml } from './import/saved/mapping-file.js';
export { placeOn } from './import/saved/saved-mapping.js';
export {
  type AnswersOutcome,
  type ImportedAnswers,
  type ImportedQuestionnaire,
  ImportTarget,
} from './import/import-target.port.js';
export { countOpenFindings } from './import/import.queries.js';
export { ImportedHistory } from './import/undo/imported-history.js';
export { assignmentRows, takeKeyNumbers } from './initiative/initiative.history.js';
export { lockInitiatives, noteAssessed, refreshCurrent } from './initiative/initiative-current.js';
export { InitiativeService } from './initiative/initiative.service.js';
export { AI_KINDS, type AiKind, type InitiativeId, initiativeKey } from './initiative/initiative.types.js';
export { beginRegister } from './register/register-statement.js';
export { type GateVerdict, StageGate } from './stage/stage-gate.port.js';
export { StageService } from './stage/stage.service.js';
export { StageWriter } from './stage/stage-writer.js';
