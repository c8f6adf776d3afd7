/** Numbers that a double does not hold: kept digit by digit, or refused by name at every door; never changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInexactNumber, isExactNumber } from '../../src/plan/exact-number.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { openSocket } from '../support/socket.ts';

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;
let headers: Record<string, string>;

beforeAll(async () => {
  gateway = await createTestGateway();
  http = await serve(gateway);
  headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` };
});
afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const ENQUEUE =
  'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id input } userErrors { message } } }';
/** What comes of a run whose input is this JSON text: the body is written by hand, as a client of another language does. */
const variablesWith = (json: string) => `{"input":{"agent":"sync-odoo-agent","kind":"odoo.write","input":${json}}}`;
const post = async (json: string, accept = 'application/json') => {
  const body = `{"query":${JSON.stringify(ENQUEUE)},"variables":${variablesWith(json)}}`;
  const response = await fetch(`${http.url}/graphql`, { method: 'POST', headers: { ...headers, accept }, body });
  return { status: response.status, text: await response.text() };
};
const runs = async () =>
  Number((await gateway.owner((client) => client.query('select count(*) from ops.runs')))[0]?.count);

const LOSSES = [
  '9007199254740993',
  '-9007199254740993',
  '9007199254740993.0',
  '90071992547409930e-1',
  '0.1234567890123456789',
  '12345678901234567890123456789012345678901234567890',
  '1.00000000000000000001',
  '1e400',
  '-1E+400',
  '1e-400',
];
const KEPT = ['0', '-1', '1.10', '0.1', '1e3', '9007199254740992', '0.30000000000000004', '1e300', '0.000', '2E-5'];

