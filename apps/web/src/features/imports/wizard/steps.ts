import type { EnumOf } from '../../../shared/graphql/graphql.js';
import { i18n } from '../../../shared/i18n.js';

/** The questions before the file is checked, then what of it is known already, what came of the check and of the import. */
export const WIZARD_STEPS = ['columns', 'stages', 'facts', 'matching', 'result'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

export type ImportState = EnumOf<'ImportState'>;

export function stepLabel(step: WizardStep): string {
  switch (step) {
    case 'columns':
      return i18n._('Columns');
    case 'stages':
      return i18n._('Stages and dates');
    case 'facts':
      return i18n._('What the file covers');
    case 'matching':
      return i18n._('Matching');
    case 'result':
      return i18n._('Check and import');
  }
}

interface Progressed {
  readonly state: ImportState;
  /** It failed, or was paused, after some rows were imported. */
  readonly isHalfDone: boolean;
  readonly isHalfUndone: boolean;
}

/** The mapping can be changed until the first row is imported. */
export function canMap({ state, isHalfDone, isHalfUndone }: Progressed): boolean {
  return state === 'UPLOADED' || state === 'CHECKED' || (state === 'FAILED' && !isHalfDone && !isHalfUndone);
}

/** The step to show: the one in the address as far as it can be had, else where the import stands. */
export function stepOf(wanted: WizardStep | undefined, progressed: Progressed): WizardStep {
  if (!canMap(progressed)) return 'result';
  const isChecked = progressed.state !== 'UPLOADED';
  if (!isChecked && (wanted === 'result' || wanted === 'matching')) return 'facts';
  return wanted ?? (isChecked ? 'result' : 'columns');
}
