import { STAGES, stageLabel, type Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';

/** What a column can be beside a part of the identity. Each but the dates once. */
export const FIELDS = ['name', 'summary', 'unit', 'externalId', 'kind', 'tags', 'stage'] as const;
export type Field = (typeof FIELDS)[number];

export type ColumnUse = Field | `date ${Stage}`;

export const dateUse = (stage: Stage): ColumnUse => `date ${stage}`;
const DATE_USES: readonly ColumnUse[] = STAGES.map(dateUse);
export const COLUMN_USES: readonly ColumnUse[] = [...FIELDS, ...DATE_USES];

/** Of which stage a column holds the day of entry; null for what is no date. */
export function stageOfUse(use: ColumnUse): Stage | null {
  return STAGES.find((stage) => use === dateUse(stage)) ?? null;
}

export function fieldLabel(field: Field): string {
  switch (field) {
    case 'name':
      return i18n._('Name');
    case 'summary':
      return i18n._('Summary');
    case 'unit':
      return i18n._('Unit');
    case 'externalId':
      return i18n._('External id');
    case 'kind':
      return i18n._('Kind of AI');
    case 'tags':
      return i18n._('Tags');
    case 'stage':
      return i18n._('Stage');
  }
}

export const dateLabel = (stage: Stage): string =>
  stage === 'ENDED'
    ? i18n._('Day it ended')
    : i18n._('Day it entered: {stage}', { stage: stageLabel(stage) });
