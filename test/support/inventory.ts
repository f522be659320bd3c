import { existsSync, readFileSync } from 'node:fs';

const FILE = new URL('../../../shared/inventories/us-federal-ai-use-cases-2024.csv', import.meta.url);
const MAPPING = new URL('../scenarios/inventory-2024.mapping.json', import.meta.url);

/** How many use cases the inventory has. */
export const INVENTORY_ROWS = 2_133;

/** A real register of AI use cases, or one made up in its form and size where that is not at hand. */
export function inventory(): Inventory {
  const isReal = existsSync(FILE);
  const csv = isReal ? new Uint8Array(readFileSync(FILE)) : new TextEncoder().encode(madeUp());
  return { csv, isReal, mapping: JSON.parse(readFileSync(MAPPING, 'utf8')) as Mapping };
}

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
  const header = Array.from({ length: 64 }, (_, column) => `Column ${column}`).join(',');
  const rows = Array.from({ length: INVENTORY_ROWS }, (_, row) => {
    const reached = Math.floor(random() * STAGES.length);
    const begun = 2017 + Math.floor(random() * 6);
    const dateOf = (stage: number): string =>
      stage <= reached && random() < 0.5
        ? `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/${begun + stage}`
        : NO_DATE;
    const cells = Array.from({ length: 64 }, (_, column) =>
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
