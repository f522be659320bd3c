import { describe, expect, it } from '@jest/globals';
import { EMPTY_DRAFT, fromMapping, toInput, purposeOf, withIdentity, withUse } from './mapping-draft.js';
import { problemsOf, stepOfPart } from './mapping-problems.js';
import { suggestKind, suggestMapping, suggestStage } from './suggest.js';

const columns = (...headers: string[]) =>
  headers.map((header, index) => ({ index, header, filled: 10, samples: [] }));

describe('a mapping in the making', () => {
  it('uses a column for one thing, and one column for a thing', () => {
    const draft = withUse(withUse(EMPTY_DRAFT, 0, 'name'), 1, 'name');
    expect(purposeOf(draft, 0)).toBeUndefined();
    expect(purposeOf(draft, 1)).toBe('name');
    expect(withUse(draft, 1, 'date PILOT').uses).toEqual({ 'date PILOT': 1 });
    expect(withUse(draft, 1, null).uses).toEqual({});
  });

  it('forgets what stage values mean when another column holds them', () => {
    const draft = { ...withUse(EMPTY_DRAFT, 2, 'stage'), stageValues: { Live: 'PRODUCTION' as const } };
    expect(withUse(draft, 0, 'name').stageValues).toEqual({ Live: 'PRODUCTION' });
    expect(withUse(draft, 3, 'stage').stageValues).toEqual({});
    const kinded = { ...withUse(EMPTY_DRAFT, 2, 'kind'), kindValues: { NLP: 'LANGUAGE' as const } };
    expect(withUse(kinded, 3, 'kind').kindValues).toEqual({});
  });

  it('becomes what the api takes, and that becomes it again', () => {
    let draft = withIdentity(withUse(withUse(EMPTY_DRAFT, 0, 'name'), 4, 'stage'), 0, true);
    draft = {
      ...withUse(draft, 5, 'date PRODUCTION'),
      stageValues: { Live: 'PRODUCTION', Odd: 'LEAVE_OUT', 'Not in use': 'SKIP_ROWS' },
      stageRules: [
        {
          when: { column: 4, values: ['Gone'] },
          and: { column: 5, is: 'EMPTY' },
          stage: 'ENDED',
          reason: null,
        },
      ],
      formats: { PRODUCTION: 'M/D/YYYY' },
      monthly: ['PRODUCTION'],
      repairs: { DATE_SERIAL_YEAR: 'USE' },
      sameDay: 'DROP',
      emptyValues: ['TBD'],
      questionnaire: null,
      asOfOn: '2024-12-16',
      coverage: 'LIVING_ONLY',
    };
    const input = toInput(draft);
    expect(input).toMatchObject({
      identity: [0],
      name: 0,
      summary: null,
      stageValues: [
        { value: 'Live', stage: 'PRODUCTION' },
        { value: 'Odd', stage: null, isRowSkipped: false },
        { value: 'Not in use', stage: null, isRowSkipped: true },
      ],
      dates: [{ stage: 'PRODUCTION', column: 5, format: 'M/D/YYYY', firstOfMonth: 'MONTH' }],
      repairs: [{ code: 'DATE_SERIAL_YEAR', choice: 'USE' }],
      completeSince: null,
      livingOnly: true,
    });
    expect(fromMapping(input as Parameters<typeof fromMapping>[0])).toEqual(draft);
  });

  it('dates the stage that a row names by one column, in the stages that are ticked', () => {
    const draft = {
      ...withUse(withUse(withUse(EMPTY_DRAFT, 0, 'name'), 4, 'stage'), 5, 'date NAMED'),
      formats: { NAMED: 'YYYY-MM-DD' },
      namedStages: ['PILOT' as const, 'PRODUCTION' as const],
      questionnaire: null,
      coverage: 'LIVING_ONLY' as const,
    };
    const input = toInput(draft);
    const date = { column: 5, format: 'YYYY-MM-DD', firstOfMonth: 'DAY', isOfNamedStage: true };
    expect(input?.dates).toEqual([
      { stage: 'PILOT', ...date },
      { stage: 'PRODUCTION', ...date },
    ]);
    expect(fromMapping(input as Parameters<typeof fromMapping>[0])).toEqual(draft);
    const own = withUse(draft, 6, 'date PILOT');
    expect(toInput(own)?.dates.map(({ stage, column }) => `${stage} ${column}`)).toEqual([
      'PILOT 6',
      'PRODUCTION 5',
    ]);
    expect(problemsOf('stages', { ...draft, namedStages: [] }, ['A']).map(({ part }) => part)).toContain(
      'namedStages',
    );
    expect(problemsOf('columns', withUse(draft, 4, null), null).map(({ part }) => part)).toContain('stage');
  });

  it('keeps the column of the day of the answers, with its format', () => {
    const answered = (assessed: { column: number; format: string } | null) => ({
      ...withIdentity(withUse(EMPTY_DRAFT, 0, 'name'), 0, true),
      questionnaire: {
        frameworkId: 'own',
        frameworkVersion: 2,
        assessed,
        questions: [
          { column: 7, question: 'Q1', values: { Yes: 'YES' as const, Perhaps: 'LEAVE_OUT' as const } },
        ],
      },
      coverage: 'LIVING_ONLY' as const,
    });
    const dated = answered({ column: 6, format: 'D.M.YYYY' });
    const input = toInput(dated);
    expect(input).toMatchObject({ dateFormat: 'D.M.YYYY', questionnaire: { assessedOn: 6 } });
    expect(fromMapping(input as Parameters<typeof fromMapping>[0])).toEqual(dated);
    const undated = toInput(answered(null));
    expect(undated).toMatchObject({ dateFormat: null, questionnaire: { assessedOn: null } });
    expect(problemsOf('facts', answered({ column: 6, format: '' }), []).map(({ part }) => part)).toContain(
      'assessedOn',
    );
  });
});

