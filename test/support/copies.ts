/** Pages that name each other in every way, for tests of copies: Ana is admin of their space, and Ben a member. */
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { pick, type TestGateway } from './gateway.ts';
import { mutate } from './work-mutate.ts';
import { createWorkspace } from './work-pages.ts';

/** What stands on the page that is copied, by what each is. */
export interface CopiedWorld {
  readonly spaceId: string;
  /** The page, the one below it, and one beside it. */
  readonly page: string;
  readonly below: string;
  readonly outside: string;
  readonly database: string;
  readonly rows: readonly string[];
  /** The picture on the page, and a file on the page beside it. */
  readonly picture: string;
  readonly outsideFile: string;
  /** A block that a link leads to. */
  readonly target: string;
}

/** Bytes of the picture. */
export const PICTURE = 'picture';

type Fields = Readonly<Record<string, unknown>>;

/** Makes the pages through the gateway, which has a storage. */
export async function openCopiedWorld(gateway: TestGateway): Promise<CopiedWorld> {
  const ana = createWorkspace(gateway, 'ana');
  const run = async (name: string, input: Fields, select: string) => {
    const payload = await mutate(gateway, 'ana', { name, input, select });
    if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
    return payload;
  };
  const spaceId = await ana.createSpace();
  await run('grantPermission', { spaceId, userId: DEMO_USERS.ben, role: 'MEMBER' }, 'permission { id }');
  const page = await ana.createPage('Original', { spaceId });
  const below = await ana.createPage('Below', { parentId: page });
  const outside = await ana.createPage('Outside', { spaceId });
  const { database, rows } = await createRows(run, page);
  const picture = await uploadFile(gateway, { pageId: page, name: 'picture.png', contentType: 'image/png' });
  const outsideFile = await uploadFile(gateway, { pageId: outside, name: 'outside.png', contentType: 'image/png' });
  const made = await run(
    'applyBlockOperations',
    { pageId: page, expectedVersion: 1, operations: [{ insert: { type: 'HEADING_1', content: { text: 'Target' } } }] },
    'created { id }',
  );
  const target = String(pick(made, 'created.0.id'));
  const world = { spaceId, page, below, outside, database, rows, picture, outsideFile, target };
  const insert = ([type, content]: readonly [string, Fields]) => ({ insert: { type, content } });
  const version = { pageId: page, expectedVersion: 2 };
  await run('applyBlockOperations', { ...version, operations: blocksNaming(world).map(insert) }, 'version');
  await run(
    'applyBlockOperations',
    { pageId: below, expectedVersion: 1, operations: [insert(['PAGE_EMBED', { pageId: page }])] },
    'version',
  );
  return world;
}

/** The blocks of the page, after the heading that they lead to; the words of a text are no reference. */
export function blocksNaming(world: CopiedWorld): readonly (readonly [string, Fields])[] {
  const { page, below, outside, database, picture, outsideFile, target } = world;
  const link = (text: string, href: string) => ({ text, marks: [{ type: 'link', from: 0, to: 4, href }] });
  return [
    ['PAGE_EMBED', { pageId: below }],
    ['PAGE_EMBED', { pageId: outside }],
    ['DATABASE_VIEW', { databaseId: database, view: 'board' }],
    ['IMAGE', { attachmentId: picture, alt: 'a picture', caption: link('here', `https://app.example/p/${page}`) }],
    ['FILE', { attachmentId: outsideFile }],
    ['PARAGRAPH', link('here we are', `https://app.example/p/${page}#${target}`)],
    ['QUOTE', link('here', `https://app.example/Title-${page.replaceAll('-', '')}`)],
    ['BOOKMARK', { url: `https://app.example/p/${page.toUpperCase()}?db=${database}`, title: 'Itself' }],
    ['TABLE', { rows: [['plain', link('cell', `https://app.example/p/${below}`)]] }],
  ];
}

/** Two rows that are related to each other, one also to a row that is gone. */
async function createRows(run: (name: string, input: Fields, select: string) => Promise<Fields>, pageId: string) {
  const columns = [
    { name: 'Name', type: 'TEXT', required: true },
    { name: 'State', type: 'STATUS' },
    { name: 'Link', type: 'URL' },
  ];
  const database = String(
    pick(await run('createDatabase', { pageId, title: 'Deals', columns }, 'database { id }'), 'database.id'),
  );
  const relation = { databaseId: database, name: 'Next', type: 'RELATION', relatedDatabaseId: database };
  await run('addDatabaseColumn', relation, 'column { id }');
  const link = `https://app.example/p/${pageId}`;
  const data = [{ Name: 'one', State: 'Done', Link: link }, { Name: 'two' }, { Name: 'gone' }];
  const inserted = await run('insertDatabaseRows', { databaseId: database, rows: data }, 'rows { id }');
  const ids = (inserted.rows as { id: string }[]).map(({ id }) => id);
  const [one, two, gone] = ids as [string, string, string];
  await run('updateDatabaseRow', { rowId: one, data: { Next: [two, gone] } }, 'row { id }');
  await run('updateDatabaseRow', { rowId: two, data: { Next: [one] } }, 'row { id }');
  await run('deleteDatabaseRow', { rowId: gone }, 'database { id }');
  return { database, rows: [one, two] };
}

/** Announces a file as Ana, uploads and confirms it. */
export async function uploadFile(gateway: TestGateway, input: Fields): Promise<string> {
  const select = 'attachment { id } uploadUrl';
  const announced = { name: 'createAttachmentUpload', input: { size: PICTURE.length, ...input }, select };
  const made = await mutate(gateway, 'ana', announced);
  const headers = { 'content-type': String(input.contentType) };
  await fetch(String(made.uploadUrl), { method: 'PUT', body: PICTURE, headers });
  const attachmentId = String(pick(made, 'attachment.id'));
  await mutate(gateway, 'ana', { name: 'confirmAttachment', input: { attachmentId }, select: 'attachment { id }' });
  return attachmentId;
}
