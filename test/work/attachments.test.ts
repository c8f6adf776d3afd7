/** Attachments from announcement to download, on both storages: only what was announced arrives, only members fetch it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import type { FileStore } from '../../src/storage/files.ts';
import { createFolderFiles } from '../../src/storage/folder-files.ts';
import { createSupabaseFiles } from '../../src/storage/supabase-files.ts';
import { countUnconfirmed, removeUnconfirmed } from '../../src/work/unconfirmed.ts';
import { KINDS, NAMES, RUN } from '../support/file-kinds.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createStorageServer, type StorageServer } from '../support/storage-server.ts';
import { codesOf, mutate, type Payload, refuse } from '../support/work-mutate.ts';
import { createWorkspace } from '../support/work-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-files-'));
const SECRET = 'the secret of a test, with more than 32 characters';
const CREATED = 'attachment { id status url size contentType name } uploadUrl';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const TEXT = 'debit,credit\n1,1\n';
const logged: string[] = [];

let gateway: TestGateway;
let storage: StorageServer;
let http: Listening;
let folderGateway: TestGateway;
let bucketGateway: TestGateway;
let folderFiles: FileStore;
let bucketFiles: FileStore;
let pageId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  storage = await createStorageServer();
  const files = createFolderFiles(folder, SECRET);
  folderFiles = files;
  bucketFiles = createSupabaseFiles({ url: storage.url, key: storage.key, bucket: storage.bucket });
  folderGateway = await createTestGateway({ beside: gateway, files });
  bucketGateway = await createTestGateway({ beside: gateway, files: bucketFiles });
  const log = createLog('debug', (line) => logged.push(line));
  const health = { readiness: async () => ({ ready: true }) } as never;
  http = await listen(
    { server: folderGateway.server, health, pages: null, log, files },
    { host: '127.0.0.1', port: 0 },
  );
  const ana = createWorkspace(gateway, 'ana');
  const spaceId = await ana.createSpace();
  await mutate(gateway, 'ana', {
    name: 'grantPermission',
    input: { spaceId, userId: DEMO_USERS.ben, role: 'MEMBER' },
    select: 'permission { id }',
  });
  pageId = await ana.createPage('With files', { spaceId });
});

afterAll(async () => {
  await http.close();
  await Promise.all([folderGateway, bucketGateway].map((each) => each[Symbol.asyncDispose]()));
  await gateway[Symbol.asyncDispose]();
  await storage[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = (payload: Payload) => String(pick(payload, 'attachment.id'));
const announced = { name: 'Nov. Übersicht/../x.csv', contentType: 'text/csv', size: TEXT.length };

describe.each([
  ['a folder', () => folderGateway, () => folderFiles],
  ['Supabase Storage', () => bucketGateway, () => bucketFiles],
] as const)('attachments in %s', (_name, opened, store) => {
  const create = (input: Readonly<Record<string, unknown>> = {}, as = 'ana') =>
    mutate(opened(), as, {
      name: 'createAttachmentUpload',
      input: { pageId, ...announced, ...input },
      select: CREATED,
    });
  const confirm = (attachmentId: string, as = 'ana', more = {}) =>
    mutate(opened(), as, {
      name: 'confirmAttachment',
      input: { attachmentId, ...more },
      select: `attachment { status url }`,
    });
  const reach = (url: unknown) => (String(url).startsWith('/') ? `${http.url}${url}` : String(url));
  const put = (payload: Payload, body = TEXT, type = 'text/csv') =>
    fetch(reach(payload.uploadUrl), { method: 'PUT', body, headers: { 'content-type': type } });
  const urlOf = async (id: string, as: string) => {
    const { data } = await opened().execute(`{ attachment(id: "${id}") { id url } }`, { as });
    return pick(data, 'attachment');
  };

  it('are announced, uploaded, confirmed and fetched, by a member too', async () => {
    const made = await create();
    expect(made).toMatchObject({
      attachment: { status: 'PENDING', url: null, size: TEXT.length },
      userErrors: [],
    });
    expect((await put(made)).status).toBe(200);
    expect(await confirm(idOf(made))).toMatchObject({
      attachment: { status: 'CONFIRMED', url: expect.any(String) },
      userErrors: [],
    });
    const { url } = (await urlOf(idOf(made), 'ben')) as { url: string };
    const got = await fetch(reach(url));
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([200, 'text/csv', TEXT]);
    const { data } = await opened().execute(
      `{ page(id: "${pageId}") { attachments(orderBy: [{ field: CREATED_AT, direction: DESC }]) { nodes { id } } } }`,
      {
        as: 'ben',
      },
    );
    expect(pick(data, 'page.attachments.nodes')).toContainEqual({ id: idOf(made) });
  });

  it('are removed with their files once they went unconfirmed for a day', async () => {
    const [old, fresh, kept] = [await create(), await create(), await create()];
    for (const made of [old, fresh, kept]) await put(made);
    await confirm(idOf(kept));
    const rows = await gateway.owner(async (client) => {
      const age =
        "update work.attachments set created_at = now() - interval '25 hours' where id = $1 returning storage_path";
      const aged = [...(await client.query(age, [idOf(old)])), ...(await client.query(age, [idOf(kept)]))];
      expect(await countUnconfirmed(client)).toBe(1);
      expect(await removeUnconfirmed(client, store())).toBe(1);
      return aged.map(({ storage_path }) => String(storage_path));
    });
    expect(await Promise.all(rows.map(store().stat))).toEqual([null, { size: TEXT.length, contentType: 'text/csv' }]);
    expect(await urlOf(idOf(old), 'ana')).toBeNull();
    expect(codesOf(await confirm(idOf(old)))).toEqual(['NOT_FOUND']);
    expect(await confirm(idOf(fresh))).toMatchObject({ userErrors: [] });
  });

  it('are not confirmed before they arrived, nor where something else arrived', async () => {
    const none = await create();
    expect(codesOf(await confirm(idOf(none)))).toEqual(['CONFLICT']);
    const other = await create({ size: TEXT.length + 1 });
    await put(other);
    expect(codesOf(await confirm(idOf(other)))).toEqual(['CONFLICT']);
    const typed = await create();
    await put(typed, TEXT, 'text/html');
    expect(codesOf(await confirm(idOf(typed)))).toEqual(['CONFLICT']);
    for (const made of [none, other, typed]) expect(await urlOf(idOf(made), 'ana')).toMatchObject({ url: null });
  });

  it.each(KINDS)('are taken and given back as downloads whatever they are: %s', async (contentType, body = TEXT) => {
    const made = await create({ contentType, size: body.length });
    expect((await put(made, body, contentType)).status).toBe(200);
    expect(codesOf(await confirm(idOf(made)))).toEqual([]);
    const { url } = (await urlOf(idOf(made), 'ben')) as { url: string };
    const got = await fetch(reach(url));
    expect([got.status, await got.text()]).toEqual([200, body]);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment;/);
    // No URL shows what a browser would run, not even without the part that makes it a download.
    const bare = await fetch(reach(url).replace(/&download=.*/, ''));
    const isHeld =
      bare.headers.get('content-security-policy')?.includes('sandbox') &&
      bare.headers.get('x-content-type-options') === 'nosniff';
    if (!RUN.has(contentType)) expect(bare.headers.get('content-type')).toBe(contentType);
    else if (!isHeld) expect(bare.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('are downloaded under their own names', async () => {
    for (const [name, saved, ascii] of NAMES) {
      const made = await create({ name, idempotencyKey: `named-${_name}-${name}` });
      expect(pick(made, 'attachment.name')).toBe(name.trim());
      await put(made);
      await confirm(idOf(made));
      const { url } = (await urlOf(idOf(made), 'ana')) as { url: string };
      const header = (await fetch(reach(url))).headers.get('content-disposition') ?? '';
      const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(header) ?? [];
      expect(decodeURIComponent(encoded), name).toBe(saved);
      if (opened() === folderGateway) expect(header).toContain(`filename="${ascii}"`);
    }
  });

  it('are announced with a type that is one, and a size within the limit', async () => {
    for (const input of [
      { contentType: 'csv' },
      { contentType: 'text/' },
      { contentType: '*/*' },
      { contentType: 'text/csv, text/html' },
      { contentType: 'text/csv\r\nx-other: 1' },
      { contentType: 'text/csv; charset' },
      { contentType: `text/${'x'.repeat(300)}` },
      { size: -1 },
      { size: 52_428_801 },
      { name: ' ' },
    ])
      expect(codesOf(await create(input)), JSON.stringify(input)).toEqual(['BAD_USER_INPUT']);
    for (const [contentType, kept] of [
      ['', 'application/octet-stream'],
      ['Text/CSV;Charset=utf-8 ', 'text/csv; charset=utf-8'],
    ])
      expect(await create({ contentType })).toMatchObject({ attachment: { contentType: kept } });
  });

  it('are confirmed once more where the answer was lost, also of what a browser runs', async () => {
    const made = await create({ contentType: 'text/html' });
    await put(made, TEXT, 'text/html; charset=utf-8');
    const key = { idempotencyKey: `lost-${_name}` };
    expect(codesOf(await confirm(idOf(made), 'ana', key))).toEqual([]);
    expect(codesOf(await confirm(idOf(made), 'ana', key))).toEqual([]);
  });

  it('are made once a key, and confirmed once', async () => {
    const input = { idempotencyKey: `attachment-${_name}` };
    const [made, again] = [await create(input), await create(input)];
    expect(idOf(again)).toBe(idOf(made));
    await put(made);
    expect(codesOf(await confirm(idOf(made), 'ana', { idempotencyKey: `confirm-${_name}` }))).toEqual([]);
    expect(codesOf(await confirm(idOf(made), 'ana', { idempotencyKey: `confirm-${_name}` }))).toEqual([]);
    expect(codesOf(await confirm(idOf(made)))).toEqual(['CONFLICT']);
    expect(await create(input)).toMatchObject({ uploadUrl: null });
  });

  it('are an editor’s affair, and hidden from strangers as if there were none', async () => {
    const asked = { name: 'createAttachmentUpload', input: { pageId, ...announced }, select: CREATED };
    expect(await refuse(opened(), 'ben', asked)).toBe('FORBIDDEN');
    const made = await create();
    await put(made);
    const say = async (id: string) => JSON.stringify((await confirm(id, 'carla')).userErrors).replaceAll(id, '…');
    expect(await say(idOf(made))).toBe(await say(NOWHERE));
    expect(codesOf(await create({ pageId }, 'carla'))).toEqual(['NOT_FOUND']);
    await confirm(idOf(made));
    expect(await urlOf(idOf(made), 'carla')).toBeNull();
  });

  it('leave no URL in the log', async () => {
    const made = await create();
    await put(made);
    await confirm(idOf(made));
    const { url } = (await urlOf(idOf(made), 'ana')) as { url: string };
    const log = [...logged, ...opened().logged, ...gateway.logged].join('\n');
    for (const secret of [url, String(made.uploadUrl)]) expect(log).not.toContain(secret.split('/').at(-1));
  });
});

