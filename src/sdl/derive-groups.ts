/** Derives the types of a groups root field such as `moveGroups: [MoveGroup!]` from the stored type that it groups. */
import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

/** A field of a stored type, as far as grouping goes. */
export interface GroupableField {
  readonly name: string;
  /** The named type without list and non-null. */
  readonly type: string;
  readonly kind: 'leaf' | 'relation';
}

/** Name of the stored type that a root field groups; null for any other field. */
export function groupedType(field: FieldDefinitionNode, names: ReadonlySet<string>): string | null {
  const match = /^(.+)Group$/.exec(namedType(field.type));
  return match?.[1] && names.has(match[1]) ? match[1] : null;
}

/** The arguments of a groups field of `name`. */
export function groupArguments(name: string): readonly InputValueDefinitionNode[] {
  const text = `type T { f(
    "Which records to group; all where absent." filter: ${name}Filter
    "What to group by, the outermost first." groupBy: [${name}GroupBy!]!
    "How many groups at most, 1 to 1000." first: Int! = 100
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

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}
