/**
 * Derives from each stored type what every stored type has: its connection, its filter and its order.
 *
 * So the SDL on disk holds only what a person decides, and the printed `schema.graphql` all of it.
 */
import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import {
  directivesIn,
  type GroupableField,
  groupArguments,
  groupDirectives,
  groupedType,
  printGroupTypes,
  SEARCH_ARGUMENT,
  SHARED_GROUP_TYPES,
  withGroupPages,
} from './derive-groups.ts';
import { withDryRuns } from './derive-mutation.ts';
import { withRecordFields } from './derive-record.ts';
import { readDirective, readFlag, readStorage } from './directives.ts';
import { ODOO_TYPES, SCALAR_FILTERS, SHARED_TYPES } from './shared-types.ts';

/** The document with connections, filters and orders added, and list arguments on each field that is a connection. */
export function deriveTypes(given: DocumentNode): DocumentNode {
  const document = { ...given, definitions: withDryRuns(given.definitions.map(withRecordFields)) };
  const stored = document.definitions.filter(isStored);
  const enums = new Set(
    document.definitions.flatMap((node) => (node.kind === Kind.ENUM_TYPE_DEFINITION ? [node.name.value] : [])),
  );
  const names = new Set(stored.map((node) => node.name.value));
  const fields = document.definitions.filter(isObject).flatMap((node) => node.fields ?? []);
  const grouped = new Set(fields.flatMap((field) => groupedType(field, names) ?? []));
  const ordered = new Set(stored.filter(isOrderKnown).map((node) => node.name.value));
  const inOdoo = new Set(stored.filter((node) => readStorage(node)?.surface === 'odoo').map((node) => node.name.value));
  const text = [
    SHARED_TYPES,
    ...(inOdoo.size > 0 ? [ODOO_TYPES] : []),
    ...(grouped.size > 0 ? [SHARED_GROUP_TYPES] : []),
    ...[...enums].map(printEnumFilter),
    ...stored.flatMap((node) => printDerived(node, { enums, names, grouped, ordered })),
  ].join('\n');
  const listed = document.definitions.map((node) =>
    isObject(node) ? withOdooArgument(withListArguments(node, { names, searched: inOdoo }), inOdoo) : node,
  );
  return { kind: Kind.DOCUMENT, definitions: [...listed, ...parse(text, { noLocation: true }).definitions] };
}

/** `invoiceDate` → `INVOICE_DATE`: a field's name among the values of an order enum. */
export function toEnumName(field: string): string {
  return toSnakeCase(field).toUpperCase();
}

/** `invoiceDate` → `invoice_date`: the stored name of a field that says no other. */
export function toSnakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

interface Names {
  readonly enums: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Stored types that a root field groups. */
  readonly grouped: ReadonlySet<string>;
  /** Stored types whose own order has no computed key. */
  readonly ordered: ReadonlySet<string>;
}

function isObject(node: DefinitionNode): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function isStored(node: DefinitionNode): node is ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && readStorage(node) !== null;
}

