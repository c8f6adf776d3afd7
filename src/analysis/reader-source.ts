/** Records for an export, read by the gateway's reader through Odoo's ORM: its access rights and record rules hold. */
import { GatewayError } from '../errors.ts';
import type { OdooCall } from '../odoo/call.ts';
import { padYear, toDecimal, withoutNoise } from '../odoo/values.ts';
import type { Catalog } from '../plan/catalog.ts';
import { type ColumnKind, chooseColumns, columnsOf, type ExportColumn, type ExportValue } from './export-columns.ts';
import { type ExportRow, type ExportScope, type ExportSource, plainDecimal, sinceText } from './export-source.ts';

const PAGE_ROWS = 1_000;
/** Archived records too, and no translation: both as `--via fdw` has it. */
const CONTEXT = { active_test: false };

interface Described {
  readonly type: string;
  readonly store: boolean;
}

/**
 * Asks Odoo which fields this reader may name.
 *
 * @throws GatewayError `BAD_USER_INPUT` for a field that is not there, as `src/odoo/faults.ts` maps it for the rest.
 */
export async function openReaderSource(call: OdooCall, catalog: Catalog, scope: ExportScope): Promise<ExportSource> {
  const { model, since, fields } = scope;
  const all = columnsOf(catalog, model);
  const described = (await call(model, 'fields_get', { attributes: ['type', 'store'] })) as Record<string, Described>;
  const readable = all.filter(({ name }) => Object.hasOwn(described, name));
  if (since && !readable.some(({ name }) => name === 'write_date'))
    throw new GatewayError('BAD_USER_INPUT', `--since: ${model} does not say when a record was written`);
  // What Odoo computes at each read costs by the record: only who names it gets it.
  const stored = readable.filter(({ name }) => described[name]?.store !== false);
  const columns = fields === null ? stored : chooseColumns(readable, fields);
  const names = columns.map(({ name }) => name);
  const written = since ? [['write_date', '>=', sinceText(since)]] : [];
  return {
    columns,
    leftOut: all.filter((column) => fields === null && !columns.includes(column)).map(({ name }) => name),
    pageRows: PAGE_ROWS,
    read: async (afterId, limit) => {
      const records = (await call(model, 'search_read', {
        domain: [['id', '>', afterId], ...written],
        ...{ fields: names, limit, order: 'id', load: '', context: CONTEXT },
      })) as Record<string, unknown>[];
      return records.map((record) => toRow(model, columns, record));
    },
  };
}

function toRow(model: string, columns: readonly ExportColumn[], record: Record<string, unknown>): ExportRow {
  const id = Number(record.id);
  const [, ...rest] = columns;
  return [id, ...rest.map(({ name, kind }) => toValue(kind, record[name], `${name} of ${model} ${id}`))];
}

/** Odoo says `false` for what is empty. */
function toValue(kind: ColumnKind, value: unknown, place: string): ExportValue {
  if (kind === 'boolean') return value === true;
  if (value === false || value === null || value === undefined) return null;
  switch (kind) {
    case 'decimal':
      return plainDecimal(toDecimal(withoutNoise(toNumber(value, place))));
    case 'float':
      return withoutNoise(toNumber(value, place));
    case 'integer':
    case 'relation':
      return toNumber(Array.isArray(value) ? value[0] : value, place);
    case 'date':
      return padYear(String(value));
    case 'datetime':
      return `${padYear(String(value)).replace(' ', 'T')}Z`;
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

function toNumber(value: unknown, place: string): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new GatewayError('UPSTREAM_ERROR', `Odoo's ${place} is ${String(value)}, no number`, { surface: 'odoo' });
}
