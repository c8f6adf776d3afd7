/**
 * The bench's own database: the product's migrations, and the same rows in every run.
 *
 * Made anew only where the migrations or this file changed: the version is kept as the database's comment.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagePaths } from '../src/paths.ts';
import { type MigrationClient, migrate } from '../src/postgres/migrate.ts';
import { withOwner } from '../src/postgres/owner.ts';
import type { BenchDatabase } from './environment.ts';
import { TREE_LEVELS, TREE_ROOT, TREE_USER } from './page-tree.ts';
import { READERS, readerId, SHARED_PAGE } from './shared-page.ts';

/** The user whose ten spaces are the work tree; 199 other users have ten spaces each. */
export const BENCH_USER = 'be0c0000-0000-4000-8000-000000000001';

/** @returns Whether the database was made now. */
export async function prepareDatabase({ maintenanceUrl, ownerUrl, name }: BenchDatabase): Promise<boolean> {
  const version = readVersion();
  const isFresh = await withOwner(maintenanceUrl, async (client) => {
    const known = await client.query(
      "select shobj_description(oid, 'pg_database') as version from pg_catalog.pg_database where datname = $1",
      [name],
    );
    if (known[0]?.version === version) return false;
    await client.script(`drop database if exists ${name} with (force)`);
    await client.script(`create database ${name} template template0`);
    return true;
  });
  if (!isFresh) return false;
  await withOwner(ownerUrl, async (client) => {
    await migrate(client, packagePaths().migrations);
    await seed(client);
    // Last, so that a seed which was interrupted is not taken for a whole one.
    await client.script(`comment on database ${name} is '${version}'`);
  });
  return true;
}

function readVersion(): string {
  const { migrations } = packagePaths();
  const names = readdirSync(migrations).filter((file) => file.endsWith('.sql'));
  const own = [
    fileURLToPath(import.meta.url),
    ...['page-tree.ts', 'shared-page.ts'].map((file) => join(import.meta.dirname, file)),
  ];
  const files = [...names.sort().map((file) => join(migrations, file)), ...own];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return `tripoint bench seed ${hash.digest('hex').slice(0, 16)}`;
}

async function seed(client: MigrationClient): Promise<void> {
  // PostGraphile calls every `id` rowId, which these views have as well, and ends.
  for (const view of ['person_cells', 'odoo_cells'])
    await client.script(`comment on column work.${view}.id is '@name cellId'`);
  await client.script(GENERATORS);
  await client.script(WORK_ROWS);
  await client.script(TREE_ROWS);
  await client.script(SHARED_ROWS);
  await client.script(LEDGER_ROWS);
  // Also sets the visibility map, so that no autovacuum starts in the middle of a round.
  for (const table of ['spaces', 'permissions', 'pages', 'blocks', 'comments'])
    await client.script(`vacuum analyze work.${table}`);
  for (const table of ['runs', 'run_events', 'artifacts']) await client.script(`vacuum analyze ops.${table}`);
}

/** Deterministic ids and texts; some texts hold what JSON has to escape, and more than ASCII. */
const GENERATORS = `
create function pg_temp.key(of text) returns uuid language sql immutable as
$$ select overlay(overlay(md5(of) placing '4' from 13) placing 'a' from 17)::uuid $$;

create function pg_temp.words(of text, count int) returns text language sql immutable as $$
  select string_agg((array[
    'invoice', 'supplier', 'agreed', 'delivery', 'week', 'before', 'the', 'and', 'with', 'quarter', 'review', 'terms',
    'customer', 'Zürich', 'café', '"draft"', 'payment', 'open', 'margin', 'budget', 'to', 'of', 'in', 'a', 'for', 'is',
    'notes', 'moved', 'team', 'next', 'plan', 'stock'
  ])[1 + (('x' || substr(md5(of || n), 1, 6))::bit(24)::int % 32)], ' ' order by n)
  from generate_series(1, count) n
$$;`;

