/** Both lanes answer the same bytes: random valid operations over everything that lives in Postgres. */
import fc from 'fast-check';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { giveCursor } from '../support/cursors.ts';
import { type As, createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { type OperationSource, randomOperation } from '../support/random-operation.ts';

const VIEWERS = ['service', 'ana', 'ben', 'agent:sync-odoo-agent', 'agent:workspace-indexer', null];
const RUNS = 80;

let both: TestGateway;
let ordinary: TestGateway;
let source: OperationSource;

beforeAll(async () => {
  both = await createTestGateway();
  ordinary = await createTestGateway({ lanes: 'ordinary', beside: both });
  source = await readSource(both, readSchema());
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await both[Symbol.asyncDispose]();
});

function readSchema(): GraphQLSchema {
  const paths = packagePaths();
  return createGatewaySchema(readSdl(paths.schema), loadDoctrine(paths)).schema;
}

/** Ids and cursors of what is stored. */
async function readSource(gateway: TestGateway, schema: GraphQLSchema): Promise<OperationSource> {
  const page = 'edges { cursor node { id } }';
  const { data } = await gateway.execute(
    `{ runs { ${page} } spaces { ${page} } pages { ${page} } block: pages { nodes { blocks(first: 2) { ${page} } } } }`,
    { as: 'service' },
  );
  const edges = (path: string) => pick(data, path) as { cursor: string; node: { id: string } }[];
  const lists = { Run: edges('runs.edges'), Space: edges('spaces.edges'), Page: edges('pages.edges') };
  const blocks = edges('block.nodes.0.blocks.edges');
  const cursors = Object.entries({ ...lists, Block: blocks }).map(
    ([type, list]) => [type, list.map(({ cursor }) => cursor)] as const,
  );
  const ids = [...lists.Run, ...lists.Space, ...lists.Page, ...blocks].map(({ node }) => node.id);
  return { schema, cursors: Object.fromEntries(cursors), ids: [...ids, '00000000-0000-4000-8000-000000000000'] };
}

/** The same with cursors as the viewer is given them. */
function sourceOf(as: As): OperationSource {
  const given = Object.entries(source.cursors).map(
    ([type, cursors]) => [type, cursors.map((cursor) => giveCursor(cursor, as))] as const,
  );
  return { ...source, cursors: Object.fromEntries(given) };
}

describe('lanes', () => {
  it.each([
    'pageInfo { hasNextPage }',
    'pageInfo { hasPreviousPage }',
    'pageInfo { hasNextPage hasPreviousPage }',
    'pageInfo { __typename }',
    'pageInfo { startCursor @skip(if: true) }',
    'nodes { id @skip(if: true) }',
    'edges { cursor @skip(if: true) }',
    'totalCount pageInfo { hasPreviousPage }',
    'totalCount @skip(if: true)',
    '__typename',
  ])('answer the same bytes where a list of several, one or no rows is asked for { %s } alone', async (selection) => {
    for (const window of ['', '(last: 2)', '(first: 0)', '(filter: { id: { in: [] } })']) {
      const below = `pages${window} { ${selection} }`;
      const query = `{ ${below} spaces { nodes { ${below} } } }`;
      const passed = await both.execute(query, { as: 'service' });
      expect(passed.errors).toBeUndefined();
      expect((await ordinary.execute(query, { as: 'service' })).text).toBe(passed.text);
    }
  });

  it('answer the same bytes to any operation of any viewer', async () => {
    let answered = 0;
    const choices = fc.array(fc.nat(10_000), { maxLength: 400, size: 'max' });
    await fc.assert(
      fc.asyncProperty(choices, fc.constantFrom(...VIEWERS), async (drawn, as) => {
        let at = 0;
        const { query, variables } = randomOperation(sourceOf(as), (max) => (drawn[at++] ?? 0) % (max + 1));
        expect(validate(source.schema, parse(query))).toEqual([]);
        const passed = await both.execute(query, { as, variables });
        const built = await ordinary.execute(query, { as, variables });
        expect(built.text).toBe(passed.text);
        expect(built.status).toBe(passed.status);
        expect(passed.text).not.toContain('INTERNAL_SERVER_ERROR');
        expect(passed.text).not.toContain('\u0001');
        if (passed.errors === undefined) answered += 1;
      }),
      { numRuns: RUNS, seed: Number(process.env.FC_SEED) || undefined },
    );
    // A suite of refusals would prove nothing.
    expect(answered).toBeGreaterThan(RUNS / 5);
  }, 120_000);
});
