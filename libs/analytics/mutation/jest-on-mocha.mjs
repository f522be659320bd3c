import { bind } from 'jest-each';
import { describe, it } from 'mocha';

/** What the specs of this library use of Jest. Its expectations and tables are Jest's own; Mocha only calls them. */
export { expect } from 'expect';
export { describe, it };
it.each = bind(it);
describe.each = bind(describe);
