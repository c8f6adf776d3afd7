/** Rows of a database in two orders at once: their places stand in the lists, and not in the rows. */
import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let deals: TestDatabase;

beforeAll(async () => {
  gateway = await createTestGateway();
  deals = await openDatabase(gateway, [{ name: 'Amount', type: 'NUMBER' }]);
  await deals.insert({ Amount: 2 }, { Amount: 7 }, {}, { Amount: 2 }, { Amount: -1 });
});

afterAll(() => gateway[Symbol.asyncDispose]());

it('gives each row its place in the list beside it, so that a cache which knows rows by their ids mixes up none', async () => {
  const lists = ['first: 3', 'first: 3, orderBy: [{ column: "Amount", direction: DESC }]'];
  const selection = '{ edges { cursor node { __typename id } } nodes { id } endCursor }';
  const aliased = lists.map((args, n) => `l${n}: databaseRows(databaseId: "${deals.id}", ${args}) ${selection}`);
  const { data, errors } = await gateway.execute(`{ ${aliased.join(' ')} }`, { as: 'ana' });
  expect(errors).toBeUndefined();
  for (const [n, args] of lists.entries()) {
    const edges = pick(data, `l${n}.edges`) as { cursor: string; node: { id: string } }[];
    const ids = edges.map(({ node }) => node.id);
    expect(ids).toEqual((pick(data, `l${n}.nodes`) as { id: string }[]).map(({ id }) => id));
    expect(edges.at(-1)?.cursor).toBe(pick(data, `l${n}.endCursor`));
    const { data: rest } = await deals.query(args.replace('first: 3', `first: 2, after: "${edges[0]?.cursor}"`));
    expect(pick(rest, 'databaseRows.nodes')).toMatchObject(ids.slice(1).map((id) => ({ id })));
  }
  const row = gateway.server.made.schema.getType('TypedRow') as GraphQLObjectType;
  expect(row.getFields().cursor?.deprecationReason).toContain('take `cursor` of `edges`');
});
