/** What a block may hold: the database takes what the gateway takes, and refuses what it refuses, whoever writes. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLOCK_TYPES, checkContent } from '../../src/work/block-content.ts';
import { type Direct, openDirect, readSchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { insertRows, ROWS, USERS } from '../support/work-rls-rows.ts';

const ID = 'abcd0000-0000-4000-8000-00000000000f';
const mark = (rest: Readonly<Record<string, unknown>>) => ({
  text: 'a🙂b',
  marks: [{ type: 'bold', from: 0, to: 1, ...rest }],
});
const link = (href: unknown) => mark({ type: 'link', href });
const overlap = (type: string) => ({
  text: 'abcd',
  marks: [
    { type: 'bold', from: 1, to: 3 },
    { type, from: 2, to: 4 },
  ],
});

/** Contents, right for one type or another, and for none. */
const CONTENTS: readonly unknown[] = [
  ...[null, 7, 'text', true, [], [{}], {}, { text: '' }, { text: 'a' }, { text: null }, { text: 7 }, { text: ['a'] }],
  ...[
    { text: 'a', marks: null },
    { text: 'a', marks: {} },
    { text: 'a', marks: [7] },
    { text: 'a', marks: [] },
  ],
  ...[
    mark({}),
    mark({ from: 1, to: 3 }),
    mark({ from: 1, to: 2 }),
    mark({ from: 2, to: 4 }),
    mark({ to: 4 }),
    mark({ to: 5 }),
  ],
  ...[
    mark({ from: 1, to: 1 }),
    mark({ from: -1 }),
    mark({ from: 0.5 }),
    mark({ from: '0' }),
    mark({ type: 'blink' }),
    mark({ type: 'link' }),
  ],
  ...[
    mark({ colour: 'red' }),
    mark({ href: 'https://a.example' }),
    link('https://a.example/x?y#z'),
    link('HTTP://a.example'),
  ],
  ...[
    link('mailto:a@b.example'),
    link('tel:+1'),
    link('ftp://a.example'),
    link('javascript:alert(1)'),
    link(' https://a.example'),
  ],
  ...[link('https://a.example/a b'), link('java\nscript:alert(1)'), link(7), overlap('bold'), overlap('italic')],
  ...[
    { text: 'x'.repeat(20_000) },
    { text: 'x'.repeat(20_001) },
    { text: '🙂'.repeat(10_000) },
    { text: '🙂'.repeat(20_001) },
  ],
  ...[
    { text: 'a', checked: true },
    { text: 'a', checked: 'yes' },
    { checked: true },
    { text: 'a', icon: '💡' },
    { text: 'a', icon: ' ' },
  ],
  ...[
    { text: 'a', language: 'sql' },
    { text: 'a', language: '' },
    { text: 'a', language: 'x'.repeat(51) },
    { text: 'a', extra: 1 },
  ],
  ...[
    { attachmentId: ID },
    { attachmentId: ID.toUpperCase() },
    { attachmentId: 'x' },
    { attachmentId: ID, url: 'https://a.example' },
  ],
  ...[
    { url: 'https://a.example/b.png' },
    { url: 'http://a.example' },
    { url: 'data:text/html,x' },
    { url: 'https://a.example', alt: 'a' },
  ],
  ...[
    { url: 'https://a.example', caption: { text: 'a' } },
    { url: 'https://a.example', caption: 'a' },
    { attachmentId: ID, name: 'a' },
  ],
  ...[
    { attachmentId: ID, name: '' },
    { url: 'https://a.example', title: 'a', description: 'b' },
    { url: 'https://a.example', title: 7 },
  ],
  ...[
    { url: 'https://a.example', title: 'x'.repeat(501) },
    { rows: [] },
    { rows: [[]] },
    {
      rows: [
        ['a', { text: 'b' }],
        ['c', 'd'],
      ],
    },
  ],
  ...[
    { rows: [['a'], ['b', 'c']] },
    { rows: [['a']], header: ['b'] },
    { rows: [['a']], header: [] },
    { rows: [[7]] },
    { rows: 7 },
  ],
  ...[
    { rows: [7] },
    { rows: Array(501).fill(['a']) },
    { rows: [Array(51).fill('a')] },
    { rows: [['x'.repeat(5_001)]] },
  ],
  ...[
    { pageId: ID },
    { pageId: 7 },
    { pageId: ID, title: 'a' },
    { databaseId: ID },
    { databaseId: ID, view: 'board', title: 'a' },
  ],
  ...[
    { databaseId: ID, view: 'pie' },
    { model: 'res.partner', id: 7 },
    { model: 'res.partner', id: 7, label: 'a' },
  ],
  ...[
    { model: 'res.partner', id: 0 },
    { model: 'res.partner', id: 1.5 },
    { model: 'Partner', id: 7 },
    { model: 'res.partner', id: '7' },
  ],
];

