import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@pilotage/platform';
import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type RequestContext, SettingsService, UnitService } from '@pilotage/tenancy';
import DataLoader from 'dataloader';
import { rounded } from '../period/canonical-json.js';
import { resultOf } from './compute-report.js';
import { type Correction, corrections, initiativesNamed } from './corrections.js';
import { readReportInputs } from './report-inputs.js';
import { type Report, toReport } from './report.graphql.js';
import { countReports, findReports, findResults, listReports, readNames } from './report.queries.js';
import { type Report as ReportRow, type ReportId, type ReportKind, type ReportResult } from './report.js';

export interface ReportPage {
  readonly kind: ReportKind | null;
  readonly first: number;
  readonly after: string | null;
}

/** Reads stored reports and holds them against what is known now. */
@Injectable()
export class ReportReader {
  private readonly checked = {};
  private readonly results = {};

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly units: UnitService,
  ) {}

  /** Newest first: two statements that travel together. @throws BadInputError for a page size or cursor that cannot be */
  list(ctx: RequestContext, { kind, first, after }: ReportPage): Promise<ConnectionOf<Report>> {
    const list = { reports: kind };
    const cursor = decodeCursor(after, list);
    const limit = pageSize(first) + 1;
    const position = cursor && { requestedAt: cursor.value ?? '', id: cursor.id };
    return this.unitOfWork.read(ctx, async (tx) => {
      const [rows, totalCount] = await Promise.all([
        listReports(tx, { kind, after: position, limit }),
        countReports(tx, kind),
      ]);
      return toConnection(rows, {
        first,
        totalCount,
        list,
        cursorOf: (row) => ({ value: row.position, id: row.id }),
        toNode: toReport,
      });
    });
  }

  /** By id, several by one statement; null where there is none. Not kept: state and progress go on. */
  find(ctx: RequestContext, id: string): Promise<ReportRow | null> {
    const loader = ctx.once(
      this,
      () =>
        new DataLoader<string, ReportRow | null>(
          async (ids) => {
            const rows = await this.unitOfWork.read(ctx, (tx) => findReports(tx, ids));
            const byId = new Map(rows.map((row) => [row.id as string, row]));
            return ids.map((one) => byId.get(one.toLowerCase()) ?? null);
          },
          { cache: false },
        ),
    );
    return loader.load(id);
  }

  /** Several by one statement; null before the report is stored. */
  result(ctx: RequestContext, id: ReportId): Promise<ReportResult | null> {
    const loader = ctx.once(
      this.results,
      () =>
        new DataLoader<ReportId, ReportResult | null>(async (ids) => {
          const byId = await this.unitOfWork.read(ctx, (tx) => findResults(tx, ids));
          return ids.map((one) => byId.get(one) ?? null);
        }),
    );
    return loader.load(id);
  }

  /**
   * What the same period has become by later corrections. Null while the report is not stored, and for all but the first
   * report of a request: each is computed anew from history.
   */
  async correctedSince(ctx: RequestContext, report: ReportRow): Promise<Correction[] | null> {
    const first = ctx.once(this.checked, () => report.id);
    if (first !== report.id || !report.finishedAt) return null;
    const read = await this.unitOfWork.read(ctx, async (tx) => {
      const [published, inputs] = await Promise.all([
        findResults(tx, [report.id]),
        readReportInputs(tx, { settings: this.settings, units: this.units }, report, null),
      ]);
      return { published: published.get(report.id) ?? null, inputs };
    });
    return read.published && this.compared(ctx, read.published, rounded(resultOf(read.inputs)));
  }

  /** Whether a finished rerun gave what the first run gave; null before. */
  async isEqual(ctx: RequestContext, { rerunOf, resultDigest }: ReportRow): Promise<boolean | null> {
    if (rerunOf === null || resultDigest === null) return null;
    const original = await this.find(ctx, rerunOf);
    return original?.resultDigest === resultDigest;
  }

  /** Where a finished rerun differs from the first run; empty when it is equal, null before. */
  async differences(ctx: RequestContext, report: ReportRow): Promise<Correction[] | null> {
    const isEqual = await this.isEqual(ctx, report);
    if (isEqual !== false || report.rerunOf === null) return isEqual === null ? null : [];
    const original = await this.find(ctx, report.rerunOf);
    const [first, again] = await Promise.all([this.result(ctx, report.rerunOf), this.result(ctx, report.id)]);
    if (!first || !again) return null;
    const digests = { published: original?.resultDigest ?? '', now: report.resultDigest ?? '' };
    return [{ figure: 'Result digest', ...digests }, ...(await this.compared(ctx, first, again))];
  }

  private async compared(
    ctx: RequestContext,
    published: ReportResult,
    now: ReportResult,
  ): Promise<Correction[]> {
    const named = [...initiativesNamed(published), ...initiativesNamed(now)];
    const names = await this.unitOfWork.read(ctx, (tx) => readNames(tx, named));
    return corrections(published, now, names);
  }
}
