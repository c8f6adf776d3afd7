/** 16 clients change one page at once: what is left is a tree, and equals the accepted operations applied one by one. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { withOwner } from '../../src/postgres/owner.ts';
import { type KnownPage, knownPageOf, READ_PAGE, randomOperations } from '../support/block-client.ts';
import type { Applied, Operation } from '../support/blocks.ts';
import { type BusDatabase, createBusDatabase } from '../support/bus-database.ts';
import { seededChoice } from '../support/random.ts';
import type { Soak } from './soak.ts';
import { createWorkGateway, type ExecuteAs } from './work-gateway.ts';

const CLIENTS = 16;
const LISTS = 150;
const SMALL_LISTS = 10;
/** One of so many requests is sent twice at once, under one key. */
const TWICE = 10;
const MOVER_PAUSE_MS = 100;

const APPLY = `mutation ($input: ApplyBlockOperationsInput!) { applyBlockOperations(input: $input) {
  version created { id } blocks { id } deletedBlockIds userErrors { code message path details } } }`;
const MOVE = `mutation ($move: MovePageInput!, $update: UpdatePageInput!) {
  updatePage(input: $update) { userErrors { code message } } movePage(input: $move) { userErrors { code message } } }`;

interface Stage {
  readonly spaces: readonly string[];
  readonly page: string;
  /** A page of each space, to move the page below. */
  readonly parents: readonly string[];
  readonly users: readonly string[];
}

/** What was accepted, to be applied again in the order of the versions that it led to. */
interface Accepted {
  readonly version: number;
  readonly operations: readonly Operation[];
  /** What they made, and did not take away again. */
  readonly made: readonly string[];
}

/** What the clients met. */
interface Figures {
  readonly accepted: Accepted[];
  readonly deleted: string[];
  readonly latenciesMs: number[];
  readonly counts: Record<'stale' | 'conflicts' | 'twice' | 'timeouts' | 'pageMoves', number>;
  readonly refusals: Map<string, number>;
}

/** Edits, compares, tells. */
export const soak: Soak = async (report, seed, { small }) => {
  const stage = newStage();
  await using edited = await createBusDatabase('blocks');
  await using replayed = await createBusDatabase('blocks_replay');
  for (const database of [edited, replayed]) await setStage(database, stage);
  const figures: Figures = {
    accepted: [],
    deleted: [],
    latenciesMs: [],
    counts: { stale: 0, conflicts: 0, twice: 0, timeouts: 0, pageMoves: 0 },
    refusals: new Map(),
  };
  const seconds = await editTogether(edited, stage, figures, { seed, lists: small ? SMALL_LISTS : LISTS });
  tellFigures(report, figures, seconds);
  const blocks = await readBlocks(edited, stage.page);
  await checkTree(edited, stage.page);
  checkNoneLost(blocks, figures);
  await replay(replayed, stage.page, figures.accepted);
  const again = await readBlocks(replayed, stage.page);
  if (!isDeepStrictEqual(blocks, again))
    throw new Error(
      `the page is not what its operations make one by one: ${blocks.length} blocks, ${again.length} replayed`,
    );
  report(
    `${blocks.length} blocks: a tree, none lost, none doubled, equal to the serial replay in place, rank and content`,
  );
};

async function editTogether(
  { loginUrl }: BusDatabase,
  stage: Stage,
  figures: Figures,
  { seed, lists }: { seed: number; lists: number },
): Promise<number> {
  await using gateway = await createWorkGateway(loginUrl, CLIENTS + 1);
  const started = performance.now();
  let isDone = false;
  const mover = movePage(gateway.execute, stage, figures, () => isDone);
  const clients = stage.users.map((user, n) => {
    const choose = seededChoice(seed + n);
    return edit({ execute: gateway.execute, user, page: stage.page, figures, choose }, lists);
  });
  await Promise.all(clients).finally(() => {
    isDone = true;
  });
  await mover;
  return (performance.now() - started) / 1_000;
}

interface Client {
  readonly execute: ExecuteAs;
  readonly user: string;
  readonly page: string;
  readonly figures: Figures;
  readonly choose: (below: number) => number;
}

