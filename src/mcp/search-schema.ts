/** The tool `search_schema`: by words and by meaning, both in one order. */
import type { GraphQLSchema } from 'graphql';
import { badInput } from '../errors.ts';
import type { Log } from '../log.ts';
import { POINTS } from '../sdl/costs.ts';
import type { McpGateway } from './gateway.ts';
import { resultOf } from './result.ts';
import { type Embed, type Entry, isBroad, readEntries, sentenceOf, wordsOf } from './schema-index.ts';
import type { Caller, Tool } from './tool.ts';

const MOST_FOUND = 10;
const MOST_LETTERS = 400;
/** Letters of a description: as many as tell one from the other. */
const DESCRIPTION_LETTERS = 200;
/** Milliseconds that the first questions wait for what the schema means; the words are there at once. */
const MEANING_MS = 3_000;
/** How much sooner the first of a list comes than the second, where two lists make one: as in the workspace's search. */
const RANK_BASE = 60;
/** What leads to all the rest is worth more than one field of a type. */
const BROAD_WEIGHT = 1.5;
/** For words: how much longer texts lose, and how soon more of a word says no more. */
const BM25 = { k: 1.2, b: 0.5 };

/** What is searched in. */
export interface SchemaSearch {
  readonly schema: GraphQLSchema;
  /** Names of the types that are stored somewhere. */
  readonly stored: ReadonlySet<string>;
  /** Null where words have to be enough. */
  readonly embed: Embed | null;
  readonly log: Log;
}

/** Reads the schema with the first question. */
export function createSearchSchema(gateway: McpGateway, search: SchemaSearch): Tool {
  const find = createFind(search);
  return {
    name: 'search_schema',
    description:
      'Finds fields, types and mutations of the whole GraphQL schema by words or meaning; describe shows them.',
    input: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
    output: { type: 'object', properties: { found: { items: {} } } },
    ...{ risk: 'read', isIdempotent: true, scopes: [] },
    call: async ({ query }, { asking }: Caller) => {
      if (typeof query !== 'string' || query.trim() === '' || query.length > MOST_LETTERS)
        throw badInput('query', `must be a text of 1 to ${MOST_LETTERS} letters`);
      await gateway.charge(asking, POINTS.search);
      const { entries, isKeywordOnly } = await find(query);
      const found = await Promise.all(
        entries.map(async ({ coordinate, description }) => ({
          coordinate,
          description: description.replace(/\s+/g, ' ').slice(0, DESCRIPTION_LETTERS),
          allowed: (await gateway.permissions.explain(asking.viewer, coordinate)).allowed,
        })),
      );
      return resultOf({ found, ...(isKeywordOnly && { isKeywordOnly }) }, false);
    },
  };
}

interface Found {
  readonly entries: readonly Entry[];
  /** Whether the meaning counted for nothing. */
  readonly isKeywordOnly: boolean;
}

function createFind({ schema, stored, embed, log }: SchemaSearch): (query: string) => Promise<Found> {
  let read: { readonly entries: readonly Entry[]; readonly frequencies: ReadonlyMap<string, number> } | undefined;
  let meanings: Promise<Meanings | null> | undefined;
  return async (query) => {
    read ??= withFrequencies(readEntries(schema, stored));
    const { entries, frequencies } = read;
    const byWords = rankByWords(entries, frequencies, wordsOf(query));
    meanings ??= readMeanings(entries, embed).catch((err: unknown) => {
      log.warn({ err }, 'the schema cannot be searched by meaning: words have to be enough');
      meanings = undefined;
      return null;
    });
    const known = await Promise.race([meanings, after(MEANING_MS)]);
    const byMeaning = known && embed && (await rankByMeaning(known, embed, query).catch(() => null));
    return { entries: fuse([byWords, byMeaning ?? []]).slice(0, MOST_FOUND), isKeywordOnly: !byMeaning };
  };
}

function withFrequencies(entries: readonly Entry[]) {
  const frequencies = new Map<string, number>();
  for (const { words } of entries)
    for (const word of words.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  return { entries, frequencies };
}

function rankByWords(
  entries: readonly Entry[],
  frequencies: ReadonlyMap<string, number>,
  asked: readonly string[],
): readonly Entry[] {
  const mean = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);
  const scoreOf = (entry: Entry) => (isBroad(entry) ? BROAD_WEIGHT : 1) * scoreOfWords(entry);
  const scoreOfWords = ({ words, length }: Entry) =>
    asked.reduce((sum, word) => {
      const times = words.get(word) ?? 0;
      const rarity = Math.log(1 + entries.length / (frequencies.get(word) ?? entries.length));
      return sum + (rarity * times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + (BM25.b * length) / mean));
    }, 0);
  return best(entries.map((entry) => ({ entry, score: scoreOf(entry) })).filter(({ score }) => score > 0));
}

interface Meanings {
  readonly entries: readonly Entry[];
  readonly vectors: readonly (readonly number[])[];
}

async function readMeanings(entries: readonly Entry[], embed: Embed | null): Promise<Meanings | null> {
  if (!embed) return null;
  const broad = entries.filter(isBroad);
  return { entries: broad, vectors: await embed(broad.map(sentenceOf), 'passage') };
}

async function rankByMeaning({ entries, vectors }: Meanings, embed: Embed, query: string): Promise<readonly Entry[]> {
  const [asked = []] = await embed([query], 'query');
  const scoreOf = (vector: readonly number[]) => vector.reduce((sum, one, at) => sum + one * (asked[at] ?? 0), 0);
  return best(entries.map((entry, index) => ({ entry, score: scoreOf(vectors[index] ?? []) })));
}

function best(scored: { readonly entry: Entry; readonly score: number }[]): readonly Entry[] {
  return scored
    .sort((one, other) => other.score - one.score)
    .slice(0, RANK_BASE)
    .map(({ entry }) => entry);
}

/** By places and not by scores, which are of two kinds. */
function fuse(lists: readonly (readonly Entry[])[]): readonly Entry[] {
  const scores = new Map<Entry, number>();
  for (const list of lists)
    for (const [place, entry] of list.entries()) scores.set(entry, (scores.get(entry) ?? 0) + 1 / (RANK_BASE + place));
  return best([...scores].map(([entry, score]) => ({ entry, score })));
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}
