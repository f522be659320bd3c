import { describe, expect, it } from '@jest/globals';
import type { MemberId } from '@pilotage/platform';
import { judgeSeatChange } from './member.rules.js';

const ada = 'ada' as MemberId;
const bob = 'bob' as MemberId;

describe('judgeSeatChange', () => {
  it('keeps the last admin', () => {
    expect(judgeSeatChange([ada], { kind: 'remove', memberId: ada })).toEqual({ kind: 'last-admin' });
    expect(judgeSeatChange([ada], { kind: 'role', memberId: ada, role: 'AUDITOR' })).toEqual({
      kind: 'last-admin',
    });
  });

  it('lets an admin go where another one stays', () => {
    expect(judgeSeatChange([ada, bob], { kind: 'remove', memberId: ada })).toEqual({ kind: 'allowed' });
    expect(judgeSeatChange([ada, bob], { kind: 'role', memberId: bob, role: 'EXECUTIVE' })).toEqual({
      kind: 'allowed',
    });
  });

  it('does not mind others, or an admin who stays one', () => {
    expect(judgeSeatChange([ada], { kind: 'remove', memberId: bob })).toEqual({ kind: 'allowed' });
    expect(judgeSeatChange([ada], { kind: 'role', memberId: ada, role: 'ADMIN' })).toEqual({
      kind: 'allowed',
    });
    expect(judgeSeatChange([ada], { kind: 'role', memberId: bob, role: 'ADMIN' })).toEqual({
      kind: 'allowed',
    });
  });
});
