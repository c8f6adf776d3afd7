/** Copies of pages and pages from templates: what they name inside the copied set is theirs, whatever becomes of the original. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { ANONYMOUS } from '../../src/auth/viewer.ts';
import { createSupabaseFiles } from '../../src/storage/supabase-files.ts';
import { blocksNaming, type CopiedWorld, openCopiedWorld, PICTURE } from '../support/copies.ts';
import { openDirect, readSchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createStorageServer, type StorageServer } from '../support/storage-server.ts';
import { codesOf, mutate, type Payload } from '../support/work-mutate.ts';
import { createWorkspace } from '../support/work-pages.ts';

const COPY = 'page { id version } leftOut { what: kind recordId name reason }';

let storage: StorageServer;
let gateway: TestGateway;
/** Without a storage. */
let bare: TestGateway;
let world: CopiedWorld;

beforeAll(async () => {
  storage = await createStorageServer();
  const files = createSupabaseFiles({ url: storage.url, key: storage.key, bucket: storage.bucket });
  gateway = await createTestGateway({ files });
  bare = await createTestGateway({ beside: gateway });
  world = await openCopiedWorld(gateway);
});
afterAll(async () => {
  await bare[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  await storage[Symbol.asyncDispose]();
});

const run = (name: string, input: Readonly<Record<string, unknown>>, { as = 'ana', at = gateway } = {}) =>
  mutate(at, as, {
    name,
    input,
    select: name === 'savePageAsTemplate' ? COPY.replace('page { id version }', 'template { id }') : COPY,
  });
const idOf = (payload: Payload) => String(pick(payload, 'page.id'));

interface ReadPage {
  readonly blocks: { readonly nodes: readonly { id: string; type: string; content: Record<string, unknown> }[] };
  readonly children: { readonly nodes: readonly { id: string }[] };
  readonly attachments: {
    readonly nodes: readonly { id: string; url: string; name: string; block: { id: string } | null }[];
  };
  readonly databases: {
    readonly nodes: readonly {
      id: string;
      title: string;
      columns: { nodes: { name: string; options: Record<string, unknown> }[] };
      rows: { nodes: { id: string; data: Record<string, unknown>; version: number }[] };
    }[];
  };
}

async function read(id: string, as = 'ana'): Promise<ReadPage> {
  const { data } = await gateway.execute(
    `{ page(id: "${id}") { blocks { nodes { id type content } } children { nodes { id } }
      attachments { nodes { id url name block { id } } }
      databases { nodes { id title columns { nodes { name options } } rows { nodes { id data version } } } } } }`,
    { as },
  );
  return data?.page as ReadPage;
}

const contentsOf = ({ blocks }: ReadPage) => blocks.nodes.map(({ type, content }) => [type, content]);

/** What a whole copy must hold; `below` stays the original's where the page below was not copied. */
async function expectWhole(id: string, { below, as = 'ana' }: { below: string; as?: string }): Promise<ReadPage> {
  const copy = await read(id, as);
  const [database] = copy.databases.nodes;
  const [file] = copy.attachments.nodes;
  const named: CopiedWorld = {
    ...world,
    page: id,
    below,
    database: String(database?.id),
    picture: String(file?.id),
    target: String(copy.blocks.nodes[0]?.id),
  };
  // Only the ids in an address change; one in capitals is written as every id is.
  const expected = JSON.stringify(blocksNaming(named)).replaceAll(id.toUpperCase(), id);
  expect(contentsOf(copy).slice(1)).toEqual(JSON.parse(expected));
  expect(database?.columns.nodes).toContainEqual({ name: 'Next', options: { databaseId: database?.id } });
  const [one, two] = database?.rows.nodes ?? [];
  expect(database?.rows.nodes).toEqual([
    {
      id: one?.id,
      version: 1,
      data: { Name: 'one', State: 'Done', Link: `https://app.example/p/${id}`, Next: [two?.id, expect.any(String)] },
    },
    { id: two?.id, version: 1, data: { Name: 'two', Next: [one?.id] } },
  ]);
  for (const mine of [database?.id, file?.id, one?.id, named.target])
    expect(Object.values(world).flat()).not.toContain(mine);
  expect(await (await fetch(String(file?.url))).text()).toBe(PICTURE);
  return copy;
}

describe('duplicatePage', () => {
  it('gives the copy databases and files of its own, and names them; what is outside stays named', async () => {
    const before = await read(world.page);
    const payload = await run('duplicatePage', { pageId: world.page });
    expect(payload).toMatchObject({ page: { version: 1 }, leftOut: [], userErrors: [] });
    await expectWhole(idOf(payload), { below: world.below });
    const after = await read(world.page);
    expect(contentsOf(after)).toEqual(contentsOf(before));
    expect(after.databases).toEqual(before.databases);
  });

  it('names the copies of the pages below where they are copied too, and the page from there', async () => {
    const copy = idOf(await run('duplicatePage', { pageId: world.page, subtree: true }));
    const below = String((await read(copy)).children.nodes[0]?.id);
    expect(below).not.toBe(world.below);
    await expectWhole(copy, { below });
    expect(contentsOf(await read(below))).toEqual([['PAGE_EMBED', { pageId: copy }]]);
  });

  it('copies files once a key, and says again what was left out', async () => {
    const pageId = await createWorkspace(gateway, 'ana').createPage('With a file to come', { spaceId: world.spaceId });
    const input = { pageId, name: 'late.png', contentType: 'image/png', size: 7 };
    const announced = await mutate(gateway, 'ana', {
      name: 'createAttachmentUpload',
      input,
      select: 'attachment { id }',
    });
    const asked = { pageId, idempotencyKey: `copy-${pageId}` };
    const first = await run('duplicatePage', asked);
    expect(first.leftOut).toEqual([
      {
        what: 'ATTACHMENT',
        recordId: pick(announced, 'attachment.id'),
        name: 'late.png',
        reason: 'Its file has not arrived yet',
      },
    ]);
    const count = storage.objects.size;
    expect(await run('duplicatePage', asked)).toEqual(first);
    expect(storage.objects.size).toBe(count);
  });

  it('says which files are left out where there is no storage, and copies the rest', async () => {
    const payload = await run('duplicatePage', { pageId: world.page }, { at: bare });
    expect(payload.leftOut).toMatchObject([{ what: 'ATTACHMENT', recordId: world.picture, name: 'picture.png' }]);
    const copy = await read(idOf(payload));
    expect(copy.databases.nodes).toHaveLength(1);
    expect(contentsOf(copy)).toContainEqual(['IMAGE', expect.objectContaining({ attachmentId: world.picture })]);
  });

  it('copies nothing where the storage fails, and keeps no file of it', async () => {
    const pages = async () => (await createWorkspace(gateway, 'ana').drawTree(world.spaceId)).length;
    const [count, size] = [await pages(), storage.objects.size];
    storage.fault = (asked) => (asked.startsWith('POST /object/copy') ? { status: 500 } : null);
    const query = `mutation { duplicatePage(input: { pageId: "${world.page}" }) { page { id } } }`;
    const { errors } = await gateway.execute(query, { as: 'ana' });
    storage.fault = () => null;
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_ERROR');
    expect([await pages(), storage.objects.size]).toEqual([count, size]);
  });

  it('copies a column whose database is gone, and leaves out a file that the storage lacks', async () => {
    const ana = createWorkspace(gateway, 'ana');
    const pageId = await ana.createPage('Broken', { spaceId: world.spaceId });
    await gateway.owner((client) =>
      client.script(`
        with gone as (insert into work.databases (space_id, page_id, title) values ('${world.spaceId}', '${pageId}', 'Gone') returning id),
        kept as (insert into work.databases (space_id, page_id, title) values ('${world.spaceId}', '${pageId}', 'Kept') returning id),
        file as (insert into work.attachments (space_id, page_id, name, content_type, size, storage_path, status)
          values ('${world.spaceId}', '${pageId}', 'lost.txt', 'text/plain', 1, '${pageId}/lost.txt', 'CONFIRMED'))
        select set_config('test.gone', (select id from gone)::text, false), set_config('test.kept', (select id from kept)::text, false);
        insert into work.db_columns (space_id, database_id, name, type, options, rank) values ('${world.spaceId}',
          current_setting('test.kept')::uuid, 'R', 'RELATION', jsonb_build_object('databaseId', current_setting('test.gone')), 'a0');
        delete from work.databases where id = current_setting('test.gone')::uuid;`),
    );
    const payload = await run('duplicatePage', { pageId });
    expect(payload).toMatchObject({
      leftOut: [{ what: 'ATTACHMENT', name: 'lost.txt', reason: 'The storage does not have its file' }],
      userErrors: [],
    });
    expect((await read(idOf(payload))).databases.nodes).toMatchObject([{ title: 'Kept' }]);
  });
});

describe('a page from a template', () => {
  it('stands on its own in a space from which nobody sees the original, also when that is deleted', async () => {
    const saved = await run('savePageAsTemplate', { pageId: world.page, name: 'Whole' });
    expect(saved).toMatchObject({ leftOut: [], userErrors: [] });
    const templateId = String(pick(saved, 'template.id'));
    const doomed = idOf(await run('duplicatePage', { pageId: world.page }));
    const ofDoomed = await run('savePageAsTemplate', { pageId: doomed, name: 'Of one that goes' });
    for (const { id } of (await read(doomed)).attachments.nodes)
      for (const path of [...storage.objects.keys()]) if (path.startsWith(id)) storage.objects.delete(path);
    await gateway.owner((client) => client.query('delete from work.pages where id = $1', [doomed]));
    const spaceId = await createWorkspace(gateway, 'ben').createSpace();
    for (const one of [templateId, String(pick(ofDoomed, 'template.id'))]) {
      const made = await run('createPage', { title: 'Mine', spaceId, templateId: one }, { as: 'ben' });
      // The file on another page is no part of the template.
      expect(made).toMatchObject({ leftOut: [{ what: 'ATTACHMENT', recordId: world.outsideFile }], userErrors: [] });
      await expectWhole(idOf(made), { below: world.below, as: 'ben' });
    }
  });

  it('of a template that was saved without copies gets those that the viewer sees, and says what it lacks', async () => {
    const content = {
      title: 'Old',
      blocks: [
        { n: 1, in: null, rank: 'a0', type: 'IMAGE', content: { attachmentId: world.picture } },
        { n: 2, in: null, rank: 'a1', type: 'DATABASE_VIEW', content: { databaseId: world.database } },
      ],
    };
    const [template] = await gateway.owner((client) =>
      client.query('insert into work.templates (space_id, name, content) values ($1, $2, $3) returning id', [
        world.spaceId,
        'Old',
        JSON.stringify(content),
      ]),
    );
    const made = await run('createPage', { title: 'New', spaceId: world.spaceId, templateId: template?.id });
    expect(made.leftOut).toMatchObject([{ what: 'DATABASE', recordId: world.database, name: null }]);
    const { attachments, blocks } = await read(idOf(made));
    expect(attachments.nodes).toHaveLength(1);
    expect(blocks.nodes[0]?.content).toEqual({ attachmentId: attachments.nodes[0]?.id });
  });
});

it('puts no copy where a file of another space was that is gone, whatever id is given to it', async () => {
  const carla = createWorkspace(gateway, 'carla');
  const pageId = await carla.createPage('Hers', { spaceId: await carla.createSpace() });
  const [hers] = await gateway.owner((client) =>
    client.query(
      `insert into work.attachments (space_id, page_id, name, content_type, size, storage_path, status, confirmed_at)
       select space_id, id, 'picture.png', 'image/png', 1, gen_random_uuid() || '/picture.png', 'CONFIRMED', now()
       from work.pages where id = $1 returning id, space_id`,
      [pageId],
    ),
  );
  const [gone] = await gateway.owner((client) =>
    client.query(
      `insert into work.attachments (id, space_id, page_id, name, content_type, size, storage_path, status, confirmed_at)
       select id, space_id, $1, 'picture.png', 'image/png', 1, id || '/picture.png', 'CONFIRMED', now()
       from (select gen_random_uuid() as id, space_id from work.pages where id = $1) p returning id, storage_path`,
      [world.page],
    ),
  );
  await gateway.owner((client) => client.query('delete from work.attachments where id = $1', [gone?.id]));
  const direct = openDirect(gateway, await readSchemaCache(gateway), userViewer(String(DEMO_USERS.carla)));
  const files = [{ from: hers?.id, to: gone?.id, pageId }];
  expect(await direct.rpc('copy_attachments', { files, space_id: hers?.space_id })).toMatchObject({ refused: null });
  const rows = await gateway.owner((client) =>
    client.query('select storage_path from work.attachments where id = $1', [gone?.id]),
  );
  expect(rows[0]?.storage_path).toMatch(/^[0-9a-f-]{36}\/picture\.png$/);
  expect(rows[0]?.storage_path).not.toBe(gone?.storage_path);
});

it('gives nobody a file of another space by the function that copies rows', async () => {
  const carla = createWorkspace(gateway, 'carla');
  const pageId = await carla.createPage('Mine', { spaceId: await carla.createSpace() });
  expect(codesOf(await run('duplicatePage', { pageId: world.page }, { as: 'carla' }))).toEqual(['NOT_FOUND']);
  const viewer = { ...ANONYMOUS, kind: 'user' } as const;
  const [row] = await gateway.owner((client) =>
    client.query('select p.space_id, p.created_by from work.pages p where p.id = $1', [pageId]),
  );
  const claims = JSON.stringify({ role: 'authenticated', sub: row?.created_by });
  const files = JSON.stringify([{ from: world.picture, to: pageId, pageId }]);
  const copied = gateway.sources.postgres?.transact(
    { ...viewer, id: String(row?.created_by), role: 'authenticated', claims },
    (statement) =>
      statement({ text: `select work.copy_attachments($1::jsonb, $2::uuid)::text`, values: [files, row?.space_id] }),
  );
  await expect(copied).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
