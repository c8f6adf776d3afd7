/** A filter that names `active` is for archived records too, whatever Odoo makes of the rest of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { seededChoice } from '../support/random.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await gateway.execute(query, { as: 'service', variables });
  expect(errors).toBeUndefined();
  return data;
}

/** Each holds of every record, and Odoo folds it until `active` no longer stands in it. */
const OF_ALL = [
  '{ not: { active: { eq: true }, name: { in: [] } } }',
  '{ not: { active: { eq: false }, or: [] } }',
  '{ not: { and: [{ active: { eq: true } }, { not: { and: [] } }] } }',
  '{ not: { active: { isNull: true } } }',
  '{ active: { isNull: false } }',
  '{ active: { notIn: [] } }',
  '{ active: { in: [true, false] } }',
  '{ or: [{ active: { eq: true } }, { active: { ne: true } }] }',
  '{ or: [{ active: { eq: false } }, {}] }',
];

describe.each(OF_ALL)('a filter by active that holds of all: %s', (filter) => {
  it('finds archived records in lists, counts, groups and pages', async () => {
    const found = await ask(
      `{ all: currencies(inOdoo: { archived: true }) { totalCount }
         list: currencies(first: 100, filter: ${filter}, orderBy: [{ field: NAME }]) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
         groups: currencyGroups(groupBy: [{ field: ACTIVE }], filter: ${filter}) { count } }`,
    );
    const all = Number(pick(found, 'all.totalCount'));
    const groups = pick(found, 'groups') as { count: number }[];
    expect(all).toBeGreaterThan(100);
    expect(pick(found, 'list.totalCount')).toBe(all);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    const rest = await ask(
      `query($after: String) { currencies(first: 100, after: $after, filter: ${filter}, orderBy: [{ field: NAME }]) { totalCount nodes { id } } }`,
      { after: pick(found, 'list.pageInfo.endCursor') },
    );
    expect(pick(rest, 'currencies.totalCount')).toBe(all);
    expect((pick(rest, 'currencies.nodes') as unknown[]).length).toBe(all - 100);
  });

  it('finds them through a list, and in one', async () => {
    const isHere = 'name: { eq: "Website Refresh" }';
    const { data } = await gateway.execute(
      `{ whole: taskStages(first: 100, filter: { projects: { some: { ${isHere}, active: { eq: false } } } }) { nodes { id } }
         some: taskStages(first: 100, filter: { projects: { some: { ${isHere}, and: [${filter}] } } }) { nodes { id } }
         none: taskStages(first: 100, filter: { not: { projects: { none: { ${isHere}, and: [${filter}] } } } }) { nodes { id } } }`,
      { as: 'service' },
    );
    expect((pick(data, 'whole.nodes') as unknown[]).length).toBeGreaterThan(1);
    expect(pick(data, 'some.nodes')).toEqual(pick(data, 'whole.nodes'));
    expect(pick(data, 'none.nodes')).toEqual(pick(data, 'whole.nodes'));
    const nested = await ask(
      `query($ids: [ID!], $id: ID!) {
         many: taskStages(first: 100, filter: { id: { in: $ids } }) { nodes { projects(filter: { ${isHere}, and: [${filter}] }) { totalCount nodes { name } } } }
         one: taskStages(filter: { id: { eq: $id } }) { nodes { projects(filter: { ${isHere}, and: [${filter}] }) { totalCount nodes { name } } } } }`,
      {
        ids: (pick(data, 'whole.nodes') as { id: string }[]).map(({ id }) => id),
        id: pick(data, 'whole.nodes.0.id'),
      },
    );
    const projects = { totalCount: 1, nodes: [{ name: 'Website Refresh' }] };
    const nodes = pick(nested, 'many.nodes') as unknown[];
    expect(nodes).toEqual(nodes.map(() => ({ projects })));
    expect(pick(nested, 'one.nodes')).toEqual([{ projects }]);
  });
});

/** Odoo makes one condition of two on the same list. */
describe('a condition on a list that names active, beside one that does not', () => {
  const gone = 'projects: { some: { active: { eq: false }, name: { eq: "nowhere" } } }';
  const named = 'name: { eq: "Website Refresh" }';

  it.each([
    [`{ or: [{ ${gone} }, { projects: { some: { ${named} } } }] }`, 0],
    [`{ or: [{ projects: { some: { ${named} } } }, { ${gone} }] }`, 0],
    [`{ not: { projects: { none: { ${named} } }, and: [{ ${gone.replace('some', 'none')} }] } }`, 0],
    [`{ or: [{ ${gone} }, { projects: { some: { ${named}, active: { eq: false } } } }] }`, 5],
  ])('leaves archived records out of the other: %s', async (filter, count) => {
    expect(pick(await ask(`{ taskStages(filter: ${filter}) { totalCount } }`), 'taskStages.totalCount')).toBe(count);
  });

  it('leaves them out within the list of a list, and not where all of them are asked for', async () => {
    const filter = `{ or: [{ stages: { some: { ${gone} } } }, { stages: { some: { projects: { some: { ${named} } } } } }] }`;
    const found = await ask(
      `{ projects(first: 1, filter: ${filter}) { totalCount }
         all: taskStages(inOdoo: { archived: true }, filter: { or: [{ ${gone} }, { projects: { some: { ${named} } } }] }) { totalCount } }`,
    );
    expect(found).toEqual({ projects: { totalCount: 0 }, all: { totalCount: 5 } });
  });
});

