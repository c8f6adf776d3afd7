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
  isScalarType,
} from 'graphql';
import type { Surface } from '../errors.ts';
import { toSnakeCase } from '../sdl/derive.ts';
import { isNodeType } from '../sdl/derive-record.ts';
import { readDirective, readFlag, readListArgument, readStorage } from '../sdl/directives.ts';
import { locateProblems, SdlError } from '../sdl/problem.ts';
import { type Catalog, type LeafField, SCALARS, type StoredField, type StoredType } from './catalog.ts';
import { listOrder, type UnorderedType } from './order.ts';

const HEADER = 'The SDL does not add up:';

/** @throws SdlError naming each field whose directives do not add up. */
export function readCatalog(schema: GraphQLSchema): Catalog {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const types = new Map<string, UnorderedType>();
  const shapeless = objects.flatMap(findShapeless);
  if (shapeless.length > 0) throw new SdlError(HEADER, locateProblems(schema, shapeless));
  for (const object of objects) {
    const stored = readStoredType(object);
    if (stored) types.set(object.name, stored);
  }
  const catalog = new Map<string, StoredType>();
  for (const [name, type] of types) catalog.set(name, { ...type, order: listOrder(types, type) });
  const problems = [...catalog.values()].flatMap((type) => findProblems(type, catalog));
  if (problems.length > 0) throw new SdlError(HEADER, locateProblems(schema, problems));
  return catalog;
}

function readStoredType(object: GraphQLObjectType): UnorderedType | null {
  const storage = readStorage(object.astNode);
  if (!storage) return null;
  const argumentsOf = (directive: string, argument: string) =>
    new Map(
      Object.values(object.getFields()).flatMap(({ name, astNode }): [string, string][] => {
        const given = readDirective(astNode, directive)?.[argument];
        return given === undefined ? [] : [[name, given]];
      }),
    );
  const asOf = argumentsOf('asOf', 'link');
  const names = argumentsOf('signed', 'name');
  const signed = new Map(
    [...argumentsOf('signed', 'path')].map(([name, path]) => [name, [path, names.get(name) ?? ''] as const]),
  );
  const contracts = argumentsOf('odooRecord', 'contract');
  const odooRecords = new Map(
    [...argumentsOf('odooRecord', 'in')].map(([name, column]) => [
      name,
      { column, contract: contracts.get(name) ?? '' },
    ]),
  );
  const fields = new Map(
    Object.values(object.getFields())
      .filter(({ name }) => !asOf.has(name) && !signed.has(name) && !odooRecords.has(name))
      .map((field) => [field.name, readField(object.name, field, storage.surface)]),
  );
  const { surface, source, having, lookup, search } = storage;
  const isNode = object.astNode ? isNodeType(object.astNode) : false;
  const searchedThrough = readListArgument(object.astNode, 'odoo', 'searchedThrough') ?? [];
  return {
    name: object.name,
    surface,
    source,
    having,
    lookup,
    search,
    isNode,
    searchedThrough,
    fields,
    asOf,
    signed,
    odooRecords,
    ownOrder: storage.order,
  };
}

function readField(type: string, field: GraphQLField<unknown, unknown>, surface: Surface): StoredField {
  const { name } = field;
  const named = getNamedType(field.type);
  const link = readDirective(field.astNode, 'link');
  if (link?.contract && (link.by || link.foreign))
    return {
      kind: 'link',
      name,
      column: link.by ?? 'id',
      foreign: link.foreign ?? null,
      target: named.name.replace(/Connection$/, ''),
      contract: link.contract,
    };
  const join = readDirective(field.astNode, 'join');
  if (join) {
    if (!named.name.endsWith('Connection') && join.column)
      return { kind: 'one', name, column: join.column, target: named.name };
    const target = named.name.replace(/Connection$/, '');
    const { column = null, foreign = null, inverse = null } = join;
    const isGroupable = readFlag(field.astNode, 'join', 'groupable');
    return { kind: 'many', name, column, foreign, inverse, target, isGroupable };
  }
  if (!isLeafType(named)) throw new TypeError(`${type}.${name} is neither stored nor joined`);
  if (readDirective(field.astNode, 'nodeId'))
    return { ...PLAIN, name, column: 'id', scalar: 'NodeId', nullable: false, nodeType: type };
  const column = readDirective(field.astNode, 'from')?.field ?? toSnakeCase(name);
  const currency = readDirective(field.astNode, 'money')?.currency ?? null;
  const isComputed = readDirective(field.astNode, 'computed') !== null;
  const nullable = !isNonNullType(field.type);
  return { kind: 'leaf', name, column, ...readLeaf(named, surface), nullable, currency, isComputed };
}

