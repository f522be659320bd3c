import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { objectsAskedFor } from './amount-limit.js';

const SCHEMA = buildSchema(`
  type Query { shelves(first: Int = 50): ShelfConnection! library: Library! }
  type Library { name: String! rooms: [Room!]! }
  type Room { name: String! }
  type ShelfConnection { nodes: [Shelf!]! edges: [ShelfEdge!]! totalCount: Int! }
  type ShelfEdge { node: Shelf! }
  type Shelf { name: String! books(first: Int = 20): BookConnection! labels: [String!]! marks: [Mark!]! }
  type BookConnection { nodes: [Book!]! }
  type Book { title: String! shelf: Shelf! }
  union Mark = Star | Cross
  type Star { at: String! }
  type Cross { at: String! }
`);

const asked = (query: string, variables: Record<string, unknown> = {}): number => {
  const document = parse(query);
  return objectsAskedFor(SCHEMA, document, getOperationAST(document)!, variables);
};

describe('the objects an operation asks for', () => {
  it('are the pages of lists, multiplied where they are nested', () => {
    expect(asked('{ shelves(first: 10) { totalCount nodes { name } } }')).toBe(10);
    expect(asked('{ shelves(first: 100) { nodes { books(first: 100) { nodes { title } } } } }')).toBe(
      100 * (1 + 100),
    );
  });

  it('follow variables, their defaults and those of the schema', () => {
    const query = 'query ($n: Int = 30) { shelves(first: $n) { nodes { name } } }';
    expect(asked(query, { n: 7 })).toBe(7);
    expect(asked(query)).toBe(30);
    expect(asked('{ shelves { nodes { name } } }')).toBe(50);
  });

  it('count lists without pages as ten, lists of texts not at all', () => {
    expect(asked('{ library { rooms { name } } }')).toBe(1 + 10);
    expect(asked('{ shelves(first: 1) { nodes { labels } } }')).toBe(1);
    expect(asked('{ shelves(first: 1) { nodes { marks { ... on Star { at } } } } }')).toBe(1 + 10);
  });

  it('count aliases and fragments each time they stand there', () => {
    const fragment = 'fragment S on Shelf { books(first: 5) { nodes { title } } }';
    const query = `{ a: shelves(first: 1) { nodes { ...S } } b: shelves(first: 1) { edges { node { ...S } } } } ${fragment}`;
    expect(asked(query)).toBe(1 + 5 + (1 + 1 + 5));
  });

  it('are counted at once, also in fragments that spread fragments twice', () => {
    const bomb = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Shelf { ...F${i + 1} ...F${i + 1} }`,
    );
    const query = `{ shelves(first: 1) { nodes { ...F0 } } } ${bomb.join(' ')} fragment F60 on Shelf { books { nodes { title } } }`;
    expect(asked(query)).toBeGreaterThan(1e15);
  });

  it('leave the refusal of an impossible page to whoever reads the list', () => {
    expect(asked('{ shelves(first: 100000) { nodes { name } } }')).toBe(1);
    expect(asked('{ shelves(first: -5) { nodes { name } } }')).toBe(1);
  });
});