function typeName(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** Whether the field is a single value. A list of values is only read: nothing compares or orders by it. */
function isLeaf(field: FieldDefinitionNode, enums: ReadonlySet<string>): boolean {
  if (isList(field.type)) return false;
  return typeName(field.type) in SCALAR_FILTERS || enums.has(typeName(field.type));
}

function printDerived(node: ObjectTypeDefinitionNode, context: Names): string[] {
  const name = node.name.value;
  const fields = node.fields ?? [];
  const stored = fields.filter((field) => !hasDirective(field, 'computed') && !isMadeWhenRead(field));
  const searched = fields.filter((field) => !hasDirective(field, 'computed') || isSearchable(field));
  const ordered = stored.filter((field) => isLeaf(field, context.enums) || isOrderedRelation(node, field, context));
  return [
    `"A page of a list of ${name}." type ${name}Connection {
      "The records of the page." nodes: [${name}!]!
      "The records of the page, each with its cursor." edges: [${name}Edge!]!
      "Where the page stands in the list." pageInfo: PageInfo!
      "How long the whole list is; counted only when selected." totalCount: Int! }`,
    `"A ${name} and its place in the list." type ${name}Edge {
      "Sealed place in the list, for \`after\` and \`before\` of the same order and kind of viewer." cursor: String!
      "The record." node: ${name}! }`,
    `"Which ${name} records to list; conditions beside each other must all hold." input ${name}Filter {
      "All of these hold." and: [${name}Filter!]
      "At least one of these holds." or: [${name}Filter!]
      "This does not hold." not: ${name}Filter
      ${searched.flatMap((field) => printCondition(field, context)).join('\n')} }`,
    `"Fields that a list of ${name} can be ordered by." enum ${name}OrderField {
      ${ordered.map((field) => `"By \`${field.name.value}\`." ${toEnumName(field.name.value)}`).join('\n')} }`,
    `"One key of the order of a list of ${name}." input ${name}Order {
      "What to order by." field: ${name}OrderField!
      "Which way; nulls are greater than any value." direction: OrderDirection! = ASC }`,
    printListFilter(name),
    ...(context.grouped.has(name) ? [printGroupTypes(name, groupableFields(stored, context), toEnumName)] : []),
  ];
}

function groupableFields(fields: readonly FieldDefinitionNode[], { enums, names }: Names): GroupableField[] {
  return fields.flatMap((field): GroupableField[] => {
    const named = { name: field.name.value, type: typeName(field.type) };
    if (isLeaf(field, enums)) return [{ ...named, kind: 'leaf' }];
    if (names.has(named.type) && hasDirective(field, 'join')) return [{ ...named, kind: 'relation' }];
    const element = named.type.replace(/Connection$/, '');
    return isGroupableList(field) ? [{ ...named, type: element, kind: 'relation' }] : [];
  });
}

function hasDirective(field: FieldDefinitionNode, name: string): boolean {
  return field.directives?.some((directive) => directive.name.value === name) ?? false;
}

/** Whether `@join` says that Odoo can group by the list. */
function isGroupableList(field: FieldDefinitionNode): boolean {
  return readFlag(field, 'join', 'groupable');
}

/** Whether the field is made when it is read, and stored nowhere. */
function isMadeWhenRead(field: FieldDefinitionNode): boolean {
  return ['asOf', 'signed', 'nodeId', 'odooRecord'].some((name) => hasDirective(field, name));
}

/** Whether `@computed` says that Odoo can filter by the field all the same. */
function isSearchable(field: FieldDefinitionNode): boolean {
  return readFlag(field, 'computed', 'search');
}

/** Odoo orders by a many2one as its model is ordered: what it computes there, no cursor can follow. */
function isOrderedRelation(node: ObjectTypeDefinitionNode, field: FieldDefinitionNode, { ordered }: Names): boolean {
  return readStorage(node)?.surface === 'odoo' && hasDirective(field, 'join') && ordered.has(typeName(field.type));
}

function isOrderKnown(node: ObjectTypeDefinitionNode): boolean {
  const computed = (node.fields ?? []).filter((field) => hasDirective(field, 'computed')).map(storedName);
  return readStorage(node)?.order.every(({ column }) => !computed.includes(column)) ?? false;
}

function storedName(field: FieldDefinitionNode): string {
  return readDirective(field, 'from')?.field ?? toSnakeCase(field.name.value);
}

function printListFilter(name: string): string {
  return `"A condition on a list of ${name} below a record." input ${name}ListFilter {
    "At least one of them satisfies this." some: ${name}Filter
    "None of them satisfies this." none: ${name}Filter }`;
}

function printEnumFilter(name: string): string {
  return `"A condition on a ${name}; null satisfies none but \`isNull\`." input ${name}Filter {
    "Equal to." eq: ${name}
    "Different from." ne: ${name}
    "One of." in: [${name}!]
    "None of." notIn: [${name}!]
    "Whether there is no value." isNull: Boolean }`;
}

function printCondition(field: FieldDefinitionNode, { enums, names }: Names): string[] {
  const type = typeName(field.type);
  const describe = (filter: string) => [`"Condition on \`${field.name.value}\`." ${field.name.value}: ${filter}`];
  // A link's other end is in another system: no statement of this one can filter by it.
  if (hasDirective(field, 'link') || isMadeWhenRead(field) || isList(field.type)) return [];
  if (SCALAR_FILTERS[type]) return describe(SCALAR_FILTERS[type]);
  if (enums.has(type) || names.has(type)) return describe(`${type}Filter`);
  const element = type.replace(/Connection$/, '');
  return element !== type && names.has(element) ? describe(`${element}ListFilter`) : [];
}

function withListArguments<T extends ObjectTypeDefinitionNode | ObjectTypeExtensionNode>(
  node: T,
  { names, searched }: { readonly names: ReadonlySet<string>; readonly searched: ReadonlySet<string> },
): T {
  const fields = (node.fields && withGroupPages(node.fields, names))?.map((field) => {
    const group = groupedType(field, names);
    if (group)
      return {
        ...field,
        arguments: [...(field.arguments ?? []), ...groupArguments(group)],
        directives: [...(field.directives ?? []), ...groupDirectives(typeName(field.type).endsWith('Page'))],
      };
    const element = typeName(field.type).replace(/Connection$/, '');
    if (element === typeName(field.type) || !names.has(element)) return field;
    return {
      ...field,
      arguments: [...(field.arguments ?? []), ...listArguments(element, searched.has(element))],
      directives: [...(field.directives ?? []), ...LIST_SIZE],
    };
  });
  return { ...node, ...(fields && { fields }) };
}

const LIST_SIZE = directivesIn(
  '@listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)',
);

/** Gives each root field and link that reads Odoo the argument which says in which context. */
function withOdooArgument<T extends ObjectTypeDefinitionNode | ObjectTypeExtensionNode>(
  node: T,
  inOdoo: ReadonlySet<string>,
): T {
  const fields = node.fields?.map((field) => {
    const target = typeName(field.type).replace(/(Connection|Group|GroupPage)$/, '');
    const isRoot = node.name.value === 'Query';
    // Relay refetches by a `node` that takes an id and nothing else.
    const readsOdoo = inOdoo.has(target) || (isRoot && field.name.value === 'nodes' && inOdoo.size > 0);
    if (!(isRoot || hasDirective(field, 'link')) || !readsOdoo) return field;
    return { ...field, arguments: [...(field.arguments ?? []), ODOO_ARGUMENT] };
  });
  return { ...node, ...(fields && { fields }) };
}

const ODOO_ARGUMENT = argumentsIn(
  `"The context to read Odoo in, instead of that of \`@inOdoo\`." inOdoo: InOdoo`,
)[0] as InputValueDefinitionNode;

function listArguments(name: string, isSearched: boolean): readonly InputValueDefinitionNode[] {
  return argumentsIn(`
    "How many from the start, 0 to 100; 20 without \`first\` and \`last\`." first: Int
    "Only what is after this cursor." after: String
    "How many from the end, 0 to 100." last: Int
    "Only what is before this cursor." before: String
    "Which records; all where absent." filter: ${name}Filter
    ${isSearched ? SEARCH_ARGUMENT : ''}
    "Keys of the order; \`id\` breaks ties." orderBy: [${name}Order!]`);
}

function argumentsIn(text: string): readonly InputValueDefinitionNode[] {
  const document = parse(`type T { f(${text}): Int }`, { noLocation: true });
  return (document.definitions[0] as ObjectTypeDefinitionNode).fields?.[0]?.arguments ?? [];
}
