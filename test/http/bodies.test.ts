/** Bodies of requests: which ones are taken, and what is said of the others. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

let gateway: TestGateway;
const logged: string[] = [];
let http: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  gateway = await createTestGateway();
  http = await serve(gateway, { log: createLog('warn', (line) => logged.push(line)) });
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const JSON_TYPE = 'application/json';
const QUERY = '{"query":"{ __typename }"}';

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) {
  const init = { method: 'POST', headers: { 'content-type': JSON_TYPE, ...headers }, body };
  const response = await fetch(`${http.url}/graphql`, init);
  const answer: unknown = await response.json();
  const message = pick(answer, 'errors.0.message');
  const code = pick(answer, 'errors.0.extensions.code');
  return { status: response.status, headers: response.headers, data: pick(answer, 'data'), message, code };
}

/** Sends the text as it is, and gives what comes until the other end closes. */
async function sendRaw(text: string, end: 'half' | 'reset' = 'half'): Promise<string> {
  const { hostname, port } = new URL(http.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (bytes) => {
    answer += bytes;
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  if (end === 'half') socket.end();
  else setTimeout(() => socket.destroy(), 50);
  await once(socket, 'close');
  return answer;
}

describe('the content type of a body', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json; charset=utf8; x=y',
    'application/json ; x="; charset=utf-16"',
  ])('%s is taken', async (type) => {
    expect(await post(QUERY, { 'content-type': type })).toMatchObject({ status: 200, data: { __typename: 'Query' } });
  });

  it.each([
    'application/json; charset=utf-16',
    'application/json; charset=UTF-16LE',
    'application/json; charset=iso-8859-1',
    'application/json; charset=nothing',
    'application/json; charset=',
    'application/json; charset=utf-8; charset=utf-16',
  ])('%s is 415, and says which charset is taken', async (type) => {
    const answer = await post(QUERY, { 'content-type': type });
    expect(answer).toMatchObject({ status: 415, code: 'BAD_USER_INPUT', data: undefined });
    expect(answer.message).toMatch(/charset.*UTF-8/);
  });

  it.each([
    'application/graphql',
    'application/jsonx',
    'application/json+x',
    'multipart/form-data; boundary=x',
    'text/json',
    ', application/json',
  ])('%s is 415, and says what is taken', async (type) => {
    const answer = await post(QUERY, { 'content-type': type });
    expect(answer).toMatchObject({ status: 415, code: 'BAD_USER_INPUT', data: undefined });
    expect(answer.message).toContain('application/json');
  });
});

describe('the coding of a body', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['gzip', gzipSync(QUERY)],
    ['x-gzip', gzipSync(QUERY)],
    ['GZIP', gzipSync(QUERY)],
    ['deflate', deflateSync(QUERY)],
    ['br', brotliCompressSync(QUERY)],
    ['gzip, gzip', gzipSync(gzipSync(QUERY))],
    ['identity, gzip', gzipSync(QUERY)],
    ['nothing', QUERY],
    // What it would be inflated to is more than a body may have.
    ['gzip', gzipSync('x'.repeat(10_000_000))],
  ])('%s is 415, and says what is taken', async (coding, body) => {
    const answer = await post(body, { 'content-encoding': coding });
    expect(answer).toMatchObject({ status: 415, code: 'BAD_USER_INPUT', data: undefined });
    expect(answer.message).toMatch(/content-encoding/i);
    expect(answer.headers.get('accept-encoding')).toBe('identity');
  });

  it.each(['identity', 'Identity', ''])('%j is none, and taken', async (coding) => {
    expect(await post(QUERY, { 'content-encoding': coding })).toMatchObject({ status: 200 });
  });

  it('of a transfer is refused too', async () => {
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: ${JSON_TYPE}\r\ntransfer-encoding: gzip, chunked`;
    const answer = await sendRaw(`${head}\r\n\r\n${QUERY.length.toString(16)}\r\n${QUERY}\r\n0\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|415|501) /);
    expect(answer).not.toContain('"data"');
  });
});

describe('the bytes of a body', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['UTF-16', Buffer.from(QUERY, 'utf16le')],
    ['Latin-1', Buffer.from('{"query":"{ __typename } # ü"}', 'latin1')],
    [
      'half a character',
      Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from([0xc3]), Buffer.from('"}')]),
    ],
  ])('that are %s are 400, and not read as something else', async (_what, body) => {
    const answer = await post(body, {});
    expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', data: undefined });
    expect(answer.message).toMatch(/UTF-8|JSON/);
  });

  it('may be of any script', async () => {
    const body = JSON.stringify({ query: '{ __typename } # ü 報告 🜁' });
    expect(await post(body, {})).toMatchObject({ status: 200 });
  });
});

describe('the length of a body', () => {
  const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${JSON_TYPE}\r\n`;

  it.each([
    ['less than there is', `${head}content-length: 5\r\n\r\n${QUERY}`],
    ['no number', `${head}content-length: x\r\n\r\n${QUERY}`],
    ['negative', `${head}content-length: -5\r\n\r\n${QUERY}`],
    ['told twice', `${head}content-length: 26\r\ncontent-length: 27\r\n\r\n${QUERY}`],
    [
      'told beside chunks',
      `${head}content-length: 26\r\ntransfer-encoding: chunked\r\n\r\n1a\r\n${QUERY}\r\n0\r\n\r\n`,
    ],
    ['no number in chunks', `${head}transfer-encoding: chunked\r\n\r\nx\r\n${QUERY}\r\n0\r\n\r\n`],
  ])('that is %s is 400', async (_what, text) => {
    const answer = await sendRaw(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('"data"');
  });

  it.each(['half', 'reset'] as const)(
    'that is more than comes before the client has left (%s) is no failure of the gateway',
    async (end) => {
      const answer = await sendRaw(`${head}content-length: 1000\r\n\r\n${QUERY}`, end);
      expect(answer).not.toContain('"data"');
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
      expect(await post(QUERY, {})).toMatchObject({ status: 200 });
      expect(logged).toEqual([]);
    },
  );
});
