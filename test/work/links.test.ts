/** Links between pages and Odoo, both ways: what they answer, whom they refuse, and the calls that they make. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDirective } from '../../src/sdl/directives.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { createWorkspace } from '../support/work-pages.ts';

/** Each link to Odoo, with the fields that lead back. */
const LINKS = [
  { link: 'partner', input: 'partnerId', roots: 'partners', root: 'partner' },
  { link: 'move', input: 'moveId', roots: 'moves', root: 'move' },
  { link: 'project', input: 'projectId', roots: 'projects', root: 'project' },
  { link: 'task', input: 'taskId', roots: 'tasks', root: 'task' },
] as const;
/** Those to models that the doctrine shows to some users alone: asked as the service. */
const CLOSED = [
  { link: 'purchaseOrder', kind: 'PURCHASE_ORDER', input: 'purchaseOrderId', roots: 'purchaseOrders' },
  { link: 'expense', kind: 'EXPENSE', input: 'expenseId', roots: 'expenses' },
  { link: 'employee', kind: 'EMPLOYEE', input: 'employeeId', roots: 'employees' },
] as const;
const FAR = `{ ${LINKS.map(({ link }) => `${link} { id } ${link}AsOf`).join(' ')} }`;

let gateway: TestGateway;
let spaceId: string;
/** Odoo's keys of two records of each model, of which the first has three pages and the second one. */
const ids: Record<string, readonly [string, string]> = {};
let pageIds: string[];

