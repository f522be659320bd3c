import { describe, expect, it } from '@jest/globals';
import { joinChanges } from './changed-meanwhile.js';
import { emptyValues } from './initiative-values.js';

const opened = {
  ...emptyValues('2026-03-01'),
  name: 'Triage',
  summary: 'Sorts claims',
  tags: ['claims'],
  owner: { id: 'a', name: 'Ada' },
};

describe('what somebody else saved while the form was open', () => {
  it('is taken where nothing was typed, and stands beside what was', () => {
    const saved = { ...opened, summary: 'Sorts all claims', name: 'Motor triage', tags: ['motor'] };
    const typed = { ...opened, summary: 'Sorts motor claims', externalId: 'X-1' };
    expect(joinChanges(opened, saved, typed)).toEqual({
      values: { ...typed, name: 'Motor triage', tags: ['motor'] },
      taken: ['name', 'tags'],
      kept: ['summary'],
    });
  });

  it('is nothing to tell where both made the same change', () => {
    const saved = { ...opened, name: 'Motor triage' };
    expect(joinChanges(opened, saved, { ...saved })).toEqual({ values: saved, taken: [], kept: [] });
  });

  it('knows a person by the id', () => {
    const chosen = { id: 'a', name: 'Ada', email: 'ada@partner.example' };
    const saved = { ...opened, owner: { id: 'b', name: 'Bob' } };
    expect(joinChanges(opened, saved, { ...opened, owner: chosen })).toMatchObject({
      values: { owner: { id: 'b' } },
      taken: ['owner'],
      kept: [],
    });
  });
});
