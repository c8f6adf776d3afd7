/** Comments as a client meets them: threads on pages and blocks, who may do what with them, and what stays hidden. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, type Payload } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const COMMENT =
  'comment { id body version authorId editedAt resolvedAt resolvedBy parent { id } block { id } page { id } }';
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const BOARD_PAGE = seedId('page', 'minutes');
/** Inputs that mutations share go by another name than their own. */
const INPUTS: Readonly<Record<string, string>> = { reopenComment: 'ResolveCommentInput' };

let gateway: TestGateway;
let ana: Workspace;
let pageId: string;
let blockId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  ana = createWorkspace(gateway, 'ana');
  const spaceId = await ana.createSpace();
  for (const [userId, role] of [
    [DEMO_USERS.ben, 'MEMBER'],
    [DEMO_USERS.carla, 'EDITOR'],
  ])
    await mutate(gateway, 'ana', {
      name: 'grantPermission',
      input: { spaceId, userId, role },
      select: 'permission { id }',
    });
  pageId = await ana.createPage('Discussed', { spaceId });
  const [block] = await sql(
    `insert into work.blocks (space_id, page_id, rank, type) values ($1, $2, 'a0', 'PARAGRAPH') returning id`,
    [spaceId, pageId],
  );
  blockId = String(block?.id);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const idOf = (payload: Payload) => String(pick(payload, 'comment.id'));

/** Runs one mutation of comments; a refusal of the response comes back as its code too. */
async function run(as: string, name: string, input: Readonly<Record<string, unknown>>): Promise<Payload> {
  const type = INPUTS[name] ?? `${name.replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${COMMENT} userErrors { code message path details } } }`;
  const { data, errors } = await gateway.execute(query, { as, variables: { input } });
  const refused = (errors ?? []).map(({ message, extensions }) => ({
    code: extensions.code,
    message,
    path: null,
    details: null,
  }));
  return (data?.[name] as Payload | null) ?? { comment: null, userErrors: refused };
}

const begin = async (as: string, on: Readonly<Record<string, unknown>> = {}) =>
  idOf(await run(as, 'addComment', { pageId, body: 'Why?', ...on }));

