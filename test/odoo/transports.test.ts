/** JSON-2, JSON-RPC and XML-RPC: the same answers and the same errors, from the same Odoo. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import type { GatewayError } from '../../src/errors.ts';
import { createOdooClient, type OdooClient } from '../../src/odoo/client.ts';
import type { OdooProtocol } from '../../src/odoo/connection.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { createTestServer } from '../support/http-server.ts';
import { createRpcFront, FRONT_LOGIN, type RpcFront } from '../support/odoo-rpc-front.ts';
import { isRealStack, stackOdoo } from '../support/stack.ts';

const PROTOCOLS = ['json2', 'jsonrpc', 'xmlrpc'] as const;
const LIMITS = { timeoutMs: 20_000, maxConcurrency: 2 };
const FOLDER = join(import.meta.dirname, '..', 'operations');

const MORE: readonly string[] = [
  '{ partners(first: 40, filter: { name: { contains: "<b> & ]]> ]]> \\r\\n é 漢 😀" } }) { totalCount } }',
  '{ partners(first: 40, orderBy: [{ field: NAME, direction: DESC }]) { nodes { id name email country { code name } } pageInfo { hasNextPage endCursor } totalCount } }',
  '{ moves(first: 20, filter: { amountTotal: { gt: "100.5" } }) { nodes { id name state date amountTotal currency { name } } } }',
  '{ moveGroups(groupBy: [{ field: STATE }]) { count keys { state } sum { amountTotal } } }',
  'query @inOdoo(lang: "xx_YY") { partners { totalCount } }',
  'query @inOdoo(companies: ["99999"]) { partners { totalCount } }',
  '{ partner(id: "99999999") { name } }',
  '{ birFilings { totalCount } }',
];

/** Name and query: all operations of the suite, and what is hard to carry. */
const OPERATIONS: readonly (readonly [string, string])[] = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const),
  ...MORE.map((query) => [query, query] as const),
];