describe('the URLs of the folder', () => {
  const create = async (size = TEXT.length) =>
    mutate(folderGateway, 'ana', {
      name: 'createAttachmentUpload',
      input: { pageId, ...announced, size },
      select: CREATED,
    });
  const put = (url: unknown, body: string) =>
    fetch(`${http.url}${url}`, { method: 'PUT', body, headers: { 'content-type': 'text/csv' } });

  it('take a file once, of the announced size, and keep nothing of another one', async () => {
    const { uploadUrl, ...rest } = await create();
    expect((await put(uploadUrl, `${TEXT}more`)).status).toBe(413);
    expect((await put(uploadUrl, TEXT)).status).toBe(200);
    expect((await put(uploadUrl, TEXT)).status).toBe(409);
    const kept = readdirSync(join(folder, String(pick(rest, 'attachment.id'))));
    expect(kept.sort()).toEqual(['Nov._bersicht_.._x.csv', 'Nov._bersicht_.._x.csv.type']);
  });

  it('are refused when forged, past, or used for something else', async () => {
    const { uploadUrl } = await create();
    const url = String(uploadUrl);
    for (const [method, path] of [
      ['PUT', `${url.slice(0, -3)}AAA`],
      ['PUT', '/files/'],
      ['PUT', '/files/a.b'],
      ['GET', url],
      ['DELETE', url],
    ] as const) {
      const answer = await fetch(`${http.url}${path}`, {
        method,
        ...(method === 'PUT' && { body: TEXT, headers: { 'content-type': 'text/csv' } }),
      });
      expect(answer.status, `${method} ${path.slice(0, 20)}`).toBe(403);
    }
    const elsewhere = await createFolderFiles(folder, `${SECRET} of another`).signDownload('a/b', 'b');
    expect((await fetch(`${http.url}${elsewhere}`)).status).toBe(403);
    const gone = await createFolderFiles(folder, SECRET).signDownload('a/b', 'b');
    expect((await fetch(`${http.url}${gone}`)).status).toBe(404);
  });
});

