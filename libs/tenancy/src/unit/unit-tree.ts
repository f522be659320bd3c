import type { Day } from '@pilotage/analytics';
import type { Id } from '@pilotage/platform';

export type UnitId = Id<'Unit'>;

/** A unit from a day on, until its next revision. */
export interface UnitRevision {
  readonly id: string;
  readonly unitId: UnitId;
  readonly name: string;
  readonly parentId: UnitId | null;
  readonly isClosed: boolean;
  readonly effectiveOn: Day;
}

export interface UnitNode {
  readonly id: UnitId;
  readonly name: string;
  readonly parentId: UnitId | null;
  readonly isClosed: boolean;
}

/** The business units of one tenant as they are on one day. */
export class UnitTree {
  private readonly nodes: ReadonlyMap<UnitId, UnitNode>;

  /** `revisions` of all units, live or as known at one instant. A unit is in the tree before its first day, too: things may be dated earlier than the unit was entered. */
  constructor(revisions: readonly UnitRevision[], on: Day) {
    const chosen = new Map<UnitId, UnitRevision>();
    for (const revision of revisions) {
      const other = chosen.get(revision.unitId);
      if (!other || isCloser(revision, other, on)) chosen.set(revision.unitId, revision);
    }
    this.nodes = new Map(
      [...chosen].map(([id, { name, parentId, isClosed }]) => [id, { id, name, parentId, isClosed }]),
    );
  }

  get(id: UnitId): UnitNode | undefined {
    return this.nodes.get(id);
  }

  /** All units in the order of their paths, so that a unit precedes its sub-units. */
  get all(): UnitNode[] {
    return [...this.nodes.values()]
      .map((node) => ({ node, key: this.pathOf(node.id).join('\u0000').toLowerCase() }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ node }) => node);
  }

  /** Names from the top unit down to this one; empty for an unknown unit. */
  pathOf(id: UnitId): string[] {
    return this.ancestors(id).map(({ name }) => name);
  }

  /** The unit and everything under it. */
  within(ids: Iterable<UnitId>): Set<UnitId> {
    const tops = new Set(ids);
    return new Set(
      [...this.nodes.keys()].filter((id) => this.ancestors(id).some((unit) => tops.has(unit.id))),
    );
  }

  /** True when going up from the unit comes back to it. */
  isInCycle(id: UnitId): boolean {
    const top = this.ancestors(id)[0];
    return top !== undefined && top.parentId !== null && this.nodes.has(top.parentId);
  }

  /** From the top unit down to this one. Stops where it would go round. */
  private ancestors(id: UnitId): UnitNode[] {
    const found: UnitNode[] = [];
    let node = this.nodes.get(id);
    while (node && !found.includes(node)) {
      found.unshift(node);
      node = node.parentId === null ? undefined : this.nodes.get(node.parentId);
    }
    return found;
  }
}

/** In force beats not yet in force; then the later of those in force, the earlier of those to come. */
function isCloser(a: UnitRevision, b: UnitRevision, on: Day): boolean {
  const isAInForce = a.effectiveOn <= on;
  const isBInForce = b.effectiveOn <= on;
  if (isAInForce !== isBInForce) return isAInForce;
  return isAInForce ? a.effectiveOn > b.effectiveOn : a.effectiveOn < b.effectiveOn;
}
