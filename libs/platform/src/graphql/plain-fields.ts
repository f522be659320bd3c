import { isObjectType, type GraphQLSchema } from 'graphql';

/** The name of the function by which NestJS reads a field that no resolver answers. */
const READS_PROPERTY = 'rootFieldResolver';

/**
 * Takes the resolvers off fields that are properties of their object. NestJS gives every field a function; a compiled
 * operation then has to wait for each, instead of reading it: three quarters of the time of a list of a thousand fields.
 */
export function withPlainFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name === READS_PROPERTY) delete field.resolve;
    }
  }
  return schema;
}
