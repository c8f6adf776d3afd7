/** What one operation may take: records counted from its page sizes before anything is asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, errorsOf, subscribe } from '../support/live.ts';

const MAX_ROWS = 500;

let base: TestGateway;
let gateway: TestGateway;
let ordinary: TestGateway;

beforeAll(async () => {
  base = await createTestGateway();
  gateway = await createTestGateway({ beside: base, limits: { maxRows: MAX_ROWS } });
  ordinary = await createTestGateway({ beside: base, limits: { maxRows: MAX_ROWS }, lanes: 'ordinary' });
});

afterAll(async () => {
  for (const each of [ordinary, gateway, base]) await each[Symbol.asyncDispose]();
});

/** What is said of an operation that may bring too much. */
const refusal = (surface: string, asked: number, field: string) => ({
  code: 'LIMIT_EXCEEDED',
  surface,
  limit: 'OPERATION_MAX_ROWS',
  most: MAX_ROWS,
  asked,
  field,
});

describe('the records that an operation may bring back', () => {
  it.each([
    [
      'nested pages',
      '{ pages(first: 10) { nodes { children(first: 30) { nodes { comments(last: 2) { nodes { id } } } } } } }',
      refusal('work', 10 + 300 + 600, 'pages.children.comments'),
    ],
    [
      'pages that say no size',
      '{ runs { nodes { events { nodes { seq } } run: events { totalCount edges { node { seq } } } } } }',
      refusal('ops', 20 + 400 + 400, 'runs.events'),
    ],
    [
      'relations, in Odoo',
      '{ moves(first: 100) { nodes { partner { country { name } } a: partner { country { name } } c: currency { name } } } }',
      refusal('odoo', 100 + 2 * 200 + 100, 'moves'),
    ],
    [
      'lists below a record of Odoo',
      '{ partner(id: "1") { invoices(first: 100) { nodes { invoiceLines(first: 5) { nodes { name } } } } } }',
      refusal('odoo', 1 + 100 + 500, 'partner.invoices.invoiceLines'),
    ],
    [
      "a link's other end",
      '{ pages(first: 40) { nodes { partner { invoices { nodes { name } } } } } }',
      refusal('odoo', 40 + 800, 'pages.partner.invoices'),
    ],
    [
      'a link to many, and what is below',
      '{ partners(first: 10) { nodes { pages(first: 10) { nodes { blocks(first: 10) { nodes { id } } } } } } }',
      refusal('work', 100 + 1_000, 'partners.pages.blocks'),
    ],
    [
      'aliases',
      '{ a: runs(first: 100) { nodes { id } } b: runs(first: 100) { nodes { id } } c: runs(first: 100) { nodes { id } } d: runs(first: 100) { nodes { id } } e: runs(first: 100) { nodes { id } } f: runs(first: 1) { nodes { id } } }',
      refusal('ops', 501, 'a'),
    ],
    [
      'nodes and edges of one list',
      '{ runs(first: 100) { a: nodes { id } b: nodes { id } c: nodes { id } edges { d: node { id } e: node { id } node { id } } } }',
      refusal('ops', 600, 'runs'),
    ],
    [
      'fragments',
      '{ pages(first: 20) { nodes { ...A } } } fragment A on Page { x: children { nodes { ...B } } y: children { nodes { ...B } } } fragment B on Page { id }',
      refusal('work', 20 + 2 * 400, 'pages.x'),
    ],
    [
      'groups',
      '{ a: moveGroups(first: 400, groupBy: [{ field: STATE }]) { count } b: moveGroups(first: 200, groupBy: [{ field: STATE }]) { count } }',
      refusal('odoo', 600, 'a'),
    ],
    [
      'what is below the records that groups are of',
      '{ moveGroups(first: 10, groupBy: [{ field: PARTNER }]) { keys { partner { id contacts(first: 5) { nodes { contacts(first: 10) { nodes { id } } } } } } } }',
      refusal('odoo', 10 + 10 + 50 + 500, 'moveGroups.keys.partner.contacts.contacts'),
    ],
    [
      'what is below the records of a page of groups, behind a link as well',
      '{ moveGroupPage(first: 10, groupBy: [{ field: PARTNER }]) { g: groups { k: keys { p: partner { pages(first: 6) { nodes { blocks(first: 9) { nodes { id } } } } } } } } }',
      refusal('work', 60 + 540, 'moveGroupPage.g.k.p.pages.blocks'),
    ],
    [
      'what is found by a question',
      '{ askDocs(question: "x") { passages { page { blocks(first: 10) { nodes { id } } } } } }',
      refusal('work', 100 + 1_000, 'askDocs.passages.page.blocks'),
    ],
  ])('%s: too many are refused before anything is asked, the same in both lanes', async (_what, query, extensions) => {
    const answer = await gateway.execute(query, { as: 'service' });
    expect(answer.errors).toMatchObject([{ extensions }]);
    expect(answer.errors?.[0]?.message).toContain(`"${extensions.field}"`);
    expect(answer.errors?.[0]?.message).toContain(`${extensions.asked} records of ${extensions.surface}`);
    expect(answer.data).toBeUndefined();
    expect(gateway.calls).toEqual([]);
    expect((await ordinary.execute(query, { as: 'service' })).text).toBe(answer.text);
  });

  it('are counted with the variables of the request', async () => {
    const query =
      'query($n: Int, $all: Boolean!) { runs(first: $n) { nodes { events(first: $n) @include(if: $all) { nodes { seq } } } } }';
    const ask = async (variables: Record<string, unknown>) =>
      (await gateway.execute(query, { as: 'service', variables })).errors?.[0]?.extensions.asked;
    expect(await ask({ n: 21, all: true })).toBeUndefined();
    expect(await ask({ n: 22, all: true })).toBe(506);
    expect(await ask({ n: 100, all: false })).toBeUndefined();
    expect(await ask({ all: true })).toBeUndefined();
    expect(await ask({ n: 100, all: true })).toBe(10_100);
  });

  it('are counted for each surface', async () => {
    const query = '{ runs(first: 100) { nodes { id } } pages(first: 100) { nodes { id partner { name } } } }';
    const { errors, data } = await gateway.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    expect(pick(data, 'pages.nodes')).toEqual(expect.any(Array));
  });

  it("of a page that is too large by itself are that page's own mistake, at its path", async () => {
    const { errors } = await gateway.execute('{ runs(first: 1000) { nodes { id } } pages { totalCount } }', {
      as: 'service',
    });
    expect(errors).toMatchObject([{ path: ['runs'], extensions: { code: 'LIMIT_EXCEEDED', argument: 'first' } }]);
  });

  it('are counted of what a mutation answers, which then changes nothing', async () => {
    const query =
      'mutation { createSpace(input: { name: "Too much" }) { space { pages(first: 20) { nodes { blocks(first: 30) { nodes { id } } } } } userErrors { code } } }';
    const { errors } = await gateway.execute(query, { as: 'ana' });
    expect(errors).toMatchObject([{ extensions: refusal('work', 1 + 20 + 600, 'createSpace.space.pages.blocks') }]);
    expect(gateway.calls).toEqual([]);
  });

  it.each(DOORS)('are counted of each read of a subscription: %s', async (door) => {
    await using http = await serve(gateway);
    const query = 'subscription { runs { run { events(first: 5) { nodes { seq } } } } }';
    const results = await subscribe(http.url, door, query, { as: 'service' });
    const told = await results.rest().catch(errorsOf);
    expect(told).toMatchObject([{ errors: [{ extensions: refusal('ops', 100 + 500, 'runs.events') }] }]);
  });
});

