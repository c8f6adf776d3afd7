/** 200,000 pages of a chunk each, with vectors of 1,536 numbers: a database that is made once and kept. */
import { GatewayError } from '../../src/errors.ts';
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';

/** Whose chunks are how many. */
export interface Tenant {
  readonly name: string;
  readonly spaceIds: readonly string[];
  /** A user who is a member of these spaces. */
  readonly user: string;
  readonly chunks: number;
}

/** A database of the bench. */
export interface SearchBench extends AsyncDisposable {
  readonly url: string;
  readonly tenants: readonly Tenant[];
  /** Seconds that making it took; null where it was there. */
  readonly madeInSeconds: number | null;
}

/** The model of every vector. */
export const BENCH_MODEL = 'bench';

/** Raised with every change of what is generated. */
const GENERATION = 1;
const SHARES = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001];
/** Spaces of the rest, and one that has fewer chunks than are asked for. */
const OTHERS = 57;
const TINY = 4;
const INDEXES = ['search_index_embedding', 'search_index_tsv'];

/** @param chunks How many in all. @param isKept Whether the database stays, under the name `tripoint_search_bench`. */
export async function openSearchBench(chunks: number, isKept: boolean): Promise<SearchBench> {
  const name = isKept ? 'tripoint_search_bench' : `tripoint_search_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const url = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  const sizes = sizesOf(chunks);
  const fingerprint = `generation ${GENERATION}, ${chunks} chunks`;
  const drop = () => withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  const started = performance.now();
  const isThere =
    (await withOwner(server, (client) => isMade(client, name, fingerprint))) && (await withOwner(url, isUpToDate));
  if (!isThere) {
    await drop();
    await withOwner(server, (client) => client.script(`create database ${name}`));
    await withOwner(url, async (client) => {
      await migrate(client, packagePaths().migrations);
      await fill(client, chunks, sizes);
    }).catch(async (error: unknown) => {
      await drop();
      throw error;
    });
  }
  // Last: what was not finished is made anew.
  await withOwner(server, (client) => client.script(`comment on database ${name} is '${fingerprint}'`));
  return {
    url,
    tenants: tenantsOf(sizes),
    madeInSeconds: isThere ? null : (performance.now() - started) / 1_000,
    [Symbol.asyncDispose]: async () => {
      if (!isKept) await drop();
    },
  };
}

async function isMade(client: MigrationClient, name: string, fingerprint: string): Promise<boolean> {
  const rows = await client.query(
    "select shobj_description(oid, 'pg_database') as made from pg_database where datname = $1",
    [name],
  );
  return rows[0]?.made === fingerprint;
}

/** Brings the database up to date; false where a migration that made it has been edited since. */
async function isUpToDate(client: MigrationClient): Promise<boolean> {
  try {
    await migrate(client, packagePaths().migrations);
    return true;
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'CONFLICT') return false;
    throw error;
  }
}

/** Chunks of each space, in the order of their numbers from 1. */
function sizesOf(chunks: number): number[] {
  const sized = [...SHARES.map((share) => Math.round(chunks * share)), TINY];
  const rest = chunks - sized.reduce((sum, size) => sum + size, 0);
  const even = Math.floor(rest / OTHERS);
  return [...sized, ...Array.from({ length: OTHERS }, (_, n) => even + (n < rest - even * OTHERS ? 1 : 0))];
}

function tenantsOf(sizes: readonly number[]): Tenant[] {
  const all = sizes.map((_, n) => spaceId(n + 1));
  const sized = [...SHARES.map((share) => `${share * 100} %`), `${TINY} chunks`].map((name, n) => {
    return { name, spaceIds: [spaceId(n + 1)], user: userId(n + 1), chunks: sizes[n] ?? 0 };
  });
  const sum = sizes.reduce((total, size) => total + size, 0);
  return [{ name: '100 %', spaceIds: all, user: userId(0), chunks: sum }, ...sized];
}

const spaceId = (n: number) => `5bace000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
/** User 0 is a member of every space, user n of space n. */
const userId = (n: number) => `a0a00000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** Where the chunks of each space end. */
function endsOf(sizes: readonly number[]): number[] {
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return end;
  });
}

async function fill(client: MigrationClient, chunks: number, sizes: readonly number[]): Promise<void> {
  const definitions = await client.query(
    `select indexdef from pg_indexes where schemaname = 'work' and indexname in (${INDEXES.map((name) => `'${name}'`).join()})`,
  );
  await client.script(`set synchronous_commit = off; set maintenance_work_mem = '${chunks > 50_000 ? 3_000 : 500}MB';
    set max_parallel_maintenance_workers = 2; set work_mem = '256MB'; set statement_timeout = 0;
    ${INDEXES.map((name) => `drop index work.${name};`).join('\n')}
    ${PARTS}`);
  await client.script(spacesSql(sizes));
  await client.script(chunksSql(chunks, endsOf(sizes)));
  for (const { indexdef } of definitions) await client.script(String(indexdef));
  await client.script('drop table bench_parts, bench_words, bench_phrases');
  for (const table of ['spaces', 'permissions', 'pages', 'search_index'])
    await client.script(`vacuum analyze work.${table}`);
}

/**
 * What vectors and texts are made of. 400 topics; in each, 24 directions that its chunks share; and 512 small ones of no
 * topic. So that, as in what a model makes of texts, a chunk has nearest neighbours, and not only equally far ones.
 * Words as rare as in a language: of 4,000, each drawn the rarer the higher its number.
 */
const PARTS = `
select setseed(0.42);
create unlogged table bench_parts (n int primary key, v extensions.vector(1536));
insert into bench_parts select n, (
    select array_agg((random() - 0.5) / 11.3 * case when n < 400 then 1 when n < 10000 then 0.35 else 0.1 end + 0 * i)
    from generate_series(1, 1536) i)::extensions.vector
  from generate_series(0, 10511) n;
create unlogged table bench_words (n int primary key, word text);
insert into bench_words select n, case when n < 40 then (array['filing','invoice','budget','tax','return','payroll','audit',
    'project','meeting','vendor','customer','payment','journal','ledger','bank','expense','quarter','month','report','plan',
    'review','policy','contract','notes','release','server','deploy','incident','hiring','leave','travel','asset','stock',
    'order','delivery','pricing','margin','forecast','close','reconciliation'])[n + 1]
  else (array['ba','co','di','fu','ga','le','mi','no','pa','re','si','to','va','zu'])[n % 14 + 1]
    || (array['ra','len','mit','sor','tun','vel','kin','dap','gom'])[n / 14 % 9 + 1]
    || (array['to','ric','nal','ment','sive','ler','pan','dus','form','gen','tive','bor','cus'])[n / 126 % 13 + 1]
    || case when n > 1638 then (array['ly','ness','er'])[n / 1638 % 3 + 1] else '' end end
  from generate_series(0, 3999) n;
create unlogged table bench_phrases (n int primary key, phrase text);
insert into bench_phrases select p.n, string_agg(w.word, ' ')
  from (select n, floor(4000 ^ random())::int - 1 as word from generate_series(0, 19999) n, generate_series(1, 10)) p
    join bench_words w on w.n = p.word group by p.n;`;

function spacesSql(sizes: readonly number[]): string {
  const id = "('5bace000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
  const user = (n: string) => `('a0a00000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  return `insert into work.spaces (id, name) select ${id}, 'Space ' || n from generate_series(1, ${sizes.length}) n;
    insert into work.permissions (space_id, user_id, role)
      select ${id}, ${user('n')}, 'admin' from generate_series(1, ${sizes.length}) n
      union all select ${id}, ${user('0')}, 'member' from generate_series(1, ${sizes.length}) n;`;
}

/** Every second chunk is of a topic of its space's own; the spaces lie mixed in the tables. */
function chunksSql(chunks: number, ends: readonly number[]): string {
  return `
    create unlogged table bench_chunks as
      select i, width_bucket((i::bigint * 7919) % ${chunks}, array[${ends.join()}]::bigint[]) + 1 as space, random() as r,
        (select string_agg(w.word, ' ') from (
          select floor(1500 ^ random())::int - 1 as word from generate_series(1, 3 + i % 3)) t
          join bench_words w on w.n = t.word) as title,
        (select string_agg(p.phrase, '. ') from (
          select floor(random() * 20000)::int as n from generate_series(1, 7) where i >= 0) t
          join bench_phrases p on p.n = t.n) as content
      from generate_series(0, ${chunks - 1}) i;
    alter table work.pages disable trigger user;
    insert into work.pages (id, space_id, title, rank)
      select ('9a6e0000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
        ('5bace000-0000-4000-8000-' || lpad(to_hex(space), 12, '0'))::uuid, initcap(left(coalesce(title, 'untitled'), 400)), work.rank_at(i)
      from bench_chunks;
    alter table work.pages enable trigger user;
    insert into work.search_index
      (space_id, page_id, chunk, content, page_version, tsv, model, native_dimensions, content_hash, embedding)
    select ('5bace000-0000-4000-8000-' || lpad(to_hex(c.space), 12, '0'))::uuid,
      ('9a6e0000-0000-4000-8000-' || lpad(to_hex(c.i), 12, '0'))::uuid, 0, c.content, 1,
      setweight(to_tsvector('english', coalesce(c.title, '')), 'A') || to_tsvector('english', c.content), '${BENCH_MODEL}', 1536,
      sha256(convert_to(c.i::text, 'UTF8')), made.v
    from (
      select t.*, array[t.topic, 10000 + floor(random() * 512)::int, 10000 + floor(random() * 512)::int]
        || array(select 400 + t.topic * 24 + floor(random() * 24)::int from generate_series(1, 6) where t.i >= 0) as parts
      from (
        select *, case when i % 2 = 0 then floor(r * 200)::int else 200 + (space * 7 + floor(r * 7)::int) % 200 end as topic
        from bench_chunks
      ) t
    ) c cross join lateral (
      select extensions.sum(p.v)::extensions.vector(1536) as v from bench_parts p where p.n = any (c.parts)
    ) made;
    drop table bench_chunks;`;
}
