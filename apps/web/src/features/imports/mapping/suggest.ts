import { dateFormat } from '@pilotage/analytics';
import { STAGES, stageLabel, type Stage } from '@pilotage/web-ui';
import type { AiKind } from '../../../shared/words/ai-kind.js';
import type { ImportColumn } from '../imports.graphql.js';
import { dateUse, type Field } from './column-use.js';
import { EMPTY_DRAFT, withUse, type MappingDraft } from './mapping-draft.js';

/** Who or what else has a name, a title or a unit. */
const OTHERS = 'agency|bureau|contact|department|division|file|job|manager|organi[sz]ation|owner|sponsor|supplier|team|unit|vendor'; // prettier-ignore

/**
 * Headers by which a field gives itself away, the surest first. Dates are not among them: which stage a day belongs to,
 * and how it is written, somebody has to say. The headers of our own template do.
 */
const HEADERS: Readonly<Record<Field, readonly RegExp[]>> = {
  name: [
    /^((use case|initiative|project|system|ai) )*(name|title)$/i,
    /^(ai )?(use case|initiative|project|solution)$/i,
    new RegExp(`^(?!.*\\b(${OTHERS})s?\\b).*\\b(name|title)$`, 'i'),
  ],
  externalId: [
    /^((use case|initiative|project|system|inventory|external) )?(id|identifier|ref|reference)$/i,
    /^(?!.*\b(parent|user|e-?mail)\b).* id$/i,
  ],
  summary: [
    /^(summary|description)$/i,
    /^((brief|short|use case|initiative|project|system|ai) )+(summary|description)$/i,
    /\b(summary|purpose)\b/i,
  ],
  unit: [
    /^((business|organi[sz]ational) )?unit( name)?$/i,
    /^(department|division|agency|bureau|organi[sz]ation|team) name$/i,
    /^(department|division|agency|bureau|organi[sz]ation|team)$/i,
  ],
  kind: [/^(kind|type)( of ai)?$/i, /^(ai )?(techniques?|classification)$/i],
  tags: [/^tags?$/i, /^keywords?$/i],
  stage: [
    /^(stage|phase)$/i,
    /^(?!.*\b(date|day|days|since|until|entered|gate|owner)\b).*\b(stage|lifecycle)\b/i,
    /^((current|project|development) )?(status|phase)$/i,
  ],
};

/** A traffic light says how it goes, not how far it came. */
const isTrafficLight = ({ samples }: ImportColumn): boolean =>
  samples.length > 0 && samples.every((sample) => /^(red|amber|yellow|green|[ragy])$/i.test(sample.trim()));

/** Without what explains it: "Use_Case_ID (such as A-1):" is "Use Case ID". */
const bareHeader = (header: string): string =>
  header
    .replaceAll(/\[[^\]]*\]|\([^)]*\)/g, '')
    .replaceAll('_', ' ')
    .replace(/[\s:*–-]+$/, '')
    .trim();

/** A first mapping from the headers, for somebody to look through. */
export function suggestMapping(columns: readonly ImportColumn[], rowCount: number): MappingDraft {
  let draft: MappingDraft = EMPTY_DRAFT;
  const taken = new Set<number>();
  for (const [field, patterns] of Object.entries(HEADERS) as [Field, readonly RegExp[]][]) {
    const free = columns.filter(
      (column) =>
        column.filled > 0 && !taken.has(column.index) && !(field === 'stage' && isTrafficLight(column)),
    );
    const found = patterns
      .map((pattern) => free.find(({ header }) => pattern.test(bareHeader(header))))
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
  return stage && dateFormat(format) ? { stage, format } : null;
}

/** An id that every row has; else the name, within its unit where there is one. A unit alone tells no two rows apart. */
function identityOf({ uses }: MappingDraft, columns: readonly ImportColumn[], rowCount: number): number[] {
  const id = uses.externalId;
  if (id !== undefined && columns[id]?.filled === rowCount) return [id];
  if (uses.name === undefined) return [];
  return [uses.name, uses.unit].filter((column) => column !== undefined).sort((a, b) => a - b);
}

/** What registers call our stages beside our own names for them; only words that mean no other one elsewhere. */
const STAGE_WORDS: readonly (readonly [Stage, RegExp])[] = [
  ['IDEA', /^(ideation|backlog|proposed)$/],
  ['PILOT', /^(in pilot|piloting|proof of concept|poc)$/],
  ['PRODUCTION', /^(in production|live|deployed|operational|in operation)$/],
  ['ENDED', /^(retired|stopped|cancell?ed|abandoned|discontinued|decommissioned|terminated)$/],
];

/** The stage that a value means by its first words: "b) Pilot – with a few users" is a pilot. */
export function suggestStage(value: string): Stage | undefined {
  const [head = ''] = value
    .trim()
    .toLowerCase()
    .replace(/^\(?[a-z0-9]{1,2}[).:]\s*/, '')
    .split(/\s+[–—-]\s|[:(]/);
  const word = head.trim();
  return (
    STAGES.find((stage) => stageLabel(stage).toLowerCase() === word) ??
    STAGE_WORDS.find(([, words]) => words.test(word))?.[0]
  );
}

/** What registers call our kinds beside our own names for them. */
const KIND_WORDS: readonly (readonly [AiKind, RegExp])[] = [
  ['GENERATIVE', /^(generative|gen) ?ai$/],
  ['VISION', /^computer vision$/],
  ['LANGUAGE', /^(nlp|natural language processing( \(nlp\))?)$/],
  ['PREDICTIVE', /^predictive (ai|analytics|modell?ing)$/],
  ['AGENT', /^(agentic ai|ai agents?)$/],
  ['OPTIMISATION', /^optimi[sz]ation$/],
];

/** The kind of AI that a value means by such words; values that are called as our kinds are need none. */
export const suggestKind = (value: string): AiKind | undefined =>
  KIND_WORDS.find(([, words]) => words.test(value.trim().toLowerCase()))?.[0];
