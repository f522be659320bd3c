import { Inject, Injectable, Optional } from '@nestjs/common';
import { type TenantContext, type TenantTx, UnitOfWork } from '@pilotage/platform';
import { SettingsService, UnitService } from '@pilotage/tenancy';
import { stateRegister } from '../../register/register-statement.js';
import { type ImportedQuestionnaire, ImportTarget } from '../import-target.port.js';
import type { ImportRound } from '../import.jobs.js';
import { lockImport, rowsAfter } from '../import.queries.js';
import {
  addCounts,
  type ImportCounts,
  type ImportRow,
  isAtWork,
  NO_COUNTS,
  type RowPass,
} from '../import.types.js';
import type { ImportMapping } from '../mapping/mapping.js';
import { identityScheme } from '../plan/row-identity.js';
import { rowPlanner } from '../plan/row-planner.js';
import { ImportUndo } from '../undo/import-undo.js';
import { applyAbsences, countAbsences, listAbsences } from './absences.js';
import { checkRows } from './check-rows.js';
import { findInColumns } from './column-findings.js';
import { identifyRows } from './identify-rows.js';
import { findKin } from './kin.js';
import { matchRows } from './match-rows.js';
import { newUnits } from './new-units.js';
import { recogniseRows } from './recognise-rows.js';
import { registerOf } from './register-of.js';
import { runRows } from './run-rows.js';
import type { SliceOutcome } from './slice-outcome.js';
import type { SliceRow, SliceSetting } from './slice-setting.js';

/** Long enough to be worth a job, short enough to let the work of others pass. */
const SLICE_MS = 200;
const ROWS_AT_ONCE = 100;

/**
 * One slice of an import: as many batches of rows as fit, each in a transaction that also moves on where the next one
 * starts. Killed within a batch it leaves nothing of it; done twice, the second goes on after the first.
 */
