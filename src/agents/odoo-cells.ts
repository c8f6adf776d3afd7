/** Values as Odoo's `create` takes them → rows of text cells as its `load` takes them. Pure. */
import { fromOdooDateTime, toOdooDateTime } from '../odoo/values.ts';
import { type FieldDescription, type FieldDescriptions, isEmpty } from '../ops/odoo-values.ts';
import { RunError } from './handler.ts';

/** What Odoo says of the fields that have values, and of their lines' fields. */
export interface Described {
  readonly fields: FieldDescriptions;
  /** By the name of the one2many field. */
  readonly lines: ReadonlyMap<string, FieldDescriptions>;
  /** Hours that the zone of the import is ahead of UTC: it takes times for its own. */
  readonly hoursAhead: number;
}

/** A table: the record is the first row; further rows hold further lines. */
export interface Rows {
  /** Column names such as `partner_id/.id` and `line_ids/name`. */
  readonly fields: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Values = Readonly<Record<string, unknown>>;

/** @throws RunError `BAD_USER_INPUT` that names a field whose value no cell can say. */
export function toRows(values: Values, { fields, lines, hoursAhead }: Described): Rows {
  const toCell = createToCell(hoursAhead);
  const columns = Object.entries(values).flatMap(([name, value]): Column[] => {
    const field = fields[name];
    if (!field) throw refuse(name, 'is no field of the model, or none that the writer sees');
    if (field.type !== 'one2many') return [{ name: columnName(name, field), cells: [toCell(name, field, value)] }];
    return toLineColumns(name, lines.get(name) ?? {}, { lines: readLines(name, value), toCell });
  });
  const height = Math.max(1, ...columns.map(({ cells }) => cells.length));
  return {
    fields: columns.map(({ name }) => name),
    rows: Array.from({ length: height }, (_, row) => columns.map(({ cells }) => cells[row] ?? '')),
  };
}

interface Column {
  readonly name: string;
  readonly cells: readonly string[];
}

function columnName(name: string, { type }: FieldDescription): string {
  return type === 'many2one' || type === 'many2many' ? `${name}/.id` : name;
}

/** One column for each field of the lines, one cell for each line. */
function toLineColumns(
  at: string,
  fields: FieldDescriptions,
  { lines, toCell }: { readonly lines: readonly Values[]; readonly toCell: CellOf },
): Column[] {
  const names = Object.keys(lines[0] ?? {});
  // A cell that is left empty would empty the field, where a field that is left out gets its default.
  for (const line of lines)
    if (Object.keys(line).sort().join() !== [...names].sort().join())
      throw refuse(at, 'needs the same fields in each line');
  const columns = names.map((name) => {
    const field = fields[name];
    if (!field) throw refuse(`${at}/${name}`, 'is no field of the lines, or none that the writer sees');
    if (field.type === 'one2many') throw refuse(`${at}/${name}`, 'would be lines of lines, which cannot be told');
    return {
      name: `${at}/${columnName(name, field)}`,
      cells: lines.map((line) => toCell(`${at}/${name}`, field, line[name])),
    };
  });
  // Odoo passes over a line without a value.
  if (lines.some((_, row) => columns.every(({ cells }) => cells[row] === '')))
    throw refuse(at, 'has a line without a value');
  return columns;
}

/** `[[0, 0, {…}], …]` → the lines. */
function readLines(at: string, value: unknown): Values[] {
  if (isEmpty(value)) return [];
  if (!Array.isArray(value)) throw refuse(at, 'must be a list of [0, 0, {…}]');
  return value.map((command: unknown) => {
    const [code, , line] = Array.isArray(command) ? command : [];
    if (code !== 0 || typeof line !== 'object' || line === null) throw refuse(at, 'must be a list of [0, 0, {…}]');
    return line as Values;
  });
}

const TIME = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

type ToCell = (value: unknown, field: FieldDescription) => string | null;

const text: ToCell = (value) => (typeof value === 'string' ? value : null);
const matching =
  (pattern: RegExp): ToCell =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : null;
const whole: ToCell = (value) => (Number.isSafeInteger(value) ? String(value) : null);
/** A number, or its decimal digits as the gateway answers them. */
const number: ToCell = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return matching(/^-?\d+(\.\d+)?$/)(value, { type: 'float' });
};
const recordId: ToCell = (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? String(value) : null);

/** A cell for a value that is not empty, by the field's type; null where the value does not fit. */
const CELLS: Readonly<Record<string, readonly [ToCell, hint: string]>> = {
  char: [text, 'must be a string'],
  text: [text, 'must be a string'],
  html: [text, 'must be a string of HTML'],
  binary: [matching(/^[A-Za-z0-9+/]+={0,2}$/), 'must be base64'],
  reference: [matching(/^[a-z0-9_.]+,\d+$/), 'must be such as "res.partner,7"'],
  boolean: [(value) => (value === true ? '1' : null), 'must be true or false'],
  integer: [whole, 'must be a whole number'],
  many2one_reference: [whole, 'must be an id'],
  float: [number, 'must be a number'],
  monetary: [number, 'must be a number'],
  date: [matching(/^\d{4}-\d{2}-\d{2}$/), 'must be a date such as "2026-03-31"'],
  datetime: [matching(TIME), 'must be a time of UTC such as "2026-03-31 08:00:00"'],
  selection: [toSelectionCell, 'must be one of the keys of the selection'],
  many2one: [recordId, 'must be an id'],
  many2many: [toIdsCell, 'must be ids, or [[6, 0, ids]], or [[4, id], …]'],
  json: [(value) => JSON.stringify(value), 'must be JSON'],
};

type CellOf = (at: string, field: FieldDescription, value: unknown) => string;

function createToCell(hoursAhead: number): CellOf {
  return (at, field, value) => {
    const cell = toCell(at, field, value);
    if (field.type !== 'datetime' || cell === '') return cell;
    const local = new Date(fromOdooDateTime(cell).getTime() + hoursAhead * 3_600_000);
    return toOdooDateTime(local.toISOString());
  };
}

/** Empty text empties the field; a number that is 0 is not empty. */
function toCell(at: string, field: FieldDescription, value: unknown): string {
  if (field.type === 'boolean' && value === false) return '0';
  if (isEmpty(value) || value === '') return '';
  const [convert, hint] = CELLS[field.type] ?? [];
  if (!convert) throw refuse(at, `is of type ${field.type}, whose values cannot be told`);
  const cell = convert(value, field);
  if (cell === null) throw refuse(at, hint ?? 'does not fit');
  return cell;
}

/** Odoo takes the first item whose key or label is the text, in any case; so a text is given only where it leads to the right item. */
function toSelectionCell(value: unknown, { selection = [] }: FieldDescription): string | null {
  const meant = String(value).toLowerCase();
  const taken = selection.find(([key, label]) => [key, label].some((word) => String(word).toLowerCase() === meant));
  return taken && taken[0] === value ? String(value) : null;
}

/** Ids, or the commands that set or link them: the same on a new record. */
function toIdsCell(value: unknown): string | null {
  if (!Array.isArray(value)) return null;
  const ids = value.flatMap((item: unknown): unknown[] => {
    if (!Array.isArray(item)) return [item];
    if (item[0] === 4) return [item[1]];
    return item[0] === 6 && Array.isArray(item[2]) ? item[2] : [null];
  });
  return ids.every((id) => recordId(id, { type: 'many2one' }) !== null) ? ids.join(',') : null;
}

function refuse(field: string, problem: string): RunError {
  return new RunError('BAD_USER_INPUT', `The field ${field} ${problem}`);
}