describe('the bytes of an answer', () => {
  const MAX_BYTES = 2_000;
  let brief: TestGateway;
  let briefOrdinary: TestGateway;

  beforeAll(async () => {
    brief = await createTestGateway({ beside: base, limits: { maxBytes: MAX_BYTES } });
    briefOrdinary = await createTestGateway({ beside: base, limits: { maxBytes: MAX_BYTES }, lanes: 'ordinary' });
  });
  afterAll(async () => {
    await briefOrdinary[Symbol.asyncDispose]();
    await brief[Symbol.asyncDispose]();
  });

  /** `count` times the names of a page's blocks. */
  const long = (count: number) => Array.from({ length: count }, (_, n) => `t${n}: type`).join(' ');

  it('are cut off in both lanes at the field that is too long, and the rest is answered', async () => {
    const query = `{ few: spaces { totalCount } many: pages(first: 20) { nodes { blocks(first: 20) { nodes { ${long(9)} } } } } }`;
    for (const one of [brief, briefOrdinary]) {
      const { data, errors, status } = await one.execute(query, { as: 'service' });
      expect(status).toBe(200);
      expect(data).toEqual({ few: { totalCount: 4 }, many: null });
      const extensions = { code: 'LIMIT_EXCEEDED', surface: 'work', limit: 'OPERATION_MAX_BYTES', most: MAX_BYTES };
      expect(errors).toMatchObject([{ path: ['many'], extensions: { ...extensions, field: 'many' } }]);
      expect(Number(errors?.[0]?.extensions.asked)).toBeGreaterThan(MAX_BYTES);
    }
  });

  it('add up over the fields of an operation', async () => {
    const part = (alias: string) => `${alias}: pages(first: 3) { nodes { blocks(first: 3) { nodes { ${long(4)} } } } }`;
    expect((await brief.execute(`{ ${part('a')} }`, { as: 'service' })).errors).toBeUndefined();
    const { errors } = await brief.execute(`{ ${part('a')} ${part('b')} ${part('c')} ${part('d')} }`, {
      as: 'service',
    });
    expect(errors?.map(({ extensions }) => extensions.limit)).toContain('OPERATION_MAX_BYTES');
  });

  it('count what graphql-js makes of one answer of Odoo, which then makes no more of it', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `n${n}: name`).join(' ');
    const query = `{ partners(first: 20) { nodes { id ${names} } } }`;
    const { data, errors } = await brief.execute(query, { as: 'service' });
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'OPERATION_MAX_BYTES' } }]);
    expect(String(errors?.[0]?.extensions.field)).toMatch(/^partners\.nodes\.n\d+$/);
  });

  it('name the field where records are looked up by their nodeIds', async () => {
    const { data: found } = await base.execute('{ pages(first: 40) { nodes { nodeId } } }', { as: 'service' });
    const ids = (pick(found, 'pages.nodes') as { nodeId: string }[]).map(({ nodeId }) => nodeId);
    const below = `... on Page { blocks(first: 20) { nodes { ${long(9)} } } }`;
    const query = `query ($ids: [ID!]!) { spaces { totalCount } found: nodes(ids: $ids) { ${below} } }`;
    const { data, errors } = await brief.execute(query, { as: 'service', variables: { ids } });
    expect(pick(data, 'spaces.totalCount')).toBe(4);
    const extensions = { code: 'LIMIT_EXCEEDED', surface: 'work', limit: 'OPERATION_MAX_BYTES', field: 'found' };
    for (const error of errors ?? []) expect(error).toMatchObject({ extensions });
    expect(errors?.[0]?.message).toContain('"found" brings most');
  });

  it('of Postgres are cut off before a mutation is committed', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `n${n}: name`).join(' ');
    const write = `mutation { createSpace(input: { name: "Too long an answer" }) { space { id ${names} } userErrors { code details } } }`;
    const { data } = await brief.execute(write, { as: 'ana' });
    expect(data).toMatchObject({ createSpace: { space: null, userErrors: [{ code: 'LIMIT_EXCEEDED' }] } });
    const { data: found } = await base.execute(
      '{ spaces(filter: { name: { contains: "Too long" } }) { totalCount } }',
      {
        as: 'service',
      },
    );
    expect(found).toEqual({ spaces: { totalCount: 0 } });
  });
});

