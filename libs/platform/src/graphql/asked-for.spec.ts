import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import { isAskedFor } from './asked-for.js';

/** What a resolver of the one root field is told. */
function infoOf(document: string): Parameters<typeof isAskedFor>[0] {
  const { definitions } = parse(document);
  const fragments = definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const [operation] = definitions;
  const fields = operation!.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return {
    fieldNodes: fields as readonly FieldNode[],
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

describe('a field', () => {
  it.each([
    ['{ list { totalCount } }'],
    ['{ list { nodes { id } all: totalCount } }'],
    ['{ list { ... on Connection { totalCount } } }'],
    [
      '{ list { ...Page } } fragment Page on Connection { ...Size } fragment Size on Connection { totalCount }',
    ],
    ['{ list { nodes { id } } list { totalCount } }'],
  ])('is asked for in %s', (document) => {
    expect(isAskedFor(infoOf(document), 'totalCount')).toBe(true);
  });

  it.each([['{ list { nodes { id } } }'], ['{ list { nodes { totalCount } } }'], ['{ list }']])(
    'is not in %s',
    (document) => {
      expect(isAskedFor(infoOf(document), 'totalCount')).toBe(false);
    },
  );
});
