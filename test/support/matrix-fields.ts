/** The root fields of the schema as operations of the matrix: whatever is added turns up here, and fails where nothing is known of it. */
import {
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Surface } from '../../src/errors.ts';
import { encodeNodeId } from '../../src/plan/node-id.ts';
import { readListArgument } from '../../src/sdl/directives.ts';
import type { Input } from './attack-inputs.ts';
import type { Side } from './matrix-world.ts';
import { readOwnSdl } from './own-sdl.ts';

/** One root field. */
export interface MatrixField {
  readonly name: string;
  /** E.g. `Query.moves`. */
  readonly coordinate: string;
  readonly root: 'query' | 'mutation';
  /** The surface of what it answers with; null for what is stored nowhere. */
  readonly surface: Surface | null;
  /**
   * The field with its arguments and its selection.
   *
   * @param input The variable of a mutation's input. @param isDry Whether a mutation is a dry run.
   * @throws Error where nothing is known to give it.
   */
  readonly text: (side: Side, input: string, isDry?: boolean) => string;
  /** Its input; null for a query. @throws Error where nothing is known to give it. */
  readonly input: (side: Side) => Input | null;
}

const { schema, catalog } = readOwnSdl();
type Field = GraphQLField<unknown, unknown>;

const queryFields: readonly Field[] = Object.values(schema.getQueryType()?.getFields() ?? {});
const NODES = ['node', 'nodes'];

/** The type of a mutation's input, e.g. `CreatePageInput!`; null for one that takes none. */
export function inputTypeOf(name: string): string | null {
  const input = schema
    .getMutationType()
    ?.getFields()
    [name]?.args.find((argument) => argument.name === 'input');
  return input ? String(input.type) : null;
}

/** What is done to who asks, and to nothing else, takes none. */
const takesInput = ({ args }: Field): boolean => args.some(({ name }) => name === 'input');

/** Every field of `Query` and `Mutation`. */
export const MATRIX_FIELDS: readonly MatrixField[] = [
  ...queryFields
    .filter(({ name }) => !NODES.includes(name))
    .map((field) => ({
      name: field.name,
      coordinate: `Query.${field.name}`,
      root: 'query' as const,
      surface: storedOf(field)?.surface ?? null,
      text: (side: Side) => `${field.name}${argumentsOf(field, side)} ${selectionOf(field)}`,
      input: () => null,
    })),
  ...queryFields.flatMap(nodesOf),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
    name: field.name,
    coordinate: `Mutation.${field.name}`,
    root: 'mutation' as const,
    surface: null,
    text: (_side: Side, input: string, isDry = false) =>
      `${field.name}(dryRun: ${isDry}${takesInput(field) ? `, input: ${input}` : ''}) { userErrors { code message } }`,
    input: ({ inputs }: Side) => {
      if (!takesInput(field)) return null;
      const input = inputs[field.name];
      if (!input) throw new Error(untoldInput(field.name, isWorkMutation(field)));
      return input;
    },
  })),
];

/** Whether a mutation writes tables of the workspace. */
export const isWorkMutation = ({ astNode }: Field): boolean =>
  readListArgument(astNode, 'writes', 'to')?.some((table) => table.startsWith('work.')) ?? false;

/** A sentence for a mutation of which no input is known. */
export function untoldInput(name: string, isWork: boolean): string {
  const where = isWork
    ? 'inputsOf in test/support/attack-inputs.ts'
    : 'ledgerInputsOf in test/support/matrix-ledger.ts';
  return `Nothing is known to give to Mutation.${name}: add one acceptable input of it to ${where}.`;
}

/** A sentence for a type of which no id is known. */
function untoldId(type: string, query: string): string {
  const isOps = catalog.get(type)?.surface === 'ops';
  const where = isOps ? 'createLedgerSide in test/support/matrix-ledger.ts' : 'workIds in test/support/matrix-world.ts';
  return `No id of a ${type} is known to ask Query.${query} for: add one to ${where}.`;
}