/** 200 users × 10 spaces × 5 pages × (10 blocks + 3 comments); every third space is shared with another user. */
const WORK_ROWS = `
create temporary table users as
select n, case n when 1 then '${BENCH_USER}'::uuid else pg_temp.key('user ' || n) end as id from generate_series(1, 200) n;

create temporary table new_spaces as
select u.n as user_n, u.id as user_id, s, pg_temp.key(format('space %s %s', u.n, s)) as id from users u, generate_series(1, 10) s;

create temporary table new_pages as
select sp.id as space_id, sp.user_n, p, pg_temp.key(format('page %s %s', sp.id, p)) as id from new_spaces sp, generate_series(1, 5) p;

insert into work.spaces (id, name, created_at, updated_at)
select id, initcap(pg_temp.words('space' || id, 3)), timestamptz '2026-01-01Z' + s * interval '1 day', timestamptz '2026-02-01Z'
from new_spaces order by id;

insert into work.permissions (space_id, user_id, role) select id, user_id, 'admin' from new_spaces;
insert into work.permissions (space_id, user_id, role)
select sp.id, u.id, 'member' from new_spaces sp
join users u on u.n = 2 + (sp.user_n * 7 + sp.s) % 198 where sp.s % 3 = 0 and u.n <> sp.user_n and u.n <> 1;

insert into work.pages (id, space_id, title, rank, version, created_by, created_at, updated_at)
select id, space_id, initcap(pg_temp.words('page' || id, 5)), 'a' || p, 1 + p, null,
  timestamptz '2026-02-01Z' + p * interval '1 hour', timestamptz '2026-03-01 08:30:00.123Z' + p * interval '7 minutes'
from new_pages order by id;

insert into work.blocks (id, space_id, page_id, rank, type, content, created_at, updated_at)
select pg_temp.key(format('block %s %s', p.id, b)), p.space_id, p.id, 'a' || chr(96 + b),
  (array['HEADING_1', 'PARAGRAPH', 'PARAGRAPH', 'TO_DO', 'PARAGRAPH', 'BULLETED_LIST_ITEM', 'PARAGRAPH', 'CODE', 'QUOTE', 'PARAGRAPH'])[b],
  case when b = 4 then jsonb_build_object('text', pg_temp.words(format('b%s%s', p.id, b), 12), 'checked', p.p % 2 = 0)
    when b = 8 then jsonb_build_object('text', replace(pg_temp.words(format('b%s%s', p.id, b), 12), ' the ', E'\\n'), 'language', 'sql')
    else jsonb_build_object('text', pg_temp.words(format('b%s%s', p.id, b), case b when 1 then 5 else 16 end)) end,
  timestamptz '2026-02-01Z', timestamptz '2026-03-01Z'
from new_pages p, generate_series(1, 10) b order by p.id, b;

insert into work.comments (id, space_id, page_id, author_id, body, created_at)
select pg_temp.key(format('comment %s %s', p.id, c)), p.space_id, p.id, (select id from users where n = 1 + (p.p * 31 + c) % 200),
  pg_temp.words(format('c%s%s', p.id, c), 10 + c), timestamptz '2026-03-02 10:00:00.5Z' + c * interval '11 minutes'
from new_pages p, generate_series(1, 3) c order by p.id, c;`;

/** Ten levels below one page, eleven pages on each but the first; twenty blocks on each page: 2,000 of them. */
const TREE_ROWS = `
insert into work.spaces (id, name) values (pg_temp.key('tree space'), 'Handbook');
insert into work.permissions (space_id, user_id, role) values (pg_temp.key('tree space'), '${TREE_USER}', 'editor');

create temporary table tree_pages as
select level, n, case level when 1 then '${TREE_ROOT}'::uuid else pg_temp.key(format('tree page %s %s', level, n)) end as id,
  case level when 1 then null when 2 then '${TREE_ROOT}'::uuid else pg_temp.key(format('tree page %s %s', level - 1, n / 2)) end as parent_id
from generate_series(1, ${TREE_LEVELS}) level, generate_series(0, 10) n where level > 1 or n = 0;

insert into work.pages (id, space_id, parent_id, title, rank)
select id, pg_temp.key('tree space'), parent_id, initcap(pg_temp.words('page' || id, 5)), 'a' || chr(97 + n)
from tree_pages order by level, n;

insert into work.blocks (id, space_id, page_id, rank, type, content)
select pg_temp.key(format('block %s %s', id, b)), pg_temp.key('tree space'), id, 'a' || chr(96 + b),
  (array['HEADING_1', 'PARAGRAPH', 'PARAGRAPH', 'BULLETED_LIST_ITEM', 'BULLETED_LIST_ITEM'])[1 + b % 5],
  jsonb_build_object('text', pg_temp.words(format('t%s%s', id, b), 12))
from tree_pages, generate_series(1, 20) b order by level, n, b;`;

