import { type Precision, PRECISIONS, type Stage, STAGES } from '@pilotage/analytics';
import { enumOf } from '@pilotage/platform/graphql';
import { registerEnumType } from '@nestjs/graphql';
import { ATTENTIONS } from './attention/attention.js';
import { ANSWERS, CELL_STATES, FIRST_OF_MONTH, SAME_DAY } from './import/mapping/mapping.js';
import { REPAIR_CHOICES, REPAIR_CODES } from './import/plan/date-repairs.js';
import { IMPORT_ACTS } from './import/import-acts.js';
import { IMPORT_STATES } from './import/import.types.js';
import { AI_KINDS, DELIVERY_MODELS, RISK_TIERS } from './initiative/initiative.types.js';

export const StageEnum = enumOf<Stage>(STAGES);
export const AnswerValueEnum = enumOf(ANSWERS);
export const PrecisionEnum = enumOf<Precision>(PRECISIONS);
export const AiKindEnum = enumOf(AI_KINDS);
export const RiskTierEnum = enumOf(RISK_TIERS);
export const DeliveryModelEnum = enumOf(DELIVERY_MODELS);
export const AttentionEnum = enumOf(ATTENTIONS);
export const OutcomeEnum = enumOf(['RETIRED', 'ABANDONED', 'MERGED']);
export const StageKnowledgeEnum = enumOf(['EVENT', 'OBSERVATION']);
export const InitiativeOrderFieldEnum = enumOf(['KEY', 'NAME', 'STAGE', 'LAST_OBSERVED', 'UPDATED']);
export const DirectionEnum = enumOf(['ASC', 'DESC']);
export const ImportStateEnum = enumOf(IMPORT_STATES);
export const ImportActEnum = enumOf(IMPORT_ACTS);
export const RepairCodeEnum = enumOf(REPAIR_CODES);
export const RepairChoiceEnum = enumOf(REPAIR_CHOICES);
export const FirstOfMonthEnum = enumOf(FIRST_OF_MONTH);
export const SameDayEnum = enumOf(SAME_DAY);
export const CellStateEnum = enumOf(CELL_STATES);
export const FindingSeverityEnum = enumOf(['INFO', 'WARNING', 'ROW_SKIPPED']);

registerEnumType(StageEnum, { name: 'Stage' });
registerEnumType(PrecisionEnum, { name: 'Precision', description: 'How exactly a day is known.' });
registerEnumType(AiKindEnum, { name: 'AiKind' });
registerEnumType(RiskTierEnum, { name: 'RiskTier' });
registerEnumType(DeliveryModelEnum, { name: 'DeliveryModel' });
registerEnumType(AttentionEnum, {
  name: 'Attention',
  description:
    'Why the programme office looks at an initiative, as of today. Ended ones are looked at for moves only.',
  valuesMap: {
    WITHOUT_STAGE: { description: 'No stage was ever recorded.' },
    ASSESSMENT_STALE: { description: 'The last assessment no longer counts at the end of this quarter.' },
    NOT_CONFIRMED_90_DAYS: {
      description: 'It has a stage, and nothing was recorded or confirmed for 90 days.',
    },
    OVER_LIMIT_NO_PLAN: { description: 'A pilot over the limit for which no plan is recorded.' },
    LONG_IN_LIMITED_PRODUCTION: { description: 'Longer in limited production than a pilot may take.' },
    MOVED_THIS_QUARTER: { description: 'It entered a stage in the running quarter, ended ones included.' },
  },
});
registerEnumType(AnswerValueEnum, {
  name: 'AnswerValue',
  valuesMap: { NOT_APPLICABLE: { description: 'Left out of score and coverage; needs a reason as note.' } },
});
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
registerEnumType(ImportActEnum, { name: 'ImportAct' });
registerEnumType(FindingSeverityEnum, { name: 'FindingSeverity' });
registerEnumType(RepairCodeEnum, {
  name: 'RepairCode',
  description: 'A way to write a date oddly; the code of the finding that it gets.',
});
registerEnumType(RepairChoiceEnum, {
  name: 'RepairChoice',
  description:
    'What is done with dates that are written oddly. USE: read them, where there is one way. AS_MONTH, AS_DAY: which of two ways.',
});
registerEnumType(FirstOfMonthEnum, { name: 'FirstOfMonth' });
registerEnumType(SameDayEnum, { name: 'SameDay' });
registerEnumType(CellStateEnum, { name: 'CellState' });