describe('what is missing', () => {
  it('is said on its own step', () => {
    expect(problemsOf('columns', EMPTY_DRAFT, []).map(({ part }) => part)).toEqual(['name', 'identity']);
    const staged = withUse(withUse(EMPTY_DRAFT, 2, 'stage'), 3, 'date PILOT');
    expect(problemsOf('stages', staged, ['A', 'B']).map(({ part }) => part)).toEqual([
      'stageValues',
      'dateFormat',
    ]);
    const dated = withUse(EMPTY_DRAFT, 3, 'date PILOT');
    expect(
      problemsOf('stages', { ...dated, formats: { PILOT: 'D.M.YY' } }, null).map(({ part }) => part),
    ).toEqual(['dateFormat']);
    expect(problemsOf('facts', EMPTY_DRAFT, []).map(({ part }) => part)).toEqual(['asOfOn', 'completeSince']);
  });

  it('is a stage column whose values are not known, or that has none', () => {
    const staged = { ...withUse(EMPTY_DRAFT, 2, 'stage'), stageValues: { Live: 'PRODUCTION' as const } };
    const messagesFor = (values: readonly string[] | null): string[] =>
      problemsOf('stages', staged, values).map(({ message }) => message);
    expect(messagesFor(null)).toEqual(['The values of the stage column are not there yet.']);
    expect(messagesFor([])).toEqual([
      'The stage column is empty in every row. Choose another column, or none.',
    ]);
    expect(messagesFor(['Live'])).toEqual([]);
  });

  it('is nothing when all is said', () => {
    const draft = { ...EMPTY_DRAFT, asOfOn: '2024-12-16', coverage: 'LIVING_ONLY' as const };
    expect(problemsOf('stages', EMPTY_DRAFT, ['A'])).toEqual([]);
    expect(problemsOf('facts', draft, [])).toEqual([]);
  });

  it('leads to the step that it is on', () => {
    expect(stepOfPart('dates')).toBe('stages');
    expect(stepOfPart('livingOnly')).toBe('facts');
    expect(stepOfPart('identity')).toBe('columns');
    expect(stepOfPart('questionnaire')).toBe('facts');
  });
});

