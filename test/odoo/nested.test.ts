/** Lists below records: their windows, filters and cursors, and the calls they cost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCursor, readCursor } from '../support/cursors.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const DEMO = 'company: { name: { eq: "Tala Trading & Services, Inc." } }';
const MOVES = `moves(first: 6, filter: { ${DEMO}, moveType: { eq: OUT_INVOICE } }, orderBy: [{ field: ID }])`;

interface Line {
  readonly id: string;
  readonly name: string | null;
  readonly quantity: string;
}

interface Lines {
  readonly totalCount: number;
  readonly nodes: readonly Line[];
  readonly edges: readonly { cursor: string; node: Line }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

type Move = { readonly id: string } & Readonly<Record<string, Lines>>;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** The moves with what is selected of each; `calls` are those that it cost. */
async function readMoves(selection: string, variables: Record<string, unknown> = {}) {
  const declared = 'cursor' in variables ? '($cursor: String)' : '';
  const query = `query Nested${declared} { ${MOVES} { nodes { id ${selection} } } }`;
  const { data, errors } = await gateway.execute(query, { as: 'service', variables });
  expect(errors).toBeUndefined();
  const { moves } = data as { moves: { nodes: readonly Move[] } };
  return { moves: moves.nodes, calls: gateway.calls.length };
}

const ids = (list: { nodes: readonly Line[] } | undefined): string[] => list?.nodes.map(({ id }) => id) ?? [];

/** Every line of each move, in the list's own order or in another. */
async function readWhole(args = ''): Promise<readonly Line[][]> {
  const { moves } = await readMoves(`lines(first: 100${args}) { nodes { id name quantity } }`);
  return moves.map(({ lines }) => [...(lines?.nodes ?? [])]);
}

describe('a list below a record', () => {
  it('is read with its parent in one call, as long as its window and counted whole', async () => {
    const { moves, calls } = await readMoves('lines(first: 2) { totalCount nodes { id } pageInfo { hasNextPage } }');
    expect(calls).toBe(1);
    const whole = await readWhole();
    expect(whole.some((lines) => lines.length > 2)).toBe(true);
    expect(moves.map(({ lines }) => ids(lines))).toEqual(whole.map((lines) => lines.slice(0, 2).map(({ id }) => id)));
    expect(moves.map(({ lines }) => lines?.totalCount)).toEqual(whole.map(({ length }) => length));
    expect(moves.map(({ lines }) => lines?.pageInfo.hasNextPage)).toEqual(whole.map(({ length }) => length > 2));
  });

  it('may be empty and counted all the same', async () => {
    const { moves, calls } = await readMoves('lines(first: 0) { totalCount nodes { id } }');
    expect(calls).toBe(1);
    expect(moves.map(({ lines }) => ids(lines))).toEqual(moves.map(() => []));
    expect(moves.map(({ lines }) => lines?.totalCount)).toEqual((await readWhole()).map(({ length }) => length));
  });

  it('may be counted from its end', async () => {
    const { moves, calls } = await readMoves('lines(last: 2) { nodes { id } pageInfo { hasPreviousPage } }');
    expect(calls).toBe(1);
    const whole = await readWhole();
    expect(moves.map(({ lines }) => ids(lines))).toEqual(whole.map((lines) => lines.slice(-2).map(({ id }) => id)));
    expect(moves.map(({ lines }) => lines?.pageInfo.hasPreviousPage)).toEqual(whole.map(({ length }) => length > 2));
  });

  it('costs one call more for an alias with another window, and none for the same one', async () => {
    const { moves, calls } = await readMoves(
      `a: lines(first: 1) { nodes { id } } b: lines(first: 2) { nodes { id } } c: lines(first: 2) { totalCount nodes { name } }
       d: lines(first: 2, orderBy: [{ field: ID, direction: DESC }]) { nodes { id } }`,
    );
    expect(calls).toBe(3);
    const [whole, turned] = [await readWhole(), await readWhole(', orderBy: [{ field: ID, direction: DESC }]')];
    const cut = (lists: readonly Line[][], size: number) =>
      lists.map((list) => list.slice(0, size).map(({ id }) => id));
    expect(moves.map(({ a }) => ids(a))).toEqual(cut(whole, 1));
    expect(moves.map(({ b }) => ids(b))).toEqual(cut(whole, 2));
    expect(moves.map(({ c }) => c?.nodes.map(({ name }) => name))).toEqual(
      whole.map((lines) => lines.slice(0, 2).map(({ name }) => name)),
    );
    expect(moves.map(({ d }) => ids(d))).toEqual(cut(turned, 2));
  });

  it('is filtered for all parents in one call more', async () => {
    const { moves, calls } = await readMoves(
      'lines(first: 2, filter: { quantity: { gt: "1" } }) { totalCount nodes { id quantity } pageInfo { hasNextPage } }',
    );
    expect(calls).toBe(2);
    const whole = (await readWhole()).map((lines) => lines.filter(({ quantity }) => Number(quantity) > 1));
    expect(whole.some(({ length }) => length > 0)).toBe(true);
    expect(moves.map(({ lines }) => ids(lines))).toEqual(whole.map((lines) => lines.slice(0, 2).map(({ id }) => id)));
    expect(moves.map(({ lines }) => lines?.totalCount)).toEqual(whole.map(({ length }) => length));
    expect(moves.map(({ lines }) => lines?.pageInfo.hasNextPage)).toEqual(whole.map(({ length }) => length > 2));
  });

  it.each([
    ['', 1],
    [', filter: { quantity: { gt: "1" } }', 2],
    [', after: $cursor', 3],
  ])('is asked for once under two aliases whose arguments agree%s', async (args, expected) => {
    const { moves: before } = await readMoves('lines(first: 1) { pageInfo { endCursor } }');
    const variables = args.includes('$cursor') ? { cursor: before[0]?.lines?.pageInfo.endCursor } : {};
    const a = `lines(first: 2${args}) { nodes { id name } }`;
    const b = `lines(first: 2${args}) { totalCount nodes { quantity } }`;
    const together = await readMoves(`a: ${a} b: ${b}`, variables);
    expect(together.calls).toBe(expected);
    expect(gateway.calls.filter((call) => call.includes('"name":{},"quantity":{}'))).toHaveLength(1);
    expect(gateway.calls.join('').match(/"quantity":\{\}/g)).toHaveLength(1);
    const apart = await Promise.all([await readMoves(a, variables), await readMoves(b, variables)]);
    expect(together.moves).toEqual(
      apart[0].moves.map(({ id, lines }, index) => ({ id, a: lines, b: apart[1].moves[index]?.lines })),
    );
  });

  it('is asked for once for each of two aliases that are below records of their own', async () => {
    const lines = (fields: string) => `lines(first: 2, filter: { quantity: { gt: "1" } }) { nodes { ${fields} } }`;
    const { moves, calls } = await readMoves(
      `a: partner { name invoices(first: 1) { nodes { ${lines('id')} } } } b: partner { email invoices(first: 1) { nodes { more: ${lines('name')} } } }`,
    );
    expect(moves).not.toEqual([]);
    expect(calls).toBe(2);
  });
});

