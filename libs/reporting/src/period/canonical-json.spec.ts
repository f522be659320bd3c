import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, digestOf, rounded } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is that of RFC 8785, appendix example', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by code units, whatever order they came in', () => {
    expect(canonicalJson({ b: 1, a: { d: 1, c: 2 }, B: 3, é: 4 })).toBe(
      '{"B":3,"a":{"c":2,"d":1},"b":1,"é":4}',
    );
  });

  it('leaves out what is absent and refuses what is no number', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });

  it('does not change with the order of keys, and says again what was said', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(digestOf(reversed)).toBe(digestOf(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('the digest', () => {
  it('is SHA-256 over the text', () => {
    // printf '{"a":1}' | sha256sum
    expect(digestOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862');
  });

  it('agrees for figures that agree to twelve digits', () => {
    const [one, other] = [{ share: 0.1 + 0.2 }, { share: 0.3 }];
    expect(digestOf(one)).not.toBe(digestOf(other));
    expect(digestOf(rounded(one))).toBe(digestOf(rounded(other)));
    expect(rounded([{ big: 123456789.123456789, text: 'x', none: null }])).toEqual([
      { big: 123456789.123, text: 'x', none: null },
    ]);
  });
});
