import { describe, expect, it } from '@jest/globals';
import { blocksOf, inlinesOf } from './markdown.js';

describe('blocks', () => {
  it('are headings, paragraphs, lists and tables', () => {
    const blocks = blocksOf(
      [
        '## Bridge',
        '',
        'Why it',
        'changed:',
        '- **Same**: rated',
        '  in both',
        '- New',
        '',
        '1. one',
        '2. two',
        '',
        '| a | b |',
        '| - | - |',
        '| 1 | 2 |',
        '',
      ].join('\n'),
    );
    expect(blocks).toEqual([
      { kind: 'heading', level: 2, text: 'Bridge' },
      { kind: 'paragraph', text: 'Why it changed:' },
      { kind: 'list', isOrdered: false, items: ['**Same**: rated in both', 'New'] },
      { kind: 'list', isOrdered: true, items: ['one', 'two'] },
      { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
    ]);
  });
});

describe('runs of a text', () => {
  it('are told apart', () => {
    expect(inlinesOf('The **mean** of `f(x)`, see [wording](#wording), _not_ snake_case_name.')).toEqual([
      { kind: 'text', text: 'The ' },
      { kind: 'strong', text: 'mean' },
      { kind: 'text', text: ' of ' },
      { kind: 'code', text: 'f(x)' },
      { kind: 'text', text: ', see ' },
      { kind: 'link', text: 'wording', href: '#wording' },
      { kind: 'text', text: ', ' },
      { kind: 'emphasis', text: 'not' },
      { kind: 'text', text: ' snake_case_name.' },
    ]);
  });
});
