import { STAGES, stageLabel, type Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';

/** What a column can be beside a part of the identity. Each but the dates once. */
export const FIELDS = ['name', 'summary', 'unit', 'externalId', 'kind', 'tags', 'stage'] as const;
export type Field = (typeof FIELDS)[number];

/** Of which entry a column holds the day: into one stage, or into whichever stage the row names. */
export type DateOf = Stage | 'NAMED';
const DATES_OF: readonly DateOf[] = [...STAGES, 'NAMED'];

export type ColumnUse = Field | `date ${DateOf}`;

export const dateUse = (of: DateOf): ColumnUse => `date ${of}`;
const DATE_USES: readonly ColumnUse[] = DATES_OF.map(dateUse);
export const COLUMN_USES: readonly ColumnUse[] = [...FIELDS, ...DATE_USES];

/** Of which entry a column holds the day; null for what is no date. */
export function dateOfUse(use: ColumnUse): DateOf | null {
  return DATES_OF.find((of) => use === dateUse(of)) ?? null;
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

export function dateLabel(of: DateOf): string {
  switch (of) {
    case 'ENDED':
      return i18n._('Day it ended');
    case 'NAMED':
      return i18n._('Day it entered the stage that the row names');
    default:
      return i18n._('Day it entered: {stage}', { stage: stageLabel(of) });
  }
}
