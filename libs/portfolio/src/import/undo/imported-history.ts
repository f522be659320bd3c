import { Injectable } from '@nestjs/common';

/** A history table whose rows say by `import_id` which import wrote them. Names are column names. */
export interface ImportedTable {
  readonly table: string;
  readonly initiative: string;
  readonly day: string;
  /** A live row of people's with the same value here stands in for one that an import had taken back. */
  readonly standsFor?: string;
}

const PORTFOLIO: readonly ImportedTable[] = [
  { table: 'initiative_revision', initiative: 'initiative_id', day: 'effective_on' },
  { table: 'initiative_assignment', initiative: 'initiative_id', day: 'effective_on' },
  { table: 'stage_event', initiative: 'initiative_id', day: 'entered_on', standsFor: 'stage' },
  { table: 'stage_observation', initiative: 'initiative_id', day: 'seen_on' },
  { table: 'stage_plan', initiative: 'initiative_id', day: 'stated_on', standsFor: 'stage' },
  { table: 'initiative_split', initiative: 'initiative_id', day: 'seen_on' },
];

/** What imports write, and what people's work on it looks like; each library adds its own when the process starts. */
@Injectable()
export class ImportedHistory {
  readonly tables: ImportedTable[] = [...PORTFOLIO];
  /** Statements that select as `id` those of the initiatives `$2` that others than the import `$3` worked on; the tenant is `$1`. */
  readonly work: string[] = [
    `select successor_id as id from stage_event
      where tenant_id = $1 and successor_id = any($2) and superseded_at is null and import_id is distinct from $3`,
  ];
  /** Statements that select as `id` those of the units `$2` that are used. */
  readonly unitUse: string[] = [
    `select unit_id as id from initiative_assignment
      where tenant_id = $1 and unit_id = any($2) and superseded_at is null`,
  ];
}
