/** Records for an export, read by a foreign table out of Odoo's own database: past its record rules, for the service. */
import type { Viewer } from '../auth/viewer.ts';
import { type ForeignTable, foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import type { Catalog } from '../plan/catalog.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { quoteName } from '../quote.ts';
import { type ColumnKind, chooseColumns, columnsOf, type ExportColumn, type ExportValue } from './export-columns.ts';
import { type ExportRow, type ExportScope, type ExportSource, plainDecimal, sinceText } from './export-source.ts';

const PAGE_ROWS = 5_000;

/** What the source is made of. */
export interface FdwSourceOptions {
  readonly postgres: Pick<PostgresSource, 'render'>;
  readonly viewer: Viewer;
  readonly catalog: Catalog;
  readonly doctrine: Pick<Doctrine, 'foreign'>;
}

/** @throws GatewayError `BAD_USER_INPUT` where no foreign table shows the model, or a field. */
export function openFdwSource(options: FdwSourceOptions, { model, since, fields }: ExportScope): ExportSource {
  const { postgres, viewer, catalog, doctrine } = options;
  const all = columnsOf(catalog, model);
  const table = foreignTables(doctrine).find((each) => each.model === model);
  if (!table) {
    const models = foreignTables(doctrine).map((each) => each.model);
    throw new GatewayError(
      'BAD_USER_INPUT',
      `--via fdw: no foreign table shows ${model}; there are ${models.join(', ')}`,
    );
  }
  const there = all.filter(({ name }) => table.columns.has(name));
  const columns = chooseColumns(there, fields);
  const text = pageSql(table, columns, since !== null);
  return {
    columns,
    leftOut: all.filter((column) => fields === null && !columns.includes(column)).map(({ name }) => name),
    pageRows: PAGE_ROWS,
    read: async (afterId, limit) => {
      const values = [afterId, limit, ...(since ? [sinceText(since)] : [])];
      const bytes = await postgres.render(viewer, { text, values });
      const rows = JSON.parse(bytes.toString('utf8')) as [number, ...ExportValue[]][];
      return rows.map((row) => toRow(columns, row));
    },
  };
}

/**
 * Odoo's database is asked for the page alone; what columns look like is made here. A cast of `since` would be done here too,
 * and every older record be fetched for it.
 */
function pageSql({ name, columns: types }: ForeignTable, columns: readonly ExportColumn[], isSince: boolean): string {
  const values = columns.map((column) => expressionOf(column, types.get(column.name) ?? 'text'));
  const names = columns.map((column) => `t.${quoteName(column.name)}`);
  const since = isSince ? ' and t.write_date >= $3' : '';
  return `select coalesce(json_agg(json_build_array(${values.join(', ')}) order by q.id), '[]')::text from (
    select ${names.join(', ')} from ${name} t where t.id > $1::int${since} order by t.id limit $2::int
  ) q`;
}

function expressionOf({ name, kind }: ExportColumn, type: string): string {
  const column = `q.${quoteName(name)}`;
  if (type === 'jsonb')
    return `coalesce(${column} ->> 'en_US', (select n.value from jsonb_each_text(${column}) n order by n.key limit 1))`;
  if (kind === 'date') return `to_char(${column}, 'YYYY-MM-DD')`;
  if (kind === 'datetime') return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  return kind === 'decimal' ? `${column}::text` : column;
}

function toRow(columns: readonly ExportColumn[], [id, ...rest]: readonly [number, ...ExportValue[]]): ExportRow {
  return [id, ...rest.map((value, index) => toValue(columns[index + 1]?.kind ?? 'text', value))];
}

function toValue(kind: ColumnKind, value: ExportValue): ExportValue {
  // To Odoo's ORM a boolean that was never set is false, and a number 0.
  if (kind === 'boolean') return value === true;
  if (value === null) return kind === 'decimal' ? '0' : kind === 'integer' || kind === 'float' ? 0 : null;
  if (kind === 'datetime')
    return `${String(value).replace(/\.(\d*?)0+$/, (_all, digits) => (digits === '' ? '' : `.${digits}`))}Z`;
  if (kind === 'decimal') return toExact(String(value));
  // JSON has no NaN: Postgres gives it as a text.
  return kind === 'float' && typeof value !== 'number' ? toExact(String(value)) : value;
}

function toExact(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return plainDecimal(text);
  throw new GatewayError('UPSTREAM_ERROR', `Odoo's database has an amount that is ${text}, no number`, {
    surface: 'odoo',
  });
}