/** One page that five hundred users see, each a member of its space. */
const SHARED_ROWS = `
insert into work.spaces (id, name) values (pg_temp.key('shared space'), 'Everybody');
insert into work.permissions (space_id, user_id, role) values
${Array.from({ length: READERS }, (_, n) => `(pg_temp.key('shared space'), '${readerId(n + 1)}', 'member')`).join(',\n')};
insert into work.pages (id, space_id, title, rank, version, created_by, created_at, updated_at)
values ('${SHARED_PAGE}', pg_temp.key('shared space'), 'Opening hours, "Zürich"', 'a1', 7, '${readerId(1)}',
  timestamptz '2026-02-01Z', timestamptz '2026-03-01 08:30:00.123Z');`;

/** 5,000 runs × 5 events, chained by their hashes as the ledger's functions would, and one or two artifacts each. */
const LEDGER_ROWS = `
select ops.ensure_event_partition('2026-03-01');

create temporary table new_events as
with recursive listed as (
  select n, pg_temp.key('run ' || n) as run_id, s,
    (array['run.queued', 'run.started', 'odoo.read', 'odoo.mapped', 'run.finished'])[s] as type,
    jsonb_build_object('attempt', 1, 'message', pg_temp.words(format('e%s%s', n, s), 9)) as payload,
    timestamptz '2026-03-01Z' + n * interval '1 minute' + s * interval '3.5 seconds' as at
  from generate_series(1, 5000) n, generate_series(1, 5) s
), chained as (
  select l.*, ops.chain_start(l.run_id) as prev_hash from listed l where l.s = 1
  union all
  select l.*, ops.event_hash(c.run_id, c.s, c.type, c.payload, c.at, c.prev_hash)
  from chained c join listed l on l.n = c.n and l.s = c.s + 1
)
select *, ops.event_hash(run_id, s, type, payload, at, prev_hash) as hash from chained;

insert into ops.runs (id, agent, kind, status, input, input_digest, output, created_at, run_at, started_at, finished_at,
  updated_at, attempt, last_seq, last_hash)
select e.run_id, (array['sync-odoo-agent', 'workspace-indexer', 'workspace-ask-docs'])[1 + n % 3],
  (array['odoo.sync', 'index.page', 'docs.answer', 'odoo.evidence'])[1 + n % 4],
  (array['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED', 'FAILED', 'SUCCEEDED', 'CANCELLED'])[1 + n % 6],
  input, sha256(convert_to(input::text, 'UTF8')), jsonb_build_object('rows', n % 97), t.at, t.at,
  t.at + interval '2 seconds', case when n % 50 > 0 then t.at + interval '41.25 seconds' end, e.at, 1, e.s, e.hash
from new_events e,
  lateral (select timestamptz '2026-03-01Z' + n * interval '1 minute' as at, jsonb_build_object(
    'model', 'account.move', 'ids', jsonb_build_array(n, n + 1, n + 2), 'note', pg_temp.words('r' || n, 8)) as input) t
where e.s = 5;

insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash)
select pg_temp.key(format('event %s %s', n, s)), run_id, s, type, payload, at, prev_hash from new_events order by n, s;

insert into ops.artifacts (id, run_id, kind, uri, size, digest, created_at)
select pg_temp.key(format('artifact %s %s', n, a)), pg_temp.key('run ' || n), (array['report', 'trace'])[a],
  format('s3://artifacts/2026/03/%s/%s.json', md5('run' || n), a), n * 1001 + a, 'sha256:' || encode(sha256(convert_to(format('%s/%s', n, a), 'UTF8')), 'hex'),
  timestamptz '2026-03-01Z' + n * interval '1 minute' + a * interval '20 seconds'
from generate_series(1, 5000) n, generate_series(1, 2) a where a = 1 or n % 2 = 0;`;
