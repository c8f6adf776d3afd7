/** Whatever is stored, both lanes answer the same bytes, and the bytes are what was stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const SPACE = '5bace000-0000-4000-8000-000000000001';
const PAGE = '9a6e0000-0000-4000-8000-000000000001';
const BLOCK = 'b10c0000-0000-4000-8000-000000000001';

let both: TestGateway;
let ordinary: TestGateway;

beforeAll(async () => {
  both = await createTestGateway();
  ordinary = await createTestGateway({ lanes: 'ordinary', beside: both });
  await both.owner(async (client) => {
    await client.query('insert into work.spaces (id, name) values ($1, $2)', [SPACE, 'Tricky']);
    await client.query("insert into work.pages (id, space_id, title, rank) values ($1, $2, 'Tricky', 'a0')", [
      PAGE,
      SPACE,
    ]);
    await client.query(
      "insert into work.blocks (id, space_id, page_id, rank, type) values ($1, $2, $3, 'a0', 'PARAGRAPH')",
      [BLOCK, SPACE, PAGE],
    );
    // The database refuses such contents by now: whatever it holds is to come back.
    await client.script(
      'alter table work.blocks disable trigger user; alter table work.blocks drop constraint blocks_content_object',
    );
  });
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await both[Symbol.asyncDispose]();
});

async function askBoth(query: string, variables?: Record<string, unknown>) {
  const passed = await both.execute(query, { as: 'service', ...(variables && { variables }) });
  const built = await ordinary.execute(query, { as: 'service', ...(variables && { variables }) });
  expect(built.text).toBe(passed.text);
  return passed;
}

const TEXTS: readonly (readonly [string, string])[] = [
  ['quotes and backslashes', `"double" 'single' \\ \\\\ \\" \\u0041 \\n`],
  ['control characters', 'tab\t newline\n return\r bell\u0007 escape\u001b delete\u007f'],
  ['emoji and combined characters', '👩‍👩‍👧‍👦 🇵🇭 é e\u0301 \u200d'],
  ['line separators of JavaScript', 'a\u2028b\u2029c'],
  ['private-use characters and placeholders', '\uE000abc:0 "\uE000" {"$raw":"1"} null-violation:00 $1 %s'],
  ['markup', '</script><!-- ]]> &amp;'],
  ['the empty text', ''],
  ['a long text', 'x'.repeat(100_000)],
];

describe('stored values', () => {
  it.each(TEXTS)('text with %s comes back as it was stored', async (_name, text) => {
    await both.owner((client) => client.query('update work.pages set title = $1 where id = $2', [text, PAGE]));
    const { data, errors } = await askBoth(`{ page(id: "${PAGE}") { title } }`);
    expect(errors).toBeUndefined();
    expect(pick(data, 'page.title')).toBe(text);
  });

  it.each(TEXTS)('text with %s makes a cursor that leads on from it, and a filter that finds it', async (_n, text) => {
    await both.owner((client) => client.query('update work.pages set title = $1 where id = $2', [text, PAGE]));
    const list = 'orderBy: [{ field: TITLE }]';
    const first = await askBoth(
      `query($t: String) { pages(filter: { title: { eq: $t } }, ${list}) { totalCount edges { cursor node { id } } } }`,
      { t: text },
    );
    expect(pick(first.data, 'pages.edges.0.node.id')).toBe(PAGE);
    const before = await askBoth(`query($c: String) { pages(last: 100, before: $c, ${list}) { nodes { id } } }`, {
      c: pick(first.data, 'pages.edges.0.cursor'),
    });
    const after = await askBoth(`query($c: String) { pages(first: 100, after: $c, ${list}) { nodes { id } } }`, {
      c: pick(first.data, 'pages.edges.0.cursor'),
    });
    const all = await askBoth('{ pages(first: 100) { totalCount } }');
    const count = (answer: typeof all) => (pick(answer.data, 'pages.nodes') as unknown[]).length;
    expect(count(before) + count(after) + 1).toBe(pick(all.data, 'pages.totalCount'));
  });

  it.each([
    ['deep', `${'{"a":['.repeat(200)}1${']}'.repeat(200)}`],
    ['with numeric keys', '{"10": 1, "9": 2, "1": 3, "b": 4, "a": 5}'],
    ['with keys of Object.prototype', '{"__proto__": {"x": 1}, "constructor": 1, "toString": null, "toJSON": "x"}'],
    ['with numbers that JavaScript rounds', '[1.0, 1e400, 12345678901234567890, 0.1000, -0, 1e-7]'],
    ['with our own wrapping', '{"$raw": "{\\"$raw\\":\\"1\\"}"}'],
    ['with escapes', '["\\u2028 \\ud83d\\ude00 \\"\\\\ \\n", "</script>"]'],
    ['of one text', '"text"'],
    ['of one number', '1.50'],
    ['that is false', 'false'],
    ['that is an empty list', '[]'],
  ])('JSON %s is passed on as the database wrote it', async (_name, json) => {
    const [row] = await both.owner((client) =>
      client.query('update work.blocks set content = $1::text::jsonb where id = $2 returning content::text as text', [
        json,
        BLOCK,
      ]),
    );
    const query = `{ page(id: "${PAGE}") { blocks { nodes { content again: content } } } }`;
    const { text, errors } = await askBoth(query);
    expect(errors).toBeUndefined();
    expect(text).toContain(`{"content":${row?.text},"again":${row?.text}}`);
  });

  it('a stored JSON null in a non-null place is an error, as any null is', async () => {
    await both.owner((client) => client.query("update work.blocks set content = 'null' where id = $1", [BLOCK]));
    const query = `{ page(id: "${PAGE}") { blocks { nodes { content } } } }`;
    for (const gateway of [both, ordinary]) {
      const { data, errors } = await gateway.execute(query, { as: 'service' });
      expect(data).toEqual({ page: { blocks: null } });
      expect(errors?.map(({ path }) => path)).toEqual([['page', 'blocks', 'nodes', 0, 'content']]);
    }
    await both.owner((client) => client.query("update work.blocks set content = '{}' where id = $1", [BLOCK]));
  });

  it.each([
    ['2026-01-02 03:04:05+00', '2026-01-02T03:04:05Z'],
    ['2026-01-02 03:04:05.120000+00', '2026-01-02T03:04:05.12Z'],
    ['2026-01-02 03:04:05.123456+08', '2026-01-01T19:04:05.123456Z'],
    ['0999-12-31 23:59:59+00', '0999-12-31T23:59:59Z'],
  ])('the time %s is answered as %s, in UTC', async (stored, answered) => {
    await both.owner((client) => client.query('update work.pages set created_at = $1 where id = $2', [stored, PAGE]));
    const { data } = await askBoth(`{ page(id: "${PAGE}") { createdAt } }`);
    expect(pick(data, 'page.createdAt')).toBe(answered);
  });
});

describe('response keys', () => {
  const readVersion = async () => {
    const [row] = await both.owner((client) => client.query('select version from work.pages where id = $1', [PAGE]));
    return row?.version;
  };

  it('an alias of any length is answered under its own name', async () => {
    const [first, second] = [`${'a'.repeat(64)}x`, `${'a'.repeat(64)}y`];
    const { data } = await askBoth(`{ page(id: "${PAGE}") { ${first}: id ${second}: version } }`);
    expect(data).toEqual({ page: { [first as string]: PAGE, [second as string]: await readVersion() } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'row_', 't1', 'id'])(
    'an alias may be called %s',
    async (alias) => {
      const { text, errors } = await askBoth(
        `{ ${alias}: page(id: "${PAGE}") { ${alias}: version blocks { ${alias}: nodes { ${alias}: type } } } }`,
      );
      expect(errors).toBeUndefined();
      const version = await readVersion();
      expect(text).toBe(
        `{"data":{"${alias}":{"${alias}":${version},"blocks":{"${alias}":[{"${alias}":"PARAGRAPH"}]}}}}\n`,
      );
    },
  );

  it('one object may have hundreds of keys', async () => {
    const aliases = Array.from({ length: 300 }, (_, index) => `k${index}: version`).join(' ');
    const { data, errors } = await askBoth(`{ page(id: "${PAGE}") { ${aliases} } }`);
    expect(errors).toBeUndefined();
    expect(Object.keys(pick(data, 'page') as object)).toHaveLength(300);
  });
});

describe('what no scalar of ours can say', () => {
  it.each(['infinity', '-infinity', '10000-01-01 00:00:00+00', '0044-03-15 00:00:00+00 BC'])(
    'the time %s is an error at its field, and its cursor leads on',
    async (stored) => {
      await both.owner((client) => client.query('update work.pages set created_at = $1 where id = $2', [stored, PAGE]));
      const { errors } = await askBoth(`{ page(id: "${PAGE}") { id createdAt } }`);
      expect(errors).toMatchObject([{ path: ['page', 'createdAt'], extensions: { code: 'UPSTREAM_ERROR' } }]);
      const list = `filter: { id: { eq: "${PAGE}" } }, orderBy: [{ field: CREATED_AT }]`;
      const first = await askBoth(`{ pages(${list}) { edges { cursor } } }`);
      const after = await askBoth(
        `{ pages(${list}, after: "${pick(first.data, 'pages.edges.0.cursor')}") { nodes { id } } }`,
      );
      expect(after.errors).toBeUndefined();
      expect(after.data).toEqual({ pages: { nodes: [] } });
      await both.owner((client) => client.query('update work.pages set created_at = now() where id = $1', [PAGE]));
    },
  );

  it('a number that is none is an error at its field', async () => {
    await both.owner(async (client) => {
      await client.script('alter table ops.artifacts alter column size type numeric');
      await client.query(
        "insert into ops.artifacts (run_id, kind, uri, size) select id, 'none', 'https://example.com/none', 'NaN' from ops.runs limit 1",
      );
    });
    const query =
      '{ runs(first: 100, filter: { artifacts: { some: { kind: { eq: "none" } } } }) { nodes { artifacts { nodes { kind size } } } } }';
    const { errors } = await askBoth(query);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR' } }]);
    expect(errors?.[0]?.path?.at(-1)).toBe('size');
  });
});
