/** Where the SDL says another thing of Odoo than a live instance does: models, fields, types, relations, selections. */
import { type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import type { Catalog, LeafField, ManyField, StoredField, StoredType } from '../../plan/catalog.ts';
import { toEnumName } from '../../sdl/derive.ts';
import { isShowable, type OdooField, type OdooFields } from './fields.ts';
import { orderColumns } from './order.ts';

/** One difference. */
export interface Drift {
  /** The part of the SDL that is wrong: `Partner`, `Partner.vat` or `PartnerType.CONTACT`. */
  readonly coordinate: string;
  /** What Odoo says instead, in words. */
  readonly problem: string;
}

/** What the SDL says, and what Odoo says of the models in it; null for a model that it lacks. */
export interface Compared {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly fields: ReadonlyMap<string, OdooFields | null>;
  /** Fields that Odoo has and its reader may not see, as `model column`. */
  readonly closed: ReadonlySet<string>;
}

/** Odoo's types that answer as each scalar. */
const ODOO_TYPES: Readonly<Record<string, readonly string[]>> = {
  ID: ['integer'],
  NodeId: ['integer'],
  String: ['char', 'text', 'html', 'reference', 'selection'],
  Int: ['integer', 'many2one_reference'],
  Decimal: ['float', 'monetary'],
  Boolean: ['boolean'],
  Date: ['date'],
  DateTime: ['datetime'],
  JSON: ['json', 'properties'],
  Enum: ['selection'],
};

/** Every difference of a type of Odoo whose model the instance has. @param order The default order, as the SDL writes it. */
export function findDrift(compared: Compared, type: StoredType, fields: OdooFields, order: string): Drift[] {
  const own: Drift[] = [
    ...orderColumns(order).flatMap((column) => {
      if (!fields[column]) return [`orders by ${column}, which ${type.source} does not have`];
      return fields[column].sortable ? [] : [`orders by ${column}, which Odoo cannot order by`];
    }),
    ...(type.having === null || fields[type.having]?.searchable
      ? []
      : [`has "having: ${type.having}", which ${type.source} cannot be searched by`]),
  ].map((problem) => ({ coordinate: type.name, problem }));
  return [...own, ...[...type.fields.values()].flatMap((field) => fieldDrift(compared, type, field, fields))];
}

function fieldDrift(compared: Compared, type: StoredType, field: StoredField, fields: OdooFields): Drift[] {
  if (field.kind === 'link' || field.column === null) return [];
  const coordinate = `${type.name}.${field.name}`;
  const at = (problems: readonly string[]) => problems.map((problem) => ({ coordinate, problem }));
  if (!isShowable(type.source, field.column)) return at([`must not show ${type.source}.${field.column}`]);
  const actual = fields[field.column];
  if (!actual && compared.closed.has(`${type.source} ${field.column}`))
    return at([`the reader's Odoo user may not read ${field.column} of ${type.source}`]);
  if (!actual) return at([`${type.source} has no field ${field.column}`]);
  if (field.kind === 'leaf') {
    const selections = field.stored ? selectionDrift(compared, coordinate, field, actual) : [];
    return [...at([...typeProblems(field, actual), ...moneyProblems(field, actual, fields)]), ...selections].concat(
      at(usageProblems(compared.schema, type, field, actual)),
    );
  }
  const wanted = field.kind === 'one' ? ['many2one'] : ['one2many', 'many2many'];
  if (!wanted.includes(actual.type))
    return at([`is a ${wanted.join(' or ')} in the SDL, and a ${actual.type} in Odoo`]);
  const target = compared.catalog.get(field.target)?.source;
  if (actual.relation !== target)
    return at([`leads to ${target} in the SDL, and ${field.column} to ${actual.relation} in Odoo`]);
  const inverse = field.kind === 'many' ? inverseProblems(compared, type, field, actual) : [];
  return at([...inverse, ...usageProblems(compared.schema, type, field, actual)]);
}

/** A list that is read by its inverse finds the records of the x2many only where no domain chooses among them. */
function inverseProblems(
  { fields }: Compared,
  { source }: StoredType,
  { inverse, column }: ManyField,
  { type, relation = '', relation_field: back, domain }: OdooField,
): string[] {
  if (inverse === null) return [];
  if (type === 'one2many' && back !== inverse) return [`has the inverse ${inverse}, and ${column} has ${back} in Odoo`];
  const other = fields.get(relation)?.[inverse];
  if (type === 'many2many' && !(other?.type === 'many2many' && other.relation === source))
    return [`has the inverse ${inverse}, which is no many2many of ${relation} to ${source}`];
  const isPlain = !Array.isArray(domain) || domain.length === 0 || IN_USE.has(JSON.stringify(domain));
  return isPlain ? [] : [`has an inverse, and ${column} holds only ${JSON.stringify(domain)} of what that finds`];
}

/** Domains that every search adds by itself. */
const IN_USE = new Set(['[["active","=",true]]']);

function typeProblems(field: LeafField, actual: OdooField): string[] {
  // Bytes are shown by a field that says so in its name, never by chance.
  if (actual.type === 'binary')
    return field.scalar === 'String' && field.name.endsWith('Base64')
      ? []
      : [`${field.column} is binary: a String whose name ends in Base64 shows it`];
  if (ODOO_TYPES[field.scalar]?.includes(actual.type)) return [];
  return [`is ${field.scalar} in the SDL, and ${field.column} is ${actual.type} in Odoo`];
}

function moneyProblems({ column, currency }: LeafField, actual: OdooField, fields: OdooFields): string[] {
  if (currency === null)
    return actual.type === 'monetary'
      ? [`${column} is money in ${actual.currency_field}: add @money(currency: "${actual.currency_field}")`]
      : [];
  if (fields[currency]?.relation !== 'res.currency') return [`its currency ${currency} is no many2one to res.currency`];
  if (actual.type !== 'monetary' || actual.currency_field === currency) return [];
  return [`is money in ${currency} in the SDL, and in ${actual.currency_field} in Odoo`];
}

function selectionDrift(
  { schema }: Compared,
  coordinate: string,
  field: LeafField,
  { type, selection }: OdooField,
): Drift[] {
  if (type !== 'selection' || !field.stored) return [];
  const known = new Set(field.stored.values());
  const actual = new Set((selection ?? []).map(([text]) => text));
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const object = schema.getType(typeName);
  const enumName = isObjectType(object) ? String(object.getFields()[fieldName]?.type) : coordinate;
  return [
    ...[...actual]
      .filter((text) => !known.has(text))
      .map((text) => ({ coordinate: enumName, problem: `lacks "${text}", which ${coordinate} can be in Odoo` })),
    ...[...field.stored]
      .filter(([, text]) => !actual.has(text))
      .map(([name, text]) => ({
        coordinate: `${enumName}.${name}`,
        problem: `"${text}" is nothing that ${coordinate} can be in Odoo`,
      })),
  ];
}

/** What a client may do with a field by the derived schema, and Odoo refuses. */
function usageProblems(schema: GraphQLSchema, type: StoredType, field: StoredField, actual: OdooField): string[] {
  const filter = schema.getType(`${type.name}Filter`);
  const isFiltered = isInputObjectType(filter) && field.name in filter.getFields();
  const has = (enumName: string) => {
    const names = schema.getType(enumName);
    return isEnumType(names) && names.getValue(toEnumName(field.name)) !== undefined;
  };
  const uses = [
    ...(isFiltered && !actual.searchable ? ['filter'] : []),
    ...(has(`${type.name}OrderField`) && !actual.sortable ? ['order'] : []),
    ...(has(`${type.name}GroupField`) && !actual.groupable ? ['group'] : []),
  ];
  if (uses.length === 0) return [];
  const remedy = actual.searchable ? '@computed(search: true)' : '@computed';
  return [`Odoo cannot ${uses.join(' or ')} by it: add ${remedy}`];
}