describe('a first mapping', () => {
  it('comes from the headers, never a date', () => {
    const inventory = columns(
      'Use Case Name',
      'Agency',
      'Bureau',
      'Stage of Development',
      'Date Implemented',
    );
    const draft = suggestMapping(inventory, 10);
    expect(draft.uses).toEqual({ name: 0, unit: 1, stage: 3 });
    expect(draft.identity).toEqual([0, 1]);
  });

  it('maps our own template as a whole', () => {
    const stages = ['Idea since', 'Pilot since', 'Limited production since', 'Production since or planned', 'Scaled since', 'Ended on']; // prettier-ignore
    const fields = ['Id', 'Name', 'Summary', 'Unit', 'Kind of AI', 'Tags', 'Stage'];
    const others = ['Cost to date (kept as an attribute)', 'Assessed on (YYYY-MM-DD)', 'Is there a plan?'];
    const draft = suggestMapping(
      columns(...fields, ...stages.map((stage) => `${stage} (YYYY-MM-DD)`), ...others),
      10,
    );
    expect(draft.identity).toEqual([0]);
    expect(Object.values(draft.formats)).toEqual(stages.map(() => 'YYYY-MM-DD'));
    expect(draft.uses).toEqual({
      externalId: 0,
      name: 1,
      summary: 2,
      unit: 3,
      kind: 4,
      tags: 5,
      stage: 6,
      'date IDEA': 7,
      'date PILOT': 8,
      'date LIMITED_PRODUCTION': 9,
      'date PRODUCTION': 10,
      'date SCALED': 11,
      'date ENDED': 12,
    });
  });

  it('takes no date whose format is not one', () => {
    expect(suggestMapping(columns('Pilot since (if any)', 'Pilot since'), 10).uses).toEqual({});
  });

  it('takes an id that every row has as the identity', () => {
    const draft = suggestMapping(columns('Use_Case_ID', 'Title', 'Summary', 'Techniques'), 10);
    expect(draft.uses).toEqual({ externalId: 0, name: 1, summary: 2, kind: 3 });
    expect(draft.identity).toEqual([0]);
    expect(suggestMapping(columns('Use_Case_ID', 'Title'), 11).identity).toEqual([1]);
  });

  it('tells names, ids and units of different things apart', () => {
    const named = columns('Agency Abbreviation', 'Agency Name', 'Use Case ID\n[Agency] – [#]', 'Vendor(s) Name', 'Use_Case_Name', 'data_description'); // prettier-ignore
    expect(suggestMapping(named, 11).uses).toEqual({ unit: 1, externalId: 2, name: 4 });
    const survey = suggestMapping(columns('Agency', 'AI Use Case', 'In use (Y/N)?'), 10);
    expect(survey.uses).toEqual({ unit: 0, name: 1 });
    expect(survey.identity).toEqual([0, 1]);
    expect(suggestMapping(columns('Owner name', 'Team', 'Job title'), 10)).toMatchObject({
      uses: { unit: 1 },
      identity: [],
    });
  });

  it('takes no traffic light and no day for a stage', () => {
    const of = (header: string, ...samples: string[]) => ({ ...columns(header)[0]!, samples });
    const stageOf = (...found: ReturnType<typeof of>[]) =>
      suggestMapping(
        found.map((column, index) => ({ ...column, index })),
        10,
      ).uses.stage;
    expect(stageOf(of('Status', 'Green', 'Amber'), of('Lifecycle stage', 'Pilot'))).toBe(1);
    expect(stageOf(of('Status', 'Green', 'Red'))).toBeUndefined();
    expect(stageOf(of('Stage entered', '2024-01-02'), of('Project status', 'Live'))).toBe(1);
  });

  it('knows a stage by our own name for it, and by words that mean no other', () => {
    expect(suggestStage(' pilot ')).toBe('PILOT');
    expect(suggestStage('b) Pilot – deployed in a limited test')).toBe('PILOT');
    expect(suggestStage('In production: more than 1 year')).toBe('PRODUCTION');
    expect(suggestStage('3. Cancelled')).toBe('ENDED');
    expect(['Operation and Maintenance', 'Pre-deployment', 'Planned (not in production)', 'Post-pilot'].map(suggestStage)).toEqual([undefined, undefined, undefined, undefined]); // prettier-ignore
  });

  it('knows a kind of AI by the words that registers use', () => {
    expect(['Generative AI', 'NLP', ' computer vision', 'Agentic AI'].map(suggestKind)).toEqual([
      'GENERATIVE',
      'LANGUAGE',
      'VISION',
      'AGENT',
    ]);
    // Called as ours is, or by no kind alone.
    expect(['GENERATIVE', 'Classical ML', 'NLP, Computer Vision'].map(suggestKind)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
