/** What a client does at a gateway behind a proxy with TLS: queries, an event stream, a WebSocket, a file up and down. */
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { WebSocket } from 'ws';

/** A proxy, and who asks. */
export interface Door {
  readonly port: number;
  readonly certificate: string;
  readonly token: string;
  /** Of what is written. */
  readonly prefix: string;
}

const HOST = 'gateway.example.com';
/** Milliseconds for what is to come at once: less than a stream's next sign of life. */
const AT_ONCE_MS = 8_000;
/** More than nginx takes where nobody says more. */
const FILE_BYTES = 5 * 1024 * 1024;

/** @returns What passed. @throws AssertionError naming what did not. */
export async function askOver(door: Door): Promise<string[]> {
  const passed: string[] = [];
  for (const [what, ask] of Object.entries({
    'a query': askQuery,
    refusals: askRefused,
    'an event stream': askStream,
    'a WebSocket': askSocket,
    [`a file of ${FILE_BYTES} bytes`]: sendFile,
  })) {
    await ask(door).catch((error: Error) => assert.fail(`${what}: ${error.message}`));
    passed.push(what);
  }
  return passed;
}

async function askQuery(door: Door): Promise<void> {
  const answer = await post(door, '{ viewer { kind } }');
  assert.deepEqual(answer.data, { viewer: { kind: 'USER' } });
}

/** The metrics, and a body that is too large: by the gateway, which says what the limit is. */
async function askRefused(door: Door): Promise<void> {
  assert.equal((await send(door, { path: '/metrics' })).status, 403);
  const large = JSON.stringify({ query: `{ viewer { kind } } #${'x'.repeat(1_500_000)}` });
  const { status, body } = await send(door, { path: '/graphql', method: 'POST', headers: JSON_HEADERS }, large);
  assert.equal(status, 413);
  assert.match(body.toString(), /REQUEST_MAX_BYTES|1048576|bytes/);
}

/** The first event comes while the stream is open. */
async function askStream(door: Door): Promise<void> {
  const headers = { ...JSON_HEADERS, accept: 'text/event-stream', authorization: `Bearer ${door.token}` };
  const body = JSON.stringify({ query: await followPage(door) });
  const response = await open(door, { path: '/graphql', method: 'POST', headers }, body);
  assert.equal(response.statusCode, 200);
  const timeout = setTimeout(() => response.destroy(new Error('nothing came at once')), AT_ONCE_MS);
  let text = '';
  for await (const chunk of response) {
    text += chunk;
    if (/event: next[\s\S]*cursor/.test(text)) break;
  }
  clearTimeout(timeout);
  response.destroy();
  assert.match(text, /"cursor"/);
}

/** Its first answer says where it begins, at once. */
async function followPage(door: Door): Promise<string> {
  const [page] = (await post(door, '{ pages(first: 1) { nodes { id } } }')).data.pages.nodes;
  return `subscription { pageChanged(pageId: "${page.id}") { cursor } }`;
}

async function askSocket(door: Door): Promise<void> {
  const query = await followPage(door);
  const socket = new WebSocket(`wss://${HOST}:${door.port}/graphql`, 'graphql-transport-ws', tlsOf(door));
  const timeout = setTimeout(() => socket.terminate(), AT_ONCE_MS);
  const seen = await new Promise<unknown>((resolve, reject) => {
    socket.on('error', reject).on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${door.token}` } }));
    const say = (message: object) => socket.send(JSON.stringify(message));
    socket.on('message', (text) => {
      const message = JSON.parse(String(text));
      if (message.type === 'connection_ack') say({ type: 'subscribe', id: '1', payload: { query } });
      if (message.type === 'next') resolve(message.payload.data?.pageChanged.cursor);
    });
  });
  clearTimeout(timeout);
  socket.close(1000);
  assert.equal(typeof seen, 'string');
}

async function sendFile(door: Door): Promise<void> {
  const [page] = (await post(door, '{ pages(first: 1) { nodes { id } } }')).data.pages.nodes;
  const input = {
    pageId: page.id,
    name: `${door.prefix}.bin`,
    contentType: 'application/octet-stream',
    size: FILE_BYTES,
  };
  const create =
    'mutation ($input: CreateAttachmentUploadInput!) { made: createAttachmentUpload(input: $input) { attachment { id } uploadUrl userErrors { message } } }';
  const { made } = (await post(door, create, { input })).data;
  assert.deepEqual(made.userErrors, []);
  const file = randomBytes(FILE_BYTES);
  const headers = { 'content-type': input.contentType, 'content-length': FILE_BYTES };
  const put = await send(door, { path: made.uploadUrl, method: 'PUT', headers }, file);
  assert.ok(put.status < 300, `the upload is ${put.status}: ${put.body}`);
  const confirm =
    'mutation ($id: ID!) { done: confirmAttachment(input: { attachmentId: $id }) { attachment { url } userErrors { message } } }';
  const { done } = (await post(door, confirm, { id: made.attachment.id })).data;
  assert.deepEqual(done.userErrors, []);
  const got = await send(door, { path: done.attachment.url });
  assert.ok(got.body.equals(file), `the download is ${got.status} with ${got.body.length} bytes`);
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** What the documents here ask for, each a part of it. */
interface Answered {
  readonly viewer: { readonly kind: string };
  readonly pages: { readonly nodes: readonly [{ readonly id: string }] };
  readonly made: {
    readonly attachment: { readonly id: string };
    readonly uploadUrl: string;
    readonly userErrors: readonly unknown[];
  };
  readonly done: { readonly attachment: { readonly url: string }; readonly userErrors: readonly unknown[] };
}

async function post(door: Door, query: string, variables: object = {}): Promise<{ readonly data: Answered }> {
  const headers = { ...JSON_HEADERS, authorization: `Bearer ${door.token}` };
  const { status, body } = await send(
    door,
    { path: '/graphql', method: 'POST', headers },
    JSON.stringify({ query, variables }),
  );
  const answer = JSON.parse(body.toString());
  assert.deepEqual({ status, errors: answer.errors }, { status: 200, errors: undefined });
  return answer;
}

async function send(
  door: Door,
  options: RequestOptions,
  body?: string | Buffer,
): Promise<{ status: number; body: Buffer }> {
  const response = await open(door, options, body);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
}

function open(door: Door, options: RequestOptions, body?: string | Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: door.port, agent: false, ...tlsOf(door), ...options }, resolve);
    asked.once('error', reject).setHeader('host', `${HOST}:${door.port}`);
    asked.end(body);
  });
}

/** The name that the certificate is of, which nobody has to resolve. */
function tlsOf({ certificate }: Door): { ca: string; servername: string; lookup: LookupFunction } {
  return {
    ca: certificate,
    servername: HOST,
    lookup: (_host, { all }, give) =>
      all ? give(null, [{ address: '127.0.0.1', family: 4 }]) : give(null, '127.0.0.1', 4),
  };
}