@Injectable()
export class ImportSlicer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly units: UnitService,
    private readonly settings: SettingsService,
    private readonly undo: ImportUndo,
    @Optional() @Inject(ImportTarget) private readonly target: ImportTarget | null = null,
  ) {}

  async slice(ctx: TenantContext, { importId, round }: ImportRound): Promise<SliceOutcome> {
    const by = { ...ctx, memberId: await this.startedBy(ctx, importId) };
    const until = performance.now() + SLICE_MS;
    let outcome: SliceOutcome;
    do {
      outcome = await this.unitOfWork.run(by, async (tx) => {
        const current = await lockImport(tx, importId);
        // A newer round, a pause or the end was reached by somebody else.
        if (!current || current.round !== round || !isAtWork(current)) return { kind: 'over' };
        const { pass } = current;
        if (pass === null) return { kind: 'over' };
        return pass === 'UNDO' ? this.undo.batch(tx, current) : this.batch(tx, current, pass);
      });
    } while (outcome.kind === 'more' && performance.now() < until);
    return outcome;
  }

  /** No attempt is left: people see why, and may start it again. What is over meanwhile stays as it is. */
  async giveUp(ctx: TenantContext, { importId, round }: ImportRound, reason: string): Promise<void> {
    await this.unitOfWork.run(ctx, (tx) =>
      tx.query(
        `update import set state = 'FAILED', error = $4, finished_at = now()
          where tenant_id = $1 and id = $2 and round = $3 and state in ('CHECKING', 'RUNNING', 'UNDOING')`,
        [ctx.tenantId, importId, round, reason],
      ),
    );
  }

  /** History names who began the import, not the worker. */
  private async startedBy(ctx: TenantContext, importId: string): Promise<TenantContext['memberId']> {
    const [row] = await this.unitOfWork.readOne<{ startedBy: TenantContext['memberId'] }>(
      ctx,
      `select started_by as "startedBy" from import where tenant_id = $1 and id = $2`,
      [ctx.tenantId, importId],
    );
    return row?.startedBy ?? null;
  }

  /**
   * A transaction holds one batch: initiatives are locked before anything is written, and a second batch would lock
   * its own after what the first one wrote.
   */
  private async batch(tx: TenantTx, current: ImportRow, pass: RowPass): Promise<SliceOutcome> {
    const setting = await this.settingOf(tx, current);
    // Before the first row is known by this file.
    if (pass === 'RUN' && current.nextRow === 0)
      await tx.update('import', { id: current.id }, { registerId: await registerOf(tx, setting) });
    const { nextRow, ...of } = await this.step(tx, current, pass, setting);
    const counts = addCounts(current.counts ?? NO_COUNTS, of.counts);
    if (nextRow === null) return this.endPass(tx, current, pass, setting, counts);
    await tx.update('import', { id: current.id }, { nextRow, counts: JSON.stringify(counts) });
    return { kind: 'more', done: nextRow, total: current.headerRow + current.rowCount };
  }

  private async settingOf(
    tx: TenantTx,
    { id, mapping, columns, fileName, headerRow, mendsImportId }: ImportRow,
  ): Promise<SliceSetting> {
    if (!mapping) throw new Error('An import in work has a mapping.');
    const { fiscalYearStartMonth } = (await this.settings.timeline(tx)).on(mapping.asOfOn);
    return {
      importId: id,
      mendsImportId: mapping.isPartial ? mendsImportId : null,
      headerRow,
      mapping,
      planner: rowPlanner(mapping, columns, fiscalYearStartMonth),
      answering: this.answering(mapping, { importId: id, fileName }),
      scheme: identityScheme(mapping.identity.map((index) => columns[index]!.header)),
    };
  }

  private answering(
    { questionnaire }: ImportMapping,
    file: Pick<ImportedQuestionnaire, 'importId' | 'fileName'>,
  ): SliceSetting['answering'] {
    if (!questionnaire) return null;
    if (!this.target) throw new Error('Answers are imported, and nothing takes them.');
    const { frameworkId, frameworkVersion } = questionnaire;
    return { target: this.target, questionnaire: { ...file, frameworkId, frameworkVersion } };
  }

  /** What a batch adds to the counts, and after which row the next one starts; null where the pass is over. */
  private async step(
    tx: TenantTx,
    { id, nextRow, headerRow }: ImportRow,
    pass: RowPass,
    setting: SliceSetting,
  ): Promise<{ counts: Partial<ImportCounts>; nextRow: number | null }> {
    if (pass === 'MATCH' || pass === 'ABSENT') {
      const done =
        pass === 'MATCH' ? await matchRows(tx, this.units, setting) : await applyAbsences(tx, setting);
      return { counts: {}, nextRow: done === 0 ? null : nextRow + done };
    }
    const rows = await rowsAfter(tx, id, Math.max(nextRow, headerRow), ROWS_AT_ONCE);
    const counts = rows.length === 0 ? {} : await this.ofRows(tx, pass, setting, rows);
    return { counts, nextRow: rows.length < ROWS_AT_ONCE ? null : rows.at(-1)!.rowNumber };
  }

  private async ofRows(
    tx: TenantTx,
    pass: Exclude<RowPass, 'MATCH' | 'ABSENT'>,
    setting: SliceSetting,
    rows: readonly SliceRow[],
  ): Promise<Partial<ImportCounts>> {
    switch (pass) {
      case 'IDENTIFY':
        await identifyRows(tx, setting, rows);
        return {};
      case 'RECOGNISE':
        await recogniseRows(tx, setting, rows);
        return {};
      case 'CHECK':
        return checkRows(tx, setting, rows);
      case 'RUN':
        return runRows(tx, this.units, setting, rows);
    }
  }

  private async endPass(
    tx: TenantTx,
    current: ImportRow,
    pass: RowPass,
    setting: SliceSetting,
    counts: ImportCounts,
  ): Promise<SliceOutcome> {
    switch (pass) {
      case 'IDENTIFY':
        await findKin(tx, setting.importId);
        return goOn(tx, current, (await hasInitiatives(tx)) ? 'RECOGNISE' : 'CHECK', counts);
      case 'RECOGNISE':
        return goOn(tx, current, 'MATCH', counts);
      case 'MATCH':
        return goOn(tx, current, 'CHECK', counts);
      case 'CHECK': {
        await listAbsences(tx, setting);
        const units = (await newUnits(tx, this.units, setting.importId, setting.mapping)).length;
        const findings = await findInColumns(tx, setting);
        const absences = await countAbsences(tx, setting.importId);
        const all = addCounts(counts, { units, findings, ...absences });
        await tx.update(
          'import',
          { id: current.id },
          { state: 'CHECKED', pass: null, counts: JSON.stringify(all) },
        );
        return { kind: 'over' };
      }
      case 'RUN':
        return goOn(tx, current, 'ABSENT', addCounts(counts, { findings: await findInColumns(tx, setting) }));
      case 'ABSENT':
        return finish(tx, setting, addCounts(counts, await countAbsences(tx, setting.importId)));
    }
  }
}

async function goOn(
  tx: TenantTx,
  { id, headerRow, rowCount }: ImportRow,
  pass: RowPass,
  counts: ImportCounts,
): Promise<SliceOutcome> {
  await tx.update('import', { id }, { pass, nextRow: 0, counts: JSON.stringify(counts) });
  return { kind: 'more', done: 0, total: headerRow + rowCount };
}

async function finish(
  tx: TenantTx,
  { importId, mapping }: SliceSetting,
  counts: ImportCounts,
): Promise<SliceOutcome> {
  const { asOfOn, completeSince, livingOnly, isPartial } = mapping;
  if (!isPartial)
    await stateRegister(tx, importId, { asOfOn, completeSince: completeSince ?? null, livingOnly });
  const finishedAt = await tx.history.instant();
  await tx.update(
    'import',
    { id: importId },
    { state: 'DONE', pass: null, counts: JSON.stringify(counts), finishedAt },
  );
  return { kind: 'over' };
}

/** Where there is nothing yet, there is nothing to match with. */
async function hasInitiatives(tx: TenantTx): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }>(
    `select exists (select from initiative where tenant_id = $1) as found`,
    [tx.ctx.tenantId],
  );
  return row!.found;
}
