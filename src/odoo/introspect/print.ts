/** A model's fields, as Odoo describes them → SDL for `schema/odoo/`, which a person then shortens and rewords. */
import { GatewayError } from '../../errors.ts';
import { isShowable, type OdooField, type OdooFields } from './fields.ts';
import { enumValues, leafName, relationName, toLowerFirst, toPlural, typeName } from './names.ts';
import { orderColumns } from './order.ts';

/** What to print. */
export interface Introspected {
  readonly model: string;
  readonly fields: OdooFields;
  /** Stored names that were asked for; null for all but Odoo's machinery. */
  readonly asked: readonly string[] | null;
  /** The default order, e.g. `name`; null where Odoo's is none of the usual ones. */
  readonly order: string | null;
}

/** The SDL that is there already. */
export interface Surroundings {
  /** Model → its type. */
  readonly types: ReadonlyMap<string, string>;
  /** Whether a type or enum has this name. */
  readonly isTaken: (name: string) => boolean;
}

const SCALARS: Readonly<Record<string, string>> = {
  char: 'String',
  text: 'String',
  html: 'String',
  reference: 'String',
  integer: 'Int',
  many2one_reference: 'Int',
  float: 'Decimal',
  monetary: 'Decimal',
  boolean: 'Boolean',
  date: 'Date',
  datetime: 'DateTime',
  json: 'JSON',
  properties: 'JSON',
};

/** Fields of the messaging, portal and access machinery, and the names that Odoo makes for its own lists. */
const MACHINERY =
  /^(id|display_name|write_date|(create|write)_uid|(my_)?activity_|message_|website_message|has_message|rating_|access_|__)/;

/** A selection with more values than this is a list such as all time zones: it stays text. */
const MAX_ENUM_VALUES = 60;

interface Printed {
  /** Lines of the field; a comment where it cannot be shown. */
  readonly field: readonly string[];
  readonly enum: string | null;
  readonly isGroupable: boolean;
}

interface Printing extends Surroundings {
  readonly type: string;
  /** Model → its type, this one included. */
  readonly targets: ReadonlyMap<string, string>;
  readonly fields: OdooFields;
  /** Whether the fields were named by who asks. */
  readonly isAsked: boolean;
  readonly names: Set<string>;
  readonly enums: Set<string>;
}

/** Ready SDL: the type, its enums and its root fields. @throws GatewayError naming asked fields that the model lacks. */
export function printModel({ model, fields, asked, order }: Introspected, surroundings: Surroundings): string {
  const unknown = (asked ?? []).filter((name) => !fields[name]);
  if (unknown.length > 0)
    throw new GatewayError('BAD_USER_INPUT', `${model} has no field ${unknown.join(', ')}`, { surface: 'odoo' });
  const type = surroundings.types.get(model) ?? typeName(model, surroundings.isTaken);
  const wanted = asked ?? Object.keys(fields).filter((name) => !MACHINERY.test(name) && isShowable(model, name));
  // What a list is ordered by, its cursors must show.
  const columns = [...new Set([...wanted, ...orderColumns(order ?? 'id')])].filter((name) => name !== 'id').sort();
  const printing: Printing = {
    ...surroundings,
    type,
    targets: new Map([...surroundings.types, [model, type]]),
    fields,
    isAsked: asked !== null,
    names: new Set(['id', 'nodeId', 'displayName', 'writeDate']),
    enums: new Set(),
  };
  // Scalars first: a relation gives way to the field that has its name, e.g. `partner` to a char `partner`.
  const sorted = [
    ...columns.filter((name) => !isRelation(fields[name])),
    ...columns.filter((name) => isRelation(fields[name])),
  ];
  const printed = sorted.map((column) => printField(printing, model, column));
  const isGrouped = printed.some(({ isGroupable }) => isGroupable);
  return [
    `${describe(`${model}, as Odoo has it. Owner: Odoo, model \`${model}\`.`)}
