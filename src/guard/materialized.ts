/** Materialized views have no row-level security, so that only who sees every row may read one. */
import { rolesOf, tableGrants, tablesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';

/** Roles that the doctrine lets read it and that see some rows alone; null where the doctrine does not know it. */
export function readersOfSome(doctrine: Doctrine, name: string): readonly string[] | null {
  if (!tablesOf(doctrine).includes(name)) return null;
  const readers = tableGrants(doctrine).filter(({ table }) => table === name);
  const all = rolesThatSeeAll(doctrine);
  return readers.map(({ role }) => role).filter((role) => !all.has(role));
}

function rolesThatSeeAll(doctrine: Doctrine): ReadonlySet<string> {
  const agents = Object.entries(doctrine.agents).filter(
    ([, { rows, actsFor }]) => rows === 'all' && actsFor.length === 0,
  );
  const roles = rolesOf(doctrine);
  return new Set(['service', ...agents.map(([name]) => name)].flatMap((actor) => roles.get(actor) ?? []));
}
