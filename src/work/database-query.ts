/** `Query.databaseRows` and `Query.databaseRowGroups`: rows by what their typed columns hold, in one statement each. */
import { badInput } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import type { Reading, Readings } from '../postgres/reading.ts';
import { createSql } from '../postgres/sql.ts';
import type { Statement } from '../postgres/statement.ts';
import { type CellFilter, type CellSql, type CellUse, compileCell, compileCellFilter } from './cell-filter.ts';
import {
  type CellOrder,
  compileAfter,
  compileOrder,
  compileSortKey,
  type RowPlace,
  writeRowCursor,
} from './cell-order.ts';

const DEFAULT_ROWS = 20;
const MAX_ROWS = 100;
/** Groups of one answer at most. */
const MAX_GROUPS = 1_000;

type Args = Readonly<Record<string, unknown>>;

const databaseRows: Reading = async (args, asking) => {
  const { sql, where } = startQuery(args);
  const place: RowPlace = { databaseId: String(args.databaseId).toLowerCase(), order: orderOf(args) };
  const keys = compileOrder(sql, place.order);
  if (args.after != null) where.push(compileAfter(sql, { keys, place, after: String(args.after), asking }));
  const first = Number(args.first ?? DEFAULT_ROWS);
  if (first < 0 || first > MAX_ROWS) throw badInput('first', `must be from 0 to ${MAX_ROWS}`);
  const statement = finishQuery(sql, {
    // As text, so that numbers keep their digits.
    select: `row.id, row.version, row.created_at, row.updated_at, jsonb_build_object('$raw', row.data::text) as data, ${PERSON_CELLS},
      jsonb_build_array(${keys.map(({ text }) => text).join(', ')})::text as keys`,
    where,
    // One row more than is answered tells whether there are more.
    page: `order by ${keys.map(({ text, descending }) => `${text}${descending ? ' desc' : ''}`).join(', ')} limit ${sql.bind(first + 1)}::int`,
  });
  const rows = await asking.read(statement);
  const edges = rows.slice(0, first).map((row) => {
    const cursor = asking.sealCursor(writeRowCursor(place, String(row.keys)));
    return { cursor, node: toNode(row, cursor) };
  });
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    hasNextPage: rows.length > first,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
};

const databaseRowGroups: Reading = {
  statement: (args) => {
    const { sql, where } = startQuery(args);
    const use = (name: 'by' | 'sum', operator: string): CellUse | null =>
      args[name] == null ? null : { column: String(args[name]), operator, value: null, argument: name };
    const by = use('by', 'group');
    const sum = use('sum', 'sum');
    const { cell: key, key: place } = by ? compileSortKey(sql, by) : { cell: 'null::jsonb', key: '' };
    const cell = sum ? compileCell(sql, sum) : 'null::jsonb';
    return finishQuery(sql, {
      select: `jsonb_build_object('$raw', coalesce((${key})::text, 'null')) as key, count(*)::int as count,
        ${sum ? `coalesce(sum((case when jsonb_typeof(${cell}) = 'number' then ${cell} end)::numeric), 0)::text` : 'null::text'} as sum`,
      where,
      group: by ? `group by ${key} order by ${place}, ${key} limit ${MAX_GROUPS + 1}` : 'having count(*) > 0',
    });
  },
  answer: (rows) => ({ nodes: rows.slice(0, MAX_GROUPS), isComplete: rows.length <= MAX_GROUPS }),
};

/** By root field. */
export const databaseReadings: Readings = { databaseRows, databaseRowGroups };

/** `person` is the id by which the person itself is read, where it is selected. */
const PERSON_CELLS = `(
  select coalesce(jsonb_agg(jsonb_build_object('columnName', c.name, 'personId', row.data ->> c.name, 'person', row.data ->> c.name)
    order by c.rank), '[]')
  from work.db_columns c where c.database_id = $1::uuid and c.type = 'PERSON' and row.data ->> c.name is not null) as person_cells`;

/** Starts with the rows of one database that the filter lets through. */
function startQuery({ databaseId, filter, timeZone }: Args): { readonly sql: CellSql; readonly where: string[] } {
  if (!isUuid(String(databaseId))) throw badInput('databaseId', 'must be a uuid');
  const sql: CellSql = { ...createSql(), uses: [], columns: new Map(), held: new Map() };
  // `operands is not null` comes first because it reads no row: arguments at fault are refused where there are no rows, too.
  const where = [`row.database_id = ${sql.bind(databaseId)}::uuid`, '(select asked.operands from asked) is not null'];
  // The second one, as `finishQuery` takes it.
  sql.bind(timeZone ?? 'UTC');
  if (filter) where.push(compileCellFilter(sql, filter as CellFilter));
  return { sql, where };
}

interface Clauses {
  readonly select: string;
  readonly where: readonly string[];
  /** `order by … limit …`; the rows are unordered and all where it is absent. */
  readonly page?: string;
  readonly group?: string;
}

/** Last of all, since by now it is known which columns are used. */
function finishQuery(sql: CellSql, { select, where, page = '', group = '' }: Clauses): Statement {
  const uses = sql.bind(JSON.stringify(sql.uses));
  const asked = `asked as materialized (
    select work.cell_operands(database_id => $1::uuid, uses => ${uses}::jsonb, time_zone => $2::text) as operands)`;
  const rows = (condition: string) =>
    `(select row.* from work.db_rows row where ${[condition, ...where].filter(Boolean).join(' and ')} ${page})`;
  if (sql.held.size === 0) {
    return { text: `with ${asked} select ${select} from ${rows('')} row ${group || page}`, values: sql.values };
  }
  // Rows that hold a rare value by the index on cells; a common one is met soon in the order of the answer.
  const cells = [...sql.held].map(([column, place]) => `(${column}::text, asked.operands -> ${place})`).join(', ');
  // Not by dates, which are objects here: a day is held by cells of many values.
  const found = `found as materialized (
    select case when held.cells <> '{}' then work.rows_with(database_id => $1::uuid, cells => held.cells) end as ids
    from asked cross join lateral (
      select coalesce(jsonb_object_agg(cell.name, cell.value) filter (where jsonb_typeof(cell.value) <> 'object'), '{}') as cells
      from (values ${cells}) cell (name, value)) held)`;
  const rare = rows('row.id = any((select found.ids from found)::uuid[])');
  const common = rows('(select found.ids from found) is null');
  return {
    text: `with ${asked}, ${found} select ${select} from (${rare} union all ${common}) row ${group || page}`,
    values: sql.values,
  };
}

function orderOf({ orderBy }: Args): readonly CellOrder[] {
  return ((orderBy ?? []) as readonly CellOrder[]).map(({ column, direction }) => ({ column, direction }));
}

function toNode(row: JsonRow, cursor: string) {
  const time = (value: unknown) => String(value).replace('+00:00', 'Z');
  return {
    id: row.id,
    row: row.id,
    version: row.version,
    data: row.data,
    personCells: row.person_cells,
    createdAt: time(row.created_at),
    updatedAt: time(row.updated_at),
    cursor,
  };
}
