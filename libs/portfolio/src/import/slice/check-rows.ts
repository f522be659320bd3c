import type { TenantReadTx, TenantTx } from '@pilotage/platform';
import type { AnswersOutcome, ImportedAnswers } from '../import-target.port.js';
import type { ImportCounts } from '../import.types.js';
import { needsObservation } from '../plan/facts.js';
import { isChanged, stageChanges, sumOf } from './change-initiatives.js';
import { countOutcomes, storeOutcomes } from './outcomes.js';
import { planRows } from './planned-rows.js';
import { answersOf, sumOfAnswers } from './row-answers.js';
import { settleMatches } from './settle-matches.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';
import { storeFindings } from './store-findings.js';

/** Says what would become of rows, and what was found in them, by the same rules as the import itself; makes nothing. */
export async function checkRows(
  tx: TenantTx,
  setting: SliceSetting,
  rows: readonly SliceRow[],
): Promise<Partial<ImportCounts>> {
  await settleMatches(tx, setting.importId, rows);
  const planned = await planRows(tx, setting, rows);
  const created = planned.flatMap((row) => (row.outcome === 'CREATED' ? [row.facts] : []));
  const { events, observations, plans, found } = sumOf(
    await stageChanges(tx, setting, planned.filter(isChanged)),
  );
  const answers = answersOf(planned);
  const answered = sumOfAnswers(answers, await outcomesOf(tx, setting, answers));
  await storeOutcomes(tx, setting.importId, planned, new Map());
  return {
    ...countOutcomes(planned),
    events: created.reduce((sum, facts) => sum + facts.events.length, events),
    observations: created.filter((facts) => needsObservation(facts, null)).length + observations,
    plans: created.reduce((sum, facts) => sum + (facts.plans?.length ?? 0), plans),
    assessments: answered.assessments,
    findings: await storeFindings(tx, setting.importId, [...planned, ...found, ...answered.found]),
  };
}

const outcomesOf = async (
  tx: TenantReadTx,
  { answering }: SliceSetting,
  answers: readonly ImportedAnswers[],
): Promise<readonly AnswersOutcome[]> =>
  answering ? answering.target.plan(tx, answering.questionnaire, answers) : [];
