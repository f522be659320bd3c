import { i18n } from './i18n.js';

/** The stages in the order an initiative passes them. */
export const STAGES = ['IDEA', 'PILOT', 'LIMITED_PRODUCTION', 'PRODUCTION', 'SCALED', 'ENDED'] as const;
export type Stage = (typeof STAGES)[number];

export type Outcome = 'RETIRED' | 'ABANDONED' | 'MERGED';

/** Keys of the five dimensions, as the framework names them. */
export const DIMENSIONS = ['SA', 'DF', 'TM', 'TO', 'RC'] as const;
export type DimensionKey = (typeof DIMENSIONS)[number];

export const ANSWERS = ['YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE'] as const;
export type AnswerValue = (typeof ANSWERS)[number];

export const JOURNEY_CAUSES = ['PRODUCTION', 'STOPPED', 'MERGED', 'RUNNING'] as const;
export type JourneyCause = (typeof JOURNEY_CAUSES)[number];

/** The stage in the words of pages. */
export function stageLabel(stage: Stage): string {
  switch (stage) {
    case 'IDEA':
      return i18n.t('Idea');
    case 'PILOT':
      return i18n.t('Pilot');
    case 'LIMITED_PRODUCTION':
      return i18n.t('Limited production');
    case 'PRODUCTION':
      return i18n.t('Production');
    case 'SCALED':
      return i18n.t('Scaled');
    case 'ENDED':
      return i18n.t('Ended');
  }
}

/** What an end came to. Owners do not record "abandoned", so pages do not say it. */
export function outcomeLabel(outcome: Outcome): string {
  switch (outcome) {
    case 'RETIRED':
      return i18n.t('Retired');
    case 'ABANDONED':
      return i18n.t('Stopped before production');
    case 'MERGED':
      return i18n.t('Merged');
  }
}

export function answerLabel(answer: AnswerValue | null): string {
  switch (answer) {
    case 'YES':
      return i18n.t('Yes');
    case 'PARTIAL':
      return i18n.t('Partial');
    case 'NO':
      return i18n.t('No');
    case 'NOT_APPLICABLE':
      return i18n.t('Not applicable');
    case null:
      return i18n.t('Not answered');
  }
}

/** The letter in a tile and on the key that gives the answer. */
export function answerLetter(answer: AnswerValue | null): string {
  switch (answer) {
    case 'YES':
      return i18n.t('Y');
    case 'PARTIAL':
      return i18n.t('P');
    case 'NO':
      return i18n.t('N');
    case 'NOT_APPLICABLE':
      return i18n.t('NA');
    case null:
      return '·';
  }
}

export function causeLabel(cause: JourneyCause): string {
  switch (cause) {
    case 'PRODUCTION':
      return i18n.t('In production');
    case 'STOPPED':
      return i18n.t('Stopped');
    case 'MERGED':
      return i18n.t('Merged');
    case 'RUNNING':
      return i18n.t('Still running');
  }
}
