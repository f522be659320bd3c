import { describe, expect, it } from '@jest/globals';
import { currentFramework } from '@pilotage/frameworks';
import { type AssessmentAnswer, type AssessmentId, EMPTY_ANSWER } from '../assessment/assessment.js';
import { type InheritanceSource, type SavedAnswer } from './draft.js';
import { draftAnswers, startingAnswers, submit } from './draft.rules.js';

const framework = currentFramework();
const ORGANISATION = 'organisation' as AssessmentId;

const final = (questionKey: string, content: Partial<AssessmentAnswer> = {}): AssessmentAnswer => ({
  ...EMPTY_ANSWER,
  questionKey,
  inheritedFrom: null,
  isConfirmed: true,
  ...content,
});
const saved = (questionKey: string, content: Partial<SavedAnswer>): SavedAnswer => ({
  ...EMPTY_ANSWER,
  questionKey,
  isTouched: true,
  revision: 1,
  updatedBy: null,
  ...content,
});
const source = (...answers: AssessmentAnswer[]): InheritanceSource => ({
  assessmentId: ORGANISATION,
  answers: new Map(answers.map((answer) => [answer.questionKey, answer])),
});
const byKey = <T extends { questionKey: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.questionKey, item]));

/** The one answer of an initiative's draft for a question. */
function shown(key: string, own: SavedAnswer | null, from: InheritanceSource | null) {
  const answers = draftAnswers(framework, 'INITIATIVE', byKey(own ? [own] : []), from, new Map());
  return answers.find(({ questionKey }) => questionKey === key)!;
}

describe('draftAnswers', () => {
  // TO3 is asked of the organisation, SA1 of both, SA2 of the initiative.
  it('shows what only the organisation is asked as inherited and read-only', () => {
    expect(shown('TO3', null, source(final('TO3', { value: 'YES', note: 'agreed in May' })))).toMatchObject({
      mode: 'INHERITED',
      value: 'YES',
      note: null,
      inheritedFrom: ORGANISATION,
    });
  });

  it('leaves it unanswered when no assessment of the organisation is in force', () => {
    expect(shown('TO3', null, null)).toMatchObject({ mode: 'INHERITED', value: null, inheritedFrom: null });
  });

  it('asks the organisation and its units everything', () => {
    for (const kind of ['TENANT', 'UNIT'] as const) {
      const answers = draftAnswers(framework, kind, new Map(), null, new Map());
      expect(answers.every(({ mode }) => mode === 'OPEN')).toBe(true);
    }
  });

  it('fills in what both are asked, unconfirmed', () => {
    expect(shown('SA1', null, source(final('SA1', { value: 'PARTIAL' })))).toMatchObject({
      mode: 'OPEN',
      value: 'PARTIAL',
      isTouched: false,
      isOverride: false,
      inheritedFrom: ORGANISATION,
    });
  });

  it('tells a departure from the organisation, and an agreement', () => {
    const from = source(final('SA1', { value: 'PARTIAL' }));
    expect(shown('SA1', saved('SA1', { value: 'NO' }), from)).toMatchObject({
      isOverride: true,
      inheritedFrom: null,
    });
    expect(shown('SA1', saved('SA1', { value: 'PARTIAL' }), from)).toMatchObject({
      isOverride: false,
      inheritedFrom: ORGANISATION,
    });
  });

  it('never inherits what is asked of the initiative alone', () => {
    expect(shown('SA2', null, source(final('SA2', { value: 'YES' })))).toMatchObject({
      value: null,
      inheritedFrom: null,
      isOverride: false,
    });
  });

  it('shows the last round beside the new one', () => {
    const previous = byKey([final('SA2', { value: 'NO', note: 'no baseline' })]);
    const answers = draftAnswers(framework, 'INITIATIVE', new Map(), null, previous);
    expect(answers.find(({ questionKey }) => questionKey === 'SA2')?.previous?.note).toBe('no baseline');
    expect(answers.filter((answer) => answer.previous !== null)).toHaveLength(1);
  });
});