const PLAIN = { kind: 'leaf', stored: null, currency: null, isComputed: false } as const;

function readLeaf(type: GraphQLLeafType, surface: Surface): Pick<LeafField, 'scalar' | 'stored'> {
  if (isEnumType(type)) return { scalar: 'Enum', stored: storedTexts(type, surface) };
  const scalar = SCALARS.find((name) => name === type.name);
  if (!scalar) throw new TypeError(`No stored field has the scalar ${type.name}`);
  return { scalar, stored: null };
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

/** What cannot be read as a stored type at all. */
function findShapeless(object: GraphQLObjectType): string[] {
  if (!readStorage(object.astNode)) return [];
  const fields = Object.values(object.getFields());
  const loose = fields.filter(({ type, astNode }) => {
    const link = readDirective(astNode, 'link');
    const leads = readDirective(astNode, 'join') !== null || link?.by !== undefined || link?.foreign !== undefined;
    const isRead = readDirective(astNode, 'odooRecord')?.in !== undefined;
    return !leads && !isRead && !isLeafType(getNamedType(type));
  });
  const unknown = fields.filter(({ type }) => {
    const named = getNamedType(type);
    return isScalarType(named) && !SCALARS.some((name) => name === named.name);
  });
  const hasId = fields.some(({ name, type }) => name === 'id' && isLeafType(getNamedType(type)));
  return [
    ...(hasId ? [] : [`${object.name} has no field "id"`]),
    ...loose.map(({ name }) => `${object.name}.${name} is an object and has neither @join nor @link`),
    ...unknown.map(
      ({ name, type }) => `${object.name}.${name}: no stored field has the scalar ${getNamedType(type).name}`,
    ),
  ];
}

function findProblems(type: StoredType, catalog: Catalog): string[] {
  const columns = [...type.fields.values()].map(({ column }) => column);
  // Odoo reads a null number as 0 and a null text as false: only a field's type tells what a cursor holds.
  const hidden = type.ownOrder.filter(({ column }) => type.surface === 'odoo' && !columns.includes(column));
  const unordered = hidden.map(({ column }) => `${type.name}: no field shows ${column}, by which it is ordered`);
  const untimed = [...type.asOf].flatMap(([name, link]) => {
    const field = type.fields.get(link);
    const isToOne = field?.kind === 'link' && field.foreign === null;
    return isToOne ? [] : [`${type.name}.${name}: @asOf names no link to one record`];
  });
  const unsearched = type.searchedThrough.flatMap((name) => {
    const isJoin = ['one', 'many'].includes(type.fields.get(name)?.kind ?? '');
    return isJoin ? [] : [`${type.name}: is searched through ${name}, which is none of its relations`];
  });
  return [...unordered, ...untimed, ...unsearched, ...findFieldProblems(type, catalog)];
}

function findFieldProblems(type: StoredType, catalog: Catalog): string[] {
  return [...type.fields.values()].flatMap((field) => {
    const at = `${type.name}.${field.name}`;
    if (field.kind === 'leaf') {
      // Postgres and JavaScript write the same double differently: the two lanes would not agree.
      const isDouble = field.scalar === 'Float' && type.surface !== 'odoo';
      return isDouble ? [`${at}: a stored number on ${type.surface} is Int, ByteCount or Decimal`] : [];
    }
    const target = catalog.get(field.target);
    if (!target) return [`${at}: ${field.target} is stored nowhere`];
    if (field.kind === 'link') {
      if (target.surface === type.surface) return [`${at}: @link stays on ${type.surface}, use @join`];
      return field.foreign && target.surface === 'odoo' ? [`${at}: a list that @link leads to is no list of odoo`] : [];
    }
    // Both are in one database.
    const isLookedUp = type.surface !== 'odoo' && field.kind === 'one' && target.lookup !== null;
    if (target.surface !== type.surface && !isLookedUp)
      return [`${at}: @join leaves ${type.surface} for ${target.surface}, use @link`];
    if (field.kind !== 'many') return [];
    if (field.inverse !== null && field.column === null) return [`${at}: inverse goes with an x2many column of odoo`];
    return (type.surface === 'odoo') === (field.column !== null)
      ? []
      : [`${at}: a list joins by an x2many column on odoo, by foreign elsewhere`];
  });
}