describe('archived records below others', () => {
  it.each([
    ['departments', 'members'],
    ['projectTags', 'projects'],
    ['taskStages', 'projects'],
  ])('%s { %s } show with archived and for a filter by active, counted alike', async (parents, list) => {
    const selection = `nodes { shown: ${list}(first: 100) { totalCount nodes { active } }
      all: ${list}(first: 100, filter: { active: { isNull: false } }) { totalCount nodes { active } }
      gone: ${list}(filter: { active: { eq: false } }) { totalCount } }`;
    const found = await ask(
      `{ here: ${parents}(first: 100, inOdoo: {}) { ${selection} } too: ${parents}(first: 100, inOdoo: { archived: true }, filter: { id: { isNull: false } }) { ${selection} } }`,
    );
    type Part = { readonly totalCount: number; readonly nodes: readonly { readonly active: boolean }[] };
    const sum = (way: string, part: string) =>
      (pick(found, `${way}.nodes`) as Record<string, Part>[]).reduce((total, node) => {
        const { totalCount, nodes } = node[part] as Part;
        if (nodes) expect(nodes.length).toBe(totalCount);
        return total + totalCount;
      }, 0);
    expect(sum('here', 'gone')).toBeGreaterThan(0);
    expect(sum('here', 'all')).toBe(sum('here', 'shown') + sum('here', 'gone'));
    expect(sum('too', 'shown')).toBe(sum('too', 'all'));
  });
});

describe.each([
  ['without a cache', null],
  ['with a cache', { maxAgeSeconds: 600, staleIfErrorSeconds: 0 }],
])('who does not ask for archived records, beside who does, %s', (_how, cache) => {
  it('is answered what it asked for, whatever is under way or kept', async () => {
    const connection = { ...gateway.connection, timeoutMs: 60_000, maxConcurrency: 4, maxQueue: 1_000, cache };
    const odoo = createOdooClient(connection, { store: createMemoryStore() });
    await using shared = await createTestGateway({ beside: gateway, odoo, lanes: 'ordinary' });
    const lists = [
      ...['departments members', 'projectTags projects', 'taskStages projects', 'partners tasks', 'partners projects'],
      ...['partners contacts', 'projects tasks', 'projects stages'],
    ].map((names) => names.split(' ') as [string, string]);
    const ways = ['', 'inOdoo: { archived: true }', 'inOdoo: {}'];
    // Other tests make partners in the same Odoo, and take them away again: users, and some with a reference of theirs.
    const own = 'filter: { isCompany: { eq: true }, not: { ref: { startsWith: "tripoint-test-" } } }';
    const argumentsOf = (parents: string, way: string) => {
      const given = [way, parents === 'partners' ? own : ''].filter(Boolean);
      return given.length > 0 ? `(${given.join(', ')})` : '';
    };
    const inner = ['', '(first: 50)', '(filter: { active: { isNull: false } })'];
    const questions = lists.flatMap(([parents, list]) =>
      ways.flatMap((way) =>
        inner.map(
          (some) =>
            `{ ${parents}${argumentsOf(parents, way)} { totalCount nodes { id one: ${list}${some} { nodes { id active } } } } }`,
        ),
      ),
    );
    // Several lists of one parent in one call of Odoo.
    for (const way of ways)
      questions.push(
        `{ partners${argumentsOf('partners', way)} { nodes { id tasks { nodes { id active } } projects { nodes { id active } } contacts { nodes { id } } } } }`,
      );
    const expected = new Map<string, unknown>();
    for (const query of questions) expected.set(query, await ask(query));
    const choose = seededChoice(20_261_130);
    const asked = Array.from({ length: 250 }, () => questions[choose(questions.length)] as string);
    const answers = await Promise.all(
      asked.map(async (query) => ({ query, ...(await shared.execute(query, { as: 'service' })) })),
    );
    for (const { query, data, errors } of answers) {
      expect(errors, query).toBeUndefined();
      expect(data, query).toEqual(expected.get(query));
    }
  }, 120_000);
});
