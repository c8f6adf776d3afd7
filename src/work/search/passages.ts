/** The passages that a question finds, as the viewer: one embedding of the question, one statement. */
import { badInput, GatewayError } from '../../errors.ts';
import { isUuid } from '../../plan/id.ts';
import type { JsonRow } from '../../postgres/json-rows.ts';
import type { Arguments, Asking } from '../../postgres/reading.ts';
import { type Embedder, padEmbedding } from './embedder.ts';
import { takePlace } from './places.ts';
import { countTokens } from './tokens.ts';

/** A question, checked. */
export interface Question {
  readonly text: string;
  readonly first: number;
  /** Null for all that the viewer may see. */
  readonly spaceIds: readonly string[] | null;
  readonly updatedAfter: string | null;
  readonly updatedBefore: string | null;
}

/** What was found. */
export interface Found {
  readonly passages: readonly Passage[];
  /** Whether the embedder gave no vector, so that words alone were looked for. */
  readonly isKeywordOnly: boolean;
}

/** A passage by the names of its fields, and what an answer is written from. */
export interface Passage {
  readonly [field: string]: unknown;
  /** Title of its page. */
  readonly title: string;
  readonly heading: string | null;
  readonly content: string;
}

const MAX_QUESTION = 2_000;
const DEFAULT_PASSAGES = 8;
const MAX_SPACES = 100;

/** @throws GatewayError `BAD_USER_INPUT` naming the argument at fault. */
export function readQuestion(args: Arguments): Question {
  const text = String(args.question).trim();
  if (text === '') throw badInput('question', 'is empty: ask something');
  if (text.length > MAX_QUESTION) throw badInput('question', `must have at most ${MAX_QUESTION} characters`);
  if (text.includes('\0')) throw badInput('question', 'must not hold the character U+0000');
  const filter = (args.filter ?? {}) as Arguments;
  return {
    text,
    first: readFirst(args.first, DEFAULT_PASSAGES),
    spaceIds: readSpaceIds(args.spaceIds),
    updatedAfter: (filter.updatedAfter as string | null | undefined) ?? null,
    updatedBefore: (filter.updatedBefore as string | null | undefined) ?? null,
  };
}

/** @throws GatewayError `BAD_USER_INPUT`. */
export function readFirst(given: unknown, fallback: number): number {
  const first = Number(given ?? fallback);
  if (first < 1 || first > 50) throw badInput('first', 'must be from 1 to 50');
  return first;
}

/** @throws GatewayError `BAD_USER_INPUT`. */
export function readSpaceIds(given: unknown): readonly string[] | null {
  const ids = given as readonly unknown[] | null | undefined;
  if (ids == null) return null;
  if (ids.length > MAX_SPACES) throw badInput('spaceIds', `must hold at most ${MAX_SPACES} ids`);
  if (!ids.every((id) => isUuid(String(id)))) throw badInput('spaceIds', 'must hold uuids');
  return ids.map(String);
}

/** Does without an embedder that does not answer. @throws GatewayError where the database does not. */
export async function findPassages(embedder: Embedder, question: Question, asking: Asking): Promise<Found> {
  const embedding = await embedQuestion(embedder, question.text, asking);
  const rows = await asking.read({
    text: `select f.page_id, p.title, f.block_id, f.heading, f.content, f.score, f.semantic_rank, f.keyword_rank, f.snippet,
        f.highlighted, f.page_version, f.indexed_at
      from work.search_passages(question => $1, embedding => $2::text::real[], model => $3, space_ids => $4::uuid[],
        updated_after => $5::timestamptz, updated_before => $6::timestamptz, most => $7::int) with ordinality f
      join work.pages p on p.id = f.page_id order by f.ordinality`,
    values: [
      question.text,
      embedding && `{${embedding.join(',')}}`,
      embedder.model,
      question.spaceIds,
      question.updatedAfter,
      question.updatedBefore,
      question.first,
    ],
  });
  return { passages: rows.map(toPassage), isKeywordOnly: embedding === null };
}

/** Null where the embedder does not answer: a search by words finds something too. */
async function embedQuestion(embedder: Embedder, text: string, asking: Asking): Promise<readonly number[] | null> {
  const signal = asking.signal();
  const give = await takePlace(embedder, asking);
  try {
    return await asking.note(`embed with ${embedder.model}`, async () => {
      const tokens = countTokens(asking.spendTokens);
      const [vector] = await embedder.embed([text], { purpose: 'query', signal, ...tokens?.options });
      tokens?.end(text);
      return padEmbedding(vector ?? []);
    });
  } catch (error) {
    if (!(error instanceof GatewayError) || signal.aborted) throw error;
    return null;
  } finally {
    give();
  }
}

function toPassage(row: JsonRow): Passage {
  return {
    score: row.score,
    semanticRank: row.semantic_rank,
    keywordRank: row.keyword_rank,
    snippet: ({ highlight }: { readonly highlight?: boolean | null }) => (highlight ? row.highlighted : row.snippet),
    title: String(row.title),
    heading: row.heading as string | null,
    content: String(row.content),
    block: row.block_id,
    page: row.page_id,
    version: row.page_version,
    // The session's time zone is UTC.
    indexedAt: String(row.indexed_at).replace('+00:00', 'Z'),
  };
}