describe('startingAnswers', () => {
  const lastRound = [
    final('SA1', { value: 'YES', note: 'ours', inheritedFrom: null }),
    final('SA3', { value: 'PARTIAL', inheritedFrom: ORGANISATION }),
    final('TO3', { value: 'YES', inheritedFrom: ORGANISATION, isConfirmed: false }),
    final('TM3', { value: null, note: 'nobody knew' }),
    final('XX9', { value: 'YES' }),
  ];

  it('carries own answers forward, unconfirmed; not the inherited, the open, or those no longer asked', () => {
    expect(startingAnswers(framework, 'INITIATIVE', lastRound, false)).toEqual([
      { ...EMPTY_ANSWER, questionKey: 'SA1', value: 'YES', note: 'ours', isTouched: false },
    ]);
  });

  it('starts a correction from what was answered, confirmed', () => {
    const answers = startingAnswers(framework, 'INITIATIVE', lastRound, true);
    expect(answers.map(({ questionKey, isTouched }) => [questionKey, isTouched])).toEqual([
      ['SA1', true],
      ['SA3', true],
      ['TM3', true],
    ]);
  });
});

describe('submit', () => {
  const allYes = framework.questions.map(({ key }) => saved(key, { value: 'YES' }));
  const outcome = (changes: SavedAnswer[], from: InheritanceSource | null = null) =>
    submit(draftAnswers(framework, 'INITIATIVE', byKey([...allYes, ...changes]), from, new Map()));

  it('takes a complete draft, with what is inherited as a copy of its value', () => {
    const result = outcome(
      [],
      source(final('DF3', { value: 'NO', note: 'stays there' }), final('SA1', { value: 'YES' })),
    );
    if (result.kind !== 'complete') throw new Error('expected it to be complete');
    expect(result.answers).toHaveLength(15);
    expect(byKey(result.answers).get('DF3')).toEqual(
      final('DF3', { value: 'NO', inheritedFrom: ORGANISATION, isConfirmed: false }),
    );
    expect(byKey(result.answers).get('SA1')).toEqual(
      final('SA1', { value: 'YES', inheritedFrom: ORGANISATION }),
    );
    // Asked of the organisation, which has not answered: unanswered, whatever an old row says.
    expect(byKey(result.answers).get('TM2')).toEqual(final('TM2', { value: null, isConfirmed: false }));
  });

  it.each([
    ['carried forward and not confirmed', saved('SA2', { value: 'YES', isTouched: false }), ['SA2']],
    ['left open without a reason', saved('SA2', { value: null }), ['SA2']],
    ['left open with a reason', saved('SA2', { value: null, note: 'asked finance' }), []],
    ['not applicable without a reason', saved('RC1', { value: 'NOT_APPLICABLE' }), ['RC1']],
    ['not applicable with a reason', saved('RC1', { value: 'NOT_APPLICABLE', note: 'no people' }), []],
    ['departing from the organisation without a note', saved('SA1', { value: 'YES' }), ['SA1']],
    ['departing from the organisation with a note', saved('SA1', { value: 'YES', note: 'own sponsor' }), []],
    ['not applicable as in the organisation', saved('SA3', { value: 'NOT_APPLICABLE' }), []],
  ])('looks at an answer %s', (_, change, missing) => {
    const from = source(final('SA1', { value: 'NO' }), final('SA3', { value: 'NOT_APPLICABLE' }));
    const others = change.questionKey === 'SA1' ? [] : [saved('SA1', { value: 'NO' })];
    const sameAsThere = change.questionKey === 'SA3' ? [] : [saved('SA3', { value: 'NOT_APPLICABLE' })];
    const result = outcome([...others, ...sameAsThere, change], from);
    expect(result.kind === 'incomplete' ? result.missing : []).toEqual(missing);
  });

  it('names every question nobody has touched', () => {
    const result = submit(draftAnswers(framework, 'TENANT', new Map(), null, new Map()));
    expect(result).toEqual({ kind: 'incomplete', missing: framework.questions.map(({ key }) => key) });
  });
});
