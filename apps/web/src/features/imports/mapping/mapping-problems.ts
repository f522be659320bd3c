import { dateFormat } from '@pilotage/analytics';
import { i18n } from '../../../shared/i18n.js';
import type { WizardStep } from '../wizard/steps.js';
import { datable, datesOf, type MappingDraft } from './mapping-draft.js';

/** The part of the mapping that something is wrong with. */
export type Part =
  | 'name'
  | 'identity'
  | 'stage'
  | 'stageValues'
  | 'dateFormat'
  | 'namedStages'
  | 'asOfOn'
  | 'completeSince'
  | 'assessedOn'
  | 'other';

export interface MappingProblem {
  readonly part: Part;
  readonly message: string;
}

/** On which step a part of the mapping is said; the api names it by the first word of its path. */
export function stepOfPart(part: string): WizardStep {
  switch (part) {
    case 'stageValues':
    case 'stageRules':
    case 'kindValues':
    case 'sameDay':
    case 'dateFormat':
    case 'dates':
      return 'stages';
    case 'asOfOn':
    case 'completeSince':
    case 'livingOnly':
    case 'isPartial':
    case 'keepOthersAsAttributes':
    case 'emptyValues':
    case 'questionnaire':
      return 'facts';
    default:
      return 'columns';
  }
}

/** What is missing on a step before the next one makes sense. `values` are those of the stage column; null: not known yet. */
export function problemsOf(
  step: WizardStep,
  draft: MappingDraft,
  values: readonly string[] | null,
): MappingProblem[] {
  switch (step) {
    case 'columns':
      return columnProblems(draft);
    case 'stages':
      return stageProblems(draft, values);
    case 'facts':
      return factProblems(draft);
    case 'matching':
    case 'result':
      return [];
  }
}

function columnProblems({ uses, identity, stageRules }: MappingDraft): MappingProblem[] {
  const problems: MappingProblem[] = [];
  if (uses.name === undefined)
    problems.push({ part: 'name', message: i18n._('Choose the column that holds the name.') });
  if (identity.length === 0)
    problems.push({
      part: 'identity',
      message: i18n._('Tick at least one column that tells one initiative from another.'),
    });
  if (uses['date NAMED'] !== undefined && uses.stage === undefined && stageRules.length === 0)
    problems.push({
      part: 'stage',
      message: i18n._('A column dates the stage that a row names. Choose the column that holds the stage.'),
    });
  return problems;
}

function stageProblems(draft: MappingDraft, values: readonly string[] | null): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const message = draft.uses.stage === undefined ? null : valueProblem(draft, values);
  if (message) problems.push({ part: 'stageValues', message });
  const { uses, namedStages } = draft;
  if (uses['date NAMED'] !== undefined && !datable(draft).some((stage) => namedStages.includes(stage)))
    problems.push({
      part: 'namedStages',
      message: i18n._('Tick at least one stage whose entry the column dates.'),
    });
  const formats = datesOf(draft).map(({ of }) => draft.formats[of]?.trim() ?? '');
  if (formats.includes(''))
    problems.push({
      part: 'dateFormat',
      message: i18n._('Say how each column writes its dates; it is never guessed.'),
    });
  else if (!formats.every((format) => dateFormat(format)))
    problems.push({
      part: 'dateFormat',
      message: i18n._('That names no date. Use YYYY, MM or M, MMM, DD or D, and Q, such as D.M.YYYY.'),
    });
  return problems;
}

function valueProblem({ stageValues }: MappingDraft, values: readonly string[] | null): string | null {
  if (values === null) return i18n._('The values of the stage column are not there yet.');
  if (values.length === 0)
    return i18n._('The stage column is empty in every row. Choose another column, or none.');
  const open = values.filter((value) => !stageValues[value]).length;
  if (open === 0) return null;
  return i18n._(
    '{open, plural, one {One value has} other {# values have}} no stage yet. Choose one, or leave it out.',
    { open },
  );
}

function factProblems({
  asOfOn,
  coverage,
  completeSince,
  isPartial,
  questionnaire,
}: MappingDraft): MappingProblem[] {
  const problems: MappingProblem[] = [];
  if (!asOfOn)
    problems.push({ part: 'asOfOn', message: i18n._('Enter the day on which the file was true.') });
  if (questionnaire?.assessed && !dateFormat(questionnaire.assessed.format.trim()))
    problems.push({
      part: 'assessedOn',
      message: i18n._('Say how the column writes its dates, such as D.M.YYYY.'),
    });
  if (isPartial) return problems;
  if (coverage === null)
    problems.push({ part: 'completeSince', message: i18n._('Choose one of the two answers.') });
  if (coverage === 'ENDS_TOO' && !completeSince)
    problems.push({ part: 'completeSince', message: i18n._('Enter since which day.') });
  return problems;
}
