/** Derives the types of a groups root field such as `moveGroups: [MoveGroup!]` from the stored type that it groups. */
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

import { POINTS } from './costs.ts';

/** A field of a stored type, as far as grouping goes. */
export interface GroupableField {
  readonly name: string;
  /** The named type without list and non-null. */
  readonly type: string;
  readonly kind: 'leaf' | 'relation';
}

/** The directives of a field of groups, or of a page of them. */
export function groupDirectives(isPage: boolean): readonly ConstDirectiveNode[] {
  const sized = isPage ? 'sizedFields: ["groups"], ' : '';
  const size = `@listSize(assumedSize: 100, slicingArguments: ["first"], ${sized}requireOneSlicingArgument: false)`;
  return directivesIn(`@cost(weight: "${POINTS.groups}") ${size}`);
}

/** Reads directives as they stand on a field. */
export function directivesIn(text: string): readonly ConstDirectiveNode[] {
  const type = parse(`type T { f: Int ${text} }`, { noLocation: true }).definitions[0] as ObjectTypeDefinitionNode;
  return type.fields?.[0]?.directives ?? [];
}

/** Name of the stored type that a root field groups; null for any other field. */
export function groupedType(field: FieldDefinitionNode, names: ReadonlySet<string>): string | null {
  const match = /^(.+)Group(Page)?$/.exec(namedType(field.type));
  return match?.[1] && names.has(match[1]) ? match[1] : null;
}

/** Beside each field of groups, e.g. `moveGroups`, the same as a page that says whether there is more: `moveGroupPage`. */
export function withGroupPages(
  fields: readonly FieldDefinitionNode[],
  names: ReadonlySet<string>,
): readonly FieldDefinitionNode[] {
  return fields.flatMap((field) => {
    const name = groupedType(field, names);
    if (!name || namedType(field.type) !== `${name}Group`) return [field];
    const text = `type T { "The same as a page, which says whether there are more groups." ${field.name.value.replace(/s$/, '')}Page: ${name}GroupPage }`;
    const type = parse(text, { noLocation: true }).definitions[0] as ObjectTypeDefinitionNode;
    return [field, ...(type.fields ?? [])];
  });
}

/** The argument that finds records of Odoo by name. */
export const SEARCH_ARGUMENT = `
    "What Odoo's own search by name finds: a part of a name, a number, a code; up to 1000 characters." search: String @cost(weight: "${POINTS.search}")`;

/** The arguments of a groups field of `name`. */
export function groupArguments(name: string): readonly InputValueDefinitionNode[] {
  const text = `type T { f(
    "Which records; all where absent." filter: ${name}Filter
    ${SEARCH_ARGUMENT}
    "What to group by, the outermost first." groupBy: [${name}GroupBy!]!
    "How many groups at most, 1 to 1000." first: Int! = 100
    "How many groups to skip, 0 to 100000." offset: Int! = 0
    "Order of the groups; that of \`groupBy\` where absent, which also breaks ties." orderBy: [${name}GroupOrder!]
  ): Int }`;
  const type = parse(text, { noLocation: true }).definitions[0] as ObjectTypeDefinitionNode;
  return type.fields?.[0]?.arguments ?? [];
}

/** SDL that all groups share. */
export const SHARED_GROUP_TYPES = `
"How much of a day or time makes one group."
enum GroupInterval {
  "A day." DAY
  "A week, from the first weekday of the reader's language." WEEK
  "A month, the default." MONTH
  "A quarter." QUARTER
  "A year." YEAR
}`;

/** SDL of the group types of one stored type. */
export function printGroupTypes(
  name: string,
  fields: readonly GroupableField[],
  order: (field: string) => string,
): string {
  const groupable = fields.filter(
    ({ name: field, type, kind }) =>
      field !== 'id' && (kind === 'relation' || !['Decimal', 'Int', 'JSON'].includes(type)),
  );
  const summable = fields.filter(({ type, kind }) => kind === 'leaf' && (type === 'Decimal' || type === 'Int'));
  const ranged = fields.filter(
    ({ type, kind }) => kind === 'leaf' && ['Decimal', 'Int', 'Date', 'DateTime'].includes(type),
  );
  const orders = orderValues({ groupable, summable, ranged }, order);
  const aggregate = (suffix: string, what: string, of: readonly GroupableField[], typeOf: (type: string) => string) =>
    of.length === 0
      ? ''
      : `"${what} of the numbers of a group of ${name}." type ${name}${suffix} {
          ${of.map((field) => `"${what} of \`${field.name}\`; null where the group has none." ${field.name}: ${typeOf(field.type)}`).join('\n')} }`;
  return `
    "A group of ${name} records with equal keys." type ${name}Group {
      "What the records of the group have in common." keys: ${name}GroupKeys!
      "How many records are in the group." count: Int!
      ${summable.length > 0 ? `"Sums over the group." sum: ${name}Sum! "Averages over the group." avg: ${name}Avg!` : ''}
      ${ranged.length > 0 ? `"Smallest values of the group." min: ${name}Min! "Greatest values of the group." max: ${name}Max!` : ''} }
    "Some of the groups of ${name}." type ${name}GroupPage {
      "The groups." groups: [${name}Group!]!
      "Whether there are more after these." hasMore: Boolean! }
    "What groups of ${name} can be ordered by." enum ${name}GroupOrderField {
      "By how many records are in the group." COUNT
      ${[...orders].map(([value, what]) => `"${what}" ${value}`).join('\n')} }
    "One key of the order of groups of ${name}." input ${name}GroupOrder {
      "A key that is grouped by, the count, or an aggregate; groups without a value come last." field: ${name}GroupOrderField!
      "Which way." direction: OrderDirection! = ASC }
    """
    Keys of a group of ${name}; null where the records have no value, or were not grouped by it. Of a record, \`id\` and
    \`displayName\` come with the groups; its other fields are one more read for all groups.
    """ type ${name}GroupKeys {
      ${groupable.map((field) => `"The common \`${field.name}\`; of a time, where its interval begins." ${field.name}: ${field.type}`).join('\n')} }
    "Fields that ${name} records can be grouped by." enum ${name}GroupField {
      ${groupable.map((field) => `"By \`${field.name}\`." ${order(field.name)}`).join('\n')} }
    "One key of a grouping of ${name}." input ${name}GroupBy {
      "What to group by." field: ${name}GroupField!
      "For a day or time: how much of it makes one group." by: GroupInterval }
    ${aggregate('Sum', 'Sum', summable, () => 'Decimal')}
    ${aggregate('Avg', 'Average', summable, () => 'Decimal')}
    ${aggregate('Min', 'Smallest', ranged, (type) => type)}
    ${aggregate('Max', 'Greatest', ranged, (type) => type)}`;
}

/** Values of the order enum, each once, and what it says of each. */
function orderValues(
  fields: Readonly<Record<'groupable' | 'summable' | 'ranged', readonly GroupableField[]>>,
  order: (field: string) => string,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const add = (value: string, what: string) => value === 'COUNT' || values.has(value) || values.set(value, what);
  for (const { name } of fields.groupable) add(order(name), `By \`${name}\`.`);
  for (const { name } of fields.summable) {
    add(`SUM_${order(name)}`, `By the sum of \`${name}\`.`);
    add(`AVG_${order(name)}`, `By the average of \`${name}\`.`);
  }
  for (const { name } of fields.ranged) {
    add(`MIN_${order(name)}`, `By the smallest \`${name}\`.`);
    add(`MAX_${order(name)}`, `By the greatest \`${name}\`.`);
  }
  return values;
}

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}
