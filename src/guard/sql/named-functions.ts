/** The functions that a query of pg_proc names: `pronamespace = 'work'::regnamespace and proname in ('a', 'b')`. */
import type { A_Expr, Node } from 'libpg-query';
import { asNode, findNodes, stringsOf } from './nodes.ts';

/** `work.a`, `work.b`; null where the query says by another condition which functions it means. */
export function namedFunctions(query: unknown): string[] | null {
  const conditions = findNodes(query, 'A_Expr');
  const schema = textsOf(conditions, 'pronamespace')?.[0];
  const names = textsOf(conditions, 'proname');
  return schema && names ? names.map((name) => `${schema}.${name}`) : null;
}

/** What a column is compared with by `=` or `in`; `not in` tells nothing. */
function textsOf(conditions: readonly A_Expr[], column: string): string[] | null {
  const condition = conditions.find(({ name, lexpr }) => stringsOf(name)[0] === '=' && isColumn(lexpr, column));
  const texts = condition ? findNodes(condition.rexpr ?? {}, 'A_Const').flatMap(({ sval }) => sval?.sval ?? []) : [];
  return texts.length > 0 ? texts : null;
}

function isColumn(node: Node | undefined, column: string): boolean {
  return stringsOf(asNode(node, 'ColumnRef')?.fields).at(-1) === column;
}