it('counts bytes in numbers, above 2 GiB too, by which lists are filtered and ordered', async () => {
  await gateway.owner((client) =>
    client.query(
      `insert into work.attachments (space_id, page_id, name, content_type, size, storage_path)
       select space_id, id, 'large.bin', 'application/octet-stream', size, 'large/' || size
       from work.pages, (values (5000000000), (9007199254740991)) as s (size) where id = $1`,
      [pageId],
    ),
  );
  const ask = async (args: string, least: number | null = null) => {
    const { data, errors } = await gateway.execute(
      `${least === null ? '' : 'query ($least: ByteCount) '}{ page(id: "${pageId}") { attachments(${args}) { nodes { size } pageInfo { endCursor } } } }`,
      { as: 'ana', variables: { least } },
    );
    expect(errors).toBeUndefined();
    return pick(data, 'page.attachments') as { nodes: { size: number }[]; pageInfo: { endCursor: string } };
  };
  const above = 'filter: { size: { gte: $least } }, orderBy: [{ field: SIZE, direction: DESC }]';
  const sizes = [{ size: 9_007_199_254_740_991 }, { size: 5_000_000_000 }];
  expect((await ask(above, 3_000_000_000)).nodes).toEqual(sizes);
  expect((await ask('filter: { size: { in: [5000000000] } }')).nodes).toEqual(sizes.slice(1));
  const { pageInfo } = await ask(`${above}, first: 1`, 3_000_000_000);
  expect((await ask(`${above}, after: "${pageInfo.endCursor}"`, 3_000_000_000)).nodes).toEqual(sizes.slice(1));
  for (const wrong of ['-1', '1.5', '"17"', '9007199254740993']) {
    const text = `{ page(id: "${pageId}") { attachments(filter: { size: { eq: ${wrong} } }) { totalCount } } }`;
    const { errors } = await gateway.execute(text, { as: 'ana' });
    expect(errors?.[0]?.message, wrong).toMatch(/ByteCount/);
  }
});

it('says NOT_CONFIGURED where there is no storage, and announces nothing', async () => {
  const asked = {
    name: 'createAttachmentUpload',
    input: { pageId, ...announced, name: 'nowhere.csv' },
    select: CREATED,
  };
  expect(await refuse(gateway, 'ana', asked)).toBe('NOT_CONFIGURED');
  const [row] = await gateway.owner((client) =>
    client.query("select count(*)::int as n from work.attachments where name = 'nowhere.csv'"),
  );
  expect(row?.n).toBe(0);
});
