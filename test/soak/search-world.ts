/** A workspace of many spaces that speak of the same things, indexed by hand, for what must not be told of it. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';

/** Spaces, numbered from 1. */
export const SPACES = 40;
const USERS = 60;
const PAGES_PER_SPACE = 40;

/** What pages say, and what is asked: the same in every space. */
export const PHRASES = [
  'how do we file 2550Q for the quarter',
  'who approves a vendor payment above the limit',
  'withholding tax on rent and services',
  'closing the books at the end of the month',
  'annual income tax return and its attachments',
  'reimbursement of travel expenses',
  'retainer invoices for the project',
  'restore the server from a backup',
  'payroll cut-off and thirteenth month pay',
  'reconciliation of the bank statement',
] as const;

/** What is in it. */
export interface SearchWorld {
  readonly users: readonly { readonly id: string; readonly spaces: readonly number[] }[];
  readonly pages: number;
  readonly chunks: number;
  /** The model of most chunks: that of the embedder that is built in. */
  readonly model: string;
  readonly spaceId: (n: number) => string;
  /** 0 where it is none. */
  readonly spaceNumber: (id: string) => number;
}

/** Every chunk says a word that stands in no other space: `zx7q` in the seventh. */
export async function fillSearchWorld(
  client: MigrationClient,
  choose: (below: number) => number,
): Promise<SearchWorld> {
  const users = Array.from({ length: USERS }, (_, n) => ({
    id: uuid('a0a0', n + 1),
    // Each tenth is a member of none.
    spaces: n % 10 === 0 ? [] : [...new Set(Array.from({ length: 1 + choose(7) }, () => 1 + choose(SPACES)))],
  }));
  await client.query(
    `insert into work.spaces (id, name, language)
     select id, 'Space zx' || n || 'q', case when n % 5 = 0 then 'simple' else 'english' end from unnest($1::uuid[]) with ordinality as s (id, n)`,
    [Array.from({ length: SPACES }, (_, n) => spaceId(n + 1))],
  );
  for (const { id, spaces } of users)
    await client.query(
      "insert into work.permissions (space_id, user_id, role) select unnest($1::uuid[]), $2, 'member'",
      [spaces.map(spaceId), id],
    );
  const model = await fillPages(client, choose);
  await queueSome(client);
  const [counted] = await client.query('select count(*)::int as chunks from work.search_index');
  await client.script('analyze work.pages; analyze work.search_index');
  return {
    users,
    pages: SPACES * PAGES_PER_SPACE,
    chunks: Number(counted?.chunks),
    model,
    spaceId,
    spaceNumber: (id) => (id.startsWith('5bac') ? Number.parseInt(id.slice(-12), 16) : 0),
  };
}

const uuid = (prefix: string, n: number) => `${prefix}0000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const spaceId = (n: number) => uuid('5bac', n);

async function fillPages(client: MigrationClient, choose: (below: number) => number): Promise<string> {
  const embedder = createHashingEmbedder();
  for (let space = 1; space <= SPACES; space += 1) {
    const rows = Array.from({ length: PAGES_PER_SPACE }, (_, n) => {
      const said = Array.from({ length: 3 }, () => PHRASES[choose(PHRASES.length)] ?? '');
      const content = `${said.join('. ')}. Only here: zx${space}q <b>&amp; "more"</b>`;
      return { id: uuid('9a6e', space * 1_000 + n), title: `${said[0]} zx${space}q`, content };
    });
    const vectors = await embedder.embed(
      rows.map(({ title, content }) => `${title}\n${content}`),
      { purpose: 'passage' },
    );
    await client.query(
      `with given as (
         select r.*, r.ord::int as n from rows from (
           jsonb_to_recordset($1::jsonb) as (id uuid, title text, content text, embedding text)) with ordinality
           as r (id, title, content, embedding, ord)
       ), made as (
         insert into work.pages (id, space_id, title, rank, archived_at)
         select g.id, $2, g.title, work.rank_at(g.n), case when g.n % 13 = 0 then now() end from given g returning id
       )
       insert into work.search_index
         (space_id, page_id, chunk, heading, content, page_version, tsv, model, native_dimensions, content_hash, embedding)
       select $2, g.id, 0, 'Heading of zx' || $3 || 'q', g.content, 1,
         setweight(to_tsvector(s.language::regconfig, g.title), 'A') || to_tsvector(s.language::regconfig, g.content),
         case when g.n % 7 = 0 then 'another model' else $4 end, 1536, sha256(convert_to(g.content, 'UTF8')),
         g.embedding::extensions.vector
       from given g join made m on m.id = g.id join work.spaces s on s.id = $2`,
      [
        JSON.stringify(rows.map((row, n) => ({ ...row, embedding: `[${vectors[n]?.join()}]` }))),
        spaceId(space),
        String(space),
        embedder.model,
      ],
    );
  }
  return embedder.model;
}

/** In each third space a page waits for the indexer, since as many hours as the space's number. */
async function queueSome(client: MigrationClient): Promise<void> {
  await client.script('delete from work.index_queue');
  for (let space = 3; space <= SPACES; space += 3)
    await client.query(
      `insert into work.index_queue (page_id, space_id, op, enqueued_at)
       values ($1, $2, 'INDEX', now() - make_interval(hours => $3))`,
      [uuid('9a6e', space * 1_000 + 1), spaceId(space), space],
    );
}
