/** `askDocs` finds what the viewer may see, in a fixed number of calls, and writes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GatewayError } from '../../../src/errors.ts';
import type { Search } from '../../../src/work/search/ask-docs.ts';
import type { Embedder } from '../../../src/work/search/embedder.ts';
import { createHashingEmbedder } from '../../../src/work/search/hashing-embedder.ts';
import { copyPaths } from '../../support/doctrine.ts';
import { type As, createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { indexAll } from '../../support/search.ts';

const builtIn = createHashingEmbedder();
/** Whether the embedder answers nobody. */
let isDown = false;
const embedder: Embedder = {
  ...builtIn,
  embed: async (...asked) => {
    if (isDown) throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The language model API cannot be reached');
    return builtIn.embed(...asked);
  },
};
const search: Search = { embedder, answerer: null };
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ search });
  await indexAll(gateway, embedder);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const WHOLE = `query ($question: String!, $first: Int, $spaceIds: [ID!], $filter: AskDocsFilter) {
  askDocs(question: $question, first: $first, spaceIds: $spaceIds, filter: $filter) {
    answer { text citations { index passage { block { id } page { id title } } } }
    insufficientEvidence isKeywordOnly
    passages { score semanticRank keywordRank snippet(highlight: true) plain: snippet heading
      block { id type } page { id title space { name } partner { name } } version indexedAt }
    index { model isLexical staleChunks lagSeconds }
  } }`;

interface Passage {
  readonly score: number;
  readonly semanticRank: number | null;
  readonly keywordRank: number | null;
  readonly snippet: string;
  readonly plain: string;
  readonly block: { id: string; type: string } | null;
  readonly page: { id: string; title: string; space: { name: string }; partner: { name: string } | null };
}

async function ask(question: string, as: As = 'ana', more: Record<string, unknown> = {}, asked = gateway) {
  const { data, errors } = await asked.execute(WHOLE, { as, variables: { question, ...more } });
  return { docs: data?.askDocs as Record<string, unknown> & { passages: readonly Passage[] }, errors };
}