describe('a link that fails', () => {
  it('is one error for all nodes of its level, with their number', async () => {
    await using cut = await createTestGateway({ beside: base, odoo: null });
    const query = '{ pages(first: 100) { nodes { id a: partner { name } partner { name country { name } } } } }';
    const { data, errors } = await cut.execute(query, { as: 'service' });
    const linked = await base.execute('{ pages(first: 100) { nodes { partner { id } } } }', { as: 'service' });
    const partners = (pick(linked.data, 'pages.nodes') as { partner: unknown }[]).filter(
      ({ partner }) => partner,
    ).length;
    expect(partners).toBeGreaterThan(1);
    expect((pick(data, 'pages.nodes') as { partner: unknown }[]).every(({ partner }) => partner === null)).toBe(true);
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code, extensions.count])).toEqual([
      ['a', 'NOT_CONFIGURED', partners],
      ['partner', 'NOT_CONFIGURED', partners],
    ]);
  });
});

describe('the size of a selection', () => {
  it('counts fragments as often as they are spread', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => {
      const below = n === 11 ? 'id' : `...F${n + 1}`;
      return `fragment F${n} on Page { a: parent { ${below} } b: parent { ${below} } c: parent { ${below} } }`;
    });
    const answer = await gateway.execute(`{ page(id: "x") { ...F0 } } ${levels.join(' ')}`, { as: 'service' });
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'OPERATION_MAX_FIELDS', most: 5_000 } },
    ]);
    expect(gateway.calls).toEqual([]);
  });

  it('has a hundred root fields at most', async () => {
    const roots = (count: number) => Array.from({ length: count }, (_, n) => `r${n}: run(id: "x") { id }`).join(' ');
    const { errors } = await gateway.execute(`{ ${roots(101)} }`, { as: 'service' });
    expect(errors).toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'OPERATION_MAX_ROOT_FIELDS', asked: 101 } },
    ]);
    expect((await gateway.execute(`{ ${roots(100)} }`, { as: 'service' })).errors).toHaveLength(100);
  });
});

describe('the defaults', () => {
  it('let every operation of README and docs pass', async () => {
    const files = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))].filter((name) =>
      name.endsWith('.md'),
    );
    const blocks = files.flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/```graphql\n(query|\{)([\s\S]*?)```/g),
    ]);
    expect(blocks.length).toBeGreaterThan(3);
    for (const [, start, rest] of blocks) {
      const { errors } = await base.execute(`${start}${rest}`);
      expect(errors?.filter(({ extensions }) => extensions.limit) ?? []).toEqual([]);
    }
  });
});
