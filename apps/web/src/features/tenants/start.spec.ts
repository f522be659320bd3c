import { describe, expect, it } from '@jest/globals';
import { startOf } from './start.js';

const open = { slug: 'northwind', isSuspended: false };
const suspended = { slug: 'acme', isSuspended: true };

describe('startOf', () => {
  it('goes straight to the only organisation', () => {
    expect(startOf({ isOperator: false, tenants: [open] })).toEqual({ kind: 'tenant', slug: 'northwind' });
    expect(startOf({ isOperator: true, tenants: [open] })).toEqual({ kind: 'tenant', slug: 'northwind' });
  });

  it('lets choose among several, and says that the only one is suspended', () => {
    expect(startOf({ isOperator: false, tenants: [open, suspended] })).toEqual({ kind: 'choose' });
    expect(startOf({ isOperator: false, tenants: [suspended] })).toEqual({ kind: 'choose' });
  });

  it('leads an operator without a seat to the operator pages, and anybody else nowhere', () => {
    expect(startOf({ isOperator: true, tenants: [] })).toEqual({ kind: 'operator' });
    expect(startOf({ isOperator: false, tenants: [] })).toEqual({ kind: 'nowhere' });
  });
});
