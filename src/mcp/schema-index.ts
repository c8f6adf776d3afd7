/** What can be found in the schema: root fields, stored types and their fields, by their words and by their meaning. */
import { type GraphQLField, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/** Turns texts into vectors of one length. */
export type Embed = (texts: readonly string[], purpose: 'passage' | 'query') => Promise<readonly (readonly number[])[]>;

/** Something with a name and a description. */
export interface Entry {
  /** E.g. `Query.pages`, `Page`, `Page.partner`. */
  readonly coordinate: string;
  readonly description: string;
  /** Words of name and description, each with how often it is there; those of the name count three times. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const PAGING = new Set(['first', 'after', 'last', 'before', 'filter', 'search', 'orderBy', 'inOdoo']);
const NAME_WEIGHT = 3;
/** Words that are everywhere, and say nothing. */
const STOP_WORDS = new Set(
  'a an and are as at be by for from has in is it its of on or that the this to was what which with'.split(' '),
);

/** @param stored Names of the types that are stored somewhere. */
export function readEntries(schema: GraphQLSchema, stored: ReadonlySet<string>): readonly Entry[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const isRoot = ROOTS.includes(type.name);
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isRoot || stored.has(type.name))) return [];
    const fields = Object.values(type.getFields()).map((field) =>
      toEntry(`${type.name}.${field.name}`, field.description ?? '', argumentsOf(field)),
    );
    return isRoot ? fields : [toEntry(type.name, type.description ?? ''), ...fields];
  });
}

/** Whether its meaning is kept too: of a stored type's fields the words are enough, and there are thousands. */
export function isBroad({ coordinate }: Entry): boolean {
  const [type = '', field] = coordinate.split('.');
  return field === undefined || ROOTS.includes(type);
}

/** What an entry means, in as many words as a sentence has: what is embedded. */
export function sentenceOf({ coordinate, description }: Entry): string {
  const name = splitName(coordinate.replace(/^(Query|Mutation|Subscription)\./, '')).join(' ');
  const [first = ''] = description.split(/[.;:](?:\s|$)/);
  return `${name}: ${first.slice(0, 120)}`;
}

/** In small letters, without endings of number. */
export function wordsOf(text: string): readonly string[] {
  return splitName(text)
    .map(stem)
    .filter((word) => word !== '' && !STOP_WORDS.has(word));
}

/** What can be asked for there, but for the arguments that every list has. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>): readonly string[] {
  return args.flatMap(({ name }) => (PAGING.has(name) ? [] : wordsOf(name)));
}

function toEntry(coordinate: string, description: string, more: readonly string[] = []): Entry {
  const words = new Map<string, number>();
  const add = (word: string, times: number) => words.set(word, (words.get(word) ?? 0) + times);
  for (const word of wordsOf(coordinate)) add(word, NAME_WEIGHT);
  for (const word of [...wordsOf(description), ...more]) add(word, 1);
  return { coordinate, description, words, length: [...words.values()].reduce((sum, times) => sum + times, 0) };
}

function splitName(text: string): readonly string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
