import { describe, expect, it } from '@jest/globals';
import { chosen, fileProblem, outcomeOf } from './upload-file.js';

describe('a file', () => {
  it('is refused before it is sent when it cannot be read', () => {
    expect(fileProblem({ name: 'list.csv', size: 10 })).toBeNull();
    expect(fileProblem({ name: 'list.xlsx', size: 10 })).toBeNull();
    expect(fileProblem({ name: 'list.xls', size: 10 })).toContain('Save it as .xlsx');
    expect(fileProblem({ name: 'list.csv', size: 0 })).toContain('empty');
    expect(fileProblem({ name: 'list.csv', size: 51 * 1024 * 1024 })).toContain('50 MB');
  });

  it('keeps its key when it is chosen again, and has another once it was changed', () => {
    const file = { name: 'list.csv', size: 10, lastModified: 1_700_000_000_000 };
    const first = chosen(file, null, null);
    expect(first.key.length).toBeGreaterThanOrEqual(8);
    expect(chosen({ ...file }, null, first).key).toBe(first.key);
    expect(chosen({ ...file }, 'Sheet 1', first).key).not.toBe(first.key);
    for (const other of [{ name: 'other.csv' }, { size: 11 }, { lastModified: 1_700_000_000_001 }])
      expect(chosen({ ...file, ...other }, null, first).key).not.toBe(first.key);
  });
});

describe('the answer to an upload', () => {
  it('is the import', () => {
    expect(outcomeOf(201, '{"id":"i1"}')).toEqual({ kind: 'uploaded', importId: 'i1' });
  });

  it('is a question where several sheets of a workbook hold data', () => {
    const sheets = [{ name: '2024', isHidden: false }];
    const body = JSON.stringify({ code: 'SHEET_CHOICE', message: 'Choose one.', path: ['sheet'], sheets });
    expect(outcomeOf(400, body)).toEqual({ kind: 'sheets', message: 'Choose one.', sheets });
  });

  it('says what is wrong with the file in the words of the server', () => {
    expect(outcomeOf(400, '{"code":"FILE_NOT_TEXT","message":"This is an image."}')).toEqual({
      kind: 'refused',
      message: 'This is an image.',
    });
  });

  it('says under which id the log has a fault', () => {
    expect(outcomeOf(500, '{"code":"INTERNAL","message":"Tell them 4711."}')).toEqual({
      kind: 'refused',
      message: 'Tell them 4711.',
    });
  });

  it('tells nothing of what went wrong inside of the server', () => {
    expect(outcomeOf(502, '<html>').kind).toBe('refused');
    expect(JSON.stringify(outcomeOf(500, '{"message":"select * from"}'))).not.toContain('select');
  });
});
