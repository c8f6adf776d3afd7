/** Files that the gateway keeps in its own folder, as any HTTP client fetches them: in parts, and never as a page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFiles } from '../../src/cli/files.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { createFolderFiles } from '../../src/storage/folder-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-parts-'));
const files = createFolderFiles(folder, 'the secret of a test, with more than 32 characters');
const TEXT = 'debit,credit\n1,1\n';
const LAST = TEXT.length - 1;
const logged: string[] = [];
let http: Listening;

beforeAll(async () => {
  const health = { readiness: async () => ({ ready: true }) };
  const log = createLog('debug', (line) => logged.push(line));
  const serving = { server: {}, health, pages: null, log, files };
  http = await listen(serving as never, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await http.close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;

/** Puts a file, and gives the URL to fetch it from. */
async function keep(body: string | Uint8Array<ArrayBuffer>, contentType = 'text/csv', name = 'x.csv'): Promise<string> {
  count += 1;
  const path = `${count}/x.csv`;
  const size = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const headers = { 'content-type': contentType };
  const put = await fetch(http.url + (await files.signUpload(path, { size, contentType })), {
    method: 'PUT',
    body,
    headers,
  });
  expect(put.status).toBe(200);
  return http.url + (await files.signDownload(path, name));
}

async function ask(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const got = await fetch(url, { headers, method });
  return {
    status: got.status,
    range: got.headers.get('content-range'),
    length: got.headers.get('content-length'),
    text: await got.text(),
    etag: got.headers.get('etag') ?? '',
    units: got.headers.get('accept-ranges'),
  };
}

it('answers the part of a file that is asked for', async () => {
  const url = await keep(TEXT);
  const whole = await ask(url);
  expect(whole).toMatchObject({ status: 200, range: null, text: TEXT, units: 'bytes' });
  for (const [range, from, to] of [
    ['bytes=0-4', 0, 4],
    ['bytes=6-', 6, LAST],
    ['bytes=-3', LAST - 2, LAST],
    ['bytes=-99999', 0, LAST],
    ['bytes=2-99999', 2, LAST],
    [`Bytes=${LAST}-${LAST}`, LAST, LAST],
  ] as const)
    expect(await ask(url, { range }), range).toMatchObject({
      status: 206,
      range: `bytes ${from}-${to}/${TEXT.length}`,
      length: String(to - from + 1),
      text: TEXT.slice(from, to + 1),
    });
});

it('says 416 where no byte is in the part', async () => {
  const url = await keep(TEXT);
  for (const range of [`bytes=${TEXT.length}-`, 'bytes=-0', 'bytes=99999-99999999999999999999'])
    expect(await ask(url, { range }), range).toMatchObject({ status: 416, range: `bytes */${TEXT.length}`, text: '' });
  const empty = await keep('');
  expect(await ask(empty)).toMatchObject({ status: 200, text: '', length: '0' });
  expect(await ask(empty, { range: 'bytes=0-' })).toMatchObject({ status: 416, range: 'bytes */0' });
});

it('answers the whole file where the part is none, is of another file, or is asked for by HEAD', async () => {
  const url = await keep(TEXT);
  const { etag } = await ask(url);
  for (const range of ['bytes=4-2', 'bytes=a-b', 'bytes=-', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=1.5-2'])
    expect(await ask(url, { range }), range).toMatchObject({ status: 200, range: null, text: TEXT });
  expect(await ask(url, { range: 'bytes=0-4', 'if-range': etag })).toMatchObject({ status: 206 });
  for (const other of ['"another"', `W/${etag}`, 'Sun, 29 Nov 2026 10:00:00 GMT'])
    expect(await ask(url, { range: 'bytes=0-4', 'if-range': other })).toMatchObject({ status: 200, text: TEXT });
  expect(await ask(url, { range: 'bytes=0-4' }, 'HEAD')).toMatchObject({ status: 200, range: null, length: '17' });
  expect((await ask(await keep(TEXT))).etag).not.toBe(etag);
});

it('never shows a file as a page of the gateway, in whole or in parts', async () => {
  const url = await keep('<script>alert(1)</script>', 'text/html; charset=utf-8', '報告書.html');
  for (const range of ['bytes=0-3', 'bytes=99-', '']) {
    const { headers } = await fetch(url, { headers: { range } });
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="file.html"; filename*=UTF-8''%E5%A0%B1%E5%91%8A%E6%9B%B8.html`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  }
});

it('takes a file that says nothing of its type where it was announced as unknown', async () => {
  const file = { size: 4, contentType: 'application/octet-stream' };
  const put = (url: string, body: Uint8Array<ArrayBuffer>) => fetch(http.url + url, { method: 'PUT', body });
  expect((await put(await files.signUpload('unknown/a', file), new Uint8Array(4))).status).toBe(200);
  const typed = await files.signUpload('unknown/b', { ...file, contentType: 'text/csv' });
  expect((await put(typed, new Uint8Array(4))).status).toBe(415);
});

it('logs no fault where a client goes away in the middle', async () => {
  const url = await keep(new Uint8Array(8_000_000), 'video/mp4');
  const leaving = new AbortController();
  const got = await fetch(url, { signal: leaving.signal });
  await got.body?.getReader().read();
  leaving.abort();
  // The server has seen it go when it answers the next one.
  await expect.poll(async () => (await ask(url, { range: 'bytes=0-0' })).status).toBe(206);
  expect(logged.join('\n')).not.toMatch(/a request failed/);
});

it('has URLs that every process of a gateway opens, also where tokens are signed with a key pair', async () => {
  const config = {
    storage: { kind: 'folder', folder },
    auth: { jwtSecret: null, jwksUrl: 'https://example.com/keys', issuer: null, audience: 'authenticated' },
    cursorSecrets: ['a secret that all processes share, as they share cursors'],
  } as const;
  const [one, other] = [openFiles(config, null), openFiles(config, null)];
  const url = await one.store?.signDownload('1/x.csv', 'x.csv');
  expect(other.served?.read(String(url).slice('/files/'.length))).toMatchObject({ method: 'GET', path: '1/x.csv' });
});