describe.each([
  // All lines of a move are of one day and number.
  ['its own order', '', () => ''],
  ['a number', ', orderBy: [{ field: QUANTITY, direction: DESC }]', ({ quantity }: Line) => quantity],
  ['a text', ', orderBy: [{ field: NAME }]', ({ name }: Line) => name],
])('a cursor below a record, by %s', (_name, order, keyOf) => {
  it('goes on where its record stands', async () => {
    const whole = await readWhole(order);
    const at = whole.findIndex(({ length }) => length > 2);
    const { moves } = await readMoves(`lines(first: 1${order}) { pageInfo { endCursor } }`);
    const cursor = moves[at]?.lines?.pageInfo.endCursor;
    const next = await readMoves(`lines(first: 100, after: $cursor${order}) { totalCount nodes { id } }`, { cursor });
    expect(ids(next.moves[at]?.lines)).toEqual(whole[at]?.slice(1).map(({ id }) => id));
    // The parents' ids, the lists, and which records of the other parents come after the cursor.
    expect(next.calls).toBe(3);
    expect(next.moves[at]?.lines?.totalCount).toBe(whole[at]?.length);
  });

  it('goes on where its record stood, that is gone', async () => {
    const whole = await readWhole(order);
    const at = whole.findIndex(({ length }) => length > 2);
    const list = whole[at] as readonly Line[];
    const { moves } = await readMoves(`lines(first: 2${order}) { edges { cursor } }`);
    const given = moves[at]?.lines?.edges[1]?.cursor as string;
    const [type, signature, ...values] = readCursor(given);
    // The same keys and an id that no record has: right before all records with these keys.
    const gone = String(signature).endsWith('-') ? 2_147_483_000 : 0;
    const cursor = makeCursor([type, signature, ...values.slice(0, -1), gone]);
    const next = await readMoves(`lines(first: 100, after: $cursor${order}) { nodes { id } }`, { cursor });
    const from = list.findIndex((line) => keyOf(line) === keyOf(list[1] as Line));
    expect(ids(next.moves[at]?.lines)).toEqual(list.slice(from).map(({ id }) => id));
  });

  it('goes back, too', async () => {
    const whole = await readWhole(order);
    const at = whole.findIndex(({ length }) => length > 2);
    const { moves } = await readMoves(`lines(last: 1${order}) { pageInfo { startCursor } }`);
    const cursor = moves[at]?.lines?.pageInfo.startCursor;
    const next = await readMoves(`lines(last: 100, before: $cursor${order}) { nodes { id } }`, { cursor });
    expect(ids(next.moves[at]?.lines)).toEqual(whole[at]?.slice(0, -1).map(({ id }) => id));
  });
});

describe('an archived record', () => {
  const read = async (query: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await gateway.execute(query, { as: 'service', variables });
    expect(errors).toBeUndefined();
    return data as Readonly<Record<string, unknown>>;
  };
  const archived = 'filter: { active: { eq: false }, name: { eq: "Website Refresh" } }';

  it('has the lists of its aliases like any other', async () => {
    const found = await read(
      `{ projects(${archived}) { nodes { a: stages(first: 1) { totalCount } b: stages(first: 2) { totalCount nodes { name } } } } }`,
    );
    expect(found).toEqual({
      projects: {
        nodes: [
          {
            a: { totalCount: 5 },
            b: { totalCount: 5, nodes: [{ name: expect.any(String) }, { name: expect.any(String) }] },
          },
        ],
      },
    });
  });

  it('is found by its id', async () => {
    const { projects } = await read(`{ projects(${archived}) { nodes { id name } } }`);
    const [project] = (projects as { nodes: readonly { id: string }[] }).nodes;
    expect(await read('query($id: ID!) { project(id: $id) { id name } }', { id: project?.id })).toEqual({ project });
    expect(gateway.calls).toHaveLength(1);
  });
});
