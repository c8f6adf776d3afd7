/** What filters mean: who leads to no record, and what is left out, on all surfaces. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let ordinary: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
  ordinary = await createTestGateway({ lanes: 'ordinary', beside: gateway });
});
afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

/** In both lanes, which must agree. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const passed = await gateway.execute(query, { as: 'service', variables });
  const built = await ordinary.execute(query, { as: 'service', variables });
  expect(built.text).toBe(passed.text);
  return passed;
}

const NONE = '{ id: { isNull: true } }';

describe('a relation to no record', () => {
  it.each([
    ['partners', 'parent'],
    ['tasks', 'parent'],
    ['moveLines', 'product'],
    ['moves', 'reversedEntry'],
    ['runs', 'schedule'],
    ['pages', 'parent'],
    ['deployments', 'approval'],
  ])('is found by id.isNull: %s without %s', async (list, relation) => {
    const where = (condition: string) => `${list}(first: 100, filter: { ${relation}: ${condition} })`;
    const { data, errors } = await ask(`{
      all: ${list} { totalCount }
      none: ${where(NONE)} { totalCount nodes { ${relation} { id } } }
      some: ${where('{ id: { isNull: false } }')} { totalCount nodes { ${relation} { id } } }
      any: ${where('{}')} { totalCount }
      not: ${list}(filter: { not: { ${relation}: ${NONE} } }) { totalCount }
      denied: ${where(`{ not: ${NONE} }`)} { totalCount }
      twice: ${where('{ not: { id: { isNull: false } } }')} { totalCount }
      or: ${where(`{ or: [${NONE}, { id: { isNull: false } }] }`)} { totalCount }
      and: ${where(`{ and: [${NONE}, { id: { isNull: false } }] }`)} { totalCount }
    }`);
    expect(errors).toBeUndefined();
    const count = (key: string) => pick(data, `${key}.totalCount`) as number;
    expect(count('none') + count('some')).toBe(count('all'));
    expect(count('none')).toBeGreaterThan(0);
    expect([count('any'), count('not'), count('denied')]).toEqual(Array(3).fill(count('some')));
    expect([count('twice'), count('or'), count('and')]).toEqual([count('none'), count('all'), 0]);
    for (const node of pick(data, 'none.nodes') as Record<string, unknown>[]) expect(node[relation]).toBeNull();
    for (const node of pick(data, 'some.nodes') as Record<string, unknown>[]) expect(node[relation]).not.toBeNull();
  });

  it('is asked of a record that is there, one step on', async () => {
    const { data } = await ask(`{
      of: moves(filter: { partner: { parent: ${NONE} } }) { totalCount }
      all: moves { totalCount }
      without: moves(filter: { partner: ${NONE} }) { totalCount }
      with: moves(filter: { partner: { parent: {} } }) { totalCount }
    }`);
    const count = (key: string) => pick(data, `${key}.totalCount`) as number;
    expect(count('of') + count('without') + count('with')).toBe(count('all'));
  });

  it('is found within a list below', async () => {
    const { data } = await ask(
      `{ moves(first: 20, filter: { lines: { some: { product: ${NONE} } } }) { nodes { lines(filter: { product: ${NONE} }) { totalCount } } } }`,
    );
    const moves = pick(data, 'moves.nodes') as { lines: { totalCount: number } }[];
    expect(moves.length).toBeGreaterThan(0);
    for (const { lines } of moves) expect(lines.totalCount).toBeGreaterThan(0);
  });
});

describe('a filter that names a variable which is not given', () => {
  it.each([
    ['runs', 'query($x: ID) { list: runs(filter: { id: { eq: $x } }) { totalCount } }', 'filter.id.eq'],
    ['moves', 'query($x: ID) { list: moves(filter: { id: { eq: $x } }) { totalCount } }', 'filter.id.eq'],
    ['a list of values', 'query($x: [ID!]) { list: pages(filter: { id: { in: $x } }) { totalCount } }', 'filter.id.in'],
    ['not', 'query($x: PageFilter) { list: pages(filter: { not: $x }) { totalCount } }', 'filter.not'],
    ['and', 'query($x: [MoveFilter!]) { list: moves(filter: { and: $x }) { totalCount } }', 'filter.and'],
    [
      'a relation',
      'query($x: String) { list: moves(filter: { or: [{ partner: { name: { eq: $x } } }] }) { totalCount } }',
      'filter.or.partner.name.eq',
    ],
    [
      'groups',
      'query($x: ID) { list: moveGroups(filter: { id: { eq: $x } }, groupBy: [{ field: STATE }]) { count } }',
      'filter.id.eq',
    ],
  ])('is refused, and the variable named: %s', async (_what, query, argument) => {
    const { data, errors } = await ask(query);
    expect(data).toEqual({ list: null });
    expect(errors).toMatchObject([{ path: ['list'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(errors?.[0]?.message).toContain('$x, which is not given');
  });

  it('is refused below a record too, and of askDocs and a fragment', async () => {
    const { errors } = await ask(
      `query($x: ID, $t: DateTime) { pages(first: 1) { nodes { ...Children } } askDocs(question: "?", filter: { updatedAfter: $t }) { passages { score } } }
       fragment Children on Page { children(filter: { id: { eq: $x } }) { totalCount } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.argument).sort()).toEqual([
      'filter.id.eq',
      'filter.updatedAfter',
    ]);
  });

  it('answers all where the whole filter is left out, its default where it has one, and what a variable leaves out', async () => {
    const { data, errors } = await ask(
      `query($all: PageFilter, $default: ID = "00000000-0000-4000-8000-000000000000", $given: PageFilter, $x: ID) {
         all: pages { totalCount } left: pages(filter: $all) { totalCount } given: pages(filter: $given) { totalCount }
         default: pages(filter: { id: { eq: $default } }) { totalCount }
         skipped: pages(filter: { id: { eq: $x } }) @skip(if: true) { totalCount } }`,
      { given: { id: {} } },
    );
    expect(errors).toBeUndefined();
    const all = { totalCount: pick(data, 'all.totalCount') };
    expect(data).toEqual({ all, left: all, given: all, default: { totalCount: 0 } });
  });

  it.each(['parent: null', 'not: null', 'children: { some: null }', 'title: null', 'or: null'])(
    'is no more refused than a condition that is null: %s',
    async (condition) => {
      const { errors } = await ask(`{ pages(filter: { ${condition} }) { totalCount } }`);
      expect(errors).toMatchObject([{ path: ['pages'], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors?.[0]?.message).toContain('is null: leave it out');
    },
  );
});