describe('over every protocol', () => {
  let standIn: RunningStandIn | null = null;
  let front: RpcFront | null = null;
  let base: TestGateway;
  const clients = new Map<OdooProtocol, OdooClient>();

  beforeAll(async () => {
    base = await createTestGateway();
    if (!isRealStack) {
      standIn = await createStandInOdoo().listen();
      front = await createRpcFront(standIn);
    }
    for (const protocol of PROTOCOLS) {
      const embedded = { ...FRONT_LOGIN, apiKey: standIn?.apiKey ?? '' };
      const url = (protocol === 'json2' ? standIn?.url : front?.url) ?? '';
      const connection = isRealStack ? { ...stackOdoo(), protocol } : { ...embedded, url, protocol };
      clients.set(protocol, createOdooClient({ ...connection, ...LIMITS }));
    }
  });

  afterAll(async () => {
    await base[Symbol.asyncDispose]();
    await front?.[Symbol.asyncDispose]();
    await standIn?.close();
  });

  it.each(OPERATIONS)('the same bytes: %s', async (_name, query) => {
    const as = /^# as: (\S+)/.exec(query)?.[1] ?? 'service';
    const answers = await Promise.all(
      PROTOCOLS.map(async (protocol) => {
        await using gateway = await createTestGateway({ beside: base, odoo: clients.get(protocol) as OdooClient });
        return (await gateway.execute(query, { as })).text;
      }),
    );
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
  });

  it.each<[string, string, object]>([
    ['res.users', 'context_get', {}],
    ['res.partner', 'fields_get', { attributes: ['type', 'string', 'help', 'relation', 'selection', 'required'] }],
    ['res.partner', 'search_read', { domain: [], fields: [], limit: 5, order: 'id' }],
    ['res.partner', 'name_search', { name: 'a', limit: 5 }],
    [
      'account.move',
      'formatted_read_group',
      { domain: [], groupby: ['state'], aggregates: ['amount_total:sum', 'date:max', '__count'] },
    ],
    [
      'account.move',
      'formatted_read_group',
      { domain: [['id', '=', -1]], groupby: [], aggregates: ['amount_total:sum', '__count'] },
    ],
    [
      'res.partner',
      'search_count',
      {
        domain: [
          ['active', 'in', [true, false]],
          ['write_uid', '!=', null],
          // Old ones: the worker's tests create records meanwhile.
          ['id', '<', 40],
        ],
      },
    ],
    [
      'res.partner',
      'search_count',
      {
        domain: [
          ['id', '<', 2 ** 53 * 4],
          ['id', '<', 40],
        ],
      },
    ],
  ])('the same values: %s %s', async (model, method, args) => {
    const [json2, ...others] = await Promise.all(
      PROTOCOLS.map((protocol) =>
        clients
          .get(protocol)?.(model, method, { ...args })
          .catch((error: GatewayError) => [error.code, error.message]),
      ),
    );
    for (const other of others) expect(other).toEqual(json2);
  });

  it('the same values of the records that methods of records are called on', async () => {
    const found = (await clients.get('json2')?.('res.partner', 'search_read', {
      domain: [],
      fields: ['id'],
      limit: 3,
    })) as { id: number }[];
    const ids = found.map(({ id }) => id);
    for (const [method, args] of [
      ['read', { fields: ['name', 'write_date', 'parent_id'] }],
      ['web_read', { specification: { name: {}, parent_id: { fields: { name: {} } } } }],
      ['get_metadata', {}],
    ] as const) {
      const answers = await Promise.all(
        PROTOCOLS.map((protocol) => clients.get(protocol)?.('res.partner', method, { ids, ...args })),
      );
      expect(answers[0]).toHaveLength(3);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
  });

  it.each<[string, string, string, object]>([
    ['NOT_CONFIGURED', 'x.nothing', 'search_count', { domain: [] }],
    ['FORBIDDEN', 'ir.config_parameter', 'search_count', { domain: [] }],
    ['BAD_USER_INPUT', 'res.partner', 'search_count', { domain: [['nofield', '=', 1]] }],
  ])('the same error: %s for %s %s', async (code, model, method, args) => {
    const errors = await Promise.all(
      PROTOCOLS.map((protocol) =>
        clients
          .get(protocol)?.(model, method, { ...args })
          .then(
            () => null,
            (error: GatewayError) => [error.code, error.message, error.surface],
          ),
      ),
    );
    expect(errors[0]?.[0]).toBe(code);
    expect(errors[1]).toEqual(errors[0]);
    expect(errors[2]).toEqual(errors[0]);
  });

  it('a control character is refused over XML-RPC, which cannot carry it', async () => {
    const args = { domain: [['name', '=', 'a\u0001b']] };
    await expect(clients.get('xmlrpc')?.('res.partner', 'search_count', args)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('over XML-RPC and JSON-RPC', () => {
  let standIn: RunningStandIn;
  let front: RpcFront;

  beforeAll(async () => {
    standIn = await createStandInOdoo().listen();
    front = await createRpcFront(standIn);
  });
  afterAll(async () => {
    await front[Symbol.asyncDispose]();
    await standIn.close();
  });

  it('logs in once, and once more where the uid is no longer good', async () => {
    for (const protocol of ['jsonrpc', 'xmlrpc'] as const) {
      const { apiKey } = standIn;
      const { url, logins } = front;
      const call = createOdooClient({ ...FRONT_LOGIN, url, apiKey, protocol, ...LIMITS });
      const before = logins.count;
      const count = () => call('res.partner', 'search_count', { domain: [] });
      const [first] = await Promise.all([count(), count()]);
      expect(logins.count).toBe(before + 1);
      front.expire();
      expect(await Promise.all([count(), count()])).toEqual([first, first]);
      expect(logins.count).toBe(before + 2);
    }
  });

  it('a wrong password is asked about once, and says so each time', async () => {
    for (const protocol of ['jsonrpc', 'xmlrpc'] as const) {
      let requests = 0;
      await using counter = await createTestServer(async (request, response, body) => {
        requests += 1;
        const answer = await fetch(`${front.url}${request.url}`, { method: 'POST', body });
        response.end(await answer.text());
      });
      const call = createOdooClient({ ...FRONT_LOGIN, url: counter.url, apiKey: 'wrong', protocol, ...LIMITS });
      for (let asked = 0; asked < 3; asked += 1) {
        await expect(call('res.partner', 'search_count', { domain: [] })).rejects.toMatchObject({
          code: 'UPSTREAM_ERROR',
          message: "Odoo refuses the gateway's credentials",
        });
      }
      expect(requests).toBe(1);
    }
  });
});

describe('ODOO_PROTOCOL=auto', () => {
  it('speaks JSON-2 where the server has it, and asks for the version once', async () => {
    const asked: string[] = [];
    await using server = await createTestServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const body = request.url === '/web/version' ? { version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' } : 3;
      response.end(JSON.stringify(body));
    });
    const call = createOdooClient({ url: server.url, database: 'd', apiKey: 'k', protocol: 'auto', ...LIMITS });
    expect(await call('res.partner', 'search_count', { domain: [] })).toBe(3);
    expect(await call('res.partner', 'search_count', { domain: [] })).toBe(3);
    const question = 'POST /json/2/res.partner/search_count';
    expect(asked).toEqual(['GET /web/version', question, question]);
  });

  const answerAsOlder = (asked: string[]) =>
    createTestServer((request, response, body) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url !== '/jsonrpc') return void response.writeHead(404).end('<h1>Not Found</h1>');
      const { method } = (JSON.parse(body) as { params: { method: string } }).params;
      response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: method === 'authenticate' ? 2 : 3 }));
    });

  it('speaks JSON-RPC to an older one', async () => {
    const asked: string[] = [];
    await using server = await answerAsOlder(asked);
    const given = { url: server.url, database: 'd', apiKey: 'k', username: 'reader', protocol: 'auto' } as const;
    expect(await createOdooClient({ ...given, ...LIMITS })('res.partner', 'search_count', { domain: [] })).toBe(3);
    expect(asked).toEqual(['GET /web/version', 'POST /jsonrpc', 'POST /jsonrpc']);
  });

  it('says which variable is missing to speak to an older one', async () => {
    await using server = await answerAsOlder([]);
    const call = createOdooClient({ url: server.url, database: 'd', apiKey: 'k', protocol: 'auto', ...LIMITS });
    await expect(call('res.partner', 'search_count', { domain: [] })).rejects.toMatchObject({
      code: 'NOT_CONFIGURED',
      message: expect.stringContaining('ODOO_USERNAME'),
    });
  });

  it('asks again where the first time there was no answer', async () => {
    let isDown = true;
    await using server = await createTestServer((request, response) => {
      if (isDown) return void response.writeHead(503).end();
      response.end(JSON.stringify(request.url === '/web/version' ? { version_info: [19] } : 3));
    });
    const call = createOdooClient({ url: server.url, database: 'd', apiKey: 'k', protocol: 'auto', ...LIMITS });
    await expect(call('res.partner', 'search_count', { domain: [] })).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
    });
    isDown = false;
    expect(await call('res.partner', 'search_count', { domain: [] })).toBe(3);
  });

  it.skipIf(!isRealStack)('speaks JSON-2 to the real Odoo', async () => {
    // Without a login, JSON-2 is the only one that can answer.
    const call = createOdooClient({ ...stackOdoo(), username: null, protocol: 'auto', ...LIMITS });
    expect(await call('res.partner', 'search_count', { domain: [] })).toEqual(expect.any(Number));
  });
});