beforeAll(async () => {
  gateway = await createTestGateway();
  const ana = createWorkspace(gateway, 'ana');
  spaceId = await ana.createSpace();
  for (const { link, roots } of [...LINKS, ...CLOSED]) {
    const { data } = await gateway.execute(`{ ${roots}(last: 2) { nodes { id } } }`, { as: 'service' });
    const [first, second] = pick(data, `${roots}.nodes`) as { id: string }[];
    ids[link] = [String(first?.id), String(second?.id)];
  }
  const about = (index: 0 | 1) => Object.fromEntries(LINKS.map(({ link, input }) => [input, ids[link]?.[index]]));
  pageIds = [];
  for (const title of ['a', 'b', 'c']) pageIds.push(await ana.createPage(title, { spaceId, ...about(0) }));
  pageIds.push(await ana.createPage('d', { spaceId, ...about(1) }));
  await ana.createPage('about nothing', { spaceId });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const inSpace = () => `filter: { space: { id: { eq: "${spaceId}" } } }`;
const surfaces = () => gateway.calls.map((call) => call.split(':')[0]).sort();

describe('Page.partner, Page.move, Page.project and Page.task', () => {
  it('read each record live, in one call each for all pages, and say when', async () => {
    const before = Date.now();
    const { data } = await gateway.execute(`{ pages(${inSpace()}, orderBy: [{ field: TITLE }]) { nodes ${FAR} } }`, {
      as: 'ana',
    });
    const nodes = pick(data, 'pages.nodes') as Record<string, { id: string } | string | null>[];
    const [first, , , , last] = nodes;
    for (const { link } of LINKS) {
      expect(first?.[link]).toEqual({ id: ids[link]?.[0] });
      expect(last?.[link]).toEqual({ id: ids[link]?.[1] });
      const at = Date.parse(String(first?.[`${link}AsOf`]));
      expect(at).toBeGreaterThanOrEqual(before - 1);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
    expect(surfaces()).toEqual([...LINKS.map(() => 'odoo'), 'postgres']);
  });

  it('are null of a page that is about nothing, and so is the time', async () => {
    const { data } = await gateway.execute(
      `{ pages(filter: { space: { id: { eq: "${spaceId}" } }, title: { eq: "about nothing" } }) { nodes ${FAR} } }`,
      { as: 'ana' },
    );
    const [node] = pick(data, 'pages.nodes') as Record<string, unknown>[];
    expect(Object.values(node ?? { a: 1 })).toEqual(LINKS.flatMap(() => [null, null]));
    expect(surfaces()).toEqual(['postgres']);
  });

  it('say the time of the cache entry where the cache answered', async () => {
    const cachedAt = new Date('2026-11-20T08:00:00.000Z');
    const { odoo } = gateway.sources;
    await using cached = await createTestGateway({
      beside: gateway,
      odoo: (model, method, args, options) => {
        options?.onCached?.(cachedAt);
        return odoo?.(model, method, args, options) as Promise<never>;
      },
    });
    const { data } = await cached.execute(`{ page(id: "${pageIds[0]}") { partnerAsOf about: partner { name } } }`, {
      as: 'ana',
    });
    expect(Date.parse(String(pick(data, 'page.partnerAsOf')))).toBe(cachedAt.getTime());
  });

  it('leave the pages answered where Odoo is not there', async () => {
    await using alone = await createTestGateway({ beside: gateway, odoo: null });
    const { data, errors } = await alone.execute(
      `{ page(id: "${pageIds[0]}") { title move { id } moveAsOf project { id } } }`,
      { as: 'ana' },
    );
    expect(data).toEqual({ page: { title: 'a', move: null, moveAsOf: null, project: null } });
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
      ['page.move', 'NOT_CONFIGURED'],
      ['page.project', 'NOT_CONFIGURED'],
    ]);
  });

  it('have no time where they are not selected', async () => {
    const { data } = await gateway.execute(`{ page(id: "${pageIds[0]}") { partnerAsOf } }`, { as: 'ana' });
    expect(data).toEqual({ page: { partnerAsOf: null } });
  });
});

describe.each(LINKS)('$roots { pages }', ({ link, roots, root }) => {
  const list = (args: string) =>
    `{ ${roots}(last: 2) { nodes { id pages(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { title } } } } }`;

  it('answers a page of the list for each record, in one statement', async () => {
    const { data } = await gateway.execute(
      list(`first: 2, ${inSpace()}, orderBy: [{ field: TITLE, direction: DESC }]`),
      {
        as: 'ana',
      },
    );
    expect(pick(data, `${roots}.nodes`)).toEqual([
      {
        id: ids[link]?.[0],
        pages: {
          totalCount: 3,
          pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
          nodes: [{ title: 'c' }, { title: 'b' }],
        },
      },
      {
        id: ids[link]?.[1],
        pages: {
          totalCount: 1,
          pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
          nodes: [{ title: 'd' }],
        },
      },
    ]);
    expect(surfaces().filter((surface) => surface === 'postgres')).toHaveLength(1);
  });

  it('goes on behind a cursor', async () => {
    const ask = async (after: string) => {
      const { data } = await gateway.execute(
        `{ ${root}(id: "${ids[link]?.[0]}") { pages(first: 2, ${inSpace()}, orderBy: [{ field: TITLE }]${after}) { nodes { title } pageInfo { endCursor } } } }`,
        { as: 'ana' },
      );
      return pick(data, `${root}.pages`) as { nodes: unknown; pageInfo: { endCursor: string } };
    };
    const { pageInfo } = await ask('');
    expect((await ask(`, after: "${pageInfo.endCursor}"`)).nodes).toEqual([{ title: 'c' }]);
  });

  it('shows a stranger none of them, nor that there are any', async () => {
    const { data, errors } = await gateway.execute(list(`first: 2, ${inSpace()}`), { as: 'ben' });
    expect(errors).toBeUndefined();
    for (const { pages } of pick(data, `${roots}.nodes`) as { pages: unknown }[])
      expect(pages).toEqual({ totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] });
  });

  it('is refused to an agent that reads the records and no pages', async () => {
    const { data, errors } = await gateway.execute(`{ ${roots}(last: 1) { nodes { id pages { totalCount } } } }`, {
      as: 'agent:sync-odoo-agent',
    });
    expect(pick(data, `${roots}.nodes`)).toEqual([{ id: ids[link]?.[1], pages: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(surfaces()).not.toContain('postgres');
  });

  it('refuses arguments at fault at its path, and answers the records', async () => {
    const { data, errors } = await gateway.execute(
      `{ ${roots}(last: 1) { nodes { id pages(first: 101) { totalCount } } } }`,
      {
        as: 'ana',
      },
    );
    expect(pick(data, `${roots}.nodes`)).toEqual([{ id: ids[link]?.[1], pages: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });
});

describe.each(CLOSED)('Page.$link and $roots { pages }', ({ link, kind, input }) => {
  it('lead there in one call for all pages, and back in one statement, for who reads the model', async () => {
    const ana = createWorkspace(gateway, 'ana');
    const [first, second] = ids[link] ?? [];
    const made = [
      await ana.createPage(`${link} 1`, { spaceId, [input]: first }),
      await ana.createPage(`${link} 2`, { spaceId }),
    ];
    const sent = await gateway.execute(
      `mutation ($input: LinkOdooRecordInput!) { linkOdooRecord(input: $input) { page { id } userErrors { message } } }`,
      { as: 'ana', variables: { input: { pageId: made[1], kind, recordId: second } } },
    );
    expect(pick(sent.data, 'linkOdooRecord.userErrors')).toEqual([]);
    const { data, errors } = await gateway.execute(
      `{ pages(filter: { space: { id: { eq: "${spaceId}" } }, title: { startsWith: "${link} " } }, orderBy: [{ field: TITLE }]) {
        nodes { ${link} { id pages { totalCount nodes { id } } } ${link}AsOf } } }`,
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    expect(pick(data, 'pages.nodes')).toEqual(
      made.map((id, index) => ({
        [link]: { id: [first, second][index], pages: { totalCount: 1, nodes: [{ id }] } },
        [`${link}AsOf`]: expect.any(String),
      })),
    );
    expect(surfaces()).toEqual(['odoo', 'postgres', 'postgres']);
  });

  it('is null with FORBIDDEN for a user who may not read the model, and the pages are answered', async () => {
    const { data, errors } = await gateway.execute(
      `{ pages(filter: { space: { id: { eq: "${spaceId}" } }, title: { eq: "${link} 1" } }) { nodes { title ${link} { id } ${link}AsOf } } }`,
      { as: 'ana' },
    );
    expect(pick(data, 'pages.nodes')).toEqual([{ title: `${link} 1`, [link]: null, [`${link}AsOf`]: null }]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(surfaces()).toEqual(['postgres']);
  });

  it('is taken away by a null, kept by the history, and brought back by its version', async () => {
    const ana = createWorkspace(gateway, 'ana');
    const page = await ana.createPage(`${link} 3`, { spaceId, [input]: ids[link]?.[0] });
    const send = (name: string, given: Record<string, unknown>) =>
      gateway.execute(
        `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { page { version } userErrors { message } } }`,
        { as: 'ana', variables: { input: { pageId: page, ...given } } },
      );
    const linked = async () =>
      pick(
        (await gateway.execute(`{ page(id: "${page}") { ${link} { id } } }`, { as: 'service' })).data,
        `page.${link}`,
      );
    const taken = await send('updatePage', { [input]: null });
    expect(pick(taken.data, 'updatePage')).toEqual({ page: { version: 2 }, userErrors: [] });
    expect(await linked()).toBeNull();
    const back = await send('restorePageVersion', { version: 1 });
    expect(pick(back.data, 'restorePageVersion.userErrors')).toEqual([]);
    expect(await linked()).toEqual({ id: ids[link]?.[0] });
  });
});

describe('links there and back', () => {
  it('make one call a level, and keep what hides the pages', async () => {
    const query = `{ page(id: "${pageIds[3]}") { partner { pages(${inSpace()}) { nodes { title partner { id } } } } } }`;
    const { data } = await gateway.execute(query, { as: 'ana' });
    expect(data).toEqual({
      page: { partner: { pages: { nodes: [{ title: 'd', partner: { id: ids.partner?.[1] } }] } } },
    });
    expect(surfaces()).toEqual(['odoo', 'odoo', 'postgres', 'postgres']);
  });

  it('count as levels of one selection, which are bounded', async () => {
    let selection = 'id';
    for (let level = 0; level < 6; level += 1) selection = `partner { pages(first: 1) { nodes { ${selection} } } }`;
    const { errors } = await gateway.execute(`{ page(id: "${pageIds[3]}") { ${selection} } }`, { as: 'ana' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });
});

describe('each link of the schema', () => {
  it('has its contract in a file of its own and a line of the index, and no contract is without a link', () => {
    const folder = join(import.meta.dirname, '../../docs/contracts');
    const index = readFileSync(join(folder, 'PLATFORM_CONTRACTS_INDEX.md'), 'utf8');
    const links = Object.values(readOwnSdl().schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field): [string, string][] => {
          const { contract } = readDirective(field.astNode, 'link') ?? readDirective(field.astNode, 'odooRecord') ?? {};
          return contract === undefined ? [] : [[contract, `${type.name}.${field.name}`]];
        }),
      );
    for (const [contract, field] of links) {
      expect(existsSync(join(folder, `${contract}_CONTRACT.md`)), contract).toBe(true);
      expect(index).toContain(`| [\`${contract}\`](${contract}_CONTRACT.md) | \`${field}\` |`);
    }
    expect(index.match(/^\| \[/gm)).toHaveLength(links.length);
  });
});
