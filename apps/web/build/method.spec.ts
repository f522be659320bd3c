import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, inlinesOf } from '../src/features/method/markdown.js';
import { anchorOf, methodSections } from '../src/shared/method/method-sections.js';

/** Beside the build and not beside the page: pages run in browsers, which have no files. */
const blocks = blocksOf(readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8'));

describe('docs/method.md', () => {
  const anchors = blocks.flatMap((block) => (block.kind === 'heading' ? [anchorOf(block.text)] : []));

  it.each(methodSections)('has the section %s, which pages link to', (section) => {
    expect(anchors).toContain(section);
  });

  it('links to sections that it has', () => {
    const links = textsOf()
      .flatMap(inlinesOf)
      .flatMap((run) => (run.kind === 'link' ? [run.href] : []));
    expect(links.filter((href) => !anchors.includes(href.slice(1)))).toEqual([]);
  });

  it('uses no Markdown that the page does not know', () => {
    const plain = textsOf()
      .flatMap(inlinesOf)
      .flatMap((run) => (run.kind === 'text' ? [run.text] : []));
    expect(plain.filter((text) => /\*\*|`|\]\(|^#|^>|!\[|<[a-z]/.test(text))).toEqual([]);
  });
});

describe('anchors', () => {
  it('are made as Git hosts make them', () => {
    expect(anchorOf('Current and stale assessments')).toBe('current-and-stale-assessments');
    expect(anchorOf('What’s "new", again?')).toBe('whats-new-again');
  });
});

function textsOf(): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'list':
        return [...block.items];
      case 'table':
        return block.rows.flat();
      case 'heading':
      case 'paragraph':
        return [block.text];
    }
  });
}
