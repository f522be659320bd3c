import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FrameworkFileError, parseFramework, parseReadiness } from './parse.js';

const question = (key: string, dimension: string, gates = "PILOT: 'NO'") => `
  - key: ${key}
    dimension: ${dimension}
    text: Is it?
    scope: BOTH
    ownerRole: somebody
    ifYes: [it is]
    ifPartial: [in part]
    ifNo: [it is not]
    action: Do it
    effort: S
    impact: 3
    gates: { ${gates}, LIMITED_PRODUCTION: 'PARTIAL', PRODUCTION: 'YES', SCALED: 'YES' }
    mappings: {}`;

const file = (
  questions: string,
  dimensions = '[{ key: AA, name: First, weight: 60 }, { key: BB, name: Second, weight: 40 }]',
) => `id: tiny\nversion: 1\nname: Tiny\ndimensions: ${dimensions}\nquestions:${questions}\n`;

const questionnaire = (questions: string, kind = 'QUESTIONNAIRE') =>
  `kind: ${kind}\n${file(questions, '[{ key: AA, name: First, weight: 100 }]')}`;

function mistakesOf(source: string): readonly string[] {
  try {
    parseFramework('tiny.yaml', source);
  } catch (error) {
    if (error instanceof FrameworkFileError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('parseFramework', () => {
  it('reads a good file and weighs each question 1 unless told otherwise', () => {
    const tiny = parseReadiness('tiny.yaml', file(question('AA1', 'AA') + question('BB1', 'BB')));
    expect(tiny.questions.map(({ key, weight }) => [key, weight])).toEqual([
      ['AA1', 1],
      ['BB1', 1],
    ]);
    expect(Object.isFrozen(tiny.questions[0]?.gates)).toBe(true);
  });

  it.each([
    [
      'an unknown dimension',
      file(question('AA1', 'AA') + question('BB1', 'BB') + question('CC1', 'CC')),
      ['questions: CC1 names an unknown dimension, CC'],
    ],
    [
      'a question twice',
      file(question('AA1', 'AA') + question('BB1', 'BB') + question('AA1', 'AA')),
      ['questions: AA1 occurs twice'],
    ],
    ['a dimension without a question', file(question('AA1', 'AA')), ['dimensions: BB has no question']],
    [
      'weights that do not add up, and a dimension twice',
      file(question('AA1', 'AA'), '[{ key: AA, name: A, weight: 60 }, { key: AA, name: A, weight: 60 }]'),
      ['dimensions: AA occurs twice', 'dimensions: weights add up to 120, not 100'],
    ],
    [
      'an unknown stage',
      file(question('AA1', 'AA', "PILOT: 'NO', LAUNCH: 'YES'") + question('BB1', 'BB')),
      ['questions.0.gates: Unrecognized key: "LAUNCH"'],
    ],
    [
      'an answer without quotes, which YAML 1.1 reads as a boolean',
      file(question('AA1', 'AA', 'PILOT: NO') + question('BB1', 'BB')),
      ['questions.0.gates.PILOT: is a boolean: write the answer in quotes, "YES" or "NO"'],
    ],
    ['no YAML', 'id: [', [expect.stringContaining('Flow sequence')]],
    ['another document', 'just text', [expect.stringContaining('expected object')]],
  ])('rejects %s', (_, source, mistakes) => {
    expect(mistakesOf(source)).toEqual(mistakes);
  });

  it('asks of a questionnaire no more than its questions', () => {
    const bare = parseFramework(
      'tiny.yaml',
      questionnaire('\n  - { key: AA1, dimension: AA, text: Is it? }'),
    );
    expect(bare).toMatchObject({
      kind: 'QUESTIONNAIRE',
      questions: [{ key: 'AA1', dimension: 'AA', text: 'Is it?', weight: 1 }],
    });
    expect(parseFramework('tiny.yaml', file(question('AA1', 'AA') + question('BB1', 'BB'))).kind).toBe(
      'READINESS',
    );
  });

  it.each([
    [
      'gates in a questionnaire',
      questionnaire(question('AA1', 'AA')),
      /^questions\.0: Unrecognized keys: .*"gates"/,
    ],
    [
      'a version before the first',
      questionnaire('\n  - { key: AA1, dimension: AA, text: Is it? }').replace('version: 1', 'version: 0'),
      /^version: must be 1 or more$/,
    ],
    [
      'a kind that there is not',
      questionnaire(question('AA1', 'AA'), 'SURVEY'),
      /^kind: must be READINESS or QUESTIONNAIRE$/,
    ],
  ])('rejects %s', (_, source, mistake) => {
    expect(mistakesOf(source)).toEqual([expect.stringMatching(mistake)]);
  });

  it('reads the questionnaire of the federal inventory of 2024', () => {
    const path = new URL('../../../test/scenarios/us-federal-2024.framework.yaml', import.meta.url);
    const { id, questions } = parseFramework('us-federal-2024.yaml', readFileSync(path, 'utf8'));
    expect({ id, questions: questions.length }).toEqual({ id: 'us-federal-2024', questions: 17 });
  });

  it('reads the example that people start from', () => {
    const path = new URL('../../../apps/web/public/questionnaire-example.yaml', import.meta.url);
    const { kind, questions } = parseFramework('questionnaire-example.yaml', readFileSync(path, 'utf8'));
    expect({ kind, questions: questions.length }).toEqual({ kind: 'QUESTIONNAIRE', questions: 4 });
  });

  it('lists every mistake at once', () => {
    const source = file(
      question('AA1', 'ZZ', "PILOT: 'MAYBE'") + question('aa', 'AA').replace('impact: 3', 'impact: 9'),
    );
    expect(mistakesOf(source)).toEqual([
      'questions.0.gates.PILOT: must be "YES", "PARTIAL" or "NO"',
      'questions.1.key: must be capital letters and a number, like SA1',
      expect.stringMatching(/^questions\.1\.impact: /),
      'questions: AA1 names an unknown dimension, ZZ',
      'dimensions: BB has no question',
    ]);
    expect(() => parseFramework('tiny.yaml', source)).toThrow(/^tiny\.yaml is not a valid framework:\n- /);
  });
});
