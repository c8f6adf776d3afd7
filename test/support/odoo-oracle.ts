/**
 * What Odoo's own database answers to a filter: SQL by the rules that the API states, compiled from Odoo's table of
 * fields and from nothing of `src/odoo`. A comparison never matches null, a null number is 0, a null boolean false,
 * `not` is the plain complement, a list leaves archived records out unless its filter names `active`.
 */
import type { Catalog, LeafField, StoredType } from '../../src/plan/catalog.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';

/** A filter as a client sends it. */
export type Filter = Readonly<Record<string, unknown>>;

/** A leaf that is a plain column of Odoo's, and some of the values that stand in it. */
export interface OracleLeaf {
  readonly kind: 'leaf';
  readonly field: LeafField;
  /** SQL of the value for the table alias `t`. */
  readonly sql: (alias: string) => string;
  readonly samples: readonly unknown[];
  /** Whether it is HTML: Odoo sanitizes what it is compared with (`INV` becomes `<p>INV</p>`), patterns apart. */
  readonly isMarkup: boolean;
}

/** A relation that Odoo stores; `join` says which records `b` of the target belong to `a`. */
export interface OracleRelation {
  readonly kind: 'one' | 'many';
  readonly target: string;
  readonly join: (a: string, b: string) => string;
  /** Which `a` lead to none; of a list null. */
  readonly none: ((a: string) => string) | null;
}

/** One type of the catalog as Odoo's database has it: its fields that are stored. */
export interface OracleType {
  readonly type: StoredType;
  readonly table: string;
  readonly hasActive: boolean;
  readonly fields: ReadonlyMap<string, OracleLeaf | OracleRelation>;
}

/** Record ids of each type that the reader sees, archived ones too. */
export type Visible = (type: string) => readonly number[];

/** Finds what a filter finds. */
export interface Oracle {
  readonly types: ReadonlyMap<string, OracleType>;
  /** Ids in ascending order. */
  readonly find: (type: string, filter: Filter, visible: Visible) => Promise<number[]>;
}

/** Domains that Odoo's models put on their x2many fields, in SQL on `b`; those with others are left out. */
const LISTS: Readonly<Record<string, string>> = {
  'account.move.invoice_line_ids': `b.display_type in ('product', 'line_section', 'line_subsection', 'line_note')`,
  'account.move.line_ids': 'true',
  'account.move.reversal_move_ids': 'true',
  'project.project.tag_ids': 'true',
  'project.project.timesheet_ids': 'true',
  'project.project.type_ids': 'true',
  'project.task.tag_ids': 'true',
  'project.task.timesheet_ids': 'true',
  'purchase.order.invoice_ids': 'true',
  'purchase.order.order_line': 'true',
  'res.partner.child_ids': 'b.active',
  'res.partner.invoice_ids': 'true',
};

interface FieldRow {
  readonly name: string;
  readonly ttype: string;
  readonly relation: string | null;
  readonly relation_field: string | null;
  readonly relation_table: string | null;
  readonly column1: string | null;
  readonly column2: string | null;
  readonly data_type: string | null;
}

/** Lends a connection to Odoo's database. */
export type Borrow = <T>(work: (client: MigrationClient) => Promise<T>) => Promise<T>;

/** Reads Odoo's table of fields for the types named. */
export async function openOracle(borrow: Borrow, catalog: Catalog, names: readonly string[]): Promise<Oracle> {
  const types = new Map<string, OracleType>();
  await borrow(async (client) => {
    for (const name of names) types.set(name, await readType(client, catalog.get(name) as StoredType));
  });
  return {
    types,
    find: async (name, filter, visible) => {
      const compiling: Compiling = { types, visible, values: [], serial: 0 };
      const condition = compileList(compiling, name, filter, 'a');
      const { table } = types.get(name) as OracleType;
      const ids = compiling.values.push(visible(name));
      const text = `select a.id from ${table} a where a.id = any($${ids}) and ${condition} order by 1`;
      const rows = await borrow((client) => client.query(text, compiling.values));
      return rows.map(({ id }) => Number(id));
    },
  };
}

