import { describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { importMapping } from '../mapping/mapping.js';
import { needsObservation, planDigest, type PlannedFacts } from './facts.js';
import { planRow, type RowPlan } from './plan.js';
import { identityScheme, rowIdentity, sharedIdentity } from './row-identity.js';
import { type RowPlanner, rowPlanner } from './row-planner.js';

const HEADERS = ['Name', 'Agency', 'Stage', 'Begun', 'Live since', 'Ended', 'Why?', 'Why?', 'Kind', 'Tags'];
const columns = HEADERS.map((header, index) => ({ index, header, samples: [], filled: 1 }));
const mapping = importMapping.parse({
  identity: [0, 1],
  name: 0,
  unit: 1,
  kind: 8,
  tags: 9,
  stage: 2,
  stageValues: [
    { value: 'Building', stage: 'PILOT' },
    { value: 'Live', stage: 'PRODUCTION' },
    { value: 'Gone', stage: 'ENDED' },
    { value: 'Odd', stage: null },
  ],
  dateFormat: 'M/D/YYYY',
  dates: [
    { column: 3, stage: 'PILOT' },
    { column: 4, stage: 'PRODUCTION' },
    { column: 5, stage: 'ENDED' },
  ],
  keepOthersAsAttributes: true,
  asOfOn: day('2024-12-16'),
  livingOnly: true,
});
const plannerWith = (change: object): RowPlanner =>
  rowPlanner(importMapping.parse({ ...mapping, ...change }), columns, 10);
const planner = plannerWith({});
const KNOWN = { hasIdentity: true, isRepeated: false, isShared: false };

const plan = (cells: string[], known: Partial<typeof KNOWN> = {}, by = planner): RowPlan =>
  planRow(
    { cells: [...cells, ...Array(HEADERS.length).fill('')].slice(0, HEADERS.length), ...KNOWN, ...known },
    by,
  );
const planWith = (change: object, ...cells: string[]): RowPlan => plan(cells, {}, plannerWith(change));
const factsOf = (row: RowPlan): PlannedFacts => {
  if (row.kind !== 'planned') throw new Error('The row was skipped.');
  return row.facts;
};
const codesOf = (row: RowPlan): string[] => row.findings.map(({ code }) => code);

describe('planning a row', () => {
  it('counts an error of a spreadsheet as an empty cell, and says so', () => {
    const row = plan(['Chatbot', '#REF!', 'Live', '#CALC!']);
    expect(row.findings.slice(0, 2)).toEqual([
      { code: 'CELL_ERROR', columnIndex: 1, value: '#REF!' },
      { code: 'CELL_ERROR', columnIndex: 3, value: '#CALC!' },
    ]);
    expect(factsOf(row)).toMatchObject({ unit: null, events: [] });
    expect(codesOf(plan(['#N/A']))).toEqual(['NAME_MISSING']);
  });

  it('leaves out what turns the direction of a text; names of right-to-left scripts stay', () => {
    const row = plan(['\u202Etob\u202Ctahc', '\u05DE\u05E9\u05E8\u05D3', 'Live']);
    expect(row.findings[0]).toEqual({ code: 'TEXT_TURNED', columnIndex: 0, value: 'tobtahc' });
    expect(factsOf(row)).toMatchObject({ name: 'tobtahc', unit: '\u05DE\u05E9\u05E8\u05D3' });
  });

  it('makes dates events, and the stage an observation only where no event says it', () => {
    const dated = plan([
      'Chat\nbot',
      'HHS',
      'Live',
      '2/1/2023',
      '3/1/2024',
      'N/A',
      '',
      'because',
      'generative',
      'b; a;b',
    ]);
    expect(factsOf(dated)).toEqual({
      name: 'Chat bot',
      summary: '',
      kind: 'GENERATIVE',
      externalId: null,
      tags: ['a', 'b'],
      attributes: [{ name: 'Why? (column 8)', value: 'because' }],
      unit: 'HHS',
      events: [
        { stage: 'PILOT', on: '2023-02-01', precision: 'DAY' },
        { stage: 'PRODUCTION', on: '2024-03-01', precision: 'DAY' },
      ],
      stage: 'PRODUCTION',
      asOfOn: '2024-12-16',
    });
    expect(dated.findings).toEqual([]);
    expect(needsObservation(factsOf(dated), null)).toBe(false);

    const undated = plan(['Chatbot', 'HHS', 'Live', '2/1/2023']);
    expect(codesOf(undated)).toEqual(['STAGE_UNDATED']);
    expect(needsObservation(factsOf(undated), null)).toBe(true);
  });

  it.each([
    ['an unreadable date', ['x', 'y', 'Live', '', 'Ongoing'], 'DATE_UNREADABLE', 'Ongoing'],
    ['a date of long ago', ['x', 'y', 'Live', '', '1/1/1900'], 'DATE_TOO_EARLY', '1/1/1900'],
    ['a placeholder', ['x', 'y', 'Building', '', '12/31/9999'], 'DATE_TOO_LATE', '12/31/9999'],
    ['a bound', ['x', 'y', 'Live', '', 'Pre-2021'], 'DATE_BOUND', 'Pre-2021'],
  ])('leaves out %s, and keeps its text as an attribute', (_, cells, code, value) => {
    const row = plan(cells);
    expect(row.findings[0]).toEqual({ code, columnIndex: 4, value });
    expect(factsOf(row).events).toEqual([]);
    expect(factsOf(row).attributes).toEqual([{ name: 'Live since', value }]);
  });

  it('offers to repair a year read as a serial number, and repairs it where the mapping says so', () => {
    const cells = ['x', 'y', 'Live', '', '7/16/1905'];
    const readings = [{ choice: 'USE', on: '2024-01-01', precision: 'YEAR' }];
    const odd = { code: 'DATE_SERIAL_YEAR', columnIndex: 4, value: '7/16/1905', readings };
    expect(plan(cells).findings[0]).toEqual(odd);
    expect(factsOf(plan(cells))).toMatchObject({ events: [], attributes: [{ value: '7/16/1905' }] });
    const repaired = planWith({ repairs: [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }] }, ...cells);
    expect(repaired.findings).toEqual([{ ...odd, isRepaired: true }]);
    expect(factsOf(repaired)).toMatchObject({
      events: [{ stage: 'PRODUCTION', on: '2024-01-01', precision: 'YEAR' }],
      attributes: [],
    });
  });

  it('takes the reading that the mapping chooses of two, and keeps a note beside a date', () => {
    const choose = (code: string, choice: string, text: string): PlannedFacts =>
      factsOf(planWith({ repairs: [{ code, choice }] }, 'x', 'y', 'Live', '', text));
    const eventOf = (choice: string): unknown => choose('DATE_DAY_OR_YEAR', choice, '22-Nov').events[0];
    expect(eventOf('AS_MONTH')).toMatchObject({ on: '2022-11-01', precision: 'MONTH' });
    expect(eventOf('AS_DAY')).toMatchObject({ on: '2024-11-22', precision: 'DAY' });
    expect(eventOf('LEAVE_OUT')).toBeUndefined();
    expect(choose('DATE_WITH_NOTE', 'USE', '2022-08 (estimated)')).toMatchObject({
      events: [{ on: '2022-08-01', precision: 'MONTH' }],
      attributes: [{ name: 'Live since', value: '2022-08 (estimated)' }],
    });
    expect(choose('DATE_FISCAL', 'USE', 'Q4FY24').events).toMatchObject([{ on: '2024-07-01' }]);
  });

  it('keeps a date after the day of the file as a plan', () => {
    const row = plan(['x', 'y', 'Building', '', '12/17/2024']);
    expect(codesOf(row)).toEqual(['DATE_PLANNED', 'STAGE_UNDATED']);
    expect(factsOf(row)).toMatchObject({
      events: [],
      plans: [{ stage: 'PRODUCTION', on: '2024-12-17', precision: 'DAY' }],
      attributes: [],
    });
    expect(factsOf(plan(['x', 'y', 'Building']))).not.toHaveProperty('plans');
  });

  it('reads each column in its own format, and a first of month as the month where that is said', () => {
    const dates = [
      { column: 3, stage: 'PILOT', format: 'D.M.YYYY' },
      { column: 4, stage: 'PRODUCTION', firstOfMonth: 'MONTH' },
    ];
    const eventsOf = (...cells: string[]): unknown =>
      factsOf(planWith({ dates }, 'x', 'y', 'Live', ...cells)).events;
    expect(eventsOf('1.3.2023', '4/1/2024')).toEqual([
      { stage: 'PILOT', on: '2023-03-01', precision: 'DAY' },
      { stage: 'PRODUCTION', on: '2024-04-01', precision: 'MONTH' },
    ]);
    expect(eventsOf('', '4/2/2024')).toEqual([{ stage: 'PRODUCTION', on: '2024-04-02', precision: 'DAY' }]);
  });

  it('takes texts that mean empty for nothing, in every column', () => {
    const row = plan(['x', 'N/A', 'Live', 'none', 'NULL', '-', 'n/a', 'na', 'N/A', 'None']);
    expect(factsOf(row)).toMatchObject({ unit: null, events: [], attributes: [], kind: 'UNKNOWN', tags: [] });
    expect(codesOf(row)).toEqual(['UNIT_MISSING', 'STAGE_UNDATED']);
    expect(factsOf(planWith({ emptyValues: ['TBD'] }, 'x', 'N/A', 'tbd'))).toMatchObject({
      unit: 'N/A',
      stage: null,
    });
  });

  it('accepts a date on the day of the file itself', () => {
    expect(factsOf(plan(['x', 'y', 'Live', '', '12/16/2024'])).events).toHaveLength(1);
  });

  it('keeps dates that disagree, and says so', () => {
    const implemented = plan(['x', 'y', 'Building', '1/1/2023', '6/1/2023']);
    expect(implemented.findings).toEqual([{ code: 'STAGE_DISAGREES', columnIndex: 2, value: 'Building' }]);
    expect(factsOf(implemented).events).toHaveLength(2);
    expect(needsObservation(factsOf(implemented), null)).toBe(true);
    expect(plan(['x', 'y', 'Live', '6/2/2023', '6/1/2023']).findings).toEqual([
      { code: 'DATES_OUT_OF_ORDER', columnIndex: null, value: 'Begun 6/2/2023, Live since 6/1/2023' },
    ]);
    expect(codesOf(plan(['x', 'y', 'Live', '6/1/2023', '6/1/2023']))).toEqual(['SAME_DAY']);
  });

  it('leaves out the earlier of two stages of one day where the mapping says so', () => {
    const row = planWith({ sameDay: 'DROP' }, 'x', 'y', 'Live', '6/1/2023', '6/1/2023');
    expect(row.findings).toEqual([{ code: 'SAME_DAY_DROPPED', columnIndex: 3, value: '6/1/2023' }]);
    expect(factsOf(row)).toMatchObject({
      events: [{ stage: 'PRODUCTION' }],
      attributes: [{ name: 'Begun', value: '6/1/2023' }],
    });
  });

  it('calls two dates out of order, or of one day, only as far as they are known', () => {
    const repairs = [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }];
    expect(codesOf(planWith({ repairs }, 'x', 'y', 'Live', '6/1/2024', '7/16/1905'))).toEqual([
      'DATE_SERIAL_YEAR',
    ]);
    expect(codesOf(planWith({ repairs }, 'x', 'y', 'Live', '7/16/1905', '7/16/1905'))).not.toContain(
      'SAME_DAY',
    );
  });

  it('asks rules over two columns before the values of the stage column', () => {
    const stageRules = [
      {
        when: { column: 2, values: ['Gone'] },
        and: { column: 4, is: 'EMPTY' },
        stage: 'ENDED',
        reason: 'never live',
      },
      { when: { column: 2, values: ['Live'] }, and: { column: 5, is: 'FILLED' }, stage: null },
    ];
    const by = (...cells: string[]): RowPlan => planWith({ stageRules }, 'x', 'y', ...cells);
    expect(factsOf(by('Gone'))).toMatchObject({ stage: 'ENDED', endReason: 'never live' });
    expect(factsOf(by('Gone', '', 'n/a'))).toMatchObject({ endReason: 'never live' });
    expect(factsOf(by('Gone', '', '6/1/2023'))).not.toHaveProperty('endReason');
    expect(factsOf(by('Gone', '', '6/1/2023')).stage).toBe('ENDED');
    expect(factsOf(by('Live')).stage).toBe('PRODUCTION');
    expect(codesOf(by('Live', '', '', '6/1/2024'))).toContain('STAGE_UNMAPPED');
  });

  it('dates the stage that a row names by a column that is of no one stage', () => {
    const dates = (['PILOT', 'PRODUCTION'] as const).map((stage) => ({
      column: 3,
      stage,
      isOfNamedStage: true,
    }));
    const dated = (...cells: string[]): RowPlan => planWith({ dates }, 'x', 'y', ...cells);
    const eventsOf = (row: RowPlan) => factsOf(row).events.map(({ stage, on }) => `${stage} ${on}`);
    expect(eventsOf(dated('Building', '2/1/2024'))).toEqual(['PILOT 2024-02-01']);
    expect(eventsOf(dated('Live', '2/1/2024'))).toEqual(['PRODUCTION 2024-02-01']);
    expect(codesOf(dated('Live', '2/1/2024'))).toEqual([]);
    const ended = dated('Gone', '2/1/2024');
    expect(factsOf(ended)).toMatchObject({
      stage: 'ENDED',
      events: [],
      attributes: [{ name: 'Begun', value: '2/1/2024' }],
    });
    expect(codesOf(ended)).toEqual(['DATE_OF_NO_STAGE', 'STAGE_UNDATED']);
    const later = dated('Live', '2/1/2025');
    expect(factsOf(later)).toMatchObject({ stage: 'PRODUCTION', events: [] });
    expect(factsOf(later)).not.toHaveProperty('plans');
    expect(codesOf(later)).toEqual(['DATE_AFTER_STAGE', 'STAGE_UNDATED']);
  });

  it('does not end what is said to live', () => {
    const row = plan(['x', 'y', 'Live', '', '6/1/2023', '9/1/2024']);
    expect(codesOf(row)).toEqual(['END_DISAGREES']);
    expect(factsOf(row).events.map(({ stage }) => stage)).toEqual(['PRODUCTION']);
    expect(factsOf(row).attributes).toEqual([{ name: 'Ended', value: '9/1/2024' }]);
  });

  it('leaves out stages that mean none of ours, or that the mapping does not know', () => {
    expect(codesOf(plan(['x', 'y', 'Odd']))).toEqual(['STAGE_UNMAPPED', 'STAGE_MISSING']);
    expect(plan(['x', 'y', 'Unheard of']).findings[0]).toEqual({
      code: 'STAGE_UNMAPPED',
      columnIndex: 2,
      value: 'Unheard of',
    });
    expect(codesOf(plan(['x', 'y']))).toEqual(['STAGE_MISSING']);
  });

  it('skips rows without name or identity and rows that repeat another', () => {
    expect(plan(['', 'y'])).toMatchObject({ kind: 'skipped', findings: [{ code: 'NAME_MISSING' }] });
    expect(plan(['x'], { hasIdentity: false })).toMatchObject({ findings: [{ code: 'IDENTITY_MISSING' }] });
    expect(plan(['x'], { isRepeated: true })).toMatchObject({ findings: [{ code: 'ROW_REPEATED' }] });
    expect(codesOf(plan(['x', '', 'Live'], { isShared: true }))).toContain('IDENTITY_SHARED');
  });

  it('skips rows whose stage says that they list nothing, unless a rule knows better', () => {
    const stageValues = [...mapping.stageValues, { value: 'Not in use', isRowSkipped: true }];
    const row = planWith({ stageValues }, 'x', 'y', 'Not  in use', '2/1/2023');
    expect(row).toEqual({
      kind: 'skipped',
      findings: [{ code: 'ROW_LEFT_OUT', columnIndex: 2, value: 'Not in use' }],
    });
    const stageRules = [
      { when: { column: 2, values: ['Not in use'] }, and: { column: 3, is: 'FILLED' }, stage: 'ENDED' },
    ];
    const ended = planWith({ stageValues, stageRules }, 'x', 'y', 'Not in use', '2/1/2023');
    expect(factsOf(ended).stage).toBe('ENDED');
  });

  it('skips what sums up other rows, and says of a row that it is but a name', () => {
    const skippedAs = (...cells: string[]): string[] => {
      const row = plan(cells);
      return row.kind === 'skipped' ? codesOf(row) : [];
    };
    expect(skippedAs('Total', '', '', '', '', '', '4,460', '€ 820 k')).toEqual(['ROW_OF_TOTALS']);
    expect(skippedAs('Summe:')).toEqual(['ROW_OF_TOTALS']);
    expect(skippedAs('', 'Total', '', '', '', '', '40')).toEqual(['ROW_OF_TOTALS']);
    // What is called so and has more to it may be an initiative.
    expect(skippedAs('Total', 'HHS', 'Live')).toEqual([]);
    expect(skippedAs('Total recall', '', '', '', '', '', '12')).toEqual([]);
    expect(codesOf(plan(['Retail']))).toEqual(['ROW_OF_NAME_ONLY', 'UNIT_MISSING', 'STAGE_MISSING']);
  });

  it('cuts what is too long and says so of cells that are missing or too many', () => {
    const row = planRow({ cells: ['n'.repeat(501)], ...KNOWN }, planner);
    expect(codesOf(row)).toEqual([
      'ROW_OF_NAME_ONLY',
      'CELLS_MISSING',
      'UNIT_MISSING',
      'STAGE_MISSING',
      'TEXT_CUT',
    ]);
    expect(factsOf(row).name).toHaveLength(500);
    const beyond = planRow({ cells: [...HEADERS, ' ', 'more'], ...KNOWN }, planner);
    expect(codesOf(beyond)).toContain('CELLS_BEYOND_HEADER');
    expect(codesOf(beyond)).toContain('KIND_UNKNOWN');
  });

  it('keeps the text of a kind that is none of ours as an attribute', () => {
    const row = plan(['x', 'y', 'Live', '', '', '', '', '', 'Quantum']);
    expect(row.findings).toContainEqual({ code: 'KIND_UNKNOWN', columnIndex: 8, value: 'Quantum' });
    expect(factsOf(row)).toMatchObject({
      kind: 'UNKNOWN',
      attributes: [{ name: 'Kind', value: 'Quantum' }],
    });
  });

  it('reads kinds by the mapping first', () => {
    const kindValues = [
      { value: 'Quantum', kind: 'OTHER' },
      { value: 'Vision', kind: null },
    ];
    const kinded = (kind: string): RowPlan =>
      planWith({ kindValues }, 'x', 'y', 'Live', '', '', '', '', '', kind);
    expect(factsOf(kinded('Quantum')).kind).toBe('OTHER');
    expect(factsOf(kinded('vision')).kind).toBe('VISION');
    expect(codesOf(kinded('Vision'))).toContain('KIND_UNKNOWN');
  });

  it('says which tags were cut or left out', () => {
    const tagged = (tags: string): RowPlan => plan(['x', 'y', 'Live', '', '', '', '', '', '', tags]);
    const long = 't'.repeat(101);
    expect(tagged(`a;${long}`).findings).toContainEqual({ code: 'TEXT_CUT', columnIndex: 9, value: long });
    expect(factsOf(tagged(`a;${long}`)).tags).toEqual(['a', `${'t'.repeat(99)}…`]);
    const many = tagged(Array.from({ length: 32 }, (_, index) => `t${index + 10}`).join(','));
    expect(many.findings).toContainEqual({ code: 'TAGS_LEFT_OUT', columnIndex: 9, value: 't40; t41' });
    expect(factsOf(many).tags).toHaveLength(30);
  });
});

