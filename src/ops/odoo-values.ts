/** Checks the values of a write against what Odoo says of its fields, so that mistakes are told before anything is written. */
import { MAX_ODOO_ID } from '../plan/id.ts';

/** What `fields_get` says of a field. */
export interface FieldDescription {
  readonly type: string;
  /** The model on the other side. */
  readonly relation?: string;
  /** Keys and labels. */
  readonly selection?: readonly (readonly [key: string, label: string])[];
  readonly readonly?: boolean;
  readonly store?: boolean;
  readonly required?: boolean;
  /** Fields that it is computed from. */
  readonly depends?: readonly string[];
  /** Whether it has a text for each language. */
  readonly translate?: boolean;
  /** Digits in all, and after the point. */
  readonly digits?: readonly [number, number];
}

/** By the field's name. */
export type FieldDescriptions = Readonly<Record<string, FieldDescription>>;

/** Attributes of `fields_get` that a description is made of. */
export const FIELD_ATTRIBUTES = [
  'type',
  'relation',
  'selection',
  'readonly',
  'store',
  'required',
  'depends',
  'translate',
  'digits',
];

/** Describes those of the fields that the model has; null where nobody can tell now. */
export type DescribeFields = (model: string, names: readonly string[]) => Promise<FieldDescriptions | null>;

