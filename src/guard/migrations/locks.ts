/** What the migrations leave: row-level security and policies on each table, and no function that lends out its owner's rights. */
import type { Doctrine } from '../../doctrine/load.ts';
import type { Finding } from '../finding.ts';
import { readersOfSome } from '../materialized.ts';
import type { SchemaState } from '../sql/schema-state.ts';

/** Each relation and function that is left unlocked. */
export function checkLocks({ relations, functions }: SchemaState, doctrine: Doctrine): Finding[] {
  const found: Finding[] = [];
  const add = (name: string, { file, line }: { file: string; line: number }, message: string) =>
    found.push({ rule: `migrations/${name}`, message, file, line });
  for (const [name, relation] of relations) {
    if (relation.kind === 'view' && !relation.isInvoker)
      add(
        'view-invoker',
        relation,
        `View ${name} reads as its owner, past every policy: with (security_invoker = true)`,
      );
    if (relation.kind === 'materialized view') {
      const some = readersOfSome(doctrine, name);
      const whom = some === null ? 'no surface owns it' : `${some.join(', ')} may not see every row`;
      if (some === null || some.length > 0)
        add(
          'rls-missing',
          relation,
          `Materialized view ${name} can have no row-level security, and ${whom}: keep a table instead`,
        );
    }
    if (relation.kind !== 'table') continue;
    if (!relation.hasRls) add('rls-missing', relation, `Table ${name} has no row-level security: enable it`);
    if (relation.policies.size === 0)
      add('policy-missing', relation, `Table ${name} has no policy: say who sees what of it`);
  }
  for (const [signature, each] of functions) {
    if (!each.isDefiner) continue;
    if (each.searchPath !== '')
      add(
        'definer-search-path',
        each,
        `${signature} is SECURITY DEFINER and needs \`set search_path = ''\`: else its caller chooses what its names mean`,
      );
    if (each.isPublic)
      add(
        'definer-public',
        each,
        `${signature} is SECURITY DEFINER and everybody may execute it: revoke it from public`,
      );
  }
  return found;
}