async function readType(client: MigrationClient, type: StoredType): Promise<OracleType> {
  const table = type.source.replaceAll('.', '_');
  const rows = (await client.query(
    `select f.name, f.ttype, f.relation, f.relation_field, f.relation_table, f.column1, f.column2, c.data_type
       from ir_model_fields f left join information_schema.columns c on c.table_name = $2 and c.column_name = f.name
      where f.model = $1 and f.store and not coalesce(f.company_dependent, false)`,
    [type.source, table],
  )) as unknown as FieldRow[];
  const byName = new Map(rows.map((row) => [row.name, row]));
  const fields = new Map<string, OracleLeaf | OracleRelation>();
  for (const field of type.fields.values()) {
    const row = field.column === null ? undefined : byName.get(field.column);
    // Nothing is filtered by a nodeId, which is made from the id, or by JSON.
    if (!row || field.name === 'nodeId' || (field.kind === 'leaf' && field.scalar === 'JSON')) continue;
    if (field.kind === 'leaf' && row.data_type) fields.set(field.name, await readLeaf(client, table, field, row));
    if (field.kind === 'one' && row.data_type)
      fields.set(field.name, {
        kind: 'one',
        target: field.target,
        join: (a, b) => `${b}.id = ${a}.${row.name}`,
        none: (a) => `${a}.${row.name} is null`,
      });
    const join = field.kind === 'many' ? joinMany(type.source, row) : null;
    if (field.kind === 'many' && join) fields.set(field.name, { kind: 'many', target: field.target, join, none: null });
  }
  return { type, table, hasActive: byName.has('active'), fields };
}

async function readLeaf(client: MigrationClient, table: string, field: LeafField, row: FieldRow): Promise<OracleLeaf> {
  const sql = (alias: string) =>
    row.data_type === 'jsonb' ? `(${alias}.${row.name}->>'en_US')` : `${alias}.${row.name}`;
  const found = await client.query(`select distinct ${sql('t')}::text as value from ${table} t order by 1 limit 40`);
  const samples = found.flatMap(({ value }) => (value === null ? [] : [value]));
  return { kind: 'leaf', field, sql, samples, isMarkup: row.ttype === 'html' };
}

function joinMany(model: string, row: FieldRow): OracleRelation['join'] | null {
  const domain = LISTS[`${model}.${row.name}`];
  if (domain === undefined) return null;
  const own = (b: string) => domain.replaceAll('b.', `${b}.`);
  if (row.ttype === 'one2many') return (a, b) => `${b}.${row.relation_field} = ${a}.id and ${own(b)}`;
  const { relation_table: table, column1, column2 } = row;
  return (a, b) =>
    `exists (select from ${table} r where r.${column1} = ${a}.id and r.${column2} = ${b}.id) and ${own(b)}`;
}

interface Compiling {
  readonly types: Oracle['types'];
  readonly visible: Visible;
  readonly values: unknown[];
  serial: number;
}

function compileList(compiling: Compiling, name: string, filter: Filter, alias: string): string {
  const { hasActive } = compiling.types.get(name) as OracleType;
  const condition = compileFilter(compiling, name, filter, alias);
  return hasActive && !namesActive(filter) ? `(${alias}.active and ${condition})` : condition;
}

function namesActive(filter: Filter): boolean {
  return Object.entries(filter).some(([name, value]) => {
    if (name === 'and' || name === 'or') return (value as Filter[]).some(namesActive);
    return name === 'not' ? namesActive(value as Filter) : name === 'active' && Object.keys(value as Filter).length > 0;
  });
}

function compileFilter(compiling: Compiling, name: string, filter: Filter, alias: string): string {
  const nested = (value: unknown) => compileFilter(compiling, name, value as Filter, alias);
  const parts = Object.entries(filter).map(([key, value]) => {
    if (key === 'and') return join((value as unknown[]).map(nested), 'and', 'true');
    if (key === 'or') return join((value as unknown[]).map(nested), 'or', 'false');
    if (key === 'not') return `(not ${nested(value)})`;
    const field = compiling.types.get(name)?.fields.get(key);
    if (!field) throw new TypeError(`the oracle does not know ${name}.${key}`);
    if (field.kind === 'leaf') {
      const each = Object.entries(value as Filter);
      return join(
        each.map(([operator, operand]) => compileComparison(compiling, field, operator, operand, alias)),
        'and',
        'true',
      );
    }
    return compileRelation(compiling, field, value as Filter, alias);
  });
  return join(parts, 'and', 'true');
}

