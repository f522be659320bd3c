// Wrong on purpose: two files that import each other.
import { two } from './cycle-two.js';

export const one = (): number => two() + 1;
