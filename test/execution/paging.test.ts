/** Walking a list by its cursors, either way and in any order, gives the whole list: nothing twice, nothing left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Walks that go on longer than this go in circles. */
const MAX_PAGES = 400;

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

interface Walk {
  readonly list: string;
  readonly orderBy: string;
  readonly filter?: string;
}

/** Ids in the order of the list, page by page from the start or from the end. */
async function walk({ list, orderBy, filter = '{}' }: Walk, size: number, way: 'forward' | 'backward') {
  const [count, place] = way === 'forward' ? ['first', 'after'] : ['last', 'before'];
  const query = `query($at: String) {
    ${list}(${count}: ${size}, ${place}: $at, filter: ${filter}, orderBy: [${orderBy}]) {
      totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const pages: string[][] = [];
  let at: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { data, errors } = await gateway.execute(query, { as: 'service', variables: { at } });
    expect(errors).toBeUndefined();
    const nodes = pick(data, `${list}.nodes`) as { id: string }[];
    const info = pick(data, `${list}.pageInfo`) as PageInfo;
    const cursors = (pick(data, `${list}.edges`) as { cursor: string }[]).map(({ cursor }) => cursor);
    expect([info.startCursor, info.endCursor]).toEqual([cursors[0] ?? null, cursors.at(-1) ?? null]);
    pages[way === 'forward' ? 'push' : 'unshift'](nodes.map(({ id }) => id));
    at = way === 'forward' ? info.endCursor : info.startCursor;
    const more = way === 'forward' ? info.hasNextPage : info.hasPreviousPage;
    if (!more) return { ids: pages.flat(), totalCount: pick(data, `${list}.totalCount`) };
    expect(nodes).toHaveLength(size);
  }
  throw new Error(`${list} by ${orderBy} does not end`);
}

async function expectSameWhole(given: Walk, size: number): Promise<void> {
  const whole = await walk(given, 100, 'forward');
  expect(new Set(whole.ids).size).toBe(whole.ids.length);
  expect(whole.totalCount).toBe(whole.ids.length);
  expect((await walk(given, size, 'forward')).ids).toEqual(whole.ids);
  expect((await walk(given, size, 'backward')).ids).toEqual(whole.ids);
}

describe('walking a list of Odoo', () => {
  it.each<Walk>([
    { list: 'partners', orderBy: '' },
    { list: 'partners', orderBy: '{ field: EMAIL }' },
    { list: 'partners', orderBy: '{ field: VAT, direction: DESC }, { field: NAME }' },
    { list: 'partners', orderBy: '{ field: PARENT }' },
    { list: 'moves', orderBy: '' },
    { list: 'moves', orderBy: '{ field: INVOICE_DATE }' },
    { list: 'moves', orderBy: '{ field: INVOICE_DATE, direction: DESC }, { field: AMOUNT_TOTAL }' },
    { list: 'moves', orderBy: '{ field: AMOUNT_TOTAL, direction: DESC }' },
    { list: 'moves', orderBy: '{ field: PARTNER, direction: DESC }' },
    { list: 'moves', orderBy: '{ field: STATE }, { field: REF }', filter: '{ moveType: { eq: IN_INVOICE } }' },
    { list: 'projects', orderBy: '{ field: NAME, direction: DESC }' },
    { list: 'partners', orderBy: '', filter: '{ name: { eq: "nobody is called so" } }' },
  ])('$list by [$orderBy] where $filter', async (given) => {
    await expectSameWhole(given, 13);
  });
});

describe('walking a list of Postgres', () => {
  const FIELDS = {
    runs: ['ID', 'AGENT', 'KIND', 'STATUS', 'CREATED_AT', 'STARTED_AT', 'FINISHED_AT'],
    spaces: ['ID', 'NAME', 'CREATED_AT'],
    pages: ['ID', 'TITLE', 'CREATED_AT', 'UPDATED_AT'],
  };
  const walks = Object.entries(FIELDS).flatMap(([list, fields]): Walk[] => [
    { list, orderBy: '' },
    ...fields.flatMap((field) => [
      { list, orderBy: `{ field: ${field} }` },
      { list, orderBy: `{ field: ${field}, direction: DESC }` },
    ]),
  ]);

  it.each<Walk>([
    ...walks,
    { list: 'runs', orderBy: '{ field: FINISHED_AT }, { field: STARTED_AT, direction: DESC }' },
    { list: 'runs', orderBy: '{ field: FINISHED_AT, direction: DESC }, { field: AGENT }' },
    { list: 'pages', orderBy: '{ field: TITLE }', filter: '{ title: { contains: "o" } }' },
    { list: 'pages', orderBy: '', filter: '{ or: [] }' },
  ])('$list by [$orderBy] where $filter', async (given) => {
    await expectSameWhole(given, 2);
  });

  it('below a record gives the same list as at once', async () => {
    const below = async (args: string) => {
      const { data } = await gateway.execute(
        `{ pages { nodes { blocks(${args}) { nodes { id } pageInfo { endCursor hasNextPage } } } } }`,
        { as: 'service' },
      );
      return pick(data, 'pages.nodes') as { blocks: { nodes: { id: string }[]; pageInfo: PageInfo } }[];
    };
    const whole = await below('first: 100');
    const index = whole.findIndex(({ blocks }) => blocks.nodes.length > 2);
    const start = (await below('first: 2'))[index]?.blocks;
    expect(start?.pageInfo.hasNextPage).toBe(true);
    const rest = (await below(`first: 100, after: "${start?.pageInfo.endCursor}"`))[index]?.blocks;
    expect([...(start?.nodes ?? []), ...(rest?.nodes ?? [])]).toEqual(whole[index]?.blocks.nodes);
  });
});