describe('a thread', () => {
  it('is begun by a member on a page or a block, answered, and read in order', async () => {
    const onBlock = await run('ben', 'addComment', { pageId, blockId, body: '  Which month?  ' });
    expect(onBlock).toMatchObject({
      comment: { body: 'Which month?', authorId: DEMO_USERS.ben, version: 1, block: { id: blockId }, parent: null },
      userErrors: [],
    });
    const commentId = idOf(onBlock);
    for (const [as, body] of [
      ['ana', 'This one'],
      ['ben', 'Thanks'],
    ] as const)
      expect(await run(as, 'replyToComment', { commentId, body })).toMatchObject({
        comment: { body, parent: { id: commentId }, block: { id: blockId }, page: { id: pageId } },
      });
    const { data } = await gateway.execute(
      `{ page(id: "${pageId}") { comments(filter: { parentId: { isNull: true }, id: { eq: "${commentId}" } }) { nodes { body replies { nodes { body } } } } } }`,
      { as: 'carla' },
    );
    expect(pick(data, 'page.comments.nodes')).toEqual([
      { body: 'Which month?', replies: { nodes: [{ body: 'This one' }, { body: 'Thanks' }] } },
    ]);
  });

  it('has one level: a reply is not replied to, nor resolved on its own', async () => {
    const reply = idOf(await run('ben', 'replyToComment', { commentId: await begin('ana'), body: 'Because' }));
    expect(codesOf(await run('ana', 'replyToComment', { commentId: reply, body: 'So?' }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await run('ana', 'resolveComment', { commentId: reply }))).toEqual(['BAD_USER_INPUT']);
  });

  it('keeps on when its block is gone, as one about the page', async () => {
    const [block] = await sql(
      `insert into work.blocks (space_id, page_id, rank, type) select space_id, id, 'a9', 'CODE' from work.pages where id = $1 returning id`,
      [pageId],
    );
    const commentId = await begin('ben', { blockId: block?.id });
    await sql('delete from work.blocks where id = $1', [block?.id]);
    expect(await run('ben', 'editComment', { commentId, body: 'Where?' })).toMatchObject({ comment: { block: null } });
  });

  it('changes nothing about the version of its page, and wakes who looks at it', async () => {
    const read = () => sql('select version, changed_in::text as changed from work.pages where id = $1', [pageId]);
    const [before] = await read();
    await begin('ben');
    const [after] = await read();
    expect(after?.version).toBe(before?.version);
    expect(after?.changed).not.toBe(before?.changed);
  });
});

describe('editComment', () => {
  it('gives its own author another text, and says when', async () => {
    const commentId = await begin('ben');
    const edited = await run('ben', 'editComment', { commentId, body: 'How?', expectedVersion: 1 });
    expect(edited).toMatchObject({ comment: { body: 'How?', version: 2, editedAt: expect.any(String) } });
    expect(await run('ben', 'editComment', { commentId, body: 'Late', expectedVersion: 1 })).toMatchObject({
      comment: null,
      userErrors: [{ code: 'CONFLICT', details: { currentVersion: 2 } }],
    });
  });

  it.each(['ana', 'carla', 'service'])('is FORBIDDEN to %s, who did not write it', async (as) => {
    const commentId = await begin('ben');
    expect(codesOf(await run(as, 'editComment', { commentId, body: 'Mine' }))).toEqual(['FORBIDDEN']);
  });
});

describe('resolveComment and reopenComment', () => {
  it('close and open a thread, for its author and for editors', async () => {
    const commentId = await begin('ben');
    expect(await run('carla', 'resolveComment', { commentId, expectedVersion: 1 })).toMatchObject({
      comment: { version: 2, resolvedAt: expect.any(String), resolvedBy: DEMO_USERS.carla },
    });
    expect(codesOf(await run('ana', 'replyToComment', { commentId, body: 'And?' }))).toEqual(['CONFLICT']);
    expect(codesOf(await run('ana', 'resolveComment', { commentId }))).toEqual(['CONFLICT']);
    expect(await run('ben', 'reopenComment', { commentId })).toMatchObject({
      comment: { version: 3, resolvedAt: null, resolvedBy: null },
    });
    expect(codesOf(await run('ben', 'reopenComment', { commentId }))).toEqual(['CONFLICT']);
    expect(codesOf(await run('ana', 'replyToComment', { commentId, body: 'And?' }))).toEqual([]);
  });

  it('are FORBIDDEN to another member, and refuse a version that is past', async () => {
    const commentId = await begin('ana');
    expect(codesOf(await run('ben', 'resolveComment', { commentId }))).toEqual(['FORBIDDEN']);
    expect(codesOf(await run('ana', 'resolveComment', { commentId, expectedVersion: 7 }))).toEqual(['CONFLICT']);
  });
});

describe('what is refused', () => {
  it('is said of a hidden page, block or comment in the same words as of none', async () => {
    const other = createWorkspace(gateway, 'carla');
    const hiddenPage = await other.createPage('Hidden', { spaceId: await other.createSpace() });
    const hidden = idOf(await run('carla', 'addComment', { pageId: hiddenPage, body: 'Secret' }));
    const asked: readonly (readonly [string, Record<string, unknown>, string])[] = [
      ['addComment', { pageId: hiddenPage, body: 'x' }, 'pageId'],
      ['addComment', { pageId, blockId: seedId('page', 'month-end'), body: 'x' }, 'blockId'],
      ['replyToComment', { commentId: hidden, body: 'x' }, 'commentId'],
      ['editComment', { commentId: hidden, body: 'x' }, 'commentId'],
      ['resolveComment', { commentId: hidden }, 'commentId'],
      ['reopenComment', { commentId: hidden }, 'commentId'],
    ];
    for (const [name, input, id] of asked) {
      const refused = await run('ana', name, input);
      const absent = await run('ana', name, { ...input, [id]: NOWHERE });
      expect(codesOf(refused), name).toEqual(['NOT_FOUND']);
      const masked = ({ userErrors }: Payload, value: unknown) =>
        JSON.stringify(userErrors).replaceAll(String(value), '…');
      expect(masked(refused, input[id]), name).toBe(masked(absent, NOWHERE));
    }
    expect(codesOf(await run('ben', 'addComment', { pageId: BOARD_PAGE, body: 'x' }))).toEqual(['NOT_FOUND']);
  });

  it('is a text that is empty, too long, or holds U+0000', async () => {
    for (const body of ['  ', 'x'.repeat(10_001), 'a\u0000b'])
      expect(await run('ana', 'addComment', { pageId, body })).toMatchObject({
        userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'body'] }],
      });
  });

  it('is what is said about a page that is archived', async () => {
    const commentId = await begin('ben');
    await ana.run('archivePage', { pageId });
    try {
      expect(codesOf(await run('ben', 'addComment', { pageId, body: 'x' }))).toEqual(['CONFLICT']);
      expect(codesOf(await run('ben', 'editComment', { commentId, body: 'x' }))).toEqual(['CONFLICT']);
    } finally {
      await ana.run('restorePage', { pageId });
    }
  });

  it('is a repeated request no second time: the same key answers the same comment', async () => {
    const input = { pageId, body: 'Once', idempotencyKey: `comment-${pageId}` };
    const made = await Promise.all([1, 2, 3].map(() => run('ben', 'addComment', input)));
    expect(new Set(made.map(idOf)).size).toBe(1);
    expect(codesOf(await run('ben', 'addComment', { ...input, body: 'Twice' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const [row] = await sql('select count(*)::int as n from work.comments where page_id = $1 and body = $2', [
      pageId,
      'Once',
    ]);
    expect(row?.n).toBe(1);
  });

  it('comes to nobody without a token', async () => {
    const { errors } = await gateway.execute(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }',
      { variables: { input: { pageId, body: 'x' } } },
    );
    expect(errors?.[0]?.extensions.code).toBe('BOUNDARY_VIOLATION');
  });
});
