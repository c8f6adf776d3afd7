/** What a client can get wrong: a typed code, the argument by name, the same bytes in both lanes, and never a 500. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCursor, readCursor } from '../support/cursors.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { AT_THE_FIELD, BEFORE_IT_RUNS, LOOKUPS, type Mistake } from './mistakes.ts';

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

describe('a mistake in an argument', () => {
  const fields: Mistake[] = [
    ...AT_THE_FIELD.map(([what, field, ...rest]): Mistake => [what, `${field} { totalCount nodes { id } }`, ...rest]),
    ...LOOKUPS,
  ];

  it.each(fields)('%s', async (_what, field, code, names) => {
    const query = `{ bad: ${field} good: spaces { totalCount } }`;
    const answer = await gateway.execute(query, { as: 'service' });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ bad: null, good: { totalCount: 4 } });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({ path: ['bad'], extensions: { code } });
    expect(answer.errors?.[0]?.message).toMatch(names);
    expect(pick(answer.errors, '0.extensions.argument')).toEqual(expect.any(String));
    expect(gateway.calls.every((call) => call.includes('work.spaces'))).toBe(true);
    expect((await ordinary.execute(query, { as: 'service' })).text).toBe(answer.text);
  });

  it('below the root nulls the root field that it stands under', async () => {
    const query = '{ spaces { nodes { pages(first: 1000) { totalCount } } } runs { totalCount } }';
    const answer = await gateway.execute(query, { as: 'service' });
    expect(answer.status).toBe(200);
    expect(pick(answer.data, 'spaces')).toBeNull();
    expect(pick(answer.data, 'runs.totalCount')).toEqual(expect.any(Number));
    expect(answer.errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [expect.stringContaining('"first" is 1000'), 'LIMIT_EXCEEDED'],
    ]);
    expect((await ordinary.execute(query, { as: 'service' })).text).toBe(answer.text);
  });

  it('in a variable is told the same', async () => {
    const query =
      'query($n: Int, $after: String, $id: ID!) { runs(first: $n, after: $after) { totalCount } page(id: $id) { id } }';
    const ask = async (variables: Record<string, unknown>) => {
      const { errors } = await gateway.execute(query, { as: 'service', variables });
      return errors?.map(({ path, extensions }) => `${path} ${extensions.code} ${extensions.argument}`);
    };
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await ask({ id })).toBeUndefined();
    expect(await ask({ id, n: 101 })).toEqual(['runs LIMIT_EXCEEDED first']);
    expect(await ask({ id, after: 'x' })).toEqual(['runs BAD_USER_INPUT after']);
    expect(await ask({ id: 'x', n: -1 })).toEqual(['runs BAD_USER_INPUT first', 'page BAD_USER_INPUT id']);
  });

  it('is none where the id is asked to be null or not', async () => {
    for (const list of ['moves', 'runs', 'pages']) {
      const query = `{ none: ${list}(filter: { id: { isNull: true } }) { totalCount } some: ${list}(first: 1, filter: { id: { isNull: false } }) { nodes { id } } }`;
      const { data, errors } = await gateway.execute(query, { as: 'service' });
      expect(errors).toBeUndefined();
      expect(pick(data, 'none.totalCount')).toBe(0);
      expect(pick(data, 'some.nodes')).toHaveLength(1);
    }
  });

  it('of a cursor that was forged never reaches an upstream as it is', async () => {
    const { data } = await gateway.execute(
      '{ pages(first: 1) { pageInfo { endCursor } } moves(first: 1) { pageInfo { endCursor } } }',
      { as: 'service' },
    );
    for (const list of ['pages', 'moves']) {
      const cursor = String(pick(data, `${list}.pageInfo.endCursor`));
      const [type, signature, ...values] = readCursor(cursor);
      const forgeries = [
        [signature],
        [signature, ...values, 1],
        [signature, ...values.map(() => ({ a: 1 }))],
        [signature, ...values.map(() => [1])],
        [signature, ...values.map(() => '\0')],
        [signature, ...values.slice(0, -1), null],
        [signature, ...values.slice(0, -1), "x' or true"],
        [signature, ...values.slice(0, -1), 1e300],
      ];
      for (const forged of forgeries) {
        // By the gateway's own secret: what an earlier version sealed.
        const query = `{ ${list}(after: "${makeCursor([type, ...forged])}") { nodes { id } } }`;
        const answer = await gateway.execute(query, { as: 'service' });
        expect([JSON.stringify(forged), pick(answer.errors, '0.extensions.code')]).toEqual([
          JSON.stringify(forged),
          'BAD_USER_INPUT',
        ]);
        expect(gateway.calls).toEqual([]);
      }
      for (const changed of changesOf(cursor)) {
        const query = `{ ${list}(after: "${changed}") { nodes { id } } }`;
        const answer = await gateway.execute(query, { as: 'service' });
        expect([changed, answer.errors?.[0]?.message]).toEqual([
          changed,
          'Argument "after" is not a cursor of this gateway: start again from the first page',
        ]);
        expect(gateway.calls).toEqual([]);
      }
    }
  });
});

/** A cursor with a bit of each of its parts changed, cut, made longer, or spelt in another way. */
function changesOf(cursor: string): string[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const flipped = [0, 1, 13, bytes.length - 17, bytes.length - 1].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString('base64url');
  });
  const cut = [bytes.subarray(0, -1), bytes.subarray(0, 29), bytes.subarray(0, 1), Buffer.concat([bytes, bytes])];
  return [...flipped, ...cut.map((one) => one.toString('base64url')), `${cursor}=`, ` ${cursor}`];
}

describe('a request that is no operation of this schema', () => {
  it('with wrong variables in many places: each is told as a mistake, and that there are more', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `v${n}`);
    const query = `query (${names.map((name) => `$${name}: Int!`)}) { ${names.map((name) => `${name}: runs(first: $${name}) { totalCount }`).join(' ')} }`;
    const { status, errors } = await gateway.execute(query, { as: 'service', variables: {} });
    expect(status).toBe(400);
    expect(errors).toHaveLength(21);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors?.at(-1)?.message).toMatch(/more/);
    expect(gateway.logged.join('')).not.toContain('unexpected error');
  });

  it.each(BEFORE_IT_RUNS)('%s', async (_what, query, variables, code, names) => {
    const answer = await gateway.execute(query, { as: 'service', ...(variables && { variables }) });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    const [first] = answer.errors ?? [];
    expect(first?.message).toMatch(names);
    expect(first?.extensions.code).toBe(code);
    expect(answer.text).not.toMatch(/INTERNAL_SERVER_ERROR|stacktrace/);
    expect(gateway.calls).toEqual([]);
    expect((await ordinary.execute(query, { as: 'service', ...(variables && { variables }) })).text).toBe(answer.text);
  });
});
