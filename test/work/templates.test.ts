/** Templates: saved from a page, begun with, and as hidden as the space that they belong to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, type Payload, refuse } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const TEMPLATE = 'template { id name description content version createdBy space { id } }';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;
let ana: Workspace;
let spaceId: string;
let pageId: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  ana = createWorkspace(gateway, 'ana');
  spaceId = await ana.createSpace();
  await mutate(gateway, 'ana', {
    name: 'grantPermission',
    input: { spaceId, userId: DEMO_USERS.ben, role: 'MEMBER' },
    select: 'permission { id }',
  });
  pageId = await ana.createPage('Month end', { spaceId });
  const operations = [
    { insert: { id: '11111111-1111-4111-8111-111111111111', type: 'TOGGLE', content: { text: 'Steps' } } },
    {
      insert: {
        type: 'TO_DO',
        content: { text: 'Reconcile', checked: false },
        parentId: '11111111-1111-4111-8111-111111111111',
      },
    },
    { insert: { type: 'PARAGRAPH', content: { text: 'Then post' } } },
  ];
  const applied = await mutate(gateway, 'ana', {
    name: 'applyBlockOperations',
    input: { pageId, expectedVersion: 1, operations },
    select: 'page { id }',
  });
  expect(applied.userErrors).toEqual([]);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const save = (input: Readonly<Record<string, unknown>>, as = 'ana') =>
  mutate(gateway, as, { name: 'savePageAsTemplate', input: { pageId, ...input }, select: TEMPLATE });
const idOf = (payload: Payload) => String(pick(payload, 'template.id'));

/** The blocks of a page: type, text, and what the block stands in. */
async function readBlocks(id: string): Promise<unknown> {
  const { data } = await gateway.execute(
    `{ page(id: "${id}") { blocks { nodes { id type content parent { type } } } } }`,
    { as: 'ana' },
  );
  return (
    pick(data, 'page.blocks.nodes') as { type: string; content: { text: string }; parent: { type: string } | null }[]
  )
    .map(({ type, content, parent }) => `${parent ? `${parent.type} > ` : ''}${type} ${content.text}`)
    .sort();
}

const BLOCKS = ['PARAGRAPH Then post', 'TOGGLE > TO_DO Reconcile', 'TOGGLE Steps'];

describe('savePageAsTemplate', () => {
  it('keeps the blocks of a page in order, without ids, under its title', async () => {
    const saved = await save({ description: 'For accountants' });
    expect(saved).toMatchObject({
      template: {
        name: 'Month end',
        description: 'For accountants',
        version: 1,
        createdBy: DEMO_USERS.ana,
        space: { id: spaceId },
        content: { title: 'Month end', blocks: [{ n: 1 }, { n: 2 }, { n: 3 }] },
      },
    });
    expect(JSON.stringify(saved)).not.toContain('11111111-1111');
    const { data } = await gateway.execute(`{ space(id: "${spaceId}") { templates { nodes { name } } } }`, {
      as: 'ben',
    });
    expect(pick(data, 'space.templates.nodes')).toEqual([{ name: 'Month end' }]);
  });

  it('refuses a name that the space has, and answers the same template to the same key', async () => {
    const input = { name: 'Once', idempotencyKey: `template-${pageId}` };
    const made = await Promise.all([1, 2].map(() => save(input)));
    expect(new Set(made.map(idOf)).size).toBe(1);
    expect(codesOf(await save({ name: 'Once' }))).toEqual(['CONFLICT']);
    expect(codesOf(await save({ ...input, name: 'Twice' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is FORBIDDEN to a member, and says of a hidden page what it says of none', async () => {
    const asked = { name: 'savePageAsTemplate', input: { pageId }, select: TEMPLATE };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    const say = async (id: string) =>
      JSON.stringify((await save({ pageId: id }, 'carla')).userErrors).replaceAll(id, '…');
    expect(await say(pageId)).toBe(await say(NOWHERE));
    expect(await say(pageId)).toContain('NOT_FOUND');
  });
});

describe('createPage with a template', () => {
  it('puts its blocks onto the new page, which is then a page like any other', async () => {
    const templateId = idOf(await save({ name: 'To begin with' }));
    const first = await ana.createPage('November', { spaceId, templateId });
    const second = await ana.createPage('December', { parentId: first, templateId });
    for (const id of [first, second]) expect(await readBlocks(id)).toEqual(BLOCKS);
    expect(await readBlocks(pageId)).toEqual(BLOCKS);
    const [row] = await gateway.owner((client) =>
      client.query('select op from work.index_queue where page_id = $1', [first]),
    );
    expect(row).toEqual({ op: 'INDEX' });
  });

  it('takes a template of another space that the viewer reads, and makes one page a key', async () => {
    const templateId = idOf(await save({ name: 'For everybody' }));
    const ben = createWorkspace(gateway, 'ben');
    const own = await ben.createSpace();
    const input = { title: 'Mine', spaceId: own, templateId, idempotencyKey: own };
    const made = await Promise.all([1, 2].map(() => ben.run('createPage', input)));
    expect(new Set(made.map((payload) => pick(payload, 'page.id'))).size).toBe(1);
    expect(await ben.drawTree(own)).toEqual(['Mine']);
    expect(codesOf(await ben.run('createPage', { ...input, templateId: undefined }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('says of a hidden template what it says of none, and makes no page', async () => {
    const templateId = idOf(await save({ name: 'Hidden' }));
    const carla = createWorkspace(gateway, 'carla');
    const own = await carla.createSpace();
    const say = async (id: string) =>
      JSON.stringify(
        (await carla.run('createPage', { title: 'x', spaceId: own, templateId: id })).userErrors,
      ).replaceAll(id, '…');
    expect(await say(templateId)).toBe(await say(NOWHERE));
    expect(await say(templateId)).toContain('NOT_FOUND');
    expect(await carla.drawTree(own)).toEqual([]);
    const { data } = await gateway.execute(`{ template(id: "${templateId}") { id } }`, { as: 'carla' });
    expect(data).toEqual({ template: null });
  });

  it('is FORBIDDEN to a member of the space that the page is to stand in', async () => {
    const templateId = idOf(await save({ name: 'Not for ben' }));
    const asked = { name: 'createPage', input: { title: 'x', spaceId, templateId }, select: 'page { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
  });
});
