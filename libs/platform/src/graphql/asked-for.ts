import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** By the nodes of a compiled operation, which stay the same from request to request. */
const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/** Whether an answer asks for a field of what this resolver returns; what nobody asks for need not be counted. */
export function isAskedFor(info: Asked, field: string): boolean {
  let fields = known.get(info.fieldNodes);
  if (!fields) {
    fields = new Set(info.fieldNodes.flatMap((node) => namesIn(node.selectionSet, info.fragments)));
    known.set(info.fieldNodes, fields);
  }
  return fields.has(field);
}

function namesIn(set: SelectionSetNode | undefined, fragments: Asked['fragments']): string[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return namesIn(part?.selectionSet, fragments);
  });
}
