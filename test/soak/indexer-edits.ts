/** A workspace that is edited at random, as its users do: by the workspace's own functions, under row-level security. */
import { ANONYMOUS } from '../../src/auth/viewer.ts';
import { GatewayError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { BusDatabase } from '../support/bus-database.ts';

/** Pages, and what changes them. */
export interface IndexedWorkspace extends AsyncDisposable {
  /** Changes one page at random. @returns Milliseconds that it took. */
  edit(): Promise<number>;
  /** So many so far. */
  readonly edits: () => number;
}

const USER = 'a0a00000-0000-4000-8000-000000000001';
const SPACES = 10;
const SECTIONS = 4;
/** So many of every hundred pages have a title and texts that others have too. */
const ALIKE = 20;
const WORDS =
  'filing quarter return journal entry vendor invoice project payroll audit bank statement stock counted approved late'.split(
    ' ',
  );

/** How many, and what chooses. */
export interface WorkspaceOptions {
  readonly pages: number;
  readonly choose: (below: number) => number;
}

/** Fills the database and connects to it. */
export async function createIndexedWorkspace(
  { query, loginUrl }: BusDatabase,
  { pages, choose }: WorkspaceOptions,
): Promise<IndexedWorkspace> {
  await query(FILL_SPACES, [SPACES, USER]);
  await query(FILL_PAGES, [pages, ALIKE]);
  await query(FILL_BLOCKS, [SECTIONS]);
  const blocks = await query(`select id, page_id from work.blocks where type = 'PARAGRAPH' order by id`);
  const pageIds = (await query('select id from work.pages order by id')).map(({ id }) => String(id));
  const spaceIds = (await query('select id from work.spaces order by id')).map(({ id }) => String(id));
  const postgres = createPostgresPool(
    { databaseUrl: loginUrl, poolSize: 6 },
    createLog('silent', () => {}),
  );
  const claims = JSON.stringify({ role: 'authenticated', sub: USER });
  const viewer = {
    ...ANONYMOUS,
    kind: 'user',
    id: USER,
    role: 'authenticated',
    claims,
  } as const;
  let edits = 0;
  const text = () => {
    const words = Array.from({ length: 12 }, () => WORDS[choose(WORDS.length)]).join(' ');
    // One of eight says what others say word by word.
    return choose(8) === 0 ? `We met about the ${WORDS[choose(WORDS.length)]}.` : `${words} ${edits}`;
  };
  const next = () => {
    const kind = choose(100);
    const pageId = pageIds[choose(pageIds.length)];
    if (kind < 90) return { text: SAY, values: [blocks[choose(blocks.length)]?.id, text()] };
    if (kind < 94) return { text: RENAME, values: [pageId, `Page ${text()}`] };
    if (kind < 97) return { text: ADD, values: [pageId, text()] };
    if (kind < 99) return { text: ARCHIVE, values: [pageId] };
    return { text: MOVE, values: [pageId, spaceIds[choose(spaceIds.length)]] };
  };
  return {
    edits: () => edits,
    edit: async () => {
      edits += 1;
      const statement = next();
      const started = performance.now();
      await postgres
        .transact(viewer, (run) => run(statement))
        .catch((error: unknown) => {
          // Somebody archived the page at that moment.
          if (!(error instanceof GatewayError) || error.code !== 'CONFLICT') throw error;
        });
      return performance.now() - started;
    },
    [Symbol.asyncDispose]: () => postgres.close(),
  };
}

const FILL_SPACES = `with made as (
    insert into work.spaces (name) select 'Space ' || n from generate_series(1, $1::int) n returning id
  ) insert into work.permissions (space_id, user_id, role) select id, $2::uuid, 'admin' from made`;
const FILL_PAGES = `insert into work.pages (space_id, title, rank)
  select (select id from work.spaces order by id offset n % 10 limit 1),
    case when n % 100 < $2::int then 'Weekly notes' else 'Page ' || n end, work.rank_at(n)
  from generate_series(1, $1::int) n`;
/** A heading and a text each section: a chunk. */
const FILL_BLOCKS = `insert into work.blocks (space_id, page_id, rank, type, content)
  select p.space_id, p.id, work.rank_at(2 * s + k), case k when 0 then 'HEADING_2' else 'PARAGRAPH' end,
    jsonb_build_object('text', case when k = 0 then 'Section ' || s when p.title = 'Weekly notes' then 'Nothing new.' else p.title || ' says ' || s end)
  from work.pages p, generate_series(1, $1::int) s, generate_series(0, 1) k`;
/** Each gives one row, what a transaction's statement must, and changes no archived page. */
const SAY = `with done as (update work.blocks set content = jsonb_build_object('text', $2::text) where id = $1::uuid and exists (select from work.pages p where p.id = page_id and p.archived_at is null) returning 1) select count(*) from done`;
const RENAME = `with done as (update work.pages set title = $2 where id = $1::uuid and archived_at is null returning 1) select count(*) from done`;
const ADD = `with done as (insert into work.blocks (space_id, page_id, rank, type, content)
  select p.space_id, p.id, 'z' || md5(random()::text) || '1', 'PARAGRAPH', jsonb_build_object('text', $2::text) from work.pages p where p.id = $1::uuid and p.archived_at is null
  returning 1) select count(*) from done`;
const ARCHIVE = `with done as (update work.pages set archived_at = case when archived_at is null then now() end where id = $1::uuid returning 1)
  select count(*) from done`;
const MOVE = `with done as (update work.pages set space_id = $2::uuid where id = $1::uuid and archived_at is null returning 1) select count(*) from done`;
