import { describe, expect, it } from '@jest/globals';
import { importMapping } from '../mapping/mapping.js';
import { fromYaml, toYaml } from './mapping-file.js';
import { placeOn, toSaved } from './saved-mapping.js';

const columnsOf = (...headers: string[]) =>
  headers.map((header, index) => ({ index, header, samples: [], filled: 1 }));
const columns = columnsOf('Name', 'Stage', 'Live since', 'Other', 'Other');
const mapping = importMapping.parse({
  identity: [0, 4],
  name: 0,
  stage: 1,
  stageValues: [{ value: 'yes', stage: 'PRODUCTION' }],
  stageRules: [{ when: { column: 1, values: ['no'] }, and: { column: 4, is: 'FILLED' }, stage: 'ENDED' }],
  dates: [{ column: 2, stage: 'PRODUCTION', format: 'YYYY', firstOfMonth: 'MONTH' }],
  repairs: [{ code: 'DATE_FISCAL', choice: 'USE' }],
  keepOthersAsAttributes: true,
  asOfOn: '2024-12-16',
  livingOnly: true,
});
const saved = toSaved(mapping, columns);

describe('a saved mapping', () => {
  it('names its columns by header and, where headers repeat, by which of them; it has no day', () => {
    expect(saved).toMatchObject({
      identity: ['Name', { header: 'Other', occurrence: 2 }],
      name: 'Name',
      stageRules: [{ when: { column: 'Stage' }, and: { column: { header: 'Other', occurrence: 2 } } }],
      dates: [{ column: 'Live since', stage: 'PRODUCTION' }],
    });
    expect(saved).not.toHaveProperty('asOfOn');
  });

  it('fits a file that has its columns, wherever they stand and however their headers are spaced', () => {
    const { asOfOn: _, ...same } = mapping;
    const unused = {
      summary: null,
      unit: null,
      externalId: null,
      kind: null,
      tags: null,
      questionnaire: null,
    };
    expect(placeOn(saved, columns)).toEqual({ missing: [], mapping: { ...unused, ...same } });
    const moved = columnsOf('Other', ' live  since', 'new', 'OTHER', 'Stage', 'Name');
    expect(placeOn(saved, moved).mapping).toMatchObject({
      identity: [5, 3],
      name: 5,
      stage: 4,
      stageRules: [{ when: { column: 4 }, and: { column: 3 } }],
      dates: [{ column: 1 }],
    });
  });

  it('says which columns a file lacks, and nothing of what they meant', () => {
    const { missing, mapping: placed } = placeOn(saved, columnsOf('Name', 'Stage', 'Other'));
    expect(missing).toEqual(['Other (2)', 'Live since']);
    expect(placed).toMatchObject({ identity: [0], name: 0, stage: 1, stageRules: [], dates: [] });
    expect(placed).toMatchObject({ stageValues: mapping.stageValues, keepOthersAsAttributes: true });
  });

  it('leaves out questions whose columns are missing, and all of them where none is there', () => {
    const questions = [1, 3].map((column, index) => ({ column, question: `Q${index}`, values: [] }));
    const questionnaire = { frameworkId: 'own', frameworkVersion: 1, assessedOn: 2, questions };
    const asked = toSaved({ ...mapping, questionnaire }, columns);
    expect(placeOn(asked, columnsOf('Name', 'Other')).mapping?.questionnaire).toMatchObject({
      assessedOn: null,
      questions: [{ column: 1, question: 'Q1' }],
    });
    expect(placeOn(asked, columnsOf('Name')).mapping?.questionnaire).toBeNull();
  });

  it('does not fit a file without the column of the names', () => {
    expect(placeOn(saved, columnsOf('Title', 'Stage', 'Live since', 'Other', 'Other'))).toEqual({
      missing: ['Name'],
      mapping: null,
    });
  });

  it('becomes a file and is the same again', () => {
    const yaml = toYaml({ name: 'Inventory', mapping: saved });
    expect(yaml).toContain('format: pilotage-import-mapping\nversion: 1\nname: Inventory\n');
    expect(yaml).not.toContain(': null');
    expect(fromYaml(yaml)).toEqual({ name: 'Inventory', mapping: saved });
  });

  it.each([
    ['no YAML', '{', /no mapping/],
    ['another file', 'a: 1', /format: must be pilotage-import-mapping/],
    [
      'a later form',
      toYaml({ name: 'A', mapping: saved }).replace('version: 1', 'version: 2'),
      /version: must be 1/,
    ],
    [
      'a field of none of ours',
      toYaml({ name: 'A', mapping: saved }).replace('  name:', '  title: x\n  name:'),
      /title/,
    ],
    [
      'an unknown stage',
      toYaml({ name: 'A', mapping: saved }).replace('PRODUCTION', 'LIVE'),
      /mapping\.stageValues\.0\.stage/,
    ],
    ['no name', toYaml({ name: ' ', mapping: saved }), /name: Give the mapping a name/],
  ])('is not made of %s', (_, yaml, message) => {
    expect(() => fromYaml(yaml)).toThrow(message);
  });
});