describe('askDocs', () => {
  it('finds passages with all that belongs to them', async () => {
    const { docs, errors } = await ask('How do we file 2550Q?');
    expect(errors).toBeUndefined();
    const [first] = docs.passages;
    expect(first).toMatchObject({
      score: expect.any(Number),
      semanticRank: expect.any(Number),
      keywordRank: expect.any(Number),
      block: { id: expect.any(String) },
      page: { title: 'Filing BIR form 2550Q', space: { name: 'Finance' }, partner: null },
      version: expect.any(Number),
      indexedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(docs).toMatchObject({ answer: null, insufficientEvidence: false, isKeywordOnly: false });
    expect(docs.index).toEqual({
      model: embedder.model,
      isLexical: embedder.isLexical,
      staleChunks: 0,
      lagSeconds: 0,
    });
    const scores = docs.passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('marks the words of the question where it is asked to', async () => {
    const { docs } = await ask('quarterly VAT return');
    const found = docs.passages.find(({ plain }) => plain.includes('quarterly VAT return'));
    expect(found?.snippet).toContain('<mark>quarterly</mark>');
    expect(found?.plain).not.toContain('<mark>');
  });

  it('takes one statement for each stored field and one call of Odoo, however many passages there are', async () => {
    const kinds = () =>
      gateway.calls.map((call) =>
        call.startsWith('odoo') ? call.split(' ')[1] : (/.*from (work\.\w+)/s.exec(call)?.[1] ?? call),
      );
    const few = await ask('Who reviews returns at the bank?', 'ben', { first: 1 });
    expect(few.docs.passages).toHaveLength(1);
    const many = await ask('Who reviews returns and deliveries at the bank, the warehouse and the hotel?', 'ben', {
      first: 50,
    });
    expect(many.docs.passages.length).toBeGreaterThan(8);
    expect(many.docs.passages.filter(({ page }) => page.partner !== null).length).toBeGreaterThan(2);
    expect(kinds().sort()).toEqual([
      'res.partner',
      'work.blocks',
      'work.pages',
      'work.search_passages',
      'work.search_status',
    ]);
  });

  it('asks only for what is selected', async () => {
    await gateway.execute('{ askDocs(question: "VAT") { passages { score } } }', { as: 'ana' });
    expect(gateway.calls).toHaveLength(1);
  });

  it('keeps to the spaces, the times and the number that are asked for', async () => {
    const { data } = await gateway.execute('{ spaces { nodes { id name } } }', { as: 'ben' });
    const spaces = pick(data, 'spaces.nodes') as { id: string; name: string }[];
    const projects = spaces.find(({ name }) => name === 'Projects')?.id;
    const question = 'the VAT return, the bank and the hotels';
    const { docs } = await ask(question, 'ben', { first: 50, spaceIds: [projects] });
    expect(new Set(docs.passages.map(({ page }) => page.space.name))).toEqual(new Set(['Projects']));
    expect((await ask(question, 'ben', { spaceIds: [] })).docs).toMatchObject({
      passages: [],
      insufficientEvidence: true,
    });
    expect((await ask(question, 'ben', { first: 2 })).docs.passages).toHaveLength(2);
    const future = { updatedAfter: '2199-01-01T00:00:00Z' };
    expect((await ask(question, 'ben', { filter: future })).docs.passages).toEqual([]);
    const past = { updatedBefore: '2199-01-01T00:00:00Z' };
    expect((await ask(question, 'ben', { filter: past })).docs.passages.length).toBeGreaterThan(3);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an empty question', { question: '' }, 'question'],
    ['a question of white space', { question: ' \n\t ' }, 'question'],
    ['a question that is too long', { question: 'x'.repeat(2_001) }, 'question'],
    ['a question with U+0000', { question: 'a\0b' }, 'question'],
    ['no passages', { question: 'x', first: 0 }, 'first'],
    ['too many passages', { question: 'x', first: 51 }, 'first'],
    ['a space that is no uuid', { question: 'x', spaceIds: ['finance'] }, 'spaceIds'],
    [
      'too many spaces',
      { question: 'x', spaceIds: Array.from({ length: 101 }, () => 'a0a00000-0000-4000-8000-000000000001') },
      'spaceIds',
    ],
  ])('refuses %s, and asks nobody', async (_name, variables, argument) => {
    const { data, errors } = await gateway.execute(WHOLE, { as: 'ana', variables });
    expect(data).toEqual({ askDocs: null });
    expect(errors).toMatchObject([{ path: ['askDocs'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(gateway.calls).toEqual([]);
  });

  it.each(['" or - (', "it's -\"all' & | !", '😀 ٢٥٥٠ \u202e', '%_\\', ':*', 'x'.repeat(2_000)])(
    'takes %j for a question like any other',
    async (question) => {
      expect((await ask(question)).errors).toBeUndefined();
    },
  );

  it('answers five questions of a request, and refuses the sixth', async () => {
    const asked = Array.from({ length: 6 }, (_, n) => `q${n}: askDocs(question: "VAT") { passages { score } }`);
    const { data, errors } = await gateway.execute(`{ ${asked.join(' ')} }`, { as: 'ana' });
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', argument: 'question' } }]);
    expect(Object.values(data ?? {}).filter((docs) => docs !== null)).toHaveLength(5);
  });
});

describe('who asks', () => {
  const spacesOf = async (as: As) => {
    const { docs } = await ask('the board minutes, the VAT return, the hotels and deliveries', as, { first: 50 });
    return [...new Set(docs.passages.map(({ page }) => page.space.name))].sort();
  };

  it('finds what it may see, and nothing else', async () => {
    expect(await spacesOf('ana')).toEqual(['Finance', 'Projects']);
    expect(await spacesOf('ben')).toEqual(['Finance', 'Operations', 'Projects']);
    expect(await spacesOf('carla')).toEqual(['Board']);
    expect(await spacesOf('57a90000-0000-4000-8000-000000000001')).toEqual([]);
    expect(await spacesOf('service')).toEqual(['Board', 'Finance', 'Operations', 'Projects']);
  });

  it('is a reader of the workspace, or is refused', async () => {
    for (const as of [null, 'agent:sync-odoo-agent']) {
      const { docs, errors } = await ask('VAT', as);
      expect(docs).toBeNull();
      expect(errors).toMatchObject([{ path: ['askDocs'], extensions: { code: 'FORBIDDEN' } }]);
      expect(gateway.calls).toEqual([]);
    }
  });

  it('is refused below the passages what the doctrine does not list, at its path, and it is not fetched', async () => {
    using paths = copyPaths(({ readers }) => {
      const { work = [] } = readers.user ?? {};
      const without = [work].flat().filter((table) => table !== 'work.blocks');
      Object.assign(readers.user ?? {}, { odoo: ['res.country'], work: without });
    });
    await using strict = await createTestGateway({ beside: gateway, paths, search });
    const { docs, errors } = await ask('Who reviews returns?', 'ana', { first: 3 }, strict);
    expect(docs.passages.map(({ block, page }) => [block, page.partner])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(docs.passages[0]?.page.title).toEqual(expect.any(String));
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(errors?.map(({ path }) => path?.join('.'))).toContain('askDocs.passages.0.block');
    expect(gateway.calls.filter((call) => /work\.blocks|res\.partner/.test(call))).toEqual([]);
  });
});

describe('askDocs writes to no table', () => {
  /** Every table of the database, with what is in it. */
  const digest = () =>
    gateway.owner(async (client) => {
      const tables = await client.query(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'S') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
      );
      const parts: string[] = [];
      for (const { name } of tables) {
        const [row] = await client.query(
          `select count(*)::text || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from (select * from ${name}) t`,
        );
        parts.push(`${name} ${row?.digest}`);
      }
      return parts;
    });

  it('for a user, a service and an agent that acts for a user: the whole database is as it was', async () => {
    const before = await digest();
    expect(before.length).toBeGreaterThan(30);
    for (const as of ['ana', 'service', 'agent:workspace-ask-docs for ana', 'agent:workspace-ask-docs']) {
      expect((await ask('How do we file 2550Q?', as)).docs).not.toBeNull();
      await gateway.execute('{ searchPages(query: "form") { page { title } } }', { as });
    }
    expect(await digest()).toEqual(before);
  });

  it('by any statement: it goes by reads alone, whose transactions are read-only', async () => {
    const { postgres } = gateway.sources;
    if (!postgres) throw new Error('no database');
    const settings: string[] = [];
    const refuse = async (): Promise<never> => {
      throw new Error('a statement that may write');
    };
    const watched = {
      ...postgres,
      repeatable: refuse,
      transact: refuse,
      render: async (...[viewer, statement]: Parameters<typeof postgres.render>) => {
        const text = `select current_setting('transaction_read_only')`;
        settings.push(String(await postgres.render(viewer, { text, values: [] })));
        return postgres.render(viewer, statement);
      },
    };
    await using reading = await createTestGateway({ beside: gateway, postgres: watched, search });
    expect((await ask('How do we file 2550Q?', 'ana', {}, reading)).errors).toBeUndefined();
    // How the user stands, and four reads of the workspace.
    expect(settings).toEqual(['on', 'on', 'on', 'on', 'on']);
  });
});

describe('what is missing', () => {
  it('of the embedder leaves the passages that hold the words, and says so', async () => {
    isDown = true;
    const { docs, errors } = await ask('quarterly VAT return');
    isDown = false;
    expect(errors).toBeUndefined();
    expect(docs.isKeywordOnly).toBe(true);
    expect(docs.passages[0]).toMatchObject({ semanticRank: null, keywordRank: 1 });
  });

  it('of the configuration is told with the variables to set, and pages are found all the same', async () => {
    await using bare = await createTestGateway({ beside: gateway });
    const { docs, errors } = await ask('VAT', 'ana', {}, bare);
    expect(docs).toBeNull();
    expect(errors).toMatchObject([{ path: ['askDocs'], extensions: { code: 'NOT_CONFIGURED', surface: 'work' } }]);
    expect(errors?.[0]?.message).toMatch(/OPENAI_API_KEY.*OPENAI_BASE_URL.*LOCAL_EMBEDDING_MODEL/);
    const found = await bare.execute('{ searchPages(query: "form 2550") { page { title } } }', { as: 'ana' });
    expect(pick(found.data, 'searchPages.0.page.title')).toBe('Filing BIR form 2550Q');
  });
});