let gateway: TestGateway;
let editor: Direct;
beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(insertRows);
  editor = openDirect(gateway, await readSchemaCache(gateway), userViewer(USERS.editor));
});
afterAll(() => gateway[Symbol.asyncDispose]());

it('is the same to the gateway and to the database, for each type', async () => {
  const rows = await gateway.owner((client) =>
    client.query(
      `select t.type, c.n::int - 1 as n, work.content_problem(t.type, c.content) is null as fits
       from unnest($1::text[]) t (type), jsonb_array_elements($2::jsonb) with ordinality c (content, n) order by 1, 2`,
      [BLOCK_TYPES, JSON.stringify(CONTENTS)],
    ),
  );
  expect(rows).toHaveLength(BLOCK_TYPES.length * CONTENTS.length);
  const shown = ({ type, n }: Record<string, unknown>) => `${type} ${JSON.stringify(CONTENTS[Number(n)]).slice(0, 80)}`;
  const byGateway = ({ type, n }: Record<string, unknown>) => checkContent(type as never, CONTENTS[Number(n)]).success;
  expect(rows.filter(({ fits }) => fits).map(shown)).toEqual(rows.filter(byGateway).map(shown));
});

describe('a block by direct write', () => {
  const { space, page, block } = ROWS;
  const put = (type: string, content: unknown, more = {}) =>
    editor.insert('blocks', { space_id: space, page_id: page, type, content, ...more });

  it('that holds a scalar, a list or another shape is refused, and its page stays readable', async () => {
    for (const content of [7, 'text', [], { text: 7 }, { text: 'a', marks: 7 }, { colour: 'red' }]) {
      expect(await put('PARAGRAPH', content)).toMatchObject({
        refused: 'BAD_USER_INPUT',
        text: expect.stringContaining('content'),
      });
      expect(await editor.update('blocks', { id: block }, { content })).toMatchObject({ refused: 'BAD_USER_INPUT' });
    }
    const run = (sql: string) =>
      gateway.sources.postgres?.transact(userViewer(USERS.editor), (run) => run({ text: sql, values: [] })) ??
      Promise.resolve();
    const nulled = `with done as (update work.blocks set content = 'null' where id = '${block}' returning 1) select count(*)::text from done`;
    await expect(run(nulled)).rejects.toThrow();
    await expect(
      gateway.owner((client) => client.query(`update work.blocks set content = 'null' where id = '${block}'`)),
    ).rejects.toThrow();
    const { data } = await gateway.execute(`{ page(id: "${page}") { blocks(first: 5) { nodes { content } } } }`, {
      as: USERS.editor,
    });
    expect(pick(data, 'page.blocks.nodes.0.content')).toEqual({ text: '' });
  });

  it('without a content has an empty one, and without a rank stands last', async () => {
    const made = await editor.insert(
      'blocks',
      { space_id: space, page_id: page, type: 'TO_DO' },
      { space_id: space, page_id: page, type: 'TABLE' },
    );
    expect(made.rows.map(({ content }) => content)).toEqual([{ text: '', checked: false }, { rows: [] }]);
    expect(made.rows.map(({ rank }) => rank)).toEqual(['a1', 'a2']);
  });

  it('stands where one may stand: inside text, not in itself, nor in one of another page, nor too deep', async () => {
    const id = (n: number) => `b10c0000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
    expect(await put('QUOTE', { text: '' }, { id: id(1), parent_id: id(1) })).toMatchObject({
      refused: 'BAD_USER_INPUT',
    });
    const ring = [1, 2].map((n) => ({
      id: id(n),
      parent_id: id(3 - n),
      space_id: space,
      page_id: page,
      type: 'QUOTE',
    }));
    expect(await editor.insert('blocks', ...ring)).toMatchObject({ refused: 'BAD_USER_INPUT' });
    expect(await put('CODE', { text: '' }, { id: id(1) })).toMatchObject({ refused: null });
    expect(await put('QUOTE', { text: '' }, { parent_id: id(1) })).toMatchObject({ refused: 'BAD_USER_INPUT' });
    expect(await put('QUOTE', { text: '' }, { parent_id: block, page_id: ROWS.child })).toMatchObject({
      refused: '23503',
    });
    const chain = (first: number) =>
      Array.from({ length: 20 }, (_, n) => ({
        ...{ id: id(first + n), parent_id: n === 0 ? null : id(first + n - 1) },
        ...{ space_id: space, page_id: page, type: 'QUOTE' },
      }));
    expect(await editor.insert('blocks', ...chain(20))).toMatchObject({ refused: null });
    expect(await put('QUOTE', { text: '' }, { parent_id: id(39) })).toMatchObject({ refused: 'LIMIT_EXCEEDED' });
    expect(await editor.update('blocks', { id: id(20) }, { parent_id: block })).toMatchObject({
      refused: 'LIMIT_EXCEEDED',
    });
    expect(await editor.update('blocks', { id: id(20) }, { type: 'DIVIDER', content: {} })).toMatchObject({
      refused: 'CONFLICT',
    });
    expect(await put('QUOTE', { text: '' }, { rank: 'not a rank' })).toMatchObject({ refused: 'BAD_USER_INPUT' });
  });
});

describe('a template by direct write', () => {
  const put = (content: unknown) => editor.insert('templates', { space_id: ROWS.space, name: randomUUID(), content });
  const of = (...blocks: readonly unknown[]) => ({ title: 'T', blocks });
  const one = { n: 1, in: null, rank: 'a0', type: 'QUOTE', content: { text: 'a' } };
  const column = { name: 'A', type: 'TEXT', options: { required: true }, rank: 'a0' };
  const row = { id: ID, rank: 'a0', data: { A: 'a' } };
  const kept = { id: ID, title: 'D', columns: [column], rows: [row] };

  it('is taken where a page can be made of it', async () => {
    const made = await put({
      ...of({ ...one, id: ID }, { ...one, n: 2, in: 1 }),
      pageId: ROWS.page,
      databases: [kept],
      attachments: [{ id: ID, n: 1 }],
    });
    expect(made.refused).toBeNull();
    const page = await editor.rpc('create_page_from_template', {
      template_id: made.rows[0]?.id,
      title: 'Made',
      space_id: ROWS.space,
    });
    expect(page.refused).toBeNull();
  });

  it.each<unknown>([
    ...[
      { blocks: 7 },
      { title: 7 },
      of(7),
      of({ ...one, n: 'x' }),
      of(one, one),
      of({ ...one, in: 9 }),
      of({ ...one, in: 1 }),
    ],
    ...[
      of({ ...one, type: 'SCRIPT' }),
      of({ ...one, content: null }),
      of({ ...one, content: { text: 7 } }),
      of({ ...one, rank: '!' }),
    ],
    ...[
      of({ ...one, id: 'x' }),
      of({ ...one, id: ID }, { ...one, n: 2, id: ID }),
      { ...of(one), pageId: 7 },
      { ...of(one), pageId: null },
      { ...of(one), attachments: 7 },
      { ...of(one), attachments: [{ id: 'x' }] },
    ],
    ...[
      7,
      [7],
      [{ ...kept, id: 'x' }],
      [{ ...kept, title: '' }],
      [{ ...kept, columns: 7 }],
      [{ ...kept, rows: 7 }],
    ].map((databases) => ({ ...of(), databases })),
    ...[[kept, kept], [{ ...kept, isArchived: 'no' }], [{ ...kept, columns: [column, column] }]].map((databases) => ({
      ...of(),
      databases,
    })),
    ...[{ type: 'NOPE' }, { name: '' }, { options: [] }, { options: { colour: 'red' } }, { rank: '!' }].map((more) => ({
      ...of(),
      databases: [{ ...kept, columns: [{ ...column, ...more }], rows: [] }],
    })),
    ...[{ id: 'x' }, { rank: '!' }, { data: [] }, { data: { A: 7 } }, { data: { B: 'a' } }, { data: {} }].map(
      (more) => ({
        ...of(),
        databases: [{ ...kept, rows: [{ ...row, ...more }] }],
      }),
    ),
    of({ ...one, type: 'CODE' }, { ...one, n: 2, in: 1 }),
    of({ ...one, in: 2 }, { ...one, n: 2, in: 1 }),
  ])('is refused otherwise: %j', async (content) => {
    expect(await put(content)).toMatchObject({ refused: 'BAD_USER_INPUT', text: expect.stringContaining('template') });
  });
});
