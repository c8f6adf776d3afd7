/** Random but valid operations over the part of the schema that lives in Postgres. */
import {
  astFromValue,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  print,
} from 'graphql';
import { readStorage } from '../../src/sdl/directives.ts';
import { type Choose, pickOne, randomFilter, randomOrder } from './random-filter.ts';

/** What the generator draws from. */
export interface OperationSource {
  readonly schema: GraphQLSchema;
  /** Some ids that exist, and some that do not. */
  readonly ids: readonly string[];
  /** Cursors of each type's default order. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

/** An operation and its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

interface Writing extends OperationSource {
  readonly choose: Choose;
  readonly variables: Record<string, unknown>;
  readonly declared: string[];
  readonly fragments: { readonly name: string; readonly type: string; readonly text: string }[];
  readonly serial: { value: number };
}

const MAX_DEPTH = 4;

/** Writes one operation; the same choices write the same one. */
export function randomOperation(source: OperationSource, choose: Choose): RandomOperation {
  const writing: Writing = { ...source, choose, variables: {}, declared: [], fragments: [], serial: { value: 0 } };
  const query = source.schema.getQueryType() as GraphQLObjectType;
  const selections = Array.from({ length: 1 + choose(2) }, () => writeField(writing, query, 0));
  if (choose(3) === 0) selections.push('__typename', 'again: __typename');
  const declared = writing.declared.length > 0 ? `(${writing.declared.join(', ')})` : '';
  const fragments = writing.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
  return {
    query: [`query Random${declared} { ${selections.join(' ')} }`, ...fragments].join('\n'),
    variables: writing.variables,
  };
}

/** Fields that are answered by Postgres: stored there, or the connections around what is. */
function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter((field) => {
    const named = getNamedType(field.type) as GraphQLObjectType;
    if (isLeafType(named) || named.name === 'PageInfo') return true;
    const element = named.name.replace(/(Connection|Edge)$/, '');
    if (element !== named.name) return true;
    const surface = readStorage(named.astNode)?.surface;
    return surface === 'ops' || surface === 'work';
  });
}

function isOnPostgres(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(field.type).name.replace(/(Connection|Edge)$/, '');
  const storage = readStorage(schema.getType(named)?.astNode as GraphQLObjectType['astNode']);
  return storage === null ? false : storage.surface !== 'odoo';
}

function writeSelection(writing: Writing, type: GraphQLObjectType, depth: number): string {
  const { choose } = writing;
  const parts = Array.from({ length: 1 + choose(3) }, () => {
    switch (depth > MAX_DEPTH ? 0 : choose(9)) {
      case 9:
        return `...${directive(writing)} ${writeSelection(writing, type, depth + 1)}`;
      case 8:
        return `... on ${type.name}${directive(writing)} ${writeSelection(writing, type, depth + 1)}`;
      case 7:
        return `...${fragmentOn(writing, type, depth)}${directive(writing)}`;
      case 6:
        return `${alias(writing)}__typename${directive(writing)}`;
      default:
        return writeField(writing, type, depth);
    }
  });
  return `{ ${parts.join(' ')} }`;
}

function writeField(writing: Writing, type: GraphQLObjectType, depth: number): string {
  const { choose, schema } = writing;
  const isRoot = type === schema.getQueryType();
  const fields = fieldsOf(type).filter((field) => !isRoot || isOnPostgres(schema, field));
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const field = pickOne(choose, depth >= MAX_DEPTH && leaves.length > 0 ? leaves : fields);
  const named = getNamedType(field.type);
  // A leaf may stand twice under its own name; anything else gets a key of its own.
  if (isLeafType(named)) return `${choose(1) ? alias(writing) : ''}${field.name}${directive(writing)}`;
  if (depth > MAX_DEPTH + 2) return '__typename';
  const head = `${alias(writing)}${field.name}${writeArguments(writing, field)}`;
  const below = () => writeSelection(writing, named as GraphQLObjectType, depth + 1);
  const once = `${head}${directive(writing)} ${below()}`;
  // The same response key twice: the two selections merge.
  return choose(5) === 0 ? `${once} ${head}${directive(writing)} ${below()}` : once;
}

function alias({ choose, serial }: Writing): string {
  serial.value += 1;
  const long = choose(9) === 0 ? 'x'.repeat(70) : '';
  return `k${serial.value}${long}: `;
}

function directive(writing: Writing): string {
  const { choose } = writing;
  if (choose(3) > 0) return '';
  const name = pickOne(choose, ['skip', 'include']);
  const value = choose(1) ? String(choose(1) === 1) : declare(writing, 'Boolean!', choose(1) === 1);
  return ` @${name}(if: ${value})`;
}

/** Declares a variable, with a default, a value or both, and gives its name. */
function declare({ choose, variables, declared, schema, serial }: Writing, type: string, value: unknown): string {
  serial.value += 1;
  const name = `v${serial.value}`;
  const named = schema.getType(type.replace(/[[\]!]/g, ''));
  const canDefault = named && 'serialize' in named;
  const hasDefault = canDefault && choose(1) === 1;
  if (!hasDefault || choose(1) === 1) variables[name] = value;
  const literal = hasDefault ? ` = ${JSON.stringify(value)}` : '';
  declared.push(`$${name}: ${type}${literal}`);
  return `$${name}`;
}

function fragmentOn(writing: Writing, type: GraphQLObjectType, depth: number): string {
  const known = writing.fragments.filter((fragment) => fragment.type === type.name);
  if (known.length > 0 && writing.choose(1) === 1) return pickOne(writing.choose, known).name;
  const text = writeSelection(writing, type, depth + 1);
  const name = `F${writing.fragments.length}`;
  writing.fragments.push({ name, type: type.name, text });
  return name;
}

function writeArguments(writing: Writing, field: GraphQLField<unknown, unknown>): string {
  const { choose, ids } = writing;
  const given: string[] = [];
  const add = (name: string, value: unknown): void => {
    const argument = field.args.find((candidate) => candidate.name === name);
    if (!argument) throw new TypeError(`${field.name} has no argument ${name}`);
    const text =
      choose(1) === 1
        ? declare(writing, String(argument.type), value)
        : print(astFromValue(value, argument.type) ?? { kind: 'NullValue' as never });
    given.push(`${name}: ${text}`);
  };
  if (field.args.some(({ name }) => name === 'id')) add('id', pickOne(choose, ids));
  if (field.args.some(({ name }) => name === 'fqdn')) add('fqdn', pickOne(choose, ['supabase.ops.runs', ...ids]));
  if (field.args.some(({ name }) => name === 'orderBy')) addListArguments(writing, field, add);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function addListArguments(
  { choose, schema, ids, cursors }: Writing,
  field: GraphQLField<unknown, unknown>,
  add: (name: string, value: unknown) => void,
): void {
  const element = getNamedType(field.type).name.replace(/Connection$/, '');
  const backward = choose(2) === 0;
  if (choose(2) > 0) add(backward ? 'last' : 'first', choose(4));
  else if (backward) add('last', 1 + choose(3));
  // A cursor is good for the default order only: one of the two, or neither.
  const place = pickOne(choose, ['start', 'cursor', 'order', 'order']);
  if (place === 'order')
    add('orderBy', randomOrder(choose, schema.getType(`${element}Order`) as GraphQLInputObjectType));
  if (place === 'cursor' && cursors[element]?.length)
    add(backward ? 'before' : 'after', pickOne(choose, cursors[element]));
  if (choose(1) === 1)
    add('filter', randomFilter(choose, schema.getType(`${element}Filter`) as GraphQLInputObjectType, ids));
}
