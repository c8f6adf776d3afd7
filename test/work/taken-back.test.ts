/** What was shared by mistake: files with their bytes and links, comments, templates, and the spaces that search looks into. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createSupabaseFiles } from '../../src/storage/supabase-files.ts';
import { countRemovedFiles, removeLeftFiles } from '../../src/work/removed-files.ts';
import { uploadFile } from '../support/copies.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createStorageServer, type StorageServer } from '../support/storage-server.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';
import { createWorkspace } from '../support/work-pages.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const FILE = { name: 'a.png', contentType: 'image/png' };

let storage: StorageServer;
let gateway: TestGateway;
let files: ReturnType<typeof createSupabaseFiles>;
let spaceId: string;
let pageId: string;

beforeAll(async () => {
  storage = await createStorageServer();
  files = createSupabaseFiles({ url: storage.url, key: storage.key, bucket: storage.bucket });
  gateway = await createTestGateway({ files });
});
beforeEach(async () => {
  const ana = createWorkspace(gateway, 'ana');
  spaceId = await ana.createSpace();
  await run('grantPermission', { spaceId, userId: DEMO_USERS.ben, role: 'MEMBER' }, 'permission { id }');
  pageId = await ana.createPage('Zebra crossing', { spaceId });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await storage[Symbol.asyncDispose]();
});

const run = (name: string, input: Readonly<Record<string, unknown>>, select: string, as = 'ana') =>
  mutate(gateway, as, { name, input, select });
const objectsOf = (id: string) => [...storage.objects.keys()].filter((path) => path.startsWith(id));
/** What is stored of a file, whose path is the database's own affair; asked before its row may go. */
const storedOf = async (id: string) => {
  const path = await gateway.owner(async (client) => {
    const [row] = await client.query('select storage_path as path from work.attachments where id = $1', [id]);
    return String(row?.path);
  });
  return () => [...storage.objects.keys()].filter((stored) => stored === path);
};
const urlOf = async (id: string) => {
  const { data } = await gateway.execute(`{ attachment(id: "${id}") { url } }`, { as: 'ben' });
  return pick(data, 'attachment.url');
};

