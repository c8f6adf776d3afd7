/** `Query.askDocs` and `Subscription.askDocsAnswer`: passages as the viewer, and an answer that is written from them. */
import { GatewayError, limitExceeded } from '../../errors.ts';
import type { Asking, Reading, Stream } from '../../postgres/reading.ts';
import { type Answer, writeAnswer } from './answer.ts';
import type { Answerer } from './answerer.ts';
import type { Embedder } from './embedder.ts';
import { type Found, findPassages, type Question, readQuestion } from './passages.ts';
import { takePlace } from './places.ts';

/** What questions are answered with. */
export interface Search {
  readonly embedder: Embedder;
  /** Null where no language model is configured: passages are found, and no answer is written. */
  readonly answerer: Answerer | null;
}

/** Questions of one request at most: each may cost a call of two models. */
const MAX_QUESTIONS = 5;

/** @param search Null where nothing turns questions into vectors. */
export function createAskDocs(search: Search | null): Reading {
  const count = createBudget();
  return async (args, asking) => {
    const { embedder, answerer } = requireSearch(search);
    const question = readQuestion(args);
    count(asking);
    const found = await findPassages(embedder, question, asking);
    const signal = asking.signal();
    // Once, for `answer` and for `insufficientEvidence`, and only where one of them is selected.
    const written = once(() => {
      if (!answerer || found.passages.length === 0) return null;
      const { spendTokens } = asking;
      const evidenced = { question: question.text, passages: found.passages, signal, spendTokens };
      return asking.note(`answer with ${answerer.model}`, async () => {
        const give = await takePlace(answerer, asking);
        return readToEnd(writeAnswer(answerer, evidenced)).finally(give);
      });
    });
    return {
      passages: found.passages,
      isKeywordOnly: found.isKeywordOnly,
      index: () => readState(embedder, question, asking),
      answer: async () => toAnswer(await written(), found, answerer),
      insufficientEvidence: async () => isInsufficient(await written()?.catch(() => null), found),
    };
  };
}

/** @param search Null where nothing turns questions into vectors. */
export function createAskDocsAnswer(search: Search | null): Stream {
  return async function* (args, asking) {
    const { embedder, answerer } = requireSearch(search);
    const question = readQuestion(args);
    const found = await findPassages(embedder, question, asking);
    const { passages, isKeywordOnly } = found;
    yield { passages, isKeywordOnly, index: () => readState(embedder, question, asking), isEnd: false };
    let answer: Answer | null = null;
    if (answerer && passages.length > 0) {
      const give = await takePlace(answerer, asking);
      const { spendTokens } = asking;
      const evidenced = { question: question.text, passages, signal: asking.signal(), spendTokens };
      const writing = writeAnswer(answerer, evidenced);
      try {
        for (;;) {
          const { done, value } = await writing.next();
          if (done) {
            answer = value;
            break;
          }
          yield { delta: value.text, isEnd: false };
        }
      } finally {
        await writing.return({ sentences: [], omitted: 0 });
        give();
      }
    }
    const insufficientEvidence = isInsufficient(answer, found);
    yield { answer: toAnswer(answer, found, answerer), insufficientEvidence, isEnd: true };
  };
}

function requireSearch(search: Search | null): Search {
  if (search) return search;
  const problem = 'Search is not configured: set OPENAI_API_KEY, OPENAI_BASE_URL or LOCAL_EMBEDDING_MODEL';
  throw new GatewayError('NOT_CONFIGURED', problem, { surface: 'work' });
}

/** Counts the questions of each request. */
function createBudget(): (asking: Asking) => void {
  const asked = new WeakMap<object, number>();
  return ({ request }) => {
    const count = (asked.get(request) ?? 0) + 1;
    if (count > MAX_QUESTIONS) throw limitExceeded('question', `is one of more than ${MAX_QUESTIONS} in one request`);
    asked.set(request, count);
  };
}

async function readState({ model, isLexical }: Embedder, { spaceIds }: Question, asking: Asking) {
  const [row] = await asking.read({
    text: `select s.stale_chunks, s.lag_seconds, p.pages, p.oldest_seconds
      from work.search_status(model => $1, space_ids => $2::uuid[]) s, work.pending_pages(space_ids => $2::uuid[]) p`,
    values: [model, spaceIds],
  });
  return {
    ...{ model, isLexical, staleChunks: row?.stale_chunks ?? 0, lagSeconds: row?.lag_seconds ?? 0 },
    pendingPages: row?.pages ?? 0,
    oldestPendingSeconds: row?.oldest_seconds ?? 0,
  };
}

async function readToEnd(writing: AsyncGenerator<unknown, Answer, void>): Promise<Answer> {
  for (;;) {
    const { done, value } = await writing.next();
    if (done) return value;
  }
}

/** Whether the evidence is not enough: nothing was found, or no sentence of the answer was borne out. */
function isInsufficient(answer: Answer | null | undefined, { passages }: Found): boolean {
  return passages.length === 0 || answer?.sentences.length === 0;
}

function toAnswer(answer: Answer | null, { passages }: Found, answerer: Answerer | null) {
  if (!answer || answer.sentences.length === 0) return null;
  const cited = new Set(answer.sentences.flatMap(({ citations }) => citations));
  return {
    text: answer.sentences.map(({ text }) => text).join(''),
    citations: [...cited].sort((a, b) => a - b).map((index) => ({ index, passage: passages[index - 1] })),
    omittedSentences: answer.omitted,
    model: answerer?.model,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
