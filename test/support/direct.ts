/** The workspace by its second door: statements as PostgREST composes them for supabase-js, as a role with its claims. */
import { ANONYMOUS, type Viewer } from '../../src/auth/viewer.ts';
import type { TestGateway } from './gateway.ts';

/** A row, a patch, a call's arguments, or the values of columns by which rows are found (`eq`, of a list `in`). */
export type Given = Readonly<Record<string, unknown>>;

/** What came of it: rows, or the refusal's SQLSTATE (of one of ours its code) with all that it says. */
export interface Outcome {
  readonly rows: readonly Record<string, unknown>[];
  /** Null where it was done. */
  readonly refused: string | null;
  readonly text: string;
}

/** `from(table).insert(rows)` and so on; what is done stays, unless the door was opened with `undo`. */
export interface Direct {
  readonly insert: (table: string, ...rows: readonly Given[]) => Promise<Outcome>;
  /** @param conflict Columns, as in `{ onConflict: 'id' }`. */
  readonly upsert: (table: string, rows: readonly Given[], conflict?: readonly string[]) => Promise<Outcome>;
  readonly update: (table: string, at: Given, patch: Given) => Promise<Outcome>;
  readonly remove: (table: string, at: Given) => Promise<Outcome>;
  readonly select: (table: string, at: Given) => Promise<Outcome>;
  readonly rpc: (name: string, args: Given) => Promise<Outcome>;
}