describe('deleteAttachment', () => {
  const remove = (attachmentId: string, as = 'ana', more = {}) =>
    run('deleteAttachment', { attachmentId, ...more }, 'page { id }', as);

  it('takes the row and the bytes away, and the link that was given out leads nowhere', async () => {
    const id = await uploadFile(gateway, { pageId, ...FILE });
    const url = String(await urlOf(id));
    expect((await fetch(url)).status).toBe(200);
    expect(await remove(id, 'ana', { idempotencyKey: id })).toMatchObject({ page: { id: pageId }, userErrors: [] });
    expect((await fetch(url)).status).not.toBe(200);
    expect([await urlOf(id), objectsOf(id)]).toEqual([undefined, []]);
    expect(await remove(id, 'ana', { idempotencyKey: id })).toMatchObject({ page: { id: pageId }, userErrors: [] });
    expect(codesOf(await remove(id))).toEqual(['NOT_FOUND']);
  });

  it('is an editor’s affair, on an archived page too, and says of a hidden file what it says of none', async () => {
    const id = await uploadFile(gateway, { pageId, ...FILE });
    const asked = { name: 'deleteAttachment', input: { attachmentId: id }, select: 'page { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    const say = async (one: string) => JSON.stringify((await remove(one, 'carla')).userErrors).replaceAll(one, '…');
    expect(await say(id)).toBe(await say(NOWHERE));
    await run('archivePage', { pageId }, 'page { id }');
    expect(codesOf(await remove(id))).toEqual([]);
  });

  it('changes nothing where the storage keeps the file', async () => {
    const id = await uploadFile(gateway, { pageId, ...FILE });
    storage.fault = (asked) => (asked.startsWith('DELETE') ? { status: 500 } : null);
    const asked = { name: 'deleteAttachment', input: { attachmentId: id }, select: 'page { id }' };
    expect(await refuse(gateway, 'ana', asked)).toBe('UPSTREAM_ERROR');
    storage.fault = () => null;
    expect(await urlOf(id)).toEqual(expect.any(String));
  });

  it('is finished by retention, for what came later and what went with its page', async () => {
    const input = { pageId, ...FILE, size: 7 };
    const late = await run('createAttachmentUpload', input, 'attachment { id } uploadUrl');
    const lateId = String(pick(late, 'attachment.id'));
    await remove(lateId);
    await fetch(String(late.uploadUrl), { method: 'PUT', body: 'picture', headers: { 'content-type': 'image/png' } });
    const gone = await uploadFile(gateway, { pageId, ...FILE });
    await gateway.owner(async (client) => {
      await client.query('delete from work.pages where id = $1', [pageId]);
      expect(await countRemovedFiles(client)).toBe(0);
      await client.query("update work.removed_files set removed_at = now() - interval '25 hours'");
      expect([objectsOf(lateId), objectsOf(gone)].map(({ length }) => length)).toEqual([1, 1]);
      const due = await countRemovedFiles(client);
      expect(await removeLeftFiles(client, files)).toBe(due);
      expect(await countRemovedFiles(client)).toBe(0);
    });
    expect([objectsOf(lateId), objectsOf(gone)]).toEqual([[], []]);
  });
});

describe('deleteComment', () => {
  const remove = (commentId: string, as: string, more = {}) =>
    run('deleteComment', { commentId, ...more }, 'page { id comments { nodes { id } } }', as);
  const say = async (as: string, name: string, input: object) =>
    String(pick(await run(name, { ...input, body: 'said' }, 'comment { id }', as), 'comment.id'));

  it('is for its author, in the version that was read', async () => {
    const id = await say('ben', 'addComment', { pageId });
    expect(codesOf(await remove(id, 'ben', { expectedVersion: 2 }))).toEqual(['CONFLICT']);
    const removed = await remove(id, 'ben', { expectedVersion: 1, idempotencyKey: id });
    expect(removed).toMatchObject({ page: { id: pageId, comments: { nodes: [] } }, userErrors: [] });
    expect(codesOf(await remove(id, 'ben', { expectedVersion: 1, idempotencyKey: id }))).toEqual([]);
    expect(codesOf(await remove(id, 'ben'))).toEqual(['NOT_FOUND']);
  });

  it('leaves a thread that others have answered to the editors, who delete it whole', async () => {
    const thread = await say('ben', 'addComment', { pageId });
    const own = await say('ben', 'replyToComment', { commentId: thread });
    await say('ana', 'replyToComment', { commentId: thread });
    expect(codesOf(await remove(thread, 'ben'))).toEqual(['CONFLICT']);
    expect(codesOf(await remove(own, 'ben'))).toEqual([]);
    expect(await remove(thread, 'ana')).toMatchObject({ page: { comments: { nodes: [] } }, userErrors: [] });
  });

  it('is FORBIDDEN to other members, and says of a hidden comment what it says of none', async () => {
    const id = await say('ana', 'addComment', { pageId });
    const asked = { name: 'deleteComment', input: { commentId: id }, select: 'page { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    const words = async (one: string) => JSON.stringify((await remove(one, 'carla')).userErrors).replaceAll(one, '…');
    expect(await words(id)).toBe(await words(NOWHERE));
  });
});

describe('updateTemplate and deleteTemplate', () => {
  const TEMPLATE = 'template { id name description version content } leftOut { recordId }';
  const write = (text: string, expectedVersion: number) =>
    run(
      'applyBlockOperations',
      { pageId, expectedVersion, operations: [{ insert: { type: 'PARAGRAPH', content: { text } } }] },
      'version',
    );

  it('change name, description and content, and leave the pages that began with it as they are', async () => {
    await write('first', 1);
    const file = await uploadFile(gateway, { pageId, ...FILE });
    const saved = await run('savePageAsTemplate', { pageId, name: 'A', description: 'x' }, TEMPLATE);
    const templateId = String(pick(saved, 'template.id'));
    const kept = await storedOf(String(pick(saved, 'template.content.attachments.0.id')));
    expect(kept()).toHaveLength(1);
    const begun = await run(
      'createPage',
      { title: 'Begun', spaceId, templateId },
      'page { id attachments { nodes { url } } }',
    );
    const named = await run(
      'updateTemplate',
      { templateId, name: 'B', description: null, expectedVersion: 1 },
      TEMPLATE,
    );
    expect(named).toMatchObject({ template: { name: 'B', description: null, version: 2 }, userErrors: [] });
    expect(codesOf(await run('updateTemplate', { templateId, name: 'C', expectedVersion: 1 }, TEMPLATE))).toEqual([
      'CONFLICT',
    ]);
    await run('deleteAttachment', { attachmentId: file }, 'page { id }');
    await write('second', 2);
    const anew = await run('updateTemplate', { templateId, pageId }, TEMPLATE);
    expect(anew).toMatchObject({ template: { name: 'B', content: { attachments: [], blocks: [{ n: 1 }, { n: 2 }] } } });
    expect(kept()).toEqual([]);
    expect((await fetch(String(pick(begun, 'page.attachments.nodes.0.url')))).status).toBe(200);
  });

  it('take it away with its files, for editors alone', async () => {
    await uploadFile(gateway, { pageId, ...FILE });
    const saved = await run('savePageAsTemplate', { pageId }, TEMPLATE);
    const templateId = String(pick(saved, 'template.id'));
    const kept = await storedOf(String(pick(saved, 'template.content.attachments.0.id')));
    await run('savePageAsTemplate', { pageId, name: 'Taken' }, TEMPLATE);
    expect(codesOf(await run('updateTemplate', { templateId, name: 'Taken' }, TEMPLATE))).toEqual(['CONFLICT']);
    expect(codesOf(await run('updateTemplate', { templateId }, TEMPLATE))).toEqual(['BAD_USER_INPUT']);
    for (const [name, more] of [
      ['deleteTemplate', {}],
      ['updateTemplate', { name: 'x' }],
    ] as const) {
      const select = name === 'deleteTemplate' ? 'space { id }' : 'template { id }';
      expect(await refuse(gateway, 'ben', { name, input: { templateId, ...more }, select })).toBe('FORBIDDEN');
      expect(codesOf(await run(name, { templateId, ...more }, select, 'carla'))).toEqual(['NOT_FOUND']);
    }
    expect(kept()).toHaveLength(1);
    const removed = await run(
      'deleteTemplate',
      { templateId, expectedVersion: 1 },
      'space { id templates { nodes { name } } }',
    );
    expect(removed).toMatchObject({
      space: { id: spaceId, templates: { nodes: [{ name: 'Taken' }] } },
      userErrors: [],
    });
    expect(kept()).toEqual([]);
  });
});

it('an archived space answers no search by title, until it is restored', async () => {
  const find = async () => {
    const query = `{ searchPages(query: "zebra", spaceIds: ["${spaceId}"]) { page { id } } }`;
    return (await gateway.execute(query, { as: 'ben' })).data?.searchPages;
  };
  expect(await find()).toEqual([{ page: { id: pageId } }]);
  await run('archiveSpace', { spaceId }, 'space { id }');
  expect(await find()).toEqual([]);
  await run('restoreSpace', { spaceId }, 'space { id }');
  expect(await find()).toEqual([{ page: { id: pageId } }]);
});