function compileRelation(compiling: Compiling, field: OracleRelation, value: Filter, alias: string): string {
  compiling.serial += 1;
  const inner = `x${compiling.serial}`;
  const { table } = compiling.types.get(field.target) as OracleType;
  const exists = (condition: string) => {
    const ids = compiling.values.push(compiling.visible(field.target));
    const where = `${field.join(alias, inner)} and ${inner}.id = any($${ids}) and ${condition}`;
    return `exists (select from ${table} ${inner} where ${where})`;
  };
  // A relation to one leads to its record also where that is archived.
  if (field.kind === 'one') {
    const found = exists(compileFilter(compiling, field.target, value, inner));
    return field.none && holdsOfNone(value) === true ? `(${found} or ${field.none(alias)})` : found;
  }
  const parts = Object.entries(value).map(([kind, filter]) => {
    const found = exists(compileList(compiling, field.target, filter as Filter, inner));
    return kind === 'none' ? `not ${found}` : found;
  });
  return join(parts, 'and', 'true');
}

/** What a filter says of no record: true or false by `id.isNull` alone, which may be negated; else null, unknown. */
function holdsOfNone(filter: Filter): boolean | null {
  const each = Object.entries(filter).map(([key, value]): boolean | null => {
    if (key === 'not') {
      const held = holdsOfNone(value as Filter);
      return held === null ? null : !held;
    }
    if (key === 'and') return every((value as Filter[]).map(holdsOfNone));
    if (key === 'or') {
      const none = every((value as Filter[]).map(holdsOfNone).map((held) => (held === null ? null : !held)));
      return none === null ? null : !none;
    }
    const { isNull, ...others } = value as Filter;
    return key === 'id' && isNull !== undefined && Object.keys(others).length === 0 ? isNull === true : null;
  });
  return every(each);
}

/** True where all are, false where one is, unknown for no statement at all. */
function every(held: readonly (boolean | null)[]): boolean | null {
  if (held.includes(false)) return false;
  return held.length === 0 || held.includes(null) ? null : true;
}

const CASTS: Readonly<Record<string, string>> = {
  Int: 'numeric',
  Decimal: 'numeric',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'timestamptz',
  ID: 'integer',
};
const SQL_OPERATORS: Readonly<Record<string, string>> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };

function compileComparison(
  compiling: Compiling,
  { field, sql }: OracleLeaf,
  operator: string,
  operand: unknown,
  alias: string,
): string {
  const value = valueSql(field, sql(alias));
  if (operator === 'isNull') return operand ? `(${value} is null)` : `(${value} is not null)`;
  const cast = CASTS[field.scalar] ?? 'text';
  const stored = (item: unknown) => field.stored?.get(String(item)) ?? String(item);
  if (operator === 'contains' || operator === 'startsWith') {
    const pattern = String(operand).replace(/[\\%_]/g, '\\$&');
    const index = compiling.values.push(operator === 'contains' ? `%${pattern}%` : `${pattern}%`);
    return `coalesce(${value} ilike $${index}, false)`;
  }
  if (Array.isArray(operand)) {
    const index = compiling.values.push(operand.map(stored));
    const found = `${value} = any($${index}::text[]::${cast}[])`;
    return `coalesce(${operator === 'in' ? found : `not ${found}`}, false) and ${value} is not null`;
  }
  const index = compiling.values.push(stored(operand));
  return `coalesce(${value} ${SQL_OPERATORS[operator]} $${index}::text::${cast}, false)`;
}

function valueSql({ scalar }: LeafField, column: string): string {
  if (scalar === 'Int' || scalar === 'Decimal') return `coalesce(${column}, 0)`;
  if (scalar === 'Boolean') return `coalesce(${column}, false)`;
  // A time is what is shown of it: whole seconds, in UTC.
  return scalar === 'DateTime' ? `(date_trunc('second', ${column}) at time zone 'UTC')` : column;
}

function join(parts: readonly string[], operator: 'and' | 'or', empty: string): string {
  return parts.length === 0 ? empty : `(${parts.join(` ${operator} `)})`;
}
