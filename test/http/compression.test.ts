/** Answers that are compressed: for whoever takes them so, where it helps, and where no secret stands beside what somebody wrote. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '../../src/http/pages.ts';
import { createFolderFiles } from '../../src/storage/folder-files.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { openTestMcp, type TestMcp } from '../support/mcp.ts';

const LONG = '{ doctrine { surfaces { name owns { name readers } } agents { name reads executes } } }';
const SHORT = '{ viewer { kind } }';
const folder = mkdtempSync(join(tmpdir(), 'tripoint-compression-'));
const files = createFolderFiles(folder, 'the secret of a test, with more than 32 characters');

let gateway: TestGateway;
let http: TestMcp;

beforeAll(async () => {
  gateway = await createTestGateway({ files });
  const tokens = async () => [{ name: 'ana', token: 'eyJ.the-token.of-ana' }];
  const pages = createPages({ console: true, graphiql: true, signIn: null, folder: writePages(), tokens });
  http = await openTestMcp(gateway, { serving: { files, pages } });
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Pages as a build leaves them, without the compressed ones beside them. */
function writePages(): string {
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'graphiql.html'), `<script>{"start":null}</script>${' '.repeat(2_000)}`);
  writeFileSync(join(pages, 'assets', 'app.js'), '// of a build\n'.repeat(1_000));
  return pages;
}

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Asks without a client that would decode. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string },
  url = http.url,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { method, headers }, (response) => {
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
        reject,
      );
    });
    request.once('error', reject).end(body);
  });
}

async function query(
  text: string,
  encoding: string,
  { as, ...more }: { as?: string; accept?: string; url?: string } = {},
) {
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': encoding,
    ...(as && { authorization: `Bearer ${await testToken(as)}` }),
    ...(more.accept && { accept: more.accept }),
  };
  return ask('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: text }) }, more.url);
}

const DECODE = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

function decode({ headers, bytes }: Raw): string {
  return DECODE[(headers['content-encoding'] ?? 'identity') as keyof typeof DECODE](bytes).toString('utf8');
}

