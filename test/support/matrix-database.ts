/** Every database role × table × operation: what the doctrine grants, and what a statement of that role comes to. */

import { ANONYMOUS, agentRole } from '../../src/auth/viewer.ts';
import type { Doctrine, Reads } from '../../src/doctrine/load.ts';
import { storedSurfaceOf } from '../../src/schemas.ts';
import type { TestGateway } from './gateway.ts';

const OPERATIONS = ['select', 'insert', 'update', 'delete', 'truncate'] as const;
type Operation = (typeof OPERATIONS)[number];

/** One cell: `insert` and `update` are asked for each column. */
export interface DatabaseCell {
  readonly role: string;
  readonly table: string;
  readonly operation: Operation;
  readonly column: string | null;
  readonly isGranted: boolean;
  /** `granted`, or the SQLSTATE of the refusal. */
  readonly outcome: string;
}

/** SQLSTATEs of a refusal: for want of a right; and of a view, which nothing can be written into or truncated. */
export const REFUSALS = ['42501', '55000', '42809'];

/** Asks each, as the role itself, and undoes it. */
export async function askDatabase(gateway: TestGateway, doctrine: Doctrine): Promise<readonly DatabaseCell[]> {
  const columns = await readColumns(gateway, doctrine);
  await gateway.owner((client) => client.script(ATTEMPT_SQL));
  const cells: DatabaseCell[] = [];
  for (const [role, name] of rolesOf(doctrine)) {
    const asked = [...columns].flatMap(([table, of]) => cellsOf(table, of).map((cell) => ({ role, table, ...cell })));
    const outcomes = await attempt(
      gateway,
      role,
      asked.map(({ text }) => text),
    );
    for (const [n, { text: _text, ...cell }] of asked.entries())
      cells.push({ ...cell, isGranted: isGranted(doctrine, name, cell), outcome: outcomes[n] ?? '' });
  }
  return cells;
}

/** Role → its name in the doctrine. */
function rolesOf({ agents }: Doctrine): readonly (readonly [role: string, name: string])[] {
  const kinds = { anon: 'anonymous', anonymous_user: 'anonymousUser', authenticated: 'user', service_role: 'service' };
  return [...Object.entries(kinds), ...Object.keys(agents).map((name) => [agentRole(name), name] as const)];
}

type Asked = Pick<DatabaseCell, 'table' | 'operation' | 'column'>;

function isGranted(doctrine: Doctrine, name: string, { table, operation, column }: Asked): boolean {
  if (operation === 'select') {
    const own = (doctrine.readers as Record<string, Reads>)[name] ?? doctrine.agents[name]?.reads ?? {};
    // Whom of the users a table of a group shows its rows to, its policy says.
    const groups = name === 'user' ? Object.values(doctrine.groups).map(({ reads }) => reads) : [];
    return [own, ...groups].some((reads: Reads) => {
      const granted = reads[storedSurfaceOf(table)];
      return granted === 'all' || (granted?.includes(table) ?? false);
    });
  }
  if (operation === 'truncate' || (name !== 'user' && name !== 'service')) return false;
  const granted = doctrine.writes[name][table];
  if (granted === undefined || granted === 'all') return granted === 'all';
  if (operation === 'delete') return granted.delete ?? false;
  const columns = granted[operation];
  return columns === 'all' || (columns?.includes(column ?? '') ?? false);
}

/** No row is touched: whether it may be is decided before that. */
function cellsOf(table: string, columns: readonly string[]) {
  const bare = (operation: Operation, text: string) => ({ operation, column: null, text });
  return [
    bare('select', `select * from ${table} where false`),
    bare('delete', `delete from ${table} where false`),
    bare('truncate', `truncate ${table} cascade`),
    ...columns.flatMap((column) => [
      { operation: 'insert' as const, column, text: `insert into ${table} (${column}) select null where false` },
      { operation: 'update' as const, column, text: `update ${table} set ${column} = null where false` },
    ]),
  ];
}

async function readColumns(gateway: TestGateway, { surfaces }: Doctrine): Promise<Map<string, readonly string[]>> {
  const rows = await gateway.owner((client) =>
    client.query(
      `select a.attrelid::regclass::text as "table", array_agg(quote_ident(a.attname)) as columns
       from pg_attribute a where a.attrelid = any ($1::regclass[]) and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and a.attidentity = '' group by 1`,
      [[...surfaces.ops.owns, ...surfaces.work.owns]],
    ),
  );
  return new Map(rows.map(({ table, columns }) => [String(table), columns as string[]]));
}

const ATTEMPT_SQL = `
  create or replace function public.matrix_attempt(statements text[]) returns text language plpgsql set search_path = '' as $$
  declare
    statement text;
    outcomes text[] := '{}';
  begin
    foreach statement in array statements loop
      begin
        execute statement;
        raise exception using errcode = 'MTX00';
      exception when others then
        outcomes := outcomes || case sqlstate when 'MTX00' then 'granted' else sqlstate end;
      end;
    end loop;
    return to_json(outcomes)::text;
  end $$;
  grant usage on schema public to public;
  grant execute on function public.matrix_attempt to public;`;

async function attempt(gateway: TestGateway, role: string, statements: readonly string[]): Promise<readonly string[]> {
  const viewer = { ...ANONYMOUS, kind: 'user', role } as const;
  const bytes = await gateway.sources.postgres?.transact(viewer, (run) =>
    run({ text: 'select public.matrix_attempt($1::text[])', values: [statements] }),
  );
  return JSON.parse(String(bytes)) as string[];
}
