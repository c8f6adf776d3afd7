/** The reader cannot write: no method outside its list reaches the wire, and nothing else in `src/` speaks to Odoo. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOdooClient } from '../../src/odoo/client.ts';
import { ODOO_PROTOCOLS, type OdooConnection } from '../../src/odoo/connection.ts';
import { createJson2Call } from '../../src/odoo/json2.ts';
import { createJsonRpcCall } from '../../src/odoo/jsonrpc.ts';
import { createTransport } from '../../src/odoo/transport.ts';
import { createXmlRpcCall } from '../../src/odoo/xmlrpc.ts';
import { createTestServer } from '../support/http-server.ts';
import { isRealStack, stackVariable } from '../support/stack.ts';

/** The reader's list, said once more: to widen it takes two edits. */
const READS = new Set([
  'web_search_read',
  'web_read',
  'search_read',
  'read',
  'search_count',
  'formatted_read_group',
  'fields_get',
  'name_search',
  'context_get',
  'get_metadata',
]);

/** Every public method of `res.partner` in the sources of Odoo CE 19 with all of its addons. */
const METHODS = readFileSync(join(import.meta.dirname, '..', 'support', 'res.partner.methods.txt'), 'utf8')
  .trim()
  .split('\n');

/** Ways around a list of names. */
const TRICKS = [
  'READ',
  'read ',
  ' read',
  'read/../write',
  'read?x=write',
  'read%2F..%2Fwrite',
  '',
  '__proto__',
  'constructor',
  '_write',
];

const TRANSPORTS = [
  ['JSON-2', createJson2Call],
  ['JSON-RPC', createJsonRpcCall],
  ['XML-RPC', createXmlRpcCall],
  ['auto', (connection: OdooConnection) => createTransport({ ...connection, protocol: 'auto' })],
  ['the client', (connection: OdooConnection) => createOdooClient({ ...connection, maxConcurrency: 4 })],
] as const;

/** An Odoo that takes whatever it is told, and keeps count. */
async function createCounter() {
  const seen: string[] = [];
  const server = await createTestServer((request, response, body) => {
    seen.push(`${request.url} ${body}`);
    response.end('{"jsonrpc":"2.0","result":1}');
  });
  const connection = { url: server.url, database: 'd', apiKey: 'k', username: 'reader', timeoutMs: 2_000 };
  return { seen, connection, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function listMethods(): Promise<string[]> {
  if (!isRealStack || !process.env.ODOO_ADMIN_API_KEY) return [];
  const headers = { authorization: `bearer ${stackVariable('ODOO_ADMIN_API_KEY')}` };
  const response = await fetch(new URL('/doc-bearer/res.partner.json', stackVariable('ODOO_URL')), { headers });
  return Object.keys(((await response.json()) as { methods: object }).methods);
}

describe.each(TRANSPORTS)('%s', (_name, create) => {
  it('lets no method of res.partner outside the list reach the wire', async () => {
    await using counter = await createCounter();
    const call = create(counter.connection);
    const exposed = await listMethods();
    if (isRealStack && process.env.ODOO_ADMIN_API_KEY) expect(exposed.length).toBeGreaterThan(50);
    const tried = [...new Set([...METHODS, ...exposed, ...TRICKS])].filter((method) => !READS.has(method));
    expect(tried.length).toBeGreaterThan(200);
    for (const writing of ['create', 'write', 'unlink', 'web_save', 'copy', 'message_post', 'action_archive'])
      expect(tried).toContain(writing);
    for (const method of tried) {
      await expect(call('res.partner', method, { ids: [1], vals: { name: 'x' } }), method).rejects.toMatchObject({
        code: 'BOUNDARY_VIOLATION',
      });
    }
    expect(counter.seen).toEqual([]);
  });

  it('lets no model that is none reach the wire', async () => {
    await using counter = await createCounter();
    const call = create(counter.connection);
    for (const model of [
      'res.partner/write?',
      '../../web',
      'res.partner/../res.users',
      'Res.Partner',
      '',
      'res.partner\n',
    ])
      await expect(call(model, 'read', {}), model).rejects.toMatchObject({ code: 'BOUNDARY_VIOLATION' });
    expect(counter.seen).toEqual([]);
  });
});

it('every method of the list reaches the wire, or the count above would prove nothing', async () => {
  await using counter = await createCounter();
  const call = createJson2Call(counter.connection);
  for (const method of READS) await call('res.partner', method, {});
  expect(counter.seen).toHaveLength(READS.size);
});

describe('the sources', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !name.startsWith('generated'))
    .map((name) => ({ name: relative('.', name), text: readFileSync(join(folder, name), 'utf8') }));
  const naming = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

  it('open connections of HTTP in one place only', () => {
    // Beside it: the keys of an identity provider, runs that are posted to a handler, what the doctor asks of hosts, GitHub, language
    // models, and the recorder, which is a script of development and not of the package. Object storage's SDK is handed its fetch.
    const clients =
      /\bfetch\(|(?:http|https|undici|net|tls)'?\)?\.(?:request|get|connect)\(|from '(?:undici|node:https|axios)'|import \{[^}]*\b(?:request|connect)\b[^}]*\} from 'node:(?:http|net|tls)'/;
    expect(naming(clients).sort()).toEqual([
      'agents/post.ts',
      'auth/key-set.ts',
      'consumers/ask-url.ts',
      'delivery/ask-http.ts',
      'delivery/doctor/ask-systems.ts',
      'delivery/pull-requests/list-open.ts',
      'demo/record/call.ts',
      'odoo/wire.ts',
      'work/search/openai-client.ts',
    ]);
  });

  it('reach that place through the transports, each of which asserts that it reads', () => {
    // The agent that writes, and the command that renews people's keys, ask by the same wire, with allowlists of their own. The page
    // of Odoo's login is asked for without credentials.
    expect(naming(/import .*\b(askOdoo|askJson2)\b/).sort()).toEqual([
      'agents/odoo-key-renewal.ts',
      'agents/odoo-writer.ts',
      'odoo/json2.ts',
      'odoo/jsonrpc.ts',
      'odoo/login-page.ts',
      'odoo/transport.ts',
      'odoo/xmlrpc.ts',
    ]);
    expect(naming(/import .*\bassertReads\b/).sort()).toEqual([
      'odoo/execute-kw.ts',
      'odoo/json2.ts',
      'odoo/transport.ts',
    ]);
    for (const name of ['odoo/jsonrpc.ts', 'odoo/xmlrpc.ts'])
      expect(files.find((file) => file.name === name)?.text).toMatch(/return createExecuteKw\(rpc, connection\);/);
    // The choice of a transport asks for the version alone.
    expect(files.find(({ name }) => name === 'odoo/transport.ts')?.text).not.toMatch(/'POST'/);
  });

  it('never import the recorder, and the package leaves it out', () => {
    const importing = naming(/from '[^']*demo\/record\//).filter((name) => !name.startsWith('demo/record/'));
    expect(importing).toEqual([]);
    expect(naming(/from '\.\/record\//)).toEqual([]);
    const build = JSON.parse(readFileSync(join(folder, '..', 'tsconfig.build.json'), 'utf8')) as { exclude: string[] };
    expect(build.exclude).toContain('src/demo/record');
  });

  it('know every protocol', () => {
    expect([...ODOO_PROTOCOLS].sort()).toEqual(['auto', 'json2', 'jsonrpc', 'xmlrpc']);
  });
});
