import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { fillDefaults } from './fill-defaults.js';

const schema = buildSchema(`
  enum Unit { DAY MONTH }
  input Dated { on: String!, unit: Unit! = DAY, notes: [Note!] }
  input Note { text: String!, rank: Int! = 3 }
  type Query { find(first: Int!, dated: Dated): Int }
`);
const operation = (text: string): OperationDefinitionNode =>
  parse(text).definitions[0] as OperationDefinitionNode;

describe('defaults of variables', () => {
  const query = operation('query($first: Int! = 50, $dated: Dated) { find(first: $first, dated: $dated) }');

  it('stand in for a variable that is left out, not for one that is given, or null', () => {
    expect(fillDefaults(schema, query, {})).toEqual({ first: 50 });
    expect(fillDefaults(schema, query, { first: 7 })).toEqual({ first: 7 });
    expect(fillDefaults(schema, query, { first: null })).toEqual({ first: null });
  });

  it('stand in for input fields, at any depth', () => {
    const given = { first: 1, dated: { on: 'today', notes: [{ text: 'a' }, { text: 'b', rank: 1 }] } };
    expect(fillDefaults(schema, query, given)).toEqual({
      first: 1,
      dated: {
        on: 'today',
        unit: 'DAY',
        notes: [
          { text: 'a', rank: 3 },
          { text: 'b', rank: 1 },
        ],
      },
    });
  });

  it('leave what was given untouched', () => {
    const given = { dated: { on: 'today' } };
    fillDefaults(schema, query, given);
    expect(given).toEqual({ dated: { on: 'today' } });
  });
});