describe('a number in a JSON text', () => {
  it.each(LOSSES)('%s is one that a double changes', (number) => expect(isExactNumber(number)).toBe(false));
  it.each(KEPT)('%s is one that it keeps', (number) => expect(isExactNumber(number)).toBe(true));

  it('is found wherever it stands, and in no string', () => {
    const found = (json: string) => findInexactNumber(json)?.path.join('.') ?? null;
    expect(found('{"a":[1,{"b\\"c":[0,"x",9007199254740993]}]}')).toBe('a.1.b"c.2');
    expect(found('[{"a":{}},[],9007199254740993]')).toBe('2');
    expect(found('{"a":[[1,2],{"x":9007199254740992}],"b":{"c":1e999}}')).toBe('b.c');
    expect(found('9007199254740993')).toBe('');
    expect(found('{"a":"9007199254740993","9007199254740993":1,"b":"\\\\","c":"\\"9007199254740993"}')).toBeNull();
  });

  it('takes no longer than the text is long', () => {
    const start = performance.now();
    expect(
      findInexactNumber(`[${'"\\\\\\"",'.repeat(100_000)}${'0'.repeat(300_000)}1e${'9'.repeat(200_000)}]`),
    ).not.toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a number that a double changes', () => {
  it.each(LOSSES)('%s is refused in a variable, and nothing is written', async (number) => {
    const before = await runs();
    const { status, text } = await post(`{"deep":[{"id":${number}}]}`);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(
            /^The number \S+ at variables\.input\.input\.deep\.0\.id cannot be kept exactly: send it as a string/,
          ),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(await runs()).toBe(before);
  });

  it.each(LOSSES)('%s is refused in a document, by the path of its argument', async (number) => {
    const written = `mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "odoo.write", input: { deep: [{ id: ${number} }] } }) { created } }`;
    const { status, errors } = await gateway.execute(written, { as: 'service' });
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('at input.input.deep.0.id cannot be kept exactly'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('is refused as the default of a variable, in a list and in a filter', async () => {
    const ask = async (query: string) => pick(await gateway.execute(query, { as: 'service' }), 'errors.0.message');
    const database = '00000000-0000-4000-8000-000000000000';
    expect(await ask('query ($x: JSON = { a: 9007199254740993 }) { viewer { kind } }')).toMatch(/ at \$x\.a /);
    expect(
      await ask(
        `{ databaseRows(databaseId: "${database}", filter: { column: "n", in: [1, 9007199254740993] }) { hasNextPage } }`,
      ),
    ).toMatch(/ at filter\.in\.1 /);
    expect(
      await ask(
        `mutation { insertDatabaseRows(input: { databaseId: "${database}", rows: [{}, { n: 1e400 }] }) { rows { id } } }`,
      ),
    ).toMatch(/ at input\.rows\.1\.n /);
  });

  it('is refused in the query string, in an event stream and over a WebSocket, which stays open', async () => {
    const query = 'query ($x: ID!) { run(id: $x) { id } }';
    const variables = '{"x":9007199254740993}';
    const search = new URLSearchParams({ query, variables });
    for (const accept of ['application/json', 'text/event-stream']) {
      const response = await fetch(`${http.url}/graphql?${search}`, { headers: { ...headers, accept } });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('at variables.x cannot be kept exactly');
    }
    const streamed = await post('9007199254740993', 'text/event-stream');
    expect(streamed.text).toContain('at variables.input.input cannot be kept exactly');
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: { authorization: headers.authorization } });
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    socket.send(`{"id":"1","type":"subscribe","payload":{"query":${JSON.stringify(query)},"variables":${variables}}}`);
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ message: expect.stringContaining('at variables.x cannot'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{ viewer { kind } }' } });
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' });
    socket.close();
  });
});

describe('the right value stays', () => {
  it.each(KEPT)('%s in the input of a run', async (number) => {
    const { text } = await post(`{"id":${number}}`);
    const id = String(pick(JSON.parse(text), 'data.enqueueRun.run.id'));
    const [row] = await gateway.owner((client) =>
      client.query(`select input -> 'id' = $2::jsonb as same from ops.runs where id = $1`, [id, number]),
    );
    expect(row).toEqual({ same: true });
  });

  it('of a NUMBER cell that comes as a string, to the last digit, in answers, filters and sums', async () => {
    const execute = async (query: string, variables: Record<string, unknown>) => {
      const answer = await gateway.execute(query, { as: 'ana', variables });
      expect(answer.errors).toBeUndefined();
      return answer;
    };
    const { data } = await execute('{ pages(first: 1) { nodes { id } } }', {});
    const pageId = String(pick(data, 'pages.nodes.0.id'));
    const made = await execute(
      'mutation ($input: CreateDatabaseInput!) { createDatabase(input: $input) { database { id } userErrors { message } } }',
      { input: { pageId, title: 'exact', columns: [{ name: 'n', type: 'NUMBER' }] } },
    );
    const databaseId = String(pick(made.data, 'createDatabase.database.id'));
    const rows = ['9007199254740993', '0.1234567890123456789', '9007199254740992'].map((n) => ({ n }));
    await execute(
      'mutation ($input: InsertDatabaseRowsInput!) { insertDatabaseRows(input: $input) { userErrors { message } } }',
      {
        input: { databaseId, rows },
      },
    );
    const query = `query ($id: ID!, $f: DatabaseCellFilter) { databaseRows(databaseId: $id, filter: $f) { nodes { data } }
      databaseRowGroups(databaseId: $id, sum: "n", filter: $f) { nodes { sum } } }`;
    const all = await execute(query, { id: databaseId });
    expect(all.text.match(/"n": ?[\d.]+/g)?.map((cell) => cell.replace(/.*: ?/, ''))).toEqual(rows.map(({ n }) => n));
    expect(pick(all.data, 'databaseRowGroups.nodes.0.sum')).toBe('18014398509481985.1234567890123456789');
    const one = await execute(query, { id: databaseId, f: { column: 'n', eq: '9007199254740993' } });
    expect(pick(one.data, 'databaseRows.nodes')).toHaveLength(1);
    expect(one.text).toContain('9007199254740993');
  });

  it('of a Decimal written without quotes in a document', async () => {
    const { errors } = await gateway.execute(
      '{ moves(filter: { amountTotal: { gt: 9007199254740993.25 } }) { totalCount } }',
      {
        as: 'service',
      },
    );
    expect(errors).toBeUndefined();
  });
});