${order === null ? "# Odoo's own order is none of the usual ones: say here which.\n" : ''}type ${type} @odoo(model: "${model}", order: "${order ?? 'id'}"${fields.write_date ? '' : ', logged: false'}) {
  "Odoo's key."
  id: ID!
${printed.flatMap((each) => each.field).join('\n')}
}`,
    ...printed.flatMap((each) => each.enum ?? []),
    printQuery(type, isGrouped),
  ].join('\n\n');
}

function isRelation(field: OdooField | undefined): boolean {
  return field?.relation !== undefined;
}

function printField(printing: Printing, model: string, column: string): Printed {
  const field = printing.fields[column] as OdooField;
  if (!isShowable(model, column)) return comment(column, 'the gateway never shows it');
  if (isRelation(field)) return printRelation(printing, column, field);
  if (field.type === 'binary') return printBinary(printing, column, field);
  const selection = field.selection ?? [];
  const isEnum = field.type === 'selection' && selection.length > 0 && selection.length <= MAX_ENUM_VALUES;
  const scalar = field.type === 'selection' ? 'String' : SCALARS[field.type];
  if (!scalar) return comment(column, `${field.type} has no form in the SDL`);
  const { name, isPlain } = leafName(column);
  const made = isEnum ? printEnum(printing, name, field) : null;
  const from = isPlain ? '' : ` @from(field: "${column}")`;
  const note = field.type === 'html' ? ', HTML' : '';
  // The SDL filters, orders and groups by no JSON.
  const usage = scalar === 'JSON' ? '' : computed(field);
  return {
    field: line(printing, name, `${made?.name ?? scalar}${from}${money(printing.fields, field)}${usage}`, {
      field,
      note,
    }),
    enum: made?.sdl ?? null,
    isGroupable: isUsable(field) && !['Int', 'Decimal', 'JSON'].includes(scalar),
  };
}

function printRelation(printing: Printing, column: string, field: OdooField): Printed {
  const target = printing.targets.get(field.relation ?? '');
  if (!target) return comment(column, `it leads to ${field.relation}, which the SDL does not have`);
  const isMany = field.type !== 'many2one';
  const name = relationName(column, isMany, (taken) => printing.names.has(taken));
  const type = isMany ? `${target}Connection` : target;
  const isGroupable = isUsable(field) && (!isMany || (field.type === 'many2many' && field.groupable === true));
  const join = `@join(column: "${column}"${isMany && isGroupable ? ', groupable: true' : ''})`;
  return {
    field: line(printing, name, `${type} ${join}${computed(field)}`, { field, note: '' }),
    enum: null,
    isGroupable,
  };
}

/** Bytes only where they were asked for, and by a field that says so in its name. */
function printBinary(printing: Printing, column: string, field: OdooField): Printed {
  if (!printing.isAsked) return comment(column, 'it is binary; name it in --fields to have it in base64');
  const type = `String @from(field: "${column}") @computed`;
  const shown = line(printing, `${leafName(column).name}Base64`, type, { field, note: ', in base64' });
  return { field: shown, enum: null, isGroupable: false };
}

function printEnum(printing: Printing, name: string, field: OdooField): { name: string; sdl: string } {
  const wanted = `${printing.type}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const taken = printing.isTaken(wanted) || printing.enums.has(wanted);
  const enumName = taken ? `${wanted}Value` : wanted;
  printing.enums.add(enumName);
  const values = enumValues(field.selection ?? []).map(
    ({ name: value, label, stored, isPlain }) =>
      `  ${describe(label)}\n  ${value}${isPlain ? '' : ` @from(field: ${JSON.stringify(stored)})`}`,
  );
  return {
    name: enumName,
    sdl: `${describe(`${field.string ?? name}.`)}\nenum ${enumName} {\n${values.join('\n')}\n}`,
  };
}

function line(
  printing: Printing,
  name: string,
  type: string,
  { field, note }: { field: OdooField; note: string },
): string[] {
  printing.names.add(name);
  const text = field.help || `${field.string ?? name}${note}.`;
  return [`  ${describe(text)}`, `  ${name}: ${type}`];
}

function comment(column: string, reason: string): Printed {
  return { field: [`  # Left out: ${column}: ${reason}.`], enum: null, isGroupable: false };
}

function money(fields: OdooFields, { type, currency_field: currency }: OdooField): string {
  const isKnown = currency !== undefined && fields[currency]?.relation === 'res.currency';
  return type === 'monetary' && isKnown ? ` @money(currency: "${currency}")` : '';
}

/** Whether Odoo filters, orders and groups by the field; for a list, whether it filters by it. */
function isUsable({ type, searchable, sortable, groupable }: OdooField): boolean {
  const isMany = type === 'one2many' || type === 'many2many';
  return Boolean(searchable && (isMany || (sortable && groupable)));
}

function computed(field: OdooField): string {
  if (isUsable(field)) return '';
  return field.searchable ? ' @computed(search: true)' : ' @computed';
}

function printQuery(type: string, isGrouped: boolean): string {
  const one = toLowerFirst(type);
  const groups = `
  "Counts of ${type} records, and sums of their numbers, group by group."
  ${one}Groups: [${type}Group!]`;
  return `extend type Query {
  "${type} records, in Odoo's order."
  ${toPlural(one)}: ${type}Connection
  "One ${type} by Odoo's key; null where there is none that the reader may see."
  ${one}(
    "Odoo's key, an integer."
    id: ID!
  ): ${type}${isGrouped ? groups : ''}
}`;
}

/** A description on one line. */
function describe(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return JSON.stringify(/[.!?:)]$/.test(line) ? line : `${line}.`);
}
