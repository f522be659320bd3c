import { existsSync, readFileSync } from 'node:fs';
import { inventory, type Inventory, type Mapping } from '../support/inventory.js';

/** Public, but no part of this repository. */
export const INVENTORY_2023 = new URL(
  '../../../shared/inventories/us-federal-ai-use-cases-2023.csv',
  import.meta.url,
);

/** A register of one year and that of the next, which goes on with some of the first. */
export interface TwoRegisters {
  readonly isReal: boolean;
  readonly first: Inventory;
  readonly second: Inventory;
  /** In pilot by the first, in production by the second, under one name. */
  readonly continued: string;
}

/** The US federal inventories of 2023 and 2024, or two made up in their form where those are not at hand. */
export function twoRegisters(): TwoRegisters {
  if (existsSync(INVENTORY_2023))
    return {
      isReal: true,
      first: { isReal: true, csv: new Uint8Array(readFileSync(INVENTORY_2023)), mapping: MAPPING_2023 },
      second: inventory(),
      continued: 'Expenditure Classification Autocoder',
    };
  return madeUp();
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

const STAGES_2023 = {
  IDEA: ['Initiation', 'Planned (not in production)'],
  PILOT: [
    'Development and Acquisition',
    'Development (not in production)',
    'Initial development',
    'Currently under development',
    'Investigating/Proof of concept',
    'Proof-of-concept completed',
    'Proof of Concept completed and published',
    'This is a pilot initiative',
    'Successfully tested but not in production.',
    "User Acceptance Testing to begin early spring '22",
  ],
  LIMITED_PRODUCTION: ['Implementation', 'Deployment'],
  PRODUCTION: [
    'Operation and Maintenance',
    'Operation and Management',
    'In-use',
    'In mission',
    'In production: less than six months',
    'In production: less than 6 months',
    'In production: less than one year',
    'In production: more than 1 year',
  ],
};

/** How the inventory of 2023 is taken; it names a stage for a good half, and no date. */
export const MAPPING_2023: Mapping = {
  ...NOTHING,
  identity: [0],
  name: 4,
  summary: 5,
  unit: 9,
  externalId: 0,
  stage: 6,
  stageValues: Object.entries(STAGES_2023).flatMap(([stage, values]) =>
    values.map((value) => ({ value, stage })),
  ),
  dates: [],
  asOfOn: '2023-12-31',
  livingOnly: true,
};

function madeUp(): TwoRegisters {
  const unit = (row: number): string => (row % 2 === 0 ? 'Terminal' : 'Fleet');
  const name = (row: number): string => `Port project ${row}`;
  const first = Array.from({ length: 30 }, (_, row) => [`P-${row}`, name(row), unit(row), 'Pilot'].join(','));
  // The first ten are gone; the tenth is in production, its name is written another way.
  const second = Array.from({ length: 40 }, (_, index) => {
    const row = index + 10;
    const [stage, live] = row === 10 ? ['Live', '3/1/2024'] : ['Pilot', ''];
    return [row === 12 ? `PORT-project ${row}` : name(row), unit(row), stage, '', live].join(',');
  });
  const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
  const stageValues = [
    { value: 'Pilot', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
  ];
  return {
    isReal: false,
    first: {
      isReal: false,
      csv: encode(['Id,Title,Unit,Status', ...first]),
      mapping: { ...NOTHING, identity: [0], name: 1, unit: 2, stage: 3, stageValues, dates: [], asOfOn: '2023-12-31', livingOnly: true }, // prettier-ignore
    },
    second: {
      isReal: false,
      csv: encode(['Use case,Agency,Stage,Begun,Implemented', ...second]),
      mapping: { ...NOTHING, identity: [0, 1], name: 0, unit: 1, stage: 2, stageValues, dateFormat: 'M/D/YYYY', dates: [{ column: 3, stage: 'PILOT' }, { column: 4, stage: 'PRODUCTION' }], asOfOn: '2024-12-16', livingOnly: true }, // prettier-ignore
    },
    continued: 'Port project 10',
  };
}
