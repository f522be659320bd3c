import { Injectable } from '@nestjs/common';
import { type Framework, framework } from '@pilotage/frameworks';
import { newId, type TenantReadTx, type TenantTx } from '@pilotage/platform';
import {
  type AnswersOutcome,
  type ImportedAnswers,
  type ImportedQuestionnaire,
  ImportTarget,
  type InitiativeId,
  lockInitiatives,
} from '@pilotage/portfolio';
import { answersOf, assessmentsById } from '../assessment/assessment.queries.js';
import {
  type NewAssessment,
  recordAssessments,
  retractAssessments,
} from '../assessment/assessment.writer.js';
import { inheritanceOf } from '../draft/draft.queries.js';
import { answerMode } from '../draft/draft.rules.js';
import { findFramework, frameworksOfPins } from '../framework/framework.queries.js';
import { type FrameworkPin } from '../framework/pinned-framework.js';
import { liveAnswersOf, madeByImport } from './import-target.queries.js';
import { composed, type LiveAnswers, outcomeOf } from './imported-answers.rules.js';

type Pin = Pick<ImportedQuestionnaire, 'frameworkId' | 'frameworkVersion'>;

interface Decided {
  readonly row: ImportedAnswers;
  readonly live: LiveAnswers | null;
  readonly outcome: AnswersOutcome;
}

/** Makes assessments of the answers that an import brings: one of each row, submitted, as of the day of the answers. */
@Injectable()
export class AssessmentImportTarget extends ImportTarget {
  override async questionKeys(tx: TenantReadTx, pin: Pin): Promise<readonly string[] | null> {
    const framework = await findFramework(tx, pin.frameworkId, pin.frameworkVersion);
    if (!framework) return null;
    const asked =
      framework.kind === 'QUESTIONNAIRE'
        ? framework.questions
        : framework.questions.filter(({ scope }) => answerMode('INITIATIVE', scope) === 'OPEN');
    return asked.map(({ key }) => key);
  }

  override async plan(
    tx: TenantReadTx,
    questionnaire: ImportedQuestionnaire,
    rows: readonly ImportedAnswers[],
  ): Promise<AnswersOutcome[]> {
    return (await decide(tx, questionnaire, rows)).map(({ outcome }) => outcome);
  }

  override async record(
    tx: TenantTx,
    questionnaire: ImportedQuestionnaire,
    rows: readonly ImportedAnswers[],
  ): Promise<AnswersOutcome[]> {
    const { frameworkId, frameworkVersion, fileName, importId } = questionnaire;
    const framework = await findFramework(tx, frameworkId, frameworkVersion);
    if (!framework) throw new Error('The framework of an import in work is there.');
    const decided = await decide(tx, questionnaire, rows);
    const written = decided.filter(({ outcome }) => outcome === 'RECORDED' || outcome === 'CORRECTED');
    const sources = await inherited(tx, framework, written);
    await recordAssessments(
      tx,
      written.map(({ row, live }, index) => ({
        id: newId<'Assessment'>(),
        subject: { kind: 'INITIATIVE', id: row.initiativeId! },
        framework,
        asOfOn: row.asOfOn,
        answers: composed(framework, row, fileName, sources[index] ?? null),
        corrects: live,
        importId,
      })),
    );
    return decided.map(({ outcome }) => outcome);
  }

  override async undo(tx: TenantTx, importId: string, most: number): Promise<number> {
    const made = await madeByImport(tx, importId, most);
    await lockInitiatives(
      tx,
      made.map(({ subjectId }) => subjectId as InitiativeId),
    );
    const replacedIds = made.flatMap(({ replacedId }) => replacedId ?? []);
    const replaced = new Map((await assessmentsById(tx, replacedIds)).map((row) => [row.id, row]));
    const answers = Map.groupBy(await answersOf(tx, replacedIds), ({ assessmentId }) => assessmentId);
    const frameworkOf = await frameworksBy(tx, [...made, ...replaced.values()]);
    const restored: NewAssessment[] = [];
    const retracted: Parameters<typeof retractAssessments>[1][number][] = [];
    for (const { id, subjectId, asOfOn, replacedId, ...pin } of made) {
      const subject = { kind: 'INITIATIVE', id: subjectId } as const;
      const before = replacedId && replaced.get(replacedId);
      const framework = frameworkOf(before || pin);
      if (!before) retracted.push({ id, subject, framework, asOfOn });
      else
        restored.push({
          id: newId<'Assessment'>(),
          subject,
          framework,
          asOfOn: before.asOfOn,
          answers: (answers.get(before.id) ?? []).map(({ assessmentId: _, ...answer }) => answer),
          corrects: { id, asOfOn },
          ...(before.importId && { importId: before.importId }),
        });
    }
    await recordAssessments(tx, restored);
    await retractAssessments(tx, retracted);
    return made.length;
  }
}

/** Of what each is pinned to; one statement however many. */
async function frameworksBy(
  tx: TenantReadTx,
  pins: readonly FrameworkPin[],
): Promise<(pin: FrameworkPin) => Framework> {
  const builtIn = (pin: FrameworkPin) => framework(pin.frameworkId, pin.frameworkVersion);
  const keyOf = (pin: FrameworkPin): string => `${pin.frameworkId} ${pin.frameworkVersion}`;
  const own = pins.filter((pin) => !builtIn(pin));
  const found = own.length === 0 ? [] : await frameworksOfPins(tx, own);
  const byKey = new Map(own.map((pin, index) => [keyOf(pin), found[index]!]));
  return (pin) => builtIn(pin) ?? byKey.get(keyOf(pin))!;
}

/** For apps to bind, as a global provider. */
export const importTarget = { provide: ImportTarget, useClass: AssessmentImportTarget };

/** A second row about one initiative and day finds what the first one says. */
async function decide(
  tx: TenantReadTx,
  questionnaire: ImportedQuestionnaire,
  rows: readonly ImportedAnswers[],
): Promise<Decided[]> {
  const live = await liveAnswersOf(tx, questionnaire.frameworkId, rows);
  const taken = new Set<string>();
  return rows.map((row) => {
    const key = `${row.initiativeId} ${row.asOfOn}`;
    const there = row.initiativeId === null ? null : (live.get(key) ?? null);
    const outcome = taken.has(key) ? 'KEPT' : outcomeOf(questionnaire, row, there);
    if (row.initiativeId !== null) taken.add(key);
    return { row, live: there, outcome };
  });
}

async function inherited(tx: TenantReadTx, framework: Framework, written: readonly Decided[]) {
  if (framework.kind === 'QUESTIONNAIRE' || written.length === 0) return [];
  return inheritanceOf(
    tx,
    written.map(({ row }) => ({ id: row.initiativeId!, on: row.asOfOn })),
    framework.id,
  );
}
