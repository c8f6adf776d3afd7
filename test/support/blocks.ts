/** Pages for tests of blocks: blocks are named by a letter or a word, which is their text too. */
import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { pick, type TestGateway } from './gateway.ts';

/** What `applyBlockOperations` answers. */
export interface Applied {
  readonly page: { readonly id: string; readonly version: number } | null;
  readonly version: number | null;
  readonly created: readonly { readonly givenId: string | null; readonly id: string }[] | null;
  readonly blocks: readonly { readonly id: string }[] | null;
  readonly deletedBlockIds: readonly string[] | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[] | null;
    readonly details: Readonly<Record<string, unknown>> | null;
  }[];
}

/** One operation as a client writes it, e.g. `{ delete: { blockId } }`. */
export type Operation = Readonly<
  Partial<Record<'insert' | 'update' | 'move' | 'delete' | 'split' | 'merge', Readonly<Record<string, unknown>>>>
>;

const APPLY = `mutation ($input: ApplyBlockOperationsInput!) { applyBlockOperations(input: $input) {
  page { id version } version created { givenId id } blocks { id } deletedBlockIds userErrors { code message path details } } }`;

interface BlockRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly content: { readonly text?: string };
}

/** A page of its own, in the space in which Ana is admin and Ben is member. */
export async function openBlockPage(gateway: TestGateway, title = 'Blocks') {
  const created = await gateway.execute(
    'mutation ($input: CreatePageInput!) { createPage(input: $input) { page { id } userErrors { message } } }',
    { as: 'ana', variables: { input: { title, spaceId: seedId('space', 'finance') } } },
  );
  const pageId = pick(created.data, 'createPage.page.id') as string;
  const givenId = (name: string) => uuidOf(pageId, name);
  const ask = (
    operations: readonly Operation[],
    {
      as = 'ana',
      ...given
    }: { as?: string | null; expectedVersion?: number; idempotencyKey?: string; pageId?: string } = {},
  ) => gateway.execute(APPLY, { as, variables: { input: { pageId, expectedVersion: 1, operations, ...given } } });
  const version = async () =>
    pick(
      (await gateway.execute(`{ page(id: "${pageId}") { version } }`, { as: 'ana' })).data,
      'page.version',
    ) as number;
  /** At the current version where none is given. */
  const apply = async (operations: readonly Operation[], given: Parameters<typeof ask>[1] = {}): Promise<Applied> => {
    const answer = await ask(operations, { expectedVersion: given.expectedVersion ?? (await version()), ...given });
    expect(answer.errors).toBeUndefined();
    return answer.data?.applyBlockOperations as Applied;
  };
  /** Applies, and takes no refusal. */
  const change = async (...operations: readonly Operation[]): Promise<Applied> => {
    const applied = await apply(operations);
    expect(applied.userErrors).toEqual([]);
    return applied;
  };
  const rows = () =>
    gateway.owner((client) =>
      client.query('select * from work.blocks where page_id = $1 order by rank, id', [pageId]),
    ) as Promise<unknown> as Promise<BlockRow[]>;
  return {
    pageId,
    /** What the client names a new block. */
    givenId,
    /** The block's own id, which follows from that. */
    id: (name: string) => storedId(pageId, givenId(name)),
    ask,
    apply,
    change,
    version,
    rows,
    /** The blocks' texts in order, what stands inside one in brackets: `A(B C) D`. */
    outline: async () => outlineOf(await rows()),
    /** `insert('B', { parentId: id('A') })`: a block whose text is its name. */
    insert: (name: string, given: Readonly<Record<string, unknown>> = {}): Operation => ({
      insert: { id: givenId(name), type: 'PARAGRAPH', content: { text: name }, ...given },
    }),
  };
}

/** The same, with blocks that stand as `A(B(C)) D`, at version 2. */
export async function openBlockTree(gateway: TestGateway): Promise<BlockPage> {
  const page = await openBlockPage(gateway);
  const { insert, givenId } = page;
  await page.change(
    insert('A'),
    insert('B', { parentId: givenId('A') }),
    insert('C', { parentId: givenId('B') }),
    insert('D'),
  );
  return page;
}

/** What `openBlockPage` gives. */
export type BlockPage = Awaited<ReturnType<typeof openBlockPage>>;

/** The same for the same page and name. */
function uuidOf(pageId: string, name: string): string {
  const hex = createHash('sha256').update(`${pageId} ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** As `work.block_id` makes it. */
export function storedId(pageId: string, givenId: string): string {
  const bytes = Buffer.from((pageId + givenId).replaceAll('-', ''), 'hex');
  const digest = createHash('sha256').update(bytes).digest().subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** An id that names nothing. */
export const NOWHERE = randomUUID();

function outlineOf(rows: readonly BlockRow[], parentId: string | null = null): string {
  return rows
    .filter((row) => row.parent_id === parentId)
    .map((row) => {
      const inside = outlineOf(rows, row.id);
      return `${row.content.text ?? '·'}${inside && `(${inside})`}`;
    })
    .join(' ');
}