/** Reads again after a refusal, and sometimes: in between the client goes by what it knows. */
async function edit(client: Client, lists: number): Promise<void> {
  let page = await read(client);
  for (let done = 0; done < lists; ) {
    const operations = randomOperations(page, { choose: client.choose, newId: randomUUID });
    const { version, created, blocks, deletedBlockIds, userErrors } = await send(client, page.version, operations);
    const { figures } = client;
    if (version !== null) {
      const left = new Set((blocks ?? []).map(({ id }) => id));
      const made = (created ?? []).map(({ id }) => id).filter((id) => left.has(id));
      figures.accepted.push({ version, operations, made });
      figures.deleted.push(...(deletedBlockIds ?? []));
      if (version > page.version + 1) figures.counts.stale += 1;
      done += 1;
      if (client.choose(3) > 0) continue;
    } else if (userErrors[0]?.details?.currentVersion !== undefined) figures.counts.conflicts += 1;
    else countRefusal(figures, userErrors);
    page = await read(client);
  }
}

async function read({ execute, user, page }: Client): Promise<KnownPage> {
  const { data, errors } = await execute(user, READ_PAGE, { id: page });
  if (!data?.page) throw new Error(`the page cannot be read: ${JSON.stringify(errors)}`);
  return knownPageOf(data.page);
}

/** With a key of its own, so that a request that took too long can be sent again. */
async function send(client: Client, expectedVersion: number, operations: readonly Operation[]): Promise<Applied> {
  const { figures, choose } = client;
  const input = { pageId: client.page, expectedVersion, operations, idempotencyKey: randomUUID() };
  const started = performance.now();
  const isTwice = choose(TWICE) === 0;
  const answers = await Promise.all(Array.from({ length: isTwice ? 2 : 1 }, () => sendUntilAnswered(client, input)));
  figures.latenciesMs.push(performance.now() - started);
  if (isTwice) figures.counts.twice += 1;
  // A refusal keeps no key: the second may have been accepted.
  const accepted = answers.filter(({ version }) => version !== null);
  if (new Set(accepted.map(({ version }) => version)).size > 1) throw new Error('one key was applied twice');
  return accepted[0] ?? (answers[0] as Applied);
}

async function sendUntilAnswered(client: Client, input: object): Promise<Applied> {
  for (;;) {
    const { data, errors } = await client.execute(client.user, APPLY, { input });
    const applied = data?.applyBlockOperations as Applied | null | undefined;
    if (applied) return applied;
    if (errors?.[0]?.extensions?.code !== 'UPSTREAM_TIMEOUT') throw new Error(`no answer: ${JSON.stringify(errors)}`);
    client.figures.counts.timeouts += 1;
  }
}

/** Moves and renames the page meanwhile, from space to space. */
async function movePage(execute: ExecuteAs, stage: Stage, { counts, refusals }: Figures, isDone: () => boolean) {
  for (let n = 0; !isDone(); n += 1) {
    const move = { pageId: stage.page, parentId: stage.parents[n % 2] };
    const update = { pageId: stage.page, title: `Page ${n}` };
    const { data, errors } = await execute(stage.users[0] ?? '', MOVE, { move, update });
    if (errors && errors[0]?.extensions?.code !== 'UPSTREAM_TIMEOUT')
      throw new Error(`no move: ${JSON.stringify(errors)}`);
    for (const payload of Object.values(data ?? {}) as (Pick<Applied, 'userErrors'> | null)[]) {
      // The other one of the two may have been answered in time.
      if (payload === null) continue;
      const { userErrors } = payload;
      if (userErrors.length > 0) countRefusal({ refusals }, userErrors);
      else counts.pageMoves += 1;
    }
    await setTimeout(MOVER_PAUSE_MS);
  }
}

function countRefusal({ refusals }: Pick<Figures, 'refusals'>, [error]: Applied['userErrors']): void {
  const what = `${error?.code}: ${error?.message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}`;
  refusals.set(what, (refusals.get(what) ?? 0) + 1);
}

function tellFigures(report: (line: string) => void, figures: Figures, seconds: number): void {
  const { accepted, latenciesMs, counts, refusals } = figures;
  const operations = accepted.reduce((sum, list) => sum + list.operations.length, 0);
  const sorted = [...latenciesMs].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  report(
    `${accepted.length} lists of ${operations} operations accepted in ${seconds.toFixed(1)} s, ${counts.stale} of them for an older version`,
  );
  report(`latency p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; ${JSON.stringify(counts)}`);
  for (const [what, count] of [...refusals].sort(([, a], [, b]) => b - a)) report(`refused ${count} times: ${what}`);
}

