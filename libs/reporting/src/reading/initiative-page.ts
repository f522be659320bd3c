import { type ConnectionOf, decodeCursor, pageSize, toConnection } from '@pilotage/platform/graphql';
import { type Initiative, type InitiativeLoader } from '@pilotage/portfolio/api';
import { type RequestContext } from '@pilotage/tenancy';

export interface PageArgs {
  readonly first: number;
  readonly after: string | null;
}

export type WithInitiative<Row> = Row & { readonly initiative: Initiative };

/** Puts initiatives to ids by one statement; what does not exist for the caller is left out. */
export async function withInitiatives<Row extends { readonly initiativeId: string }>(
  loader: InitiativeLoader,
  ctx: RequestContext,
  rows: readonly Row[],
): Promise<WithInitiative<Row>[]> {
  const found = await Promise.all(rows.map(({ initiativeId }) => loader.load(ctx, initiativeId)));
  return rows.flatMap((row, index) => {
    const initiative = found[index];
    return initiative ? [{ ...row, initiative }] : [];
  });
}

/**
 * A page of a computed list that names each initiative once. The list may have been computed anew since the last page: then
 * the page begins after the same initiative, or anew where that is no longer in it.
 *
 * @throws BadInputError for a page size or cursor that cannot be
 */
export async function initiativePage<Row extends { readonly initiativeId: string }>(
  loader: InitiativeLoader,
  ctx: RequestContext,
  rows: readonly Row[],
  { first, after, list }: PageArgs & { readonly list: string },
): Promise<ConnectionOf<WithInitiative<Row>>> {
  const last = decodeCursor(after, list)?.id;
  const start = rows.findIndex(({ initiativeId }) => initiativeId === last) + 1;
  const page = toConnection(rows.slice(start, start + pageSize(first) + 1), {
    first,
    totalCount: rows.length,
    list,
    cursorOf: ({ initiativeId }) => ({ value: null, id: initiativeId }),
    toNode: (row) => row,
  });
  const nodes = await withInitiatives(loader, ctx, page.nodes);
  return {
    ...page,
    nodes,
    edges: page.edges.flatMap(({ node: { initiativeId }, cursor }) =>
      nodes.filter((node) => node.initiativeId === initiativeId).map((node) => ({ node, cursor })),
    ),
  };
}
