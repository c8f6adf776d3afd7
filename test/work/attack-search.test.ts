/** The cross-tenant attack on search: whatever a stranger asks for, it finds, counts and is told nothing of another tenant's. */
import { randomUUID } from 'node:crypto';
import { getNamedType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/work/search/answerer.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { readGiven } from '../support/ask-docs.ts';
import { digestOf, findShown, maskAnswer } from '../support/attack-answers.ts';
import { SEARCH_STREAMS, SEARCHES, selectionOf } from '../support/attack-schema.ts';
import { createTenant, KINDS, readOdooIds, type Tenant } from '../support/attack-tenant.ts';
import { type As, createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { errorsOf, subscribe } from '../support/live.ts';
import { indexAll } from '../support/search.ts';
import { isRealStack } from '../support/stack.ts';

const SECRET = 'zzhush';
/** In no space at all. */
const LONER = randomUUID();

/** Behind the real database, as the rest of the attack is. */
const onReal = describe.skipIf(!isRealStack);
let gateway: TestGateway;
let victim: Tenant;
let stranger: Tenant;
let before: string;

beforeAll(async () => {
  if (!isRealStack) return;
  const embedder = createHashingEmbedder();
  // It repeats all that it is given.
  const answerer: Answerer = {
    model: 'parrot',
    write: async function* (messages) {
      for (const { number, text } of readGiven(messages).passages)
        yield `${text.replace(/[^\p{L} ]+/gu, ' ')} [${number}]. `;
    },
  };
  gateway = await createTestGateway({ search: { embedder, answerer } });
  const odoo = await readOdooIds(gateway);
  victim = await createTenant(gateway, randomUUID(), SECRET, odoo);
  stranger = await createTenant(gateway, randomUUID(), 'mine', odoo);
  await indexAll(gateway, embedder);
  before = await digestOf(gateway, victim);
}, 120_000);

afterAll(async () => {
  if (isRealStack) await gateway[Symbol.asyncDispose]();
});

const viewers = (): readonly As[] => [
  stranger.as,
  LONER,
  null,
  'agent:sync-odoo-agent',
  'agent:workspace-ask-docs',
  `agent:workspace-ask-docs for ${stranger.as}`,
];

/** Texts that find what is the victim's, and others that are like them and find nothing. */
const guesses = (): readonly (readonly [string, string])[] =>
  ['', ' page', ' block', ' child', ' comment', ' cell'].map((rest) => [`${SECRET}${rest}`, `zzhurl${rest}`]);

const shown = (answer: TestAnswer, named: readonly string[]) => findShown(answer, victim, named);

function asked(name: string): { readonly text: string; readonly inner: string; readonly first: number } {
  const field = [...SEARCHES, ...SEARCH_STREAMS].find((one) => one.name === name);
  const text = field?.args.find(({ type }) => String(type) === 'String!')?.name ?? '';
  return { text, inner: selectionOf(field ? getNamedType(field.type).name : ''), first: 50 };
}

onReal('the schema of the workspace', () => {
  it('has no search that is not attacked here', () => {
    const fields = [...SEARCHES, ...SEARCH_STREAMS];
    expect(fields.map(({ name }) => name).sort()).toEqual(['askDocs', 'askDocsAnswer', 'searchPages']);
    // A new argument is a new way in.
    const known = ['question', 'query', 'first', 'spaceIds', 'filter'];
    expect(fields.flatMap(({ args }) => args.map(({ name }) => name)).filter((name) => !known.includes(name))).toEqual(
      [],
    );
  });
});

onReal.each(SEARCHES.map(({ name }) => name))('%s', (name) => {
  const { text, inner, first } = asked(name);
  const query = `query ($text: String!, $spaceIds: [ID!]) { ${name}(${text}: $text, first: ${first}, spaceIds: $spaceIds) { ${inner} } }`;
  const ask = (as: As, question: string, spaceIds: readonly string[] | null = null) =>
    gateway.execute(query, { as, variables: { text: question, spaceIds } });

  it('finds what is one’s own, so that what is not found is not found for being another’s', async () => {
    expect(findShown(await ask(victim.as, `${SECRET} page`), victim)).not.toEqual([]);
  });

  it("shows nothing of another tenant's, by no word of theirs", { timeout: 60_000 }, async () => {
    for (const as of viewers())
      for (const [guess] of guesses()) expect([as, guess, shown(await ask(as, guess), [])]).toEqual([as, guess, []]);
  });

  it('answers a guess as it answers nonsense, where nothing may be seen', { timeout: 60_000 }, async () => {
    for (const as of [LONER, null, 'agent:sync-odoo-agent', 'agent:workspace-ask-docs'])
      for (const [guess, nonsense] of guesses())
        expect(maskAnswer(await ask(as, guess), [])).toBe(maskAnswer(await ask(as, nonsense), []));
  });

  it("answers the ids of another tenant's as ids of nothing", { timeout: 60_000 }, async () => {
    for (const as of viewers())
      for (const kind of KINDS) {
        const absent = randomUUID();
        const answer = await ask(as, `${SECRET} page`, [victim.ids[kind]]);
        expect(shown(answer, [victim.ids[kind]])).toEqual([]);
        expect(maskAnswer(answer, [victim.ids[kind]])).toBe(
          maskAnswer(await ask(as, `${SECRET} page`, [absent]), [absent]),
        );
        const both = await ask(as, 'mine page', [victim.ids[kind], stranger.ids.space]);
        expect(maskAnswer(both, [])).toBe(maskAnswer(await ask(as, 'mine page', [absent, stranger.ids.space]), []));
      }
  });

  it("changes nothing of another tenant's", async () => {
    expect(await digestOf(gateway, victim)).toBe(before);
  });
});

onReal.each(SEARCH_STREAMS.map(({ name }) => name))('%s', (name) => {
  const { text, inner, first } = asked(name);
  const query = `subscription ($text: String!, $spaceIds: [ID!]) { ${name}(${text}: $text, first: ${first}, spaceIds: $spaceIds) { ${inner} } }`;

  it("streams nothing of another tenant's", { timeout: 60_000 }, async () => {
    await using http = await serve(gateway);
    const read = async (as: As, question: string, spaceIds: readonly string[] | null = null): Promise<TestAnswer> => {
      const stream = await subscribe(http.url, 'websocket', query, { as, variables: { text: question, spaceIds } });
      const results = await stream.rest().catch(errorsOf);
      return {
        headers: new Map(),
        status: 200,
        text: JSON.stringify(results),
        data: null,
        errors: undefined,
        extensions: undefined,
      };
    };
    expect(findShown(await read(victim.as, `${SECRET} page`), victim)).not.toEqual([]);
    for (const as of viewers()) {
      for (const [guess] of guesses()) expect([as, guess, shown(await read(as, guess), [])]).toEqual([as, guess, []]);
      const absent = randomUUID();
      const theirs = maskAnswer(await read(as, 'mine page', [victim.ids.space]), [victim.ids.space]);
      expect(theirs).toBe(maskAnswer(await read(as, 'mine page', [absent]), [absent]));
    }
    expect(await digestOf(gateway, victim)).toBe(before);
  });
});

onReal('an answer', () => {
  it('is written from what the asker may see, so that a model which tells all tells nothing of others', async () => {
    const query = `{ askDocs(question: "mine page", first: 50) { answer { text } passages { snippet } } }`;
    const { data, text } = await gateway.execute(query, { as: stranger.as });
    expect(pick(data, 'askDocs.passages.0.snippet')).toContain('mine');
    expect(pick(data, 'askDocs.answer.text')).toContain('mine');
    expect(text).not.toContain(SECRET);
  });
});
