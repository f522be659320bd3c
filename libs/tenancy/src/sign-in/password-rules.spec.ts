import { describe, expect, it } from '@jest/globals';
import { passwordProblem } from './password-rules.js';

const EMAIL = 'ada@northwind.example';

describe('passwordProblem', () => {
  it.each([
    ['correct horse battery', null],
    ['Ünïcödé wörds', null],
    ['a'.repeat(64) + 'b1c2', null],
    ['short', 'too-short'],
    ['nine char', 'too-short'],
    ['x9'.repeat(65), 'too-long'],
    ['1234567890', 'too-common'],
    ['Password123', 'too-common'],
    ['QWERTYuiop!!', 'too-common'],
    ['aaaaaaaaaaaa', 'too-common'],
    ['abababababab', 'too-common'],
    ['Ada@Northwind.example', 'contains-email'],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password, EMAIL)).toBe(problem);
  });

  it('counts characters, not code units', () => {
    expect(passwordProblem('🦊🐻🐼🐨🐯', EMAIL)).toBe('too-short');
  });
});