/** `node`, as `nodes`, leads to every type: what the rules say of its lookup by id holds there too. */
function nodesOf(lookup: Field): readonly MatrixField[] {
  const { name: type } = getNamedType(lookup.type);
  const stored = catalog.get(type);
  if (!stored?.isNode || !lookup.args.some(({ name }) => name === 'id')) return [];
  const given = { name: lookup.name, coordinate: `Query.${lookup.name}`, root: 'query' as const };
  const nodeId = ({ ids }: Side) => JSON.stringify(encodeNodeId(type, String(ids[type])));
  const text = (side: Side) => `node(id: ${nodeId(side)}) { nodeId }`;
  return [{ ...given, surface: stored.surface, text, input: () => null }];
}

/** The type that a root field leads to, or that its answer is made of. */
function storedOf(field: Field) {
  const { name } = getNamedType(field.type);
  return catalog.get(name) ?? catalog.get(name.replace(/(Connection|Group|GroupPage)$/, ''));
}

/** What arguments other than `id` take: an id, by the type that it is of, or what finds a page. */
const IDS: Readonly<Record<string, string>> = {
  spaceId: 'Space',
  databaseId: 'Database',
  runId: 'Run',
  fqdn: 'Asset',
  question: 'question',
  query: 'query',
};
/** What is asked for by another field than its id. */
const FILTERS: Readonly<Record<string, string>> = { RunStat: 'agent' };

function argumentsOf(field: Field, { ids }: Side): string {
  const stored = storedOf(field);
  const idOf = (type: string) => {
    const id = ids[type];
    if (id === undefined) throw new Error(untoldId(type, field.name));
    return JSON.stringify(id);
  };
  const parts = field.args.flatMap((argument) => {
    const isFilter = argument.name === 'filter' && stored;
    if (isFilter) return [`filter: { ${FILTERS[stored.name] ?? 'id'}: { eq: ${idOf(stored.name)} } }`];
    if (argument.name === 'spaceIds') return [`spaceIds: [${idOf('Space')}]`];
    if (!isRequired(argument)) return [];
    if (argument.name === 'id' && stored) return [`id: ${idOf(stored.name)}`];
    const id = IDS[argument.name];
    if (id) return [`${argument.name}: ${idOf(id)}`];
    if (argument.name === 'coordinate') return ['coordinate: "Query.runs"'];
    if (argument.name === 'groupBy') return [`groupBy: [{ field: ${groupField(argument)} }]`];
    throw new Error(
      `Nothing is known to give to Query.${field.name}(${argument.name}:): add it to argumentsOf in test/support/matrix-fields.ts.`,
    );
  });
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return String(type).endsWith('!') && defaultValue === undefined;
}

/** Not one that each company has for itself: groups by it are refused over several companies. */
function groupField(argument: GraphQLArgument): string {
  const input = getNamedType(argument.type) as GraphQLInputObjectType;
  const field = getNamedType(input.getFields().field?.type) as GraphQLEnumType;
  const names = field.getValues().map(({ name }) => name);
  return names.find((name) => name === 'WRITE_DATE') ?? names[0] ?? '';
}

/** All leaves without arguments, down through lists and objects that are stored nowhere; of a stored type its id. */
function selectionOf(field: Field): string {
  const visit = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return '';
    if (catalog.has(typeName)) return '{ id }';
    if (typeName.endsWith('Connection')) return '{ nodes { id } }';
    // Groups of records; a group of people has no count.
    if (typeName.endsWith('Group') && type.getFields().count) return '{ count }';
    const parts = Object.values(type.getFields()).flatMap((one) => {
      const named = getNamedType(one.type);
      if (one.args.some(isRequired)) return [];
      if (!isObjectType(named)) return [one.name];
      return depth > 0 && !catalog.has(named.name) ? [`${one.name} ${visit(named.name, depth - 1)}`] : [];
    });
    return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{ __typename }';
  };
  return visit(getNamedType(field.type).name, 2);
}
