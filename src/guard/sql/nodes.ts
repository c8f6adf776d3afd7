/** Finds nodes in what Postgres's parser gives: a tree of objects whose keys in capitals name the kinds of nodes. */
import type { Node, RangeVar } from 'libpg-query';

/** Name of a kind of node, e.g. `DeleteStmt`. */
export type NodeKind = KeyOf<Node>;

type KeyOf<Each> = Each extends unknown ? keyof Each : never;

/** A node of one kind. */
export type NodeOf<K extends NodeKind> = Extract<Node, Record<K, unknown>>[K];

/** Every node of a kind in a tree, at whatever depth, in the order of the text. */
export function findNodes<K extends NodeKind>(root: unknown, kind: K): NodeOf<K>[] {
  const found: NodeOf<K>[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === kind && !Array.isArray(child)) found.push(child as NodeOf<K>);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** The node inside of its wrapper where it is of this kind, e.g. `{ ColumnDef: … }`. */
export function asNode<K extends NodeKind>(node: Node | undefined, kind: K): NodeOf<K> | undefined {
  return node && kind in node ? (node as unknown as Record<K, NodeOf<K>>)[kind] : undefined;
}

/** The nodes of one kind among wrapped ones. */
export function nodesOf<K extends NodeKind>(nodes: readonly Node[] | undefined, kind: K): NodeOf<K>[] {
  return (nodes ?? []).flatMap((node) => asNode(node, kind) ?? []);
}

/** The texts of a list of wrapped strings, e.g. the parts of a name. */
export function stringsOf(nodes: readonly Node[] | undefined): string[] {
  return nodesOf(nodes, 'String').map(({ sval }) => sval ?? '');
}

/** `ops.runs`; the bare name where no schema is given. */
export function relationName({ schemaname, relname = '' }: RangeVar): string {
  return schemaname ? `${schemaname}.${relname}` : relname;
}
