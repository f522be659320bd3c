import { answerLabel, type Stage } from '@pilotage/web-ui';
import { gateAhead } from '../../../shared/figures/next-stage.js';
import { i18n } from '../../../shared/i18n.js';
import type { QuestionGates, WorkInitiative } from './my-work.graphql.js';

/** A row has room for so many; the initiative's page lists all. */
const NAMED = 3;

/** "DF1 Yes, TM1 Partial": what the newest assessment lacks for the next stage. Null where nothing, or nothing is known. */
export function needsText(
  stage: Stage | undefined,
  assessment: WorkInitiative['currentAssessment'],
  questions: QuestionGates,
): string | null {
  const gate = assessment && gateAhead(assessment.gates, stage);
  if (!gate || gate.blocking.length === 0) return null;
  const named = gate.blocking.slice(0, NAMED).map((key) => {
    const asked = questions.find((question) => question.key === key)?.gates;
    const minimum = asked?.find((one) => one.stage === gate.stage)?.minimum;
    return minimum ? `${key} ${answerLabel(minimum)}` : key;
  });
  const more = gate.blocking.length - named.length;
  return more === 0 ? named.join(', ') : i18n._('{named} and {more} more', { named: named.join(', '), more });
}
