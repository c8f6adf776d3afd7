/** Who sees what: the same operation as every kind of viewer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const EVERYTHING = `{
  viewer { kind id agent }
  spaces { nodes { name } } pages(first: 100) { totalCount } runs { totalCount }
  moves(first: 1) { nodes { id } } partners(first: 1) { nodes { id } } projects(first: 1) { nodes { id } }
}`;

async function look(as: string | null) {
  const { status, data, errors } = await gateway.execute(EVERYTHING, { as });
  expect(status).toBe(200);
  const refused = (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).sort();
  const spaces = (pick(data, 'spaces.nodes') ?? []) as { name: string }[];
  return { viewer: pick(data, 'viewer'), spaces: spaces.map(({ name }) => name), refused };
}

const all = (...names: string[]) => names.map((name) => `${name} FORBIDDEN`);

describe('what each viewer may read', () => {
  it.each([
    ['ana', 'USER', ['Finance', 'Projects'], all('runs')],
    ['ben', 'USER', ['Finance', 'Operations', 'Projects'], all('runs')],
    ['carla', 'USER', ['Board'], all('runs')],
    ['d0d00000-0000-4000-8000-000000000004', 'USER', [], all('runs')],
    ['service', 'SERVICE', ['Board', 'Finance', 'Operations', 'Projects'], []],
    ['agent:sync-odoo-agent', 'AGENT', [], all('pages', 'spaces')],
    [
      'agent:workspace-indexer',
      'AGENT',
      ['Board', 'Finance', 'Operations', 'Projects'],
      all('moves', 'partners', 'projects', 'runs'),
    ],
    ['agent:workspace-ask-docs', 'AGENT', [], all('moves', 'partners', 'projects', 'runs')],
    [
      'agent:workspace-ask-docs for ana',
      'AGENT',
      ['Finance', 'Projects'],
      all('moves', 'partners', 'projects', 'runs'),
    ],
    [null, 'ANONYMOUS', [], all('moves', 'pages', 'partners', 'projects', 'runs', 'spaces')],
  ])('%s is a viewer of kind %s and sees the spaces %j', async (as, kind, spaces, refused) => {
    const seen = await look(as);
    expect(seen).toMatchObject({ viewer: { kind }, spaces, refused });
  });

  it('nothing reaches an upstream for a viewer without a token', async () => {
    await look(null);
    expect(gateway.calls).toEqual([]);
  });

  it('no token may still ask for __typename and the viewer', async () => {
    const { data, errors } = await gateway.execute('{ __typename viewer { __typename kind id agent actsFor } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      __typename: 'Query',
      viewer: { __typename: 'Viewer', kind: 'ANONYMOUS', id: null, agent: null, actsFor: null },
    });
  });
});

describe('row-level security', () => {
  const secret = { page: seedId('page', 'minutes'), space: seedId('space', 'board') };

  it.each(['ana', 'ben', 'd0d00000-0000-4000-8000-000000000004'])(
    "another tenant's page and space are null to %s, without an error",
    async (as) => {
      const { data, errors } = await gateway.execute(
        `{ page(id: "${secret.page}") { title } space(id: "${secret.space}") { name } }`,
        { as },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ page: null, space: null });
    },
  );

  it('carla sees them', async () => {
    const { data } = await gateway.execute(`{ page(id: "${secret.page}") { title space { name } } }`, { as: 'carla' });
    expect(data).toEqual({ page: { title: 'Minutes of the board', space: { name: 'Board' } } });
  });

  it.each([
    ['a filter', '{ pages(filter: { space: { name: { eq: "Board" } } }) { totalCount nodes { id } } }'],
    [
      'a filter on lists',
      '{ pages(filter: { blocks: { some: { page: { title: { contains: "board" } } } } }) { totalCount nodes { id } } }',
    ],
    ['a negation', `{ pages(filter: { not: { id: { ne: "${secret.page}" } } }) { totalCount nodes { id } } }`],
  ])('tells ana nothing of it through %s', async (_name, query) => {
    const { data, errors } = await gateway.execute(query, { as: 'ana' });
    expect(errors).toBeUndefined();
    expect(pick(data, 'pages')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('counts only what the viewer may see', async () => {
    const count = async (as: string) =>
      pick((await gateway.execute('{ pages { totalCount } }', { as })).data, 'pages.totalCount');
    expect(await count('ana')).toBe(8);
    expect(await count('service')).toBe(12);
  });

  it('a statement that one viewer prepared answers the next viewer with his own rows', async () => {
    for (const as of ['service', 'ana', 'carla', 'ana', 'service']) {
      const { data } = await gateway.execute('{ spaces { nodes { name } } }', { as });
      const names = (pick(data, 'spaces.nodes') as unknown[]).length;
      expect(names).toBe({ service: 4, ana: 2, carla: 1 }[as]);
    }
  });

  it('requests of many viewers at once do not mix', async () => {
    const people = ['service', 'ana', 'carla', 'ben'];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const as = people[index % people.length] as string;
        return gateway
          .execute('{ viewer { id } spaces { nodes { name } } }', { as })
          .then(({ data }) => ({ as, data }));
      }),
    );
    for (const { as, data } of answers) {
      expect(pick(data, 'viewer.id')).toBe(DEMO_USERS[as] ?? null);
      expect(pick(data, 'spaces.nodes')).toHaveLength({ service: 4, ana: 2, carla: 1, ben: 3 }[as] as number);
    }
  });
});
