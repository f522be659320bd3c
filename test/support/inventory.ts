import { existsSync, readFileSync } from 'node:fs';
import { fromYaml, placeOn } from '@pilotage/portfolio';

const FILE = new URL('../../../shared/inventories/us-federal-ai-use-cases-2024.csv', import.meta.url);
const MAPPING = new URL('../scenarios/inventory-2024.mapping.yaml', import.meta.url);

/** How many use cases the inventory has. */
export const INVENTORY_ROWS = 2_133;

/** A real register of AI use cases, or one made up in its form and size where that is not at hand. */
export function inventory(): Inventory {
  const isReal = existsSync(FILE);
  const csv = isReal ? new Uint8Array(readFileSync(FILE)) : new TextEncoder().encode(madeUp());
  return { csv, isReal, mapping: mapping() };
}

/** The columns by which the inventory is mapped, where they stand. */
const HEADERS: Readonly<Record<number, string>> = {
  0: 'Use Case Name',
  1: 'Agency',
  2: 'Agency Abbreviation',
  3: 'Bureau',
  4: 'Use Case Topic Area',
  7: 'What is the intended purpose and expected benefits of the AI?',
  9: 'Stage of Development',
  11: 'Date Initiated',
  12: 'Date when Acquisition and/or Development began',
  13: 'Date Implemented',
  14: 'Date Retired',
};
const COLUMNS = 64;
const headerOf = (column: number): string => HEADERS[column] ?? `Column ${column}`;

function mapping(): Mapping {
  const columns = Array.from({ length: COLUMNS }, (_, index) => ({
    index,
    header: headerOf(index),
    samples: [],
    filled: 1,
  }));
  const { missing, mapping: placed } = placeOn(fromYaml(readFileSync(MAPPING, 'utf8')).mapping, columns);
  if (!placed || missing.length > 0)
    throw new Error(`The mapping of the inventory asks for ${missing.join(', ')}.`);
  return JSON.parse(JSON.stringify({ ...NOTHING, ...placed, asOfOn: '2024-12-16' })) as Mapping;
}
/** What a mapping may leave open. */
const NOTHING = {
  summary: null,
  unit: null,
  externalId: null,
  kind: null,
  tags: null,
  stage: null,
  dateFormat: null,
  completeSince: null,
};

export interface Inventory {
  readonly csv: Uint8Array<ArrayBuffer>;
  readonly isReal: boolean;
  readonly mapping: Mapping;
}

/** As the api takes it; see ImportMappingInput. */
export interface Mapping {
  readonly identity: readonly number[];
  readonly name: number;
  readonly summary: number | null;
  readonly unit: number | null;
  readonly externalId: number | null;
  readonly kind: number | null;
  readonly tags: number | null;
  readonly stage: number | null;
  readonly stageValues: readonly { readonly value: string; readonly stage: string | null }[];
  readonly dateFormat: string | null;
  readonly dates: readonly { readonly column: number; readonly stage: string }[];
  readonly asOfOn: string;
  readonly completeSince: string | null;
  readonly livingOnly: boolean;
}

const STAGES = [
  'Initiated',
  'Acquisition and/or Development',
  'Implementation and Assessment',
  'Operation and Maintenance',
  'Retired',
];
const NO_DATE = '';

function madeUp(): string {
  const random = randomNumbers(2024);
  const header = Array.from({ length: COLUMNS }, (_, column) => headerOf(column)).join(',');
  const rows = Array.from({ length: INVENTORY_ROWS }, (_, row) => {
    const reached = Math.floor(random() * STAGES.length);
    const begun = 2017 + Math.floor(random() * 6);
    const dateOf = (stage: number): string =>
      stage <= reached && random() < 0.5
        ? `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/${begun + stage}`
        : NO_DATE;
    const cells = Array.from({ length: COLUMNS }, (_, column) =>
      column > 14 ? `Answer ${row % 7} ${column}` : '',
    );
    cells[0] = `Use case ${row}`;
    cells[1] = `Agency ${row % 37}`;
    cells[2] = `A${row % 37}`;
    cells[3] = `Bureau ${row % 113}`;
    cells[4] = `Topic ${row % 11}`;
    cells[7] = `What use case ${row} is for, at some length. `.repeat(6);
    cells[9] = STAGES[reached]!;
    [11, 12, 13, 14].forEach((column, stage) => (cells[column] = dateOf(stage)));
    return cells.join(',');
  });
  return `${[header, ...rows].join('\r\n')}\r\n`;
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
