/** What the doctrine lets the database's roles do. The generated migration grants it, and the guard looks for it. */
import { agentRole, clientRole } from '../auth/viewer.ts';
import { SCHEMAS, storedSurfaceOf } from '../schemas.ts';
import { clientsOf, GATEWAY_LOGIN, groupsThatRead, holds, readsOf } from './actors.ts';
import { AGENTS_FOR_USERS, executorsOf, isOperation } from './executors.ts';
import type { Doctrine, DoctrineText } from './shape.ts';

/** The name of the policy by which people of groups see every row of a table; the generated migration makes it. */
export const GROUP_POLICY = 'group_reads';
/**
 * The role in which `work.for_user` runs the functions that agents execute for users: in the workspace it may what users may,
 * under the same policies. An agent's own role may call that function, and writes no row.
 */
export const ACTING_ROLE = 'acting_agent';

/** One privilege of one role on one table. */
export interface TableGrant {
  readonly role: string;
  readonly table: string;
  readonly privilege: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  /** `all` for the whole table. */
  readonly columns: 'all' | readonly string[];
}

/** The Postgres role of each viewer kind, agent and OAuth client. */
export function rolesOf(doctrine: Pick<DoctrineText, 'agents' | 'oauthClients'>): ReadonlyMap<string, string> {
  return new Map([
    ['anonymous', 'anon'],
    ['anonymousUser', 'anonymous_user'],
    ['user', 'authenticated'],
    ['service', 'service_role'],
    [AGENTS_FOR_USERS, ACTING_ROLE],
    ...Object.keys(doctrine.agents).map((name): [string, string] => [name, agentRole(name)]),
    ...[...clientsOf(doctrine).keys()].map((name): [string, string] => [name, clientRole(name)]),
  ]);
}

/** Roles of agents that see of the ledger the rows of one tenant where their token names it; others then see none. */
export function byRowRoles(doctrine: Doctrine): string[] {
  const roles = rolesOf(doctrine);
  return Object.entries(doctrine.agents).flatMap(([name, { rows }]) => (rows === 'all' ? [] : (roles.get(name) ?? [])));
}

/** Every table that the doctrine gives to a surface, in its order. */
export function tablesOf({ surfaces }: Pick<Doctrine, 'surfaces'>): readonly string[] {
  return [...surfaces.ops.owns, ...surfaces.work.owns];
}

/** In the order of the tables in the doctrine. */
export function tableGrants(doctrine: Doctrine): TableGrant[] {
  return tablesOf(doctrine).flatMap((table) => [...selects(doctrine, table), ...changes(doctrine, table)]);
}

/** Tables that groups read, each with those groups; a view asks the policies of its tables. */
export function groupReads(doctrine: Doctrine): ReadonlyMap<string, readonly string[]> {
  const tables = doctrine.surfaces.ops.owns.filter((table) => doctrine.derived[table]?.maintainedBy !== 'view');
  const read = tables.map((table) => [table, groupsThatRead(doctrine, 'ops', table)] as const);
  return new Map(read.filter(([, groups]) => groups.length > 0));
}

/** Roles that may execute each function, by its qualified name; none for one that nobody may. */
export function functionGrants(doctrine: Doctrine): ReadonlyMap<string, readonly string[]> {
  const roles = rolesOf(doctrine);
  const toRoles = (actors: readonly string[]) => actors.map((actor) => roles.get(actor) ?? actor);
  const names = [
    ...doctrine.operations,
    ...[...doctrine.functions.keys()].filter((name) => !isOperation(doctrine, name)),
  ];
  return new Map(names.map((name) => [name, toRoles(withActing(name, executorsOf(doctrine, name)))]));
}

/** In the workspace agents do for users what users do. */
function withActing(name: string, executors: readonly string[]): readonly string[] {
  const isShared = storedSurfaceOf(name) === 'work' && executors.includes('user');
  return isShared ? executors.flatMap((actor) => (actor === 'user' ? [actor, AGENTS_FOR_USERS] : [actor])) : executors;
}

/** Roles that may name what is in a schema: those that may do anything there. */
export function schemaGrants(doctrine: Doctrine): ReadonlyMap<string, readonly string[]> {
  const tables = tableGrants(doctrine);
  const functions = functionGrants(doctrine);
  return new Map(
    SCHEMAS.map((schema) => {
      const isIn = (name: string) => name.startsWith(`${schema}.`);
      const used = new Set([
        ...tables.filter(({ table }) => isIn(table)).map(({ role }) => role),
        ...[...functions].flatMap(([name, roles]) => (isIn(name) ? roles : [])),
      ]);
      return [schema, [GATEWAY_LOGIN, ...rolesOf(doctrine).values()].filter((role) => used.has(role))];
    }),
  );
}

function selects(doctrine: Doctrine, table: string): TableGrant[] {
  const reads = readsOf(doctrine);
  return [...rolesOf(doctrine)].flatMap(([actor, role]) => {
    const surface = storedSurfaceOf(table);
    // People of a group have the role of all users: whom of them the rows are shown, a policy says.
    const names = actor === 'user' ? [actor, ...Object.keys(doctrine.groups)] : [asUser(actor, table)];
    const mayRead = names.some((name) => holds(doctrine, reads.get(name)?.[1] ?? {}, surface, table));
    return mayRead ? [{ role, table, privilege: 'SELECT' as const, columns: 'all' as const }] : [];
  });
}

/** Whose rights somebody has on a table. */
function asUser(actor: string, table: string): string {
  return actor === AGENTS_FOR_USERS && storedSurfaceOf(table) === 'work' ? 'user' : actor;
}

function changes(doctrine: Doctrine, table: string): TableGrant[] {
  return [...rolesOf(doctrine)].flatMap(([actor, role]) => {
    const given = doctrine.writes[asUser(actor, table) as keyof Doctrine['writes']]?.[table];
    if (given === undefined) return [];
    const rows = given === 'all' ? ({ insert: 'all', update: 'all', delete: true } as const) : given;
    return [
      ...(rows.insert ? [{ role, table, privilege: 'INSERT' as const, columns: rows.insert }] : []),
      ...(rows.update ? [{ role, table, privilege: 'UPDATE' as const, columns: rows.update }] : []),
      ...(rows.delete ? [{ role, table, privilege: 'DELETE' as const, columns: 'all' as const }] : []),
    ];
  });
}
