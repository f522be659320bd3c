/**
 * A reproducible source of numbers from 0 (included) to 1 (excluded): xoshiro128** (Blackman & Vigna 2021, ACM TOMS
 * 47:36), its state filled from the seed by a Weyl sequence through a 32-bit mixer. The seed is stored with a report, so a rerun draws the same.
 */
export function seededRandom(seed: number): () => number {
  let weyl = seed >>> 0;
  const mixed = () => {
    weyl = (weyl + 0x9e3779b9) >>> 0;
    let value = Math.imul(weyl ^ (weyl >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [mixed(), mixed(), mixed(), mixed()];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