describe('the same facts again', () => {
  const facts = factsOf(plan(['x', 'y', 'Live', '', '6/1/2023']));

  it('have the same digest; another day of the file does not', () => {
    expect(planDigest({ ...facts })).toBe(planDigest(facts));
    expect(planDigest({ ...facts, asOfOn: day('2025-01-01') })).not.toBe(planDigest(facts));
  });

  it('are observed when seen on a later day or in another stage', () => {
    expect(needsObservation(facts, facts)).toBe(false);
    expect(needsObservation({ ...facts, asOfOn: day('2025-01-01') }, facts)).toBe(true);
    expect(needsObservation({ ...facts, stage: 'SCALED' }, facts)).toBe(true);
    expect(needsObservation({ ...facts, events: [] }, facts)).toBe(true);
    expect(needsObservation({ ...facts, events: [] }, { ...facts, events: [] })).toBe(false);
  });
});

describe('identity', () => {
  it('ignores spacing, not content; columns do not run together', () => {
    expect(rowIdentity([' a  b', 'c'], [0, 1])).toBe(rowIdentity(['a b', 'c '], [0, 1]));
    expect(rowIdentity(['ab', 'c'], [0, 1])).not.toBe(rowIdentity(['a', 'bc'], [0, 1]));
    expect(rowIdentity([' ', ''], [0, 1])).toBeNull();
  });

  it('tells rows that share one apart by their content', () => {
    expect(sharedIdentity('i', 'a')).not.toBe(sharedIdentity('i', 'b'));
  });

  it('is of one scheme where the headers are', () => {
    expect(identityScheme(['Name ', 'AGENCY'])).toBe(identityScheme(['name', 'Agency']));
    expect(identityScheme(['Name'])).not.toBe(identityScheme(['Agency']));
  });
});
