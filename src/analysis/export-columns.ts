/** Which columns an export has: the stored fields that the SDL gives the reader, by their names in Odoo. */
import { GatewayError } from '../errors.ts';
import type { Catalog, LeafField, StoredField } from '../plan/catalog.ts';

/**
 * What a column holds, in every format: `decimal` is money, exact; `float` what Odoo keeps as a double; `relation` the id of
 * another record; `datetime` is UTC.
 */
export type ColumnKind = 'integer' | 'relation' | 'float' | 'decimal' | 'boolean' | 'date' | 'datetime' | 'text';

/** A column of an export. */
export interface ExportColumn {
  /** The field's name in Odoo. */
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A value of it: a number, a boolean, or a text (`decimal`, `date`, `datetime`, `text`). */
export type ExportValue = string | number | boolean | null;

const ID: ExportColumn = { name: 'id', kind: 'integer' };
/** When Odoo last wrote a record: exported though only `since` may ask for it. */
const WRITTEN: ExportColumn = { name: 'write_date', kind: 'datetime' };

/** Every column that the SDL has of a model, `id` first. @throws GatewayError `BAD_USER_INPUT` where it has no such model. */
export function columnsOf(catalog: Catalog, model: string): readonly ExportColumn[] {
  const types = [...catalog.values()].filter(({ surface, source }) => surface === 'odoo' && source === model);
  if (types.length === 0)
    throw new GatewayError(
      'BAD_USER_INPUT',
      `The schema has no model "${model}": docs/analysis.md says which may be exported`,
    );
  const found = types.flatMap(({ fields }) => [...fields.values()].flatMap((field) => asColumn(field) ?? []));
  return [...new Map([ID, ...found, WRITTEN].map((column) => [column.name, column])).values()];
}

/**
 * The columns that are asked for: all that are there, or those that `--fields` names, `id` among them.
 *
 * @param there What can be read by this way, of all that the SDL has.
 * @throws GatewayError `BAD_USER_INPUT` that names each field that is not among them.
 */
export function chooseColumns(
  there: readonly ExportColumn[],
  fields: readonly string[] | null,
): readonly ExportColumn[] {
  if (fields === null) return there;
  const strays = fields.filter((name) => !there.some((column) => column.name === name));
  if (strays.length > 0) {
    const known = there.map(({ name }) => name).join(', ');
    throw new GatewayError('BAD_USER_INPUT', `--fields: no ${strays.join(', ')} can be read here; there are ${known}`);
  }
  return there.filter(({ name }) => name === ID.name || fields.includes(name));
}

function asColumn(field: StoredField): ExportColumn | null {
  if (field.kind === 'one' && !field.column.includes('.')) return { name: field.column, kind: 'relation' };
  if (field.kind !== 'leaf' || field.column.includes('.')) return null;
  const kind = kindOf(field);
  return kind && { name: field.column, kind };
}

function kindOf({ scalar, currency, column }: LeafField): ColumnKind | null {
  switch (scalar) {
    case 'ID':
      return column === 'id' ? 'integer' : null;
    case 'Int':
      return 'integer';
    case 'Float':
      return 'float';
    case 'Decimal':
      return currency === null ? 'float' : 'decimal';
    case 'Boolean':
      return 'boolean';
    case 'Date':
      return 'date';
    case 'DateTime':
      return 'datetime';
    case 'String':
    case 'Enum':
      return 'text';
    default:
      return null;
  }
}