/** Something wrong with a value. */
export interface Misfit {
  /** Names of fields and places in lists, from the write's values down. */
  readonly path: readonly (string | number)[];
  /** Continues a sentence that begins with the field. */
  readonly message: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What values are checked against. */
export interface Checking {
  readonly model: string;
  readonly describe: DescribeFields;
  /** Languages that a text may be given in, one by one; null where no language may be named. */
  readonly languages: readonly string[] | null;
}

/** Checks values and those of the lines within, one question for each model. @returns What is wrong; empty where nothing is. */
export async function findValueMisfits(values: Values, checking: Checking): Promise<Misfit[]> {
  const fields = await checking.describe(checking.model, Object.keys(values));
  if (fields === null) return [];
  const misfits: Misfit[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const message = findProblem(checking, name, field, value);
    if (message !== null) misfits.push({ path: [name], message });
    else misfits.push(...(await findLineMisfits(name, field, value, checking.describe)));
  }
  return misfits;
}

/** Languages that the Odoo has, from the choices of a partner's own; null where nobody can tell now. */
export async function readLanguages(describe: DescribeFields): Promise<readonly string[] | null> {
  const fields = await describe('res.partner', ['lang']);
  return fields?.lang?.selection?.map(([code]) => code) ?? null;
}

/** Commands that carry values: create, update. */
const WITH_VALUES = new Set<unknown>([0, 1]);

async function findLineMisfits(
  name: string,
  field: FieldDescription | undefined,
  value: unknown,
  describe: DescribeFields,
): Promise<Misfit[]> {
  if (!field?.relation || !Array.isArray(value)) return [];
  const misfits: Misfit[] = [];
  for (const [place, command] of (value as unknown[]).entries()) {
    if (!Array.isArray(command) || !WITH_VALUES.has(command[0]) || !isObject(command[2])) continue;
    const checking = { model: field.relation, describe, languages: null };
    for (const { path, message } of await findValueMisfits(command[2], checking))
      misfits.push({ path: [name, place, 2, ...path], message });
  }
  return misfits;
}

/** Fields that Odoo sets itself: a given value is dropped without a word. */
const KEPT_BY_ODOO = new Set([
  'id',
  'create_uid',
  'create_date',
  'write_uid',
  'write_date',
  'display_name',
  'parent_path',
]);

/** Types of which an empty value stays empty: of a number it is 0. */
const NEVER_EMPTY = new Set(['char', 'text', 'date', 'datetime', 'selection', 'many2one']);

function findProblem(
  { model, languages }: Checking,
  name: string,
  field: FieldDescription | undefined,
  value: unknown,
): string | null {
  if (!field) return `is no field of ${model}, or none that the Odoo user sees who looked`;
  if (KEPT_BY_ODOO.has(name)) return 'is set by Odoo itself';
  // Other fields are read-only in Odoo's forms alone, such as `move_type` of a new invoice.
  if (field.readonly && (field.store === false || (field.depends?.length ?? 0) > 0))
    return 'is computed by Odoo: a value that is given for it is not kept';
  if (isTexts(value) && field.translate && languages) return findTextProblem(value, languages);
  if (isEmpty(value))
    return field.required && NEVER_EMPTY.has(field.type) ? 'must have a value: Odoo requires one' : null;
  return value === '' ? null : findMisfit(field, value);
}

function findTextProblem(texts: Values, languages: readonly string[]): string | null {
  const names = Object.keys(texts);
  const strange = names.find((name) => !languages.includes(name));
  if (strange !== undefined) return `names the language ${strange}: this Odoo has ${languages.join(', ')}`;
  const isText = names.length > 0 && names.every((name) => typeof texts[name] === 'string');
  return isText ? null : 'must be a string, or an object of languages and strings such as { "fr_FR": "…" }';
}

/** `{ fr_FR: "…", en_US: "…" }`: a text for each language, of a field that has them. */
export function isTexts(value: unknown): value is Values {
  return isObject(value);
}

/** Whether the value empties a field. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Fits = (value: unknown, field: FieldDescription) => boolean;

const isString: Fits = (value) => typeof value === 'string';
const matches =
  (pattern: RegExp): Fits =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
/** Postgres keeps integers in four bytes. */
const isInteger: Fits = (value) => Number.isInteger(value) && Math.abs(Number(value) + 0.5) < 2 ** 31;
const isId: Fits = (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= MAX_ODOO_ID;

/**
 * A number, or its decimal digits as the gateway answers them, that Odoo keeps as it is: it rounds in binary, so that
 * from 2⁵² / 10^(digits + 1) on it stores another amount than the one that was given.
 */
const isNumber: Fits = (value, { digits, type }) => {
  if (typeof value !== 'number' && !matches(/^-?\d+(\.\d+)?$/)(value, { type })) return false;
  const places = type === 'monetary' ? 2 : digits?.[1];
  const most = places === undefined ? Number.MAX_VALUE : 2 ** 52 / 10 ** (places + 1);
  return Math.abs(Number(value)) <= most;
};
const NUMBER = 'must be a number, and not greater than Odoo keeps exactly';

/** Also of a year before 100, which `Date.UTC` would take for one of 1900 to 1999; Odoo's calendar has no year 0. */
function isDay(text: string): boolean {
  if (text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isDate: Fits = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value);
const isTime: Fits = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(value) &&
  isDay(value.slice(0, 10));

const isKey: Fits = (value, { selection }) =>
  selection === undefined || selection.length === 0 || selection.some(([key]) => key === value);

/** Ids, or commands with a code from 0 to 6. */
const isIds: Fits = (value, field) =>
  Array.isArray(value) && value.every((item: unknown) => isId(item, field) || isCommand(item, field));
const isCommands: Fits = (value, field) =>
  Array.isArray(value) && value.every((item: unknown) => isCommand(item, field));

const isCommand: Fits = (command, field) => {
  if (!Array.isArray(command)) return false;
  const [code, id, rest] = command as unknown[];
  if (code === 0) return isObject(rest);
  if (code === 1) return isId(id, field) && isObject(rest);
  if (code === 2 || code === 3 || code === 4) return isId(id, field);
  return code === 5 || (code === 6 && Array.isArray(rest) && rest.every((one: unknown) => isId(one, field)));
};

/** By the field's type: whether a value that is not empty fits, and what would. A type that is not here is left to Odoo. */
const TYPES: Readonly<Record<string, readonly [Fits, hint: string]>> = {
  char: [isString, 'must be a string'],
  text: [isString, 'must be a string'],
  html: [isString, 'must be a string of HTML'],
  binary: [matches(/^[A-Za-z0-9+/]+={0,2}$/), 'must be base64'],
  reference: [matches(/^[a-z0-9_.]+,\d+$/), 'must be such as "res.partner,7"'],
  boolean: [(value) => value === true, 'must be true or false'],
  integer: [isInteger, 'must be a whole number from -2147483648 to 2147483647'],
  many2one_reference: [isId, 'must be an id'],
  float: [isNumber, NUMBER],
  monetary: [isNumber, NUMBER],
  date: [isDate, 'must be a date such as "2026-03-31"'],
  datetime: [isTime, 'must be a time of UTC such as "2026-03-31 08:00:00"'],
  selection: [isKey, 'must be one of the keys of the selection'],
  many2one: [isId, 'must be an id'],
  many2many: [isIds, 'must be ids, or commands such as [[6, 0, ids]] or [[4, id], …]'],
  one2many: [isCommands, 'must be a list of commands such as [0, 0, {…}]'],
};

function findMisfit(field: FieldDescription, value: unknown): string | null {
  const [fits, hint] = TYPES[field.type] ?? [];
  if (!fits || fits(value, field)) return null;
  const keys = field.type === 'selection' ? (field.selection ?? []).map(([key]) => key) : [];
  return keys.length > 0 && keys.length <= 20 ? `${hint}: ${keys.join(', ')}` : (hint ?? null);
}
