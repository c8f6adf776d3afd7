/** What an operation costs: estimated from its plan before anything is asked, counted from its answer, and shown. */
import fc from 'fast-check';
import { type GraphQLObjectType, type GraphQLSchema, getDirectiveValues, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { randomOperation } from '../support/random-operation.ts';

const RUNS = 40;

let gateway: TestGateway;
let ordinary: TestGateway;
let production: TestGateway;
let schema: GraphQLSchema;

beforeAll(async () => {
  gateway = await createTestGateway({ stage: 'development' });
  ordinary = await createTestGateway({ stage: 'development', lanes: 'ordinary', beside: gateway });
  production = await createTestGateway({ beside: gateway });
  const paths = packagePaths();
  schema = createGatewaySchema(readSdl(paths.schema), loadDoctrine(paths)).schema;
});

afterAll(async () => {
  for (const each of [production, ordinary, gateway]) await each[Symbol.asyncDispose]();
});

interface Cost {
  readonly estimated: number;
  readonly actual?: number;
}

async function costOf(query: string, variables?: Record<string, unknown>, on = gateway): Promise<Cost> {
  const { extensions } = await on.execute(query, { as: 'service', ...(variables && { variables }) });
  return pick(extensions, 'tripoint.cost') as Cost;
}

describe('the estimate', () => {
  it.each([
    ['nothing', '{ __typename }', 1],
    ['a record', '{ run(id: "00000000-0000-4000-8000-000000000000") { id kind } }', 1],
    ['a page of records', '{ runs(first: 7) { nodes { id } } }', 7],
    ['a page that says no size', '{ runs { nodes { id } } }', 20],
    ['a list that shows no record', '{ runs { totalCount } }', 1],
    ['a list below each record', '{ runs(first: 3) { nodes { events(first: 5) { nodes { seq } } } } }', 3 + 15],
    ['a relation', '{ moves(first: 4) { nodes { partner { name } } } }', 4 + 4],
    [
      'a link and what is behind it',
      '{ pages(first: 2) { nodes { partner { invoices(first: 3) { nodes { name } } } } } }',
      2 + 2 + 6,
    ],
    ['groups', '{ moveGroups(first: 6, groupBy: [{ field: STATE }]) { count } }', 10 + 6],
    ['a search by name', '{ partners(first: 5, search: "a") { nodes { name } } }', 10 + 5],
    [
      'a field that says what it costs',
      '{ verifyLedger(runId: "00000000-0000-4000-8000-000000000000") { events } }',
      100,
    ],
    ['two root fields', '{ runs(first: 2) { nodes { id } } pages(first: 3) { nodes { id } } }', 5],
    ['the schema itself', '{ __schema { queryType { name } } }', 101],
  ])('of %s', async (_what, query, estimated) => {
    expect((await costOf(query)).estimated).toBe(estimated);
  });

  it('of a mutation', async () => {
    const query = 'mutation { createSpace(input: { name: "" }) { space { id } userErrors { code } } }';
    expect((await costOf(query)).estimated).toBe(10 + 1);
  });

  it('goes by the variables of the request, and is the same each time', async () => {
    const query =
      'query ($n: Int, $all: Boolean!) { runs(first: $n) { nodes { id events(first: $n) @include(if: $all) { nodes { seq } } } } }';
    for (const on of [gateway, ordinary]) {
      expect((await costOf(query, { n: 3, all: true }, on)).estimated).toBe(12);
      expect((await costOf(query, { n: 3, all: false }, on)).estimated).toBe(3);
      expect((await costOf(query, { all: false }, on)).estimated).toBe(20);
      expect((await costOf(query, { n: 3, all: true }, on)).estimated).toBe(12);
    }
  });
});

describe('what was answered', () => {
  it('is counted by the same points, the same in both lanes', async () => {
    const query =
      '{ pages(first: 50) { nodes { id partner { invoices(first: 2) { edges { node { name } } } } } } runs(first: 3) { nodes { id } } moveGroupPage(groupBy: [{ field: STATE }]) { groups { count } } }';
    const cost = await costOf(query);
    expect(cost).toEqual(await costOf(query, undefined, ordinary));
    const { data } = await gateway.execute(query, { as: 'service' });
    const pages = pick(data, 'pages.nodes') as { partner: { invoices: { edges: unknown[] } } | null }[];
    const partners = pages.flatMap(({ partner }) => partner ?? []);
    const invoices = partners.flatMap(({ invoices: { edges } }) => edges);
    const groups = (pick(data, 'moveGroupPage.groups') as unknown[]).length;
    expect(cost.actual).toBe(pages.length + partners.length + invoices.length + 3 + 10 + groups);
    expect(cost.actual).toBeLessThan(cost.estimated);
  });

  it('of a mutation that answers a long list is no more than was estimated', async () => {
    const create = 'mutation ($input: CreatePageInput!) { createPage(input: $input) { page { id version } } }';
    const space = pick((await gateway.execute('{ spaces { nodes { id } } }', { as: 'ana' })).data, 'spaces.nodes.0.id');
    const input = { spaceId: space, title: 'Long' };
    const { data } = await gateway.execute(create, { as: 'ana', variables: { input } });
    const page = pick(data, 'createPage.page') as { id: string; version: number };
    const apply = `mutation ($input: ApplyBlockOperationsInput!) {
      applyBlockOperations(input: $input) { blocks { id page { title } } userErrors { code message } } }`;
    const content = { text: 'ab' };
    const operations = Array.from({ length: 101 }, () => ({ insert: { type: 'PARAGRAPH', content } }));
    const variables = { input: { pageId: page.id, expectedVersion: page.version, operations } };
    const answer = await gateway.execute(apply, { as: 'ana', variables });
    expect(pick(answer.data, 'applyBlockOperations.userErrors')).toEqual([]);
    // 200 operations at most, of which each may change one block and make another.
    const cost = { estimated: 10 + 2 * 400, actual: 10 + 2 * operations.length };
    expect(pick(answer.extensions, 'tripoint.cost')).toEqual(cost);
  });

  it('of records of several types is counted by the type of each, in both lanes', async () => {
    const { data } = await gateway.execute(
      '{ pages(first: 100) { nodes { nodeId blocks(first: 100) { totalCount } } } partners(first: 1) { nodes { nodeId } } }',
      { as: 'service' },
    );
    const pages = pick(data, 'pages.nodes') as { nodeId: string; blocks: { totalCount: number } }[];
    const [page] = [...pages].sort((one, other) => other.blocks.totalCount - one.blocks.totalCount);
    const blocks = Math.min(50, page?.blocks.totalCount ?? 0);
    expect(blocks).toBeGreaterThan(3);
    const partner = pick(data, 'partners.nodes.0.nodeId');
    // One response key, long lists below one type and short ones below others.
    const below = `... on Page { x: blocks(first: 50) { nodes { id } } } ... on Partner { x: pages(first: 1) { nodes { id } } }
      ... on Space { x: pages(first: 1) { nodes { id } } }`;
    for (const on of [gateway, ordinary]) {
      const one = await costOf(`query ($id: ID!) { node(id: $id) { ${below} } }`, { id: page?.nodeId }, on);
      expect(one).toEqual({ estimated: 1 + 1 + 50, actual: 1 + 1 + blocks });
      const ids = [page?.nodeId, partner, 'none', page?.nodeId];
      const many = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${below} } }`;
      expect(await costOf(many, { ids: [page?.nodeId, page?.nodeId] }, on)).toMatchObject({
        actual: 1 + 2 + 2 * blocks,
      });
      expect((await costOf(many, { ids }, on)).estimated).toBe(1 + 3 + 50 + 1 + 50);
      const shown = `query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }`;
      expect(await costOf(shown, { ids: [page?.nodeId, partner] }, on)).toEqual({ estimated: 3, actual: 3 });
    }
  });

  it(`never costs more than was estimated: ${RUNS} random operations`, async () => {
    const { data } = await gateway.execute('{ runs { nodes { id } } pages { nodes { id } } }', { as: 'service' });
    const ids = ['runs.nodes', 'pages.nodes'].flatMap((path) =>
      (pick(data, path) as { id: string }[]).map(({ id }) => id),
    );
    const source = { schema, ids, cursors: {} };
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(10_000), { maxLength: 400, size: 'max' }), async (drawn) => {
        let at = 0;
        const choose = (max: number) => (drawn[at++] ?? 0) % (max + 1);
        const { query, variables } = randomOperation(source, choose);
        if (validate(schema, parse(query)).length > 0) return;
        const cost = await costOf(query, variables);
        if (cost?.actual === undefined) return;
        compared += 1;
        expect(cost.actual, query).toBeLessThanOrEqual(cost.estimated);
        expect(await costOf(query, variables), query).toEqual(cost);
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 4);
  });
});

describe('where it is shown', () => {
  const query = '{ runs(first: 7) { nodes { id } } }';

  it('in development in the extensions and a header, estimated and counted', async () => {
    const { extensions, headers } = await gateway.execute(query, { as: 'service' });
    const { estimated, actual } = pick(extensions, 'tripoint.cost') as Cost;
    expect(headers.get('tripoint-cost')).toBe(`estimated=${estimated}, actual=${actual}`);
  });

  it('elsewhere the estimate in a header: counting walks the whole answer', async () => {
    const { extensions, headers } = await production.execute(query, { as: 'service' });
    expect(extensions).toBeUndefined();
    expect(headers.get('tripoint-cost')).toBe('estimated=7');
  });

  it('in the SDL, by the directives of the cost specification', () => {
    const fields = (schema.getQueryType() as GraphQLObjectType).getFields();
    const read = (field: string, directive: string) =>
      getDirectiveValues(schema.getDirective(directive) as never, fields[field]?.astNode as never);
    expect(read('askDocs', 'cost')).toEqual({ weight: '500' });
    expect(read('moveGroups', 'cost')).toEqual({ weight: '10' });
    expect(read('runs', 'listSize')).toEqual({
      assumedSize: 20,
      slicingArguments: ['first', 'last'],
      sizedFields: ['nodes', 'edges'],
      requireOneSlicingArgument: false,
    });
  });
});
