import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { MAX_PAGE } from './cursor.js';

/** A hundred initiatives with everything a page shows of each are some 3,000; a page of fifty with every list there is, some 13,000. */
const MOST_OBJECTS = 15_000;
/** How long a list without pages is taken to be. */
const CLOSED_LIST = 10;
const CONNECTION = /Connection$/;

/**
 * Refuses an operation that asks for more objects than a page could show: page sizes multiply where lists are nested,
 * which static limits on depth and cost do not see.
 */
export function amountLimit(most = MOST_OBJECTS): ApolloServerPlugin {
  let schema: GraphQLSchema;
  return {
    async serverWillStart(service) {
      schema = service.schema;
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) return;
          const asked = objectsAskedFor(schema, document, operation, request.variables ?? {});
          if (asked <= most) return;
          throw new GraphQLError(
            `This asks for up to ${Math.ceil(asked)} objects at once; at most ${most} are given. Ask for smaller pages, or for fewer lists within lists.`,
            { extensions: { code: 'BAD_USER_INPUT' } },
          );
        },
      };
    },
  };
}

/** How many objects the answer may hold, were every page full. */
export function objectsAskedFor(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  /** A fragment is counted once, however often it is spread: else fragments of fragments would take for ever. */
  const counted = new Map<string, number>();

  function within(set: SelectionSetNode, type: GraphQLCompositeType): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += ofField(selection, type);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(selection.name.value);
      else sum += within(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? type);
    }
    return sum;
  }

  function ofFragment(name: string): number {
    const known = counted.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const type = typeNamed(fragment?.typeCondition.name.value);
    const count = fragment && type ? within(fragment.selectionSet, type) : 0;
    counted.set(name, count);
    return count;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    if (!node.selectionSet || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    if (!field || !isCompositeType(type)) return 0;
    const inner = within(node.selectionSet, type);
    // What a connection holds was counted by its page.
    return CONNECTION.test(parent.name) ? inner : sizeOf(field, node) * (1 + inner);
  }

  function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const first = field.args.find(({ name }) => name === 'first');
    if (first) return pageOf(node, first.defaultValue);
    return isListType(getNullableType(field.type)) ? CLOSED_LIST : 1;
  }

  /** A size that is no page size is refused where the list is read. */
  function pageOf(node: FieldNode, standard: unknown): number {
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const value =
      given?.kind === Kind.VARIABLE ? (variables[given.name.value] ?? defaults.get(given.name.value)) : given;
    const size = Number(isIntNode(value) ? value.value : (value ?? standard));
    return size >= 1 && size <= MAX_PAGE ? size : 1;
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return type && isCompositeType(type) ? type : undefined;
  }

  const root = schema.getRootType(operation.operation);
  return root ? within(operation.selectionSet, root) : 0;
}

const isIntNode = (value: unknown): value is { kind: Kind.INT; value: string } =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.INT;
