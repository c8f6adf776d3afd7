/** Dry runs: the same checks and the same statement, the answer as it would be and a diff; nothing is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../../src/storage/files.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createOdooPeople } from '../support/odoo-people.ts';
import { createWorkspace } from '../support/work-pages.ts';

const DIFF = 'diff { path before after } unknown confirmation receipt { seq } userErrors { code message path }';

interface Told {
  readonly diff: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[] | null;
  readonly unknown: readonly string[] | null;
  readonly userErrors: readonly { readonly code: string }[];
}

let gateway: TestGateway;
let page: string;
let spaceId: string;
const asked: string[] = [];

/** Notes what it is asked, and has the file that a test says. */
const files: FileStore = {
  signUpload: async (path) => note('signUpload', `https://files.test/${path}`),
  signDownload: async (path) => note('signDownload', `https://files.test/${path}`),
  stat: async () => ({ size: 4, contentType: 'text/plain' }),
  copy: async () => note('copy', undefined),
  disarm: async () => note('disarm', undefined),
  remove: async () => note('remove', undefined),
};

function note<T>(what: string, answer: T): T {
  asked.push(what);
  return answer;
}

beforeAll(async () => {
  gateway = await createTestGateway({ files, connecting: {} });
  const workspace = createWorkspace(gateway, 'ana');
  spaceId = await workspace.createSpace();
  page = await workspace.createPage('Minutes', { spaceId });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Asks one mutation, with `dryRun` where `select` begins with it. */
async function write(name: string, input: object, select: string, { as = 'ana', isDry = true } = {}) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input, dryRun: ${isDry}) { ${select} ${DIFF} } }`;
  const { data, errors } = await gateway.execute(query, { as, variables: { input } });
  expect(errors).toBeUndefined();
  return pick(data, name) as Told;
}

async function countRows(table: string): Promise<number> {
  const [row] = await gateway.owner((client) => client.query(`select count(*)::int as rows from ${table}`));
  return Number(row?.rows);
}

describe('a dry run', () => {
  it('answers an update as it would be, with what would change, and keeps nothing', async () => {
    const told = await write('updatePage', { pageId: page, title: 'Decisions' }, 'page { id title version }');
    expect(pick(told, 'page')).toEqual({ id: page, title: 'Decisions', version: 2 });
    expect(told.diff).toContainEqual({ path: 'page.title', before: 'Minutes', after: 'Decisions' });
    expect(told).toMatchObject({ userErrors: [], unknown: [], confirmation: null, receipt: null });
    const { data } = await gateway.execute(`{ page(id: "${page}") { title version } }`, { as: 'ana' });
    expect(pick(data, 'page')).toEqual({ title: 'Minutes', version: 1 });
  });

  it('answers what would be made, and what would be gone', async () => {
    const made = await write('createPage', { title: 'New', spaceId }, 'page { title }');
    expect(made.diff).toContainEqual({ path: 'page.title', before: null, after: 'New' });
    expect(made.diff).toContainEqual({ path: 'page.space', before: null, after: spaceId });
    const kept = await write('addComment', { pageId: page, body: 'Stays' }, 'comment { id }', { isDry: false });
    const commentId = String(pick(kept, 'comment.id'));
    const gone = await write('deleteComment', { commentId }, 'page { id }');
    expect(gone.diff).toContainEqual({ path: `Comment.${commentId}.body`, before: 'Stays', after: null });
    expect(await countRows(`work.comments where id = '${commentId}'`)).toBe(1);
  });

  it('tells of every row that would change, not only of those that were selected', async () => {
    const operations = [{ insert: { type: 'PARAGRAPH', content: { text: 'One' } } }];
    const told = await write('applyBlockOperations', { pageId: page, expectedVersion: 1, operations }, '');
    const content = told.diff?.find(({ path }) => /^Block\.[0-9a-f-]{36}\.content$/.test(path));
    expect(content).toMatchObject({ before: null, after: { text: expect.anything() } });
    expect(told.diff).toContainEqual({ path: 'page.version', before: 1, after: 2 });
  });

  it('is refused as the write would be', async () => {
    const stale = await write('updatePage', { pageId: page, title: 'x', expectedVersion: 7 }, '');
    expect(stale.userErrors.map(({ code }) => code)).toEqual(['CONFLICT']);
    expect(stale.diff).toBeNull();
    const strange = await write('updatePage', { pageId: page, title: 'x' }, '', { as: 'ben' });
    expect(strange.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    const denied = await gateway.execute(
      'mutation { enqueueRun(dryRun: true, input: { agent: "sync-odoo-agent", kind: "odoo.write" }) { created } }',
      { as: 'ana' },
    );
    expect(denied.errors?.[0]?.extensions.code).toBe('BOUNDARY_VIOLATION');
  });

  it('uses no idempotency key up, and says of a known one that nothing would change', async () => {
    const input = { pageId: page, body: 'Once', idempotencyKey: 'dry-once' };
    for (const _ of [1, 2]) {
      const told = await write('addComment', input, 'comment { body }');
      expect(told.diff).toContainEqual({ path: 'comment.body', before: null, after: 'Once' });
    }
    expect(await countRows("work.idempotency_keys where key = 'dry-once'")).toBe(0);
    const written = await write('addComment', input, 'comment { id }', { isDry: false });
    expect(written).toMatchObject({ diff: null, unknown: null, confirmation: null });
    const known = await write('addComment', input, 'comment { id }');
    expect(pick(known, 'comment.id')).toBe(pick(written, 'comment.id'));
    expect(known.diff).toEqual([]);
    const other = await write('addComment', { ...input, body: 'Twice' }, '');
    expect(other.userErrors.map(({ code }) => code)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('leaves the ledger as it is: no run, no event, no place in a line', async () => {
    const before = await Promise.all(['ops.runs', 'ops.run_events', 'ops.run_places', 'ops.run_lines'].map(countRows));
    const input = { agent: 'sync-odoo-agent', kind: 'odoo.write', idempotencyKey: 'dry', orderingKey: 'line' };
    const told = await write('enqueueRun', input, 'run { status events { nodes { type } } } created', {
      as: 'service',
    });
    expect(told).toMatchObject({
      created: true,
      run: { status: 'QUEUED', events: { nodes: [{ type: 'run.enqueued' }] } },
    });
    expect(told.diff).toContainEqual({ path: 'run.status', before: null, after: 'QUEUED' });
    const after = await Promise.all(['ops.runs', 'ops.run_events', 'ops.run_places', 'ops.run_lines'].map(countRows));
    expect(after).toEqual(before);
  });

  it('signs, copies, changes and removes no file', async () => {
    const announced = { pageId: page, name: 'a.txt', contentType: 'text/plain', size: 4 };
    const dry = await write('createAttachmentUpload', announced, 'attachment { url } uploadUrl');
    expect(dry).toMatchObject({ attachment: { url: null }, uploadUrl: null });
    expect(asked).toEqual([]);
    const made = await write('createAttachmentUpload', announced, 'attachment { id }', { isDry: false });
    const attachmentId = String(pick(made, 'attachment.id'));
    expect(asked.splice(0)).toEqual(['signUpload']);
    const confirmed = await write('confirmAttachment', { attachmentId }, 'attachment { status url }');
    expect(pick(confirmed, 'attachment')).toEqual({ status: 'CONFIRMED', url: null });
    await write('confirmAttachment', { attachmentId }, 'attachment { status }', { isDry: false });
    await write('duplicatePage', { pageId: page }, 'page { title } leftOut { kind }');
    await write('deleteAttachment', { attachmentId }, 'page { id }');
    expect(asked).toEqual([]);
    expect(await countRows(`work.attachments where id = '${attachmentId}'`)).toBe(1);
  });

  it('asks Odoo whose a key is, and keeps no account', async () => {
    const people = await createOdooPeople(gateway);
    try {
      const input = { apiKey: people.maria.key };
      const told = await write('connectOdooAccount', input, 'viewer { odoo { login } }');
      expect(told.userErrors).toEqual([]);
      expect(JSON.stringify(told)).not.toContain(people.maria.key);
      const { data } = await gateway.execute('{ viewer { odoo { login } } }', { as: 'ana' });
      expect(pick(data, 'viewer.odoo')).toBeNull();
      const wrong = await write('connectOdooAccount', { apiKey: 'no key of anybody'.replaceAll(' ', '-') }, '');
      expect(wrong.userErrors.map(({ code }) => code)).toEqual(['ODOO_ACCOUNT_EXPIRED']);
      expect(await countRows('tripoint.odoo_keys')).toBe(0);
    } finally {
      await people[Symbol.asyncDispose]();
    }
  });

  it('asks the database little more than the write does', async () => {
    const count = async (isDry: boolean) => {
      await write('updatePage', { pageId: page, title: isDry ? 'Dry' : 'Wet' }, 'page { title }', { isDry });
      return gateway.calls.filter((call) => call.startsWith('postgres: ')).length;
    };
    // The statement and the page; of a dry run what is noted, the rows twice, and the page before and after.
    expect([await count(false), await count(true)]).toEqual([2, 7]);
  });
});
