import { dateFormat } from '@pilotage/analytics';
import { STAGES, stageLabel, type Stage } from '@pilotage/web-ui';
import type { ImportColumn } from '../imports.graphql.js';
import { dateUse, type Field } from './column-use.js';
import { EMPTY_DRAFT, withUse, type MappingDraft, type StageChoice } from './mapping-draft.js';

/**
 * Headers by which a field gives itself away, the surest first. Dates are not among them: which stage a day belongs to,
 * and how it is written, somebody has to say. The headers of our own template do.
 */
const HEADERS: Readonly<Record<Field, readonly RegExp[]>> = {
  name: [/^((use case|initiative|project|system|ai) )?(name|title)$/i, /\b(name|title)$/i],
  externalId: [
    /^((use case|initiative|project|system|inventory|external)[ _])?(id|identifier)$/i,
    /[ _]id$/i,
  ],
  summary: [/^(summary|description)$/i, /\b(summary|description|purpose)\b/i],
  unit: [/^((business|organi[sz]ational) )?unit$/i, /^(department|division|agency|bureau)$/i],
  kind: [/^(kind|type)( of ai)?$/i, /^(ai )?techniques?$/i],
  tags: [/^tags?$/i, /^keywords?$/i],
  stage: [/^(stage|status|phase)$/i, /\b(stage|lifecycle)\b/i],
};

/** A first mapping from the headers, for somebody to look through. */
export function suggestMapping(columns: readonly ImportColumn[], rowCount: number): MappingDraft {
  let draft: MappingDraft = EMPTY_DRAFT;
  const taken = new Set<number>();
  for (const [field, patterns] of Object.entries(HEADERS) as [Field, readonly RegExp[]][]) {
    const free = columns.filter(({ index, filled }) => filled > 0 && !taken.has(index));
    const found = patterns
      .map((pattern) => free.find(({ header }) => pattern.test(header.replaceAll('_', ' ').trim())))
      .find((column) => column !== undefined);
    if (!found) continue;
    taken.add(found.index);
    draft = withUse(draft, found.index, field);
  }
  for (const { index, header } of columns) {
    const date = taken.has(index) ? null : readDateHeader(header);
    if (!date) continue;
    const formats = { ...draft.formats, [date.stage]: date.format };
    draft = { ...withUse(draft, index, dateUse(date.stage)), formats };
  }
  return { ...draft, identity: identityOf(draft, columns, rowCount) };
}

/** "Pilot since (YYYY-MM-DD)": a header that names its stage and its format leaves nothing to guess. */
function readDateHeader(header: string): { readonly stage: Stage; readonly format: string } | null {
  const [, name = '', format = ''] = /^(.+?) (?:since|on)\b[^(]*\(([^)]+)\)$/.exec(header) ?? [];
  const stage = suggestStage(name);
  return stage && stage !== 'LEAVE_OUT' && dateFormat(format) ? { stage, format } : null;
}

/** An id that every row has; else the name, within its unit where there is one. */
function identityOf({ uses }: MappingDraft, columns: readonly ImportColumn[], rowCount: number): number[] {
  const id = uses.externalId;
  if (id !== undefined && columns[id]?.filled === rowCount) return [id];
  return [uses.name, uses.unit].filter((column) => column !== undefined).sort((a, b) => a - b);
}

/** The stage that a value means when it is called as ours is. */
export function suggestStage(value: string): StageChoice | undefined {
  const word = value.trim().toLowerCase();
  return STAGES.find((stage) => stageLabel(stage).toLowerCase() === word);
}
