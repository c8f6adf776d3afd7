/** Models that embed questions and write answers: one viewer's flood keeps nobody else waiting, and what nobody waits for is not asked. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Search } from '../../../src/work/search/ask-docs.ts';
import { createTestGateway, type TestGateway, testToken } from '../../support/gateway.ts';
import { serve } from '../../support/listening.ts';

/** Questions of one viewer, by fewer operations than it may have under way: it is the questions that wait. */
const FLOOD = 130;
const QUESTIONS_OF_ONE = 5;
const MAX_WAITING = 100;

let base: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
});

afterAll(() => base[Symbol.asyncDispose]());

/** A gateway whose embedder keeps each question until it is told to answer. */
async function openHeld() {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const search: Search = {
    embedder: {
      model: 'held',
      isLexical: false,
      embed: (texts) => {
        asked.push(...texts);
        return new Promise((resolve) => held.push(() => resolve(texts.map(() => [1, 0]))));
      },
    },
    answerer: null,
  };
  const gateway = await createTestGateway({ beside: base, search });
  const answer = () => {
    for (const resolve of held.splice(0)) resolve();
  };
  return { gateway, asked, answer, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

const field = (question: string) => `askDocs(question: "${question}") { passages { snippet } }`;
const ask = (question: string) => `{ ${field(question)} }`;
const askSeveral = (nth: number) =>
  `{ ${Array.from({ length: QUESTIONS_OF_ONE }, (_, at) => `q${at}: ${field(`ana ${nth} ${at}`)}`).join(' ')} }`;

it('has the turn of one viewer come soon after the flood of another began, and refuses what overfills a queue', async () => {
  await using world = await openHeld();
  const { gateway, asked, answer } = world;
  const flood = Array.from({ length: FLOOD / QUESTIONS_OF_ONE }, (_, nth) =>
    gateway.execute(askSeveral(nth), { as: 'ana' }),
  );
  await vi.waitFor(() => expect(asked).toHaveLength(8));
  const other = gateway.execute(ask('ben'), { as: 'ben' });
  let isOther = false;
  other.then(() => {
    isOther = true;
  });
  // Until it waits too, on a busy machine as well.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  answer();
  await vi.waitFor(() => expect(asked).toContain('ben'));
  // Two more of Ana's at most beside it.
  expect(asked.length).toBeLessThanOrEqual(8 + 1 + 2);
  answer();
  expect((await other).errors).toBeUndefined();
  let isOver = false;
  const answers = Promise.all(flood).finally(() => {
    isOver = true;
  });
  await vi.waitFor(
    () => {
      answer();
      expect(isOver).toBe(true);
    },
    { timeout: 20_000, interval: 5 },
  );
  expect(isOther).toBe(true);
  const refused = (await answers).flatMap(({ errors = [] }) => errors);
  expect(refused).toHaveLength(FLOOD - MAX_WAITING - 8);
  const limit = { limit: 'questions that wait', most: MAX_WAITING, asked: MAX_WAITING + 1 };
  for (const { extensions } of refused) expect(extensions).toEqual({ code: 'RATE_LIMITED', surface: 'work', ...limit });
});

it('asks nothing for who has left while it waited', async () => {
  await using world = await openHeld();
  const { gateway, asked, answer } = world;
  await using http = await serve(gateway);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('ana')}` };
  const controller = new AbortController();
  const post = (question: string, signal: AbortSignal | null = null) =>
    fetch(`${http.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: ask(question) }), signal });
  const kept = Array.from({ length: 8 }, (_, nth) => post(`kept ${nth}`));
  await vi.waitFor(() => expect(asked).toHaveLength(8));
  const left = Array.from({ length: 5 }, (_, nth) =>
    post(`left ${nth}`, controller.signal).catch(({ name }: Error) => name),
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  controller.abort();
  expect(await Promise.all(left)).toEqual(Array(5).fill('AbortError'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  answer();
  for (const response of kept) expect((await response).status).toBe(200);
  expect(asked).toHaveLength(8);
});
