import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { encodeCursor, type Cursor } from './cursor.js';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

export interface ConnectionOf<Node> {
  nodes: Node[];
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
  /** Null where nobody asked. */
  totalCount: number | null;
}

/** The connection type of a node type, `InitiativeConnection` with `InitiativeEdge` for `Initiative`. */
export function connectionType<Node extends object>(
  node: Type<Node>,
  name: string,
): Type<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node)
    node!: Node;

    @Field()
    cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class Connection implements ConnectionOf<Node> {
    @Field(() => [node])
    nodes!: Node[];

    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int)
    totalCount!: number;
  }
  return Connection;
}

/**
 * A page from rows read with one more than asked for, which tells whether there is a next page.
 *
 * @param list what the cursor is bound to: filter, order and direction
 */
export function toConnection<Row, Node>(
  rows: readonly Row[],
  page: {
    first: number;
    totalCount: number | null;
    list: unknown;
    cursorOf: (row: Row) => Cursor;
    toNode: (row: Row) => Node;
  },
): ConnectionOf<Node> {
  const shown = rows.slice(0, page.first);
  const nodes = shown.map((row) => page.toNode(row));
  const cursorOf = (row: Row): string => encodeCursor(page.cursorOf(row), page.list);
  // Cursors are made where they are asked for: in a list of lists they would cost more than the rest.
  return {
    nodes,
    get edges() {
      return nodes.map((node, index) => ({ node, cursor: cursorOf(shown[index]!) }));
    },
    pageInfo: {
      hasNextPage: rows.length > page.first,
      get endCursor() {
        const last = shown.at(-1);
        return last === undefined ? null : cursorOf(last);
      },
    },
    totalCount: page.totalCount,
  };
}
