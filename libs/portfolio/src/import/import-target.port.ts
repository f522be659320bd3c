import type { Answer, Day } from '@pilotage/analytics';
import type { TenantReadTx, TenantTx } from '@pilotage/platform';
import type { InitiativeId } from '../initiative/initiative.types.js';
import type { ImportId } from './import.types.js';

/** Which import brings answers, and to the questions of which framework version. */
export interface ImportedQuestionnaire {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
}

export interface ImportedAnswer {
  readonly question: string;
  readonly answer: Answer;
  /** As the file says it. */
  readonly text: string;
}

/** What a row answers; at least one question. */
export interface ImportedAnswers {
  readonly rowNumber: number;
  /** Null in a dry run, where the import would make the initiative. */
  readonly initiativeId: InitiativeId | null;
  readonly asOfOn: Day;
  readonly answers: readonly ImportedAnswer[];
}

/**
 * RECORDED: the first of that day. CORRECTED: in the place of what an earlier import said for that day. UNCHANGED: that
 * says the same. KEPT: somebody entered other answers for that day, or another row of this import did; those stay.
 */
export type AnswersOutcome = 'RECORDED' | 'CORRECTED' | 'UNCHANGED' | 'KEPT';

/** Takes the answers of imported rows; an app binds it, and without one no answers can be imported. */
export abstract class ImportTarget {
  /** The keys of the questions that initiatives answer; null when there is no such framework version. */
  abstract questionKeys(
    tx: TenantReadTx,
    framework: Pick<ImportedQuestionnaire, 'frameworkId' | 'frameworkVersion'>,
  ): Promise<readonly string[] | null>;

  /** What would become of the answers, in their order. */
  abstract plan(
    tx: TenantReadTx,
    questionnaire: ImportedQuestionnaire,
    rows: readonly ImportedAnswers[],
  ): Promise<readonly AnswersOutcome[]>;

  /** Makes it so. The caller has locked the initiatives. */
  abstract record(
    tx: TenantTx,
    questionnaire: ImportedQuestionnaire,
    rows: readonly ImportedAnswers[],
  ): Promise<readonly AnswersOutcome[]>;

  /**
   * Takes back up to `most` of the live assessments that an import made, and puts what they had replaced in their place;
   * those that were corrected since stay as they are. Returns how many; 0 when none is left.
   */
  abstract undo(tx: TenantTx, importId: ImportId, most: number): Promise<number>;
}
