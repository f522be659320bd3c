import {
  astFromValue,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Variables = Record<string, unknown>;

/**
 * The variables with every default filled in, of the operation and of input fields. graphql-jit takes a non-null variable
 * or field that is left out for missing even where it has a default, against the specification (6.1.2, 3.10).
 */
export function fillDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
): Variables {
  const filled: Variables = { ...given };
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (filled[name] === undefined && defaultValue) filled[name] = valueFromASTUntyped(defaultValue);
    const type = typeFromAST(schema, typeNode) as GraphQLInputType | undefined;
    if (type && filled[name] !== undefined) filled[name] = filledValue(type, filled[name]);
  }
  return filled;
}

function filledValue(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return filledValue(type.ofType, value);
  if (isListType(type) && Array.isArray(value)) return value.map((item) => filledValue(type.ofType, item));
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const fields: Variables = { ...value };
  for (const field of Object.values(type.getFields())) {
    if (fields[field.name] !== undefined) {
      fields[field.name] = filledValue(field.type, fields[field.name]);
      continue;
    }
    const ast = field.defaultValue === undefined ? null : astFromValue(field.defaultValue, field.type);
    if (ast) fields[field.name] = valueFromASTUntyped(ast);
  }
  return fields;
}
