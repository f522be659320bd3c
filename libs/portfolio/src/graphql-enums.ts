import { type Precision, PRECISIONS, type Stage, STAGES } from '@pilotage/analytics';
import { registerEnumType } from '@nestjs/graphql';
import { AI_KINDS, DELIVERY_MODELS, RISK_TIERS } from './initiative/initiative.types.js';

const enumOf = <Value extends string>(values: readonly Value[]): { [Name in Value]: Name } =>
  Object.fromEntries(values.map((value) => [value, value])) as { [Name in Value]: Name };

export const StageEnum = enumOf<Stage>(STAGES);
export const PrecisionEnum = enumOf<Precision>(PRECISIONS);
export const AiKindEnum = enumOf(AI_KINDS);
export const RiskTierEnum = enumOf(RISK_TIERS);
export const DeliveryModelEnum = enumOf(DELIVERY_MODELS);
export const OutcomeEnum = enumOf(['RETIRED', 'ABANDONED', 'MERGED']);
export const StageKnowledgeEnum = enumOf(['EVENT', 'OBSERVATION']);
export const InitiativeOrderFieldEnum = enumOf(['KEY', 'NAME', 'STAGE', 'LAST_OBSERVED', 'UPDATED']);
export const DirectionEnum = enumOf(['ASC', 'DESC']);
export const ImportStateEnum = enumOf([
  'UPLOADED',
  'CHECKING',
  'CHECKED',
  'RUNNING',
  'DONE',
  'FAILED',
  'CANCELLED',
]);
export const FindingSeverityEnum = enumOf(['INFO', 'WARNING', 'ROW_SKIPPED']);

registerEnumType(StageEnum, { name: 'Stage' });
registerEnumType(PrecisionEnum, { name: 'Precision', description: 'How exactly a day is known.' });
registerEnumType(AiKindEnum, { name: 'AiKind' });
registerEnumType(RiskTierEnum, { name: 'RiskTier' });
registerEnumType(DeliveryModelEnum, { name: 'DeliveryModel' });
registerEnumType(OutcomeEnum, {
  name: 'Outcome',
  description: 'What an end meant: in production before or not, or merged into another initiative.',
});
registerEnumType(StageKnowledgeEnum, {
  name: 'StageKnowledge',
  description: 'EVENT: the day of entry is known. OBSERVATION: it was only seen there.',
});
registerEnumType(InitiativeOrderFieldEnum, { name: 'InitiativeOrderField' });
registerEnumType(DirectionEnum, { name: 'Direction' });
registerEnumType(ImportStateEnum, { name: 'ImportState' });
registerEnumType(FindingSeverityEnum, { name: 'FindingSeverity' });
