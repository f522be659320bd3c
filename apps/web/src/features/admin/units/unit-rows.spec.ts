import { describe, expect, it } from '@jest/globals';
import { mayBeParent, unitRows } from './unit-rows.js';

const unit = (id: string, parentId: string | null = null, isClosed = false) => ({
  id,
  name: id,
  path: [id],
  isClosed,
  parent: parentId === null ? null : { id: parentId },
});

const units = [
  unit('motor', 'claims'),
  unit('sales'),
  unit('claims'),
  unit('travel', 'claims', true),
  unit('trips', 'travel'),
];
const lines = (withClosed: boolean) =>
  unitRows(units, withClosed).map((row) => `${row.depth} ${row.unit.id}`);

describe('unitRows', () => {
  it('puts each unit below its parent, by name', () => {
    expect(lines(true)).toEqual(['0 claims', '1 motor', '1 travel', '2 trips', '0 sales']);
  });

  it('leaves out closed units, but nothing that is open', () => {
    expect(lines(false)).toEqual(['0 claims', '1 motor', '0 sales', '0 trips']);
  });
});

describe('mayBeParent', () => {
  it('refuses a unit below itself', () => {
    const [motor, sales, claims] = units;
    if (!motor || !sales || !claims) throw new Error('units are missing');
    expect(mayBeParent(motor, claims, units)).toBe(false);
    expect(mayBeParent(claims, claims, units)).toBe(false);
    expect(mayBeParent(sales, claims, units)).toBe(true);
    expect(mayBeParent(motor, null, units)).toBe(true);
  });
});
