import { existsSync, readFileSync } from 'node:fs';
import { fromYaml, placeOn } from '@pilotage/portfolio';
import { inventory, type Inventory, type Mapping } from '../support/inventory.js';

/** Public, but no part of this repository. */
export const INVENTORY_2023 = new URL(
  '../../../shared/inventories/us-federal-ai-use-cases-2023.csv',
  import.meta.url,
);

const YAML_2023 = new URL('../scenarios/inventory-2023.mapping.yaml', import.meta.url);

/** A register of one year and that of the next, which goes on with some of the first. */
export interface TwoRegisters {
  readonly slug: string;
  readonly first: Inventory;
  readonly second: Inventory;
  /** What the second makes of its rows over the first. */
  readonly over: Readonly<Record<string, number>>;
  /** In pilot by the first, in production since that day by the second, under one name. */
  readonly continued: string;
  readonly liveSince: string;
  /** What its timeline holds after both. */
  readonly records: number;
  /** What the second calls a unit of the first. */
  readonly alias: { readonly of: string; readonly name: string } | null;
  /** What the second lists as new was split off from what goes on. */
  readonly split: string | null;
  /** Names from so many percent alike on are taken for the same. */
  readonly alikeFrom: number | null;
  /** A date that cannot be read, as the second writes it, and as it was meant. */
  readonly mend: readonly [string, string];
}

const NOTHING = {
  summary: null,
  unit: null,
  externalId: null,
  kind: null,
  tags: null,
  dateFormat: null,
  completeSince: null,
};

/** Of no use here, and there are many ways to write one. */
const NO_KIND = { kind: null, kindValues: [] };

/** Of the US federal agencies in 2023: a stage for a good half, and no date. */
export function inventory2023(): Inventory {
  const csv = new Uint8Array(readFileSync(INVENTORY_2023));
  const [headers = ''] = new TextDecoder().decode(csv).split(/\r?\n/);
  const columns = headers.split(',').map((header, index) => ({ index, header, samples: [], filled: 1 }));
  const { mapping } = placeOn(fromYaml(readFileSync(YAML_2023, 'utf8')).mapping, columns);
  if (!mapping) throw new Error('The mapping of 2023 does not fit its file.');

  return {
    isReal: true,
    csv,
    mapping: { ...NOTHING, ...mapping, ...NO_KIND, asOfOn: '2023-12-31' } as Mapping,
  };
}

const LIVE: Readonly<Record<number, readonly [string, string]>> = {
  10: ['Live', '3/1/2024'],
  15: ['Live', 'soon'],
};

/** Made up: as two years' inventories of an organisation are, each in a form of its own. */
export function twoRegisters(): TwoRegisters {
  const unit = (row: number): string => (row % 2 === 0 ? 'Terminal' : 'Fleet');
  const name = (row: number): string => `Port project ${row}`;
  const first = Array.from({ length: 30 }, (_, row) => [`P-${row}`, name(row), unit(row), 'Pilot'].join(','));
  // The first ten are gone, ten are new; two are in production, one's name and one's unit are written another way.
  const second = Array.from({ length: 40 }, (_, index) => {
    const row = index + 10;
    const [stage, live] = LIVE[row] ?? ['Pilot', ''];
    return [
      row === 12 ? `PORT-project ${row}` : name(row),
      row === 14 ? 'TRM' : unit(row),
      stage,
      '',
      live,
      '',
    ].join(',');
  });
  const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
  const stageValues = [
    { value: 'Pilot', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
  ];
  return {
    slug: 'registers',
    first: {
      isReal: false,
      csv: encode(['Id,Title,Unit,Status', ...first]),
      mapping: { ...NOTHING, identity: [0], name: 1, unit: 2, stage: 3, stageValues, dates: [], asOfOn: '2023-12-31', livingOnly: true }, // prettier-ignore
    },
    second: {
      isReal: false,
      csv: encode(['Use case,Agency,Stage,Begun,Implemented,Note', ...second]),
      mapping: { ...NOTHING, identity: [0, 1], name: 0, unit: 1, stage: 2, stageValues, dateFormat: 'M/D/YYYY', dates: [{ column: 3, stage: 'PILOT' }, { column: 4, stage: 'PRODUCTION' }], asOfOn: '2024-12-16', livingOnly: true }, // prettier-ignore
    },
    // Of 40 rows 20 are known by unit and name, each written another way once.
    over: { created: 20, changed: 20, unchanged: 0, skipped: 0 },
    continued: 'Port project 10',
    liveSince: '1 Mar 2024',
    records: 3,
    alias: { of: 'Terminal', name: 'TRM' },
    split: 'Port project 49',
    alikeFrom: null,
    mend: [',soon,', ',5/1/2024,'],
  };
}

/** Of the US federal agencies in 2023 and 2024; nothing where they are not at hand. */
export function realRegisters(): TwoRegisters[] {
  if (!existsSync(INVENTORY_2023)) return [];
  return [
    {
      slug: 'inventories',
      first: inventory2023(),
      second: inventory(),
      // 187 are known by unit and name, 6 more by a name that is alike; three repeat an earlier row.
      over: { created: 1937, changed: 193, unchanged: 0, skipped: 3 },
      continued: 'Expenditure Classification Autocoder',
      liveSince: '1 Jan 2024',
      records: 5,
      alias: null,
      split: null,
      alikeFrom: 80,
      mend: ['10/12023', '10/1/2023'],
    },
  ];
}
