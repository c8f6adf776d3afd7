/** Tables of a live database: each listed in the doctrine, with its grants, and the triggers that keep what never changes. */
import { foreignRelations } from '../doctrine/foreign.ts';
import { rolesOf, type TableGrant, tableGrants, tablesOf } from '../doctrine/grants.ts';
import { type Doctrine, lineOf } from '../doctrine/load.ts';
import type { LiveDatabase, LiveGrant, LiveTable } from './database-live.ts';
import type { Finding } from './finding.ts';
import { readersOfSome } from './materialized.ts';

/** One finding a difference. */
export function checkTables(live: LiveDatabase, doctrine: Doctrine): Finding[] {
  const listed = (['ops', 'work'] as const).flatMap((surface) =>
    doctrine.surfaces[surface].owns.map((name, n) => [name, surface, n] as const),
  );
  const names = new Set(live.tables.map(({ name }) => name));
  const missing = listed.filter(([name]) => !names.has(name));
  return [
    ...missing.map(([name, surface, n]) => ({
      rule: 'database/table-missing',
      message: `The database has no ${name}, which the doctrine lists: run \`tripoint migrate\`, or take it off`,
      ...placeOf(lineOf(doctrine, ['surfaces', surface, 'owns', n])),
    })),
    ...live.tables.flatMap((table) => checkTable(table, doctrine, new Set(listed.map(([name]) => name)))),
    ...checkGrants(live.grants, doctrine),
  ];
}

/** `ssot/doctrine.yaml:12` as a finding has it. */
function placeOf(line: string): { file: string; line: number } {
  const [file = '', number = '1'] = line.split(':');
  return { file, line: Number(number) };
}

function checkTable(table: LiveTable, doctrine: Doctrine, listed: ReadonlySet<string>): Finding[] {
  const { name, isPartition, isMaterialized, grantees } = table;
  // Those are looked at with the wire that they belong to.
  if (foreignRelations(doctrine).includes(name)) return checkInvoker(table);
  const ours = new Set(rolesOf(doctrine).values());
  const strangers = isPartition ? grantees : grantees.filter((role) => !ours.has(role));
  return [
    ...(isPartition || listed.has(name)
      ? []
      : [
          {
            rule: 'database/table-unknown',
            message: `${name} is owned by no surface: list it in the doctrine, or drop it`,
          },
        ]),
    ...strangers.map((role) => ({
      rule: 'database/table-grant',
      message: `${role} has a grant on ${name}, which the doctrine does not give it: revoke it`,
    })),
    ...(isMaterialized ? checkMaterialized(name, doctrine) : checkInvoker(table)),
    ...checkTriggers(table, doctrine),
  ];
}

function checkInvoker({ name, isView, isInvoker }: LiveTable): Finding[] {
  if (!isView || isInvoker) return [];
  return [{ rule: 'database/view-invoker', message: `${name} reads as its owner: set (security_invoker = true)` }];
}

function checkMaterialized(name: string, doctrine: Doctrine): Finding[] {
  const some = readersOfSome(doctrine, name) ?? [];
  if (some.length === 0) return [];
  const message = `The materialized view ${name} can have no row-level security, and ${some.join(', ')} may not see every row`;
  return [{ rule: 'database/rls-off', message }];
}

/** A trigger that refuses is named so: `ops.refuse_…`. */
function checkTriggers({ name, triggers }: LiveTable, { appendOnly, neverDeleted }: Doctrine): Finding[] {
  const lacks = (event: string) => !triggers.some((trigger) => trigger.startsWith(`${event} by ops.refuse_`));
  const wanted = [
    ...(appendOnly.includes(name) ? ['UPDATE', 'TRUNCATE'] : []),
    ...(neverDeleted.includes(name) ? ['DELETE', 'TRUNCATE'] : []),
  ];
  return [...new Set(wanted)].filter(lacks).map((event) => ({
    rule: 'database/append-only',
    message: `Nothing refuses ${event} on ${name}, not even to its owner: its trigger is gone, or off`,
  }));
}

function checkGrants(live: readonly LiveGrant[], doctrine: Doctrine): Finding[] {
  const wanted = new Map(tableGrants(doctrine).map((grant) => [keyOf(grant), grant]));
  const found = new Map(live.map((grant) => [keyOf(grant), grant]));
  const known = new Set(tablesOf(doctrine));
  return [
    ...[...wanted].flatMap(([key, grant]) => compare(grant, found.get(key))),
    ...[...found]
      .filter(([key, { table }]) => !wanted.has(key) && known.has(table))
      .map(([, grant]) => ({
        rule: grant.columns ? 'database/column-grant' : 'database/table-grant',
        message: `${grant.role} has ${sayGrant(grant)}, which the doctrine does not give it: revoke it`,
      })),
  ];
}

function compare(wanted: TableGrant, found: LiveGrant | undefined): Finding[] {
  const { role, table, privilege, columns } = wanted;
  const given = columns === 'all' ? null : columns;
  if (!found)
    return [
      { rule: 'database/table-grant', message: `${role} lacks ${sayGrant({ table, privilege, columns: given })}` },
    ];
  const rule = 'database/column-grant';
  if (given === null)
    return found.columns === null
      ? []
      : [{ rule, message: `${role} has ${sayGrant(found)}, and the doctrine gives it the whole row` }];
  if (found.columns === null)
    return [{ rule, message: `${role} has ${sayGrant(found)}, and the doctrine gives it ${given.join(', ')} alone` }];
  const extra = found.columns.filter((column) => !given.includes(column));
  const missing = given.filter((column) => !found.columns?.includes(column));
  const say = (part: readonly string[]) => sayGrant({ table, privilege, columns: part });
  return [
    ...(extra.length > 0
      ? [{ rule, message: `${role} has ${say(extra)}, which the doctrine does not give it: revoke it` }]
      : []),
    ...(missing.length > 0 ? [{ rule, message: `${role} lacks ${say(missing)}` }] : []),
  ];
}

function keyOf({ role, table, privilege }: Pick<LiveGrant, 'role' | 'table' | 'privilege'>): string {
  return `${role} ${table} ${privilege}`;
}

function sayGrant({ table, privilege, columns }: Omit<LiveGrant, 'role'>): string {
  return `${privilege.toLowerCase()}${columns ? ` (${columns.join(', ')})` : ''} on ${table}`;
}