function newStage(): Stage {
  const pair = () => [randomUUID(), randomUUID()];
  return { spaces: pair(), page: randomUUID(), parents: pair(), users: Array.from({ length: CLIENTS }, randomUUID) };
}

async function setStage({ query }: BusDatabase, { spaces, page, parents, users }: Stage): Promise<void> {
  for (const [n, space] of spaces.entries()) {
    await query('insert into work.spaces (id, name) values ($1, $2)', [space, `Space ${n}`]);
    await query('insert into work.pages (id, space_id, title, rank) values ($1, $2, $3, $4)', [
      parents[n],
      space,
      'Above',
      'a0',
    ]);
    for (const user of users)
      await query('insert into work.permissions (space_id, user_id, role) values ($1, $2, $3)', [
        space,
        user,
        'editor',
      ]);
  }
  await query('insert into work.pages (id, space_id, title, rank) values ($1, $2, $3, $4)', [
    page,
    spaces[0],
    'Page',
    'a1',
  ]);
}

async function readBlocks({ query }: BusDatabase, page: string): Promise<{ id?: string }[]> {
  return query('select id, parent_id, rank, type, content from work.blocks where page_id = $1 order by id', [page]);
}

/** Every block is reached from the top once, within the depth, inside what takes children, and beside no equal rank. */
async function checkTree({ query }: BusDatabase, page: string): Promise<void> {
  const [found] = await query(
    `with recursive tree as (
       select id, 1 as depth from work.blocks where page_id = $1 and parent_id is null
       union all select b.id, t.depth + 1 from tree t join work.blocks b on b.parent_id = t.id where t.depth < 100
     )
     select (select count(*)::int from work.blocks where page_id = $1) - count(*)::int as unreached,
       count(*)::int - count(distinct id)::int as doubled, max(depth) as depth,
       (select count(*)::int from work.blocks b join work.blocks p on p.id = b.parent_id
        where b.page_id = $1 and (p.page_id <> b.page_id or not work.takes_children(p.type))) as misplaced,
       (select count(*)::int - count(distinct (coalesce(parent_id, page_id), rank))::int from work.blocks
        where page_id = $1) as tied,
       (select max(length(rank)) from work.blocks where page_id = $1) as longest
     from tree`,
    [page],
  );
  const { unreached, doubled, depth, misplaced, tied, longest } = found as Record<string, number>;
  const broken = [unreached, doubled, misplaced, tied].some((count) => count !== 0);
  if (broken || (depth ?? 0) > 20 || (longest ?? 0) > 50) throw new Error(`this is no tree: ${JSON.stringify(found)}`);
}

/** What was inserted or split off, less what the answers said to be gone, is what there is. */
function checkNoneLost(blocks: readonly { id?: string }[], { accepted, deleted }: Figures): void {
  const expected = new Set(accepted.flatMap(({ made }) => made));
  for (const id of deleted) expected.delete(id);
  const ids = new Set(blocks.map(({ id }) => String(id)));
  const lost = [...expected].filter((id) => !ids.has(id));
  const strange = [...ids].filter((id) => !expected.has(id));
  if (lost.length + strange.length > 0) throw new Error(`${lost.length} blocks lost, ${strange.length} of nowhere`);
}

/** In the order of their versions, each for the version that the page then has. */
async function replay({ ownerUrl }: BusDatabase, page: string, accepted: readonly Accepted[]): Promise<void> {
  const inOrder = [...accepted].sort((a, b) => a.version - b.version);
  if (new Set(inOrder.map(({ version }) => version)).size < inOrder.length)
    throw new Error('two lists led to one version');
  await withOwner(ownerUrl, async (client) => {
    for (const { operations } of inOrder) {
      const given = operations.flatMap((operation) =>
        Object.entries(operation).map(([op, fields]) => ({ op, ...fields })),
      );
      await client.query('select work.apply_block_operations(id, version, $2::jsonb) from work.pages where id = $1', [
        page,
        JSON.stringify(given),
      ]);
    }
  });
}
