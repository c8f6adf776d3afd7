/** What the SDL's directives say of every stored type and field, read once from the schema. */
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Surface } from '../errors.ts';
import { toSnakeCase } from '../sdl/derive.ts';
import { readDirective, readStorage } from '../sdl/directives.ts';

/** A scalar or enum that is stored in one field or column. */
export interface LeafField {
  readonly kind: 'leaf';
  readonly name: string;
  /** The stored name. */
  readonly column: string;
  /** The GraphQL type's name, or `Enum`. */
  readonly scalar: string;
  readonly nullable: boolean;
  /** Of an enum: GraphQL name → stored text. */
  readonly stored: ReadonlyMap<string, string> | null;
}

/** One record of the same surface, by the id in `column`. */
export interface OneField {
  readonly kind: 'one';
  readonly name: string;
  readonly column: string;
  readonly target: string;
}

/** Many records of the same surface: an x2many `column` on Odoo, else those whose `foreign` is this one's id. */
export interface ManyField {
  readonly kind: 'many';
  readonly name: string;
  readonly column: string | null;
  readonly foreign: string | null;
  readonly target: string;
}

/** One record of another surface, by the id in `column`. */
export interface LinkField {
  readonly kind: 'link';
  readonly name: string;
  readonly column: string;
  readonly target: string;
  readonly contract: string;
}

/** A field of a stored type. */
export type StoredField = LeafField | OneField | ManyField | LinkField;

/** One key of an order. */
export interface OrderTerm {
  readonly field: LeafField;
  readonly descending: boolean;
}

/** An object type that lives in a model or table. */
export interface StoredType {
  readonly name: string;
  readonly surface: Surface;
  /** An Odoo model or a qualified table. */
  readonly source: string;
  readonly fields: ReadonlyMap<string, StoredField>;
  /** Order of a list that asks for none; ends with `id`. */
  readonly order: readonly OrderTerm[];
}

/** Every stored type by its GraphQL name. */
export type Catalog = ReadonlyMap<string, StoredType>;

/** @throws TypeError naming each field whose directives do not add up. */
export function readCatalog(schema: GraphQLSchema): Catalog {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const catalog = new Map<string, StoredType>();
  for (const object of objects) {
    const stored = readStoredType(object);
    if (stored) catalog.set(object.name, stored);
  }
  const problems = [...catalog.values()].flatMap((type) => findProblems(type, catalog));
  if (problems.length > 0) throw new TypeError(`The SDL does not add up:\n${problems.join('\n')}`);
  return catalog;
}

/** The type's `id`, by which every order ends. */
export function idField(type: StoredType): LeafField {
  return leafField(type, 'id');
}

/** The order ended by `id`, the way its last key runs: one row comparison then serves the whole keyset. */
export function withTiebreak(terms: readonly OrderTerm[], id: LeafField): OrderTerm[] {
  if (terms.some((term) => term.field.column === 'id')) return [...terms];
  return [...terms, { field: id, descending: terms.at(-1)?.descending ?? false }];
}

function leafField(type: { name: string; fields: ReadonlyMap<string, StoredField> }, name: string): LeafField {
  const field = type.fields.get(name);
  if (field?.kind !== 'leaf') throw new TypeError(`${type.name} has no stored field "${name}"`);
  return field;
}

function readStoredType(object: GraphQLObjectType): StoredType | null {
  const storage = readStorage(object.astNode);
  if (!storage) return null;
  const fields = new Map(
    Object.values(object.getFields()).map((field) => [field.name, readField(object.name, field, storage.surface)]),
  );
  const type = { name: object.name, surface: storage.surface, source: storage.source, fields };
  return { ...type, order: readOrder(type, storage.order) };
}

function readField(type: string, field: GraphQLField<unknown, unknown>, surface: Surface): StoredField {
  const { name } = field;
  const named = getNamedType(field.type);
  const link = readDirective(field.astNode, 'link');
  if (link?.by && link.contract)
    return { kind: 'link', name, column: link.by, target: named.name, contract: link.contract };
  const join = readDirective(field.astNode, 'join');
  if (join) {
    if (!named.name.endsWith('Connection') && join.column)
      return { kind: 'one', name, column: join.column, target: named.name };
    const target = named.name.replace(/Connection$/, '');
    return { kind: 'many', name, column: join.column ?? null, foreign: join.foreign ?? null, target };
  }
  if (!isLeafType(named)) throw new TypeError(`${type}.${name} is an object and has neither @join nor @link`);
  const column = readDirective(field.astNode, 'from')?.field ?? toSnakeCase(name);
  return { kind: 'leaf', name, column, ...readLeaf(named, surface), nullable: !isNonNullType(field.type) };
}

function readLeaf(type: GraphQLLeafType, surface: Surface): Pick<LeafField, 'scalar' | 'stored'> {
  if (!isEnumType(type)) return { scalar: type.name, stored: null };
  return { scalar: 'Enum', stored: storedTexts(type, surface) };
}

/** On Odoo a selection value is the name in lower case, elsewhere the name itself, unless `@from` says otherwise. */
function storedTexts(type: GraphQLEnumType, surface: Surface): Map<string, string> {
  return new Map(
    type.getValues().map(({ name, astNode }) => {
      const text = readDirective(astNode, 'from')?.field ?? (surface === 'odoo' ? name.toLowerCase() : name);
      return [name, text];
    }),
  );
}

function readOrder(type: Pick<StoredType, 'name' | 'fields'>, text: string): OrderTerm[] {
  const leaves = [...type.fields.values()].filter((field) => field.kind === 'leaf');
  const terms = text.split(',').map((part): OrderTerm => {
    const [column = '', direction] = part.trim().split(/\s+/);
    // An order may name a stored name that the SDL does not show, e.g. a sequence or a rank.
    const hidden: LeafField = { kind: 'leaf', name: column, column, scalar: 'Hidden', nullable: true, stored: null };
    const field = leaves.find((leaf) => leaf.column === column) ?? hidden;
    return { field, descending: direction?.toLowerCase() === 'desc' };
  });
  return withTiebreak(terms, leafField(type, 'id'));
}

function findProblems(type: StoredType, catalog: Catalog): string[] {
  return [...type.fields.values()].flatMap((field) => {
    const at = `- ${type.name}.${field.name}`;
    if (field.kind === 'leaf') {
      // Postgres and JavaScript write the same double differently: the two lanes would not agree.
      const isDouble = field.scalar === 'Float' && type.surface !== 'odoo';
      return isDouble ? [`${at}: a stored number on ${type.surface} is Int or Decimal`] : [];
    }
    const target = catalog.get(field.target);
    if (!target) return [`${at}: ${field.target} is stored nowhere`];
    if (field.kind === 'link')
      return target.surface === type.surface ? [`${at}: @link stays on ${type.surface}, use @join`] : [];
    if (target.surface !== type.surface)
      return [`${at}: @join leaves ${type.surface} for ${target.surface}, use @link`];
    if (field.kind !== 'many') return [];
    return (type.surface === 'odoo') === (field.column !== null)
      ? []
      : [`${at}: a list joins by an x2many column on odoo, by foreign elsewhere`];
  });
}
