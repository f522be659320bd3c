import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLUnionType,
  isInputObjectType,
  isObjectType,
  Lexer,
  Source,
  TokenKind,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

export const schema = buildSchema(
  readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8'),
);

export interface RootField {
  /** Such as `Query.initiative`. */
  readonly key: string;
  readonly name: string;
  readonly operation: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every query and mutation there is. */
export const ROOT_FIELDS: readonly RootField[] = [
  ...fieldsOf(schema.getQueryType()!, 'query'),
  ...fieldsOf(schema.getMutationType()!, 'mutation'),
];

function fieldsOf(type: GraphQLObjectType, operation: RootField['operation']): RootField[] {
  return Object.values(type.getFields()).map((field) => ({
    key: `${type.name}.${field.name}`,
    name: field.name,
    operation,
    field,
  }));
}

/** Arguments below the root that must be given, that show more when they are, or less where it would be too much. */
const NESTED_ARGUMENTS: Record<string, string> = {
  'Import.valuesOf': '(column: 0)',
  'Import.dateFormats': '(column: 0)',
  'ImportMatching.absences': '(first: 4)',
  'ImportMatching.matches': '(first: 4)',
  'Initiative.assessments': '(first: 4)',
  'Initiative.stageHistory': '(includeSuperseded: true)',
};
const DEEPEST = 5;
/** The api takes 2,000. */
const MOST_TOKENS = 1_900;

/** An operation that asks for everything that a root field can show, as deep as one request may go. */
export function documentOf({ name, operation, field }: RootField): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const list = (parts: readonly string[]): string => (parts.length > 0 ? `(${parts.join(', ')})` : '');
  for (let depth = DEEPEST; depth > 1; depth -= 1) {
    const selection = selectionOf(getNamedType(field.type), depth, []);
    const document = `${operation} ${list(declared)} { ${name}${list(passed)} ${selection} }`;
    if (tokensOf(document) <= MOST_TOKENS) return document;
  }
  throw new Error(`${name} is too wide to be asked for as a whole.`);
}

function tokensOf(document: string): number {
  const lexer = new Lexer(new Source(document));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

function selectionOf(type: GraphQLNamedType, depth: number, above: readonly GraphQLNamedType[]): string {
  if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) return '';
  if (type instanceof GraphQLUnionType) {
    const members = type
      .getTypes()
      .map((member) => `... on ${member.name} ${selectionOf(member, depth, above)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name}: no selection is known for such a type.`);
  const within = [...above, type];
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isLeaf = inner instanceof GraphQLScalarType || inner instanceof GraphQLEnumType;
    // The nodes of a connection stand in its edges too.
    if (!isLeaf && (within.includes(inner) || within.length >= depth || field.name === 'edges')) return [];
    const selected = isLeaf ? '' : selectionOf(inner, depth, within);
    return `${field.name}${NESTED_ARGUMENTS[`${type.name}.${field.name}`] ?? ''} ${selected}`;
  });
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{ __typename }';
}

/** From the variables inwards: `['input', 'invitations', '0', 'unitIds', '0']`. */
export type Path = readonly string[];

/** Every place among the arguments of a root field that takes an id. */
export function idPlaces({ field }: RootField): Path[] {
  return field.args.flatMap((arg) => placesIn(arg.type, [arg.name], []));
}

function placesIn(type: GraphQLInputType, path: Path, above: readonly GraphQLNamedType[]): Path[] {
  if (type instanceof GraphQLNonNull) return placesIn(type.ofType, path, above);
  if (type instanceof GraphQLList) return placesIn(type.ofType, [...path, '0'], above);
  if (type instanceof GraphQLScalarType) return type.name === 'ID' ? [path] : [];
  if (!isInputObjectType(type) || above.includes(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    placesIn(field.type, [...path, field.name], [...above, type]),
  );
}

/** Fields below the root that take an id; there is none, and the walk would miss one. */
export function nestedIdArguments(): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !roots.includes(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => field.args.some((arg) => placesIn(arg.type, [], []).length > 0))
        .map((field) => `${type.name}.${field.name}`),
    );
}

type Tree = { [key: string]: unknown };

export function valueAt(variables: object, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], variables);
}

/** A copy of the variables with another value in one place. */
export function withValueAt<T extends object>(variables: T, path: Path, value: unknown): T {
  const copy = structuredClone(variables);
  const last = path.at(-1)!;
  (valueAt(copy, path.slice(0, -1)) as Tree)[last] = value;
  return copy;
}