describe('an answer above 1 kB', () => {
  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['br;q=0, gzip;q=0', undefined],
    ['zstd', undefined],
    ['', undefined],
  ])('to who accepts "%s" comes as %s, and says so', async (accepted, encoding) => {
    const plain = await query(LONG, 'identity');
    const answer = await query(LONG, accepted);
    expect([answer.status, answer.headers['content-encoding'], answer.headers.vary]).toEqual([
      200,
      encoding,
      expect.stringMatching(/accept-encoding/i),
    ]);
    expect(JSON.parse(decode(answer)).data).toEqual(JSON.parse(plain.bytes.toString()).data);
    if (encoding) expect(answer.bytes.length * 3).toBeLessThan(plain.bytes.length);
    else expect(answer.headers['content-length']).toBe(String(answer.bytes.length));
  });

  it('that Postgres rendered is the same bytes, compressed and not', async () => {
    const text =
      '{ spaces { nodes { id name pages(first: 20) { nodes { id title blocks(first: 20) { nodes { id type content } } } } } } }';
    const withoutCalls = (raw: Raw) => decode(raw).replace(/,"extensions":.*$/s, '');
    const plain = withoutCalls(await query(text, 'identity', { as: 'ana' }));
    expect(plain.length).toBeGreaterThan(4_000);
    for (const encoding of ['br', 'gzip']) {
      const answer = await query(text, encoding, { as: 'ana' });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(withoutCalls(answer)).toBe(plain);
    }
  });

  it('that is large, and that Postgres rendered, comes whole', { timeout: 20_000 }, async () => {
    const large = 'query Large { runs(first: 20) { nodes { id input } } }';
    const enqueue =
      'mutation Enqueue($input: JSON) { enqueueRun(input: { agent: "demo-agent", kind: "demo.count", input: $input }) { run { id } userErrors { message } } }';
    for (let n = 0; n < 20; n += 1) {
      const variables = { input: { noise: randomBytes(12_000).toString('base64') } };
      const { data, errors } = await gateway.execute(enqueue, { as: 'service', variables });
      expect([errors, data]).toEqual([undefined, { enqueueRun: { run: { id: expect.anything() }, userErrors: [] } }]);
    }
    const runs = (raw: Raw) => JSON.parse(decode(raw)).data.runs.nodes;
    const plain = await query(large, 'identity', { as: 'service' });
    expect(runs(plain)).toHaveLength(20);
    for (const encoding of ['br', 'gzip']) {
      const answer = await query(large, encoding, { as: 'service' });
      expect(answer.bytes.length, 'more than a connection buffers').toBeGreaterThan(200_000);
      expect(runs(answer)).toEqual(runs(plain));
    }
  });

  it('is left as it is where compression is off', async () => {
    await using off = await openTestMcp(gateway, { serving: { compression: false } });
    const answer = await query(LONG, 'br, gzip', { url: off.url });
    expect([answer.headers['content-encoding'], answer.headers.vary]).toEqual([undefined, undefined]);
  });

  it('stays usable on a kept connection, one after the other', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(
        await (
          await fetch(`${http.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: n % 2 ? SHORT : LONG }),
          })
        ).json(),
      ).toHaveProperty('data');
  });
});

describe('what is not compressed', () => {
  it('is a short answer', async () => {
    const answer = await query(SHORT, 'br, gzip');
    expect([answer.headers['content-encoding'], answer.headers['content-length']]).toEqual([
      undefined,
      String(answer.bytes.length),
    ]);
  });

  it('is what a mutation answers, a confirmation among it', async () => {
    const text = `mutation { enqueueRun(input: { agent: "demo-agent", kind: "demo.count", input: { words: "${'word '.repeat(400)}" } }) { run { id input } userErrors { message } } }`;
    const answer = await query(text, 'br, gzip', { as: 'service' });
    expect(answer.bytes.length).toBeGreaterThan(1_024);
    expect([answer.headers['content-encoding'], answer.headers['cache-control']]).toEqual([
      undefined,
      'no-store, no-transform',
    ]);
  });

  it('is an answer with a signed URL; the same without one is', async () => {
    const page = await gateway.execute('{ pages(first: 1) { nodes { id } } }', { as: 'ana' });
    const { id } = (page.data as { pages: { nodes: { id: string }[] } }).pages.nodes[0] as { id: string };
    await keepFile(id);
    const padding = LONG.slice(0, -1);
    const listed = (field: string) => `${padding} page(id: "${id}") { attachments { nodes { name ${field} } } } }`;
    const secret = await query(listed('url'), 'br', { as: 'ana' });
    expect(secret.bytes.toString()).toMatch(/"url":"[^"]*\/files\//);
    expect(secret.headers['content-encoding']).toBeUndefined();
    expect((await query(listed('size'), 'br', { as: 'ana' })).headers['content-encoding']).toBe('br');
  });

  it('is the page of GraphiQL, which holds tokens; its assets are', async () => {
    const headers = { 'accept-encoding': 'br' };
    const page = await ask('/graphiql', { headers });
    expect(page.bytes.toString()).toContain('eyJ.the-token.of-ana');
    expect(page.headers['content-encoding']).toBeUndefined();
    const asset = await ask('/console/assets/app.js', { headers });
    expect(asset.headers['content-encoding']).toBe('br');
    expect((await ask('/console/assets/app.js', { method: 'HEAD', headers })).bytes.length).toBe(0);
  });

  it('is an event stream, and what agents are answered', async () => {
    const stream = await query(LONG, 'br, gzip', { accept: 'text/event-stream' });
    expect([stream.headers['content-type'], stream.headers['content-encoding']]).toEqual([
      'text/event-stream; charset=utf-8',
      undefined,
    ]);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'accept-encoding': 'br',
      authorization: `Bearer ${await testToken('ana')}`,
    };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
    const tools = await ask('/mcp', { method: 'POST', headers, body });
    expect(tools.bytes.length).toBeGreaterThan(1_024);
    expect(tools.headers['content-encoding']).toBeUndefined();
  });
});

/** Announces a file for a page, and uploads and confirms it. */
async function keepFile(pageId: string): Promise<void> {
  const announced = await gateway.execute(
    'mutation Announce($pageId: ID!) { createAttachmentUpload(input: { pageId: $pageId, name: "a.txt", contentType: "text/plain", size: 2 }) { uploadUrl attachment { id } userErrors { message } } }',
    { as: 'ana', variables: { pageId } },
  );
  const { uploadUrl, attachment } = (
    announced.data as { createAttachmentUpload: { uploadUrl: string; attachment: { id: string } } }
  ).createAttachmentUpload;
  const sent = await fetch(new URL(uploadUrl, http.url), {
    method: 'PUT',
    headers: { 'content-type': 'text/plain' },
    body: 'hi',
  });
  expect(sent.status).toBe(200);
  await gateway.execute(
    'mutation Confirm($attachmentId: ID!) { confirmAttachment(input: { attachmentId: $attachmentId }) { userErrors { message } } }',
    { as: 'ana', variables: { attachmentId: attachment.id } },
  );
}