/** What PostgREST knows of the schema `work`. */
export interface SchemaCache {
  /** Table → column → type. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Function → its arguments, each with its type; of those that a user may call. */
  readonly functions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads tables and functions of the workspace. */
export async function readSchemaCache({ owner }: Pick<TestGateway, 'owner'>): Promise<SchemaCache> {
  const columns = await owner((client) =>
    client.query(`select c.relname as of, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'work'::regnamespace and c.relkind in ('r', 'v') order by c.relname, a.attnum`),
  );
  const args = await owner((client) =>
    client.query(`select p.proname as of, a.name, format_type(t.oid, null) as type
      from pg_proc p left join unnest(p.proargtypes::oid[], p.proargnames[1 : p.pronargs]) with ordinality as a (type, name, n) on true
        left join pg_type t on t.oid = a.type
      where p.pronamespace = 'work'::regnamespace and p.prorettype <> 'trigger'::regtype and p.provariadic = 0
        and has_function_privilege('authenticated', p.oid, 'execute') and not coalesce(p.proargnames[1 : p.pronargs] && '{""}', false)
      order by p.proname, a.n`),
  );
  return { tables: group(columns), functions: group(args) };
}

function group(rows: readonly Record<string, unknown>[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const groups = new Map<string, Map<string, string>>();
  for (const { of, name, type } of rows) {
    const known = groups.get(String(of)) ?? new Map<string, string>();
    groups.set(String(of), name === null ? known : known.set(String(name), String(type)));
  }
  return groups;
}

/** A user's viewer, as its token says. */
export const userViewer = (id: string): Viewer => ({
  ...ANONYMOUS,
  kind: 'user',
  id,
  role: 'authenticated',
  claims: JSON.stringify({ role: 'authenticated', sub: id }),
});

/** Opens the door. @param undo Takes back what was done, once its outcome is known. */
export function openDirect(
  gateway: TestGateway,
  cache: SchemaCache,
  viewer: Viewer,
  { undo = false }: { undo?: boolean } = {},
): Direct {
  const run = (text: string, ...values: readonly unknown[]) => attempt(gateway, viewer, { text, values }, undo);
  const typed = (table: string, names: readonly string[]) =>
    names.map((name) => `${quote(name)} ${cache.tables.get(table)?.get(name) ?? 'text'}`).join(', ');
  const put = (table: string, rows: readonly Given[], rest: string) => {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const list = names.map(quote).join(', ');
    const body = `(select $1::json as json_data) p, lateral (select ${list} from json_to_recordset(p.json_data) as _(${typed(table, names)})) b`;
    const source = `insert into work.${quote(table)} (${list}) select ${list} from ${body} ${rest} returning work.${quote(table)}.*`;
    return run(answerOf(source), JSON.stringify(rows));
  };
  const literal = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;
  const where = (table: string, at: Given) =>
    Object.entries(at)
      .map(([name, value]) => `work.${quote(table)}.${quote(name)} in (${[value].flat().map(literal).join(', ')})`)
      .join(' and ') || 'true';
  return {
    insert: (table, ...rows) => put(table, rows, ''),
    upsert: (table, rows, conflict = ['id']) => {
      const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(quote);
      const sets = names.map((name) => `${name} = excluded.${name}`).join(', ');
      return put(table, rows, `on conflict (${conflict.map(quote).join(', ')}) do update set ${sets}`);
    },
    update: (table, at, patch) => {
      const names = Object.keys(patch);
      const sets = names.map((name) => `${quote(name)} = b.${quote(name)}`).join(', ');
      const body = `(select $1::json as json_data) p, lateral (select ${names.map(quote).join(', ')} from json_to_record(p.json_data) as _(${typed(table, names)})) b`;
      const source = `update work.${quote(table)} set ${sets} from ${body} where ${where(table, at)} returning work.${quote(table)}.*`;
      return run(answerOf(source), JSON.stringify(patch));
    },
    remove: (table, at) =>
      run(answerOf(`delete from work.${quote(table)} where ${where(table, at)} returning work.${quote(table)}.*`)),
    select: (table, at) => run(answerOf(`select * from work.${quote(table)} where ${where(table, at)}`)),
    rpc: (name, args) => {
      const types = cache.functions.get(name) ?? new Map<string, string>();
      const names = Object.keys(args);
      if (names.length === 0) return run(answerOf(`select c.* from work.${quote(name)}() c`));
      const record = names.map((arg) => `${quote(arg)} ${types.get(arg) ?? 'text'}`).join(', ');
      const call = names.map((arg) => `${quote(arg)} := b.${quote(arg)}`).join(', ');
      const body = `(select $1::json as json_data) p, lateral (select * from json_to_record(p.json_data) as _(${record})) b`;
      return run(answerOf(`select c.* from ${body}, lateral work.${quote(name)}(${call}) c`), JSON.stringify(args));
    },
  };
}

/** Runs a call of a function as the gateway composes it, by this door. */
export function runStatement(
  gateway: TestGateway,
  viewer: Viewer,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  { undo = false }: { undo?: boolean } = {},
): Promise<Outcome> {
  return attempt(gateway, viewer, { text: answerOf(text), values }, undo);
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const answerOf = (source: string) =>
  `with pgrst_source as (${source}) select coalesce(json_agg(s), '[]')::text from pgrst_source s`;

/** Takes back what a statement did. */
class Undone extends Error {
  readonly rows: string;
  constructor(rows: string) {
    super('undone');
    this.rows = rows;
  }
}

async function attempt(
  gateway: TestGateway,
  viewer: Viewer,
  statement: { text: string; values: readonly unknown[] },
  undo: boolean,
): Promise<Outcome> {
  const { postgres } = gateway.sources;
  if (!postgres) throw new TypeError('no database');
  try {
    const text = await postgres.transact(viewer, async (run) => {
      const rows = (await run({ text: statement.text, values: [...statement.values] })).toString('utf8');
      if (undo) throw new Undone(rows);
      return rows;
    });
    return { rows: JSON.parse(text), refused: null, text };
  } catch (error) {
    if (error instanceof Undone) return { rows: JSON.parse(error.rows), refused: null, text: error.rows };
    return readRefusal(error);
  }
}

function readRefusal(error: unknown): Outcome {
  const { cause, code, message, details } = error as Given & { cause?: Given };
  const refused = String(cause?.code ?? code ?? error);
  const said = cause ? [cause.message, cause.detail, cause.hint] : [message, JSON.stringify(details)];
  return { rows: [], refused, text: [refused, ...said].join(' | ') };
}
