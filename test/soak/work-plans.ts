/** 1,000 spaces, 200,000 pages, 2 million blocks: the hot queries of a user go by indexes, with row-level security on. */
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { Statement } from '../../src/postgres/statement.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';
import { recordStatements } from '../support/work-statements.ts';
import type { Soak } from './soak.ts';

const PAGES_PER_SPACE = 200;
const BLOCKS_PER_PAGE = 10;
/** Tables that no hot query may read from end to end. */
const LARGE = ['pages', 'blocks', 'comments', 'permissions'];

const SPACE = '5bace000-0000-4000-8000-000000000007';
const PAGE = '9a6e0000-0000-4000-8000-0000000004b5';
/** How many spaces each may see. */
const USERS = {
  'a member of 10 spaces': 'a0a00000-0000-4000-8000-0000000000aa',
  'a member of every space': 'b0b00000-0000-4000-8000-0000000000bb',
  'a member of none': 'd0d00000-0000-4000-8000-0000000000dd',
};

const QUERIES: Readonly<Record<string, string>> = {
  'a page by id': `{ page(id: "${PAGE}") { title version space { name } parent { title } } }`,
  'the pages of a space': `{ space(id: "${SPACE}") { name pages(first: 50) { totalCount nodes { id title } } } }`,
  'the children of a page': `{ page(id: "${PAGE}") { children { nodes { title children { nodes { title } } } } breadcrumbs { nodes { title } } } }`,
  'a page with blocks and comments': `{ page(id: "${PAGE}") { title blocks(first: 100) { nodes { type content children { nodes { type content } } } } comments { nodes { body } } } }`,
  'the first pages of all spaces': `{ pages(first: 20) { totalCount nodes { title space { name } } } }`,
  'the first pages of each space': `{ spaces(first: 20) { nodes { name pages(first: 5) { nodes { title } } } } }`,
};

/** What `explain` says of one step. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Each query's plan, made for its values and for any values. */
export const soak: Soak = async (report, _seed, { small }) => {
  const spaces = small ? 100 : 1_000;
  const name = `tripoint_plans_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const ownerUrl = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  try {
    await withOwner(ownerUrl, async (client) => {
      await migrate(client, packagePaths().migrations);
      await fill(client, spaces);
    });
    report(`${spaces} spaces, ${spaces * PAGES_PER_SPACE} pages, ${spaces * PAGES_PER_SPACE * BLOCKS_PER_PAGE} blocks`);
    const bad: string[] = [];
    for (const [who, user] of Object.entries(USERS))
      for (const [what, query] of Object.entries(QUERIES)) {
        const statement = await readStatement(name, user, query);
        for (const mode of ['custom', 'generic'] as const) {
          const { plan, ms } = await withOwner(ownerUrl, (client) => explain(client, user, { statement, mode }));
          const nodes = flatten(plan);
          const scanned = nodes.filter(
            (node) => node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? ''),
          );
          report(`${who}, ${what}, ${mode} plan: ${ms.toFixed(2)} ms: ${describe(nodes)}`);
          bad.push(...scanned.map((node) => `${who}, ${what}, ${mode} plan: reads all of ${node['Relation Name']}`));
        }
      }
    if (bad.length > 0) throw new Error(bad.join('; '));
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
};

async function readStatement(database: string, user: string, query: string): Promise<Statement> {
  const source = createPostgresPool(
    { databaseUrl: databaseUrl('DATABASE_URL', database), poolSize: 1 },
    createLog('silent', () => {}),
  );
  try {
    const statements = await recordStatements(source, user, query);
    if (!statements[0] || statements.length > 1) throw new Error(`${statements.length} statements for ${query}`);
    return statements[0];
  } finally {
    await source.close();
  }
}

interface Explained {
  readonly statement: Statement;
  readonly mode: 'custom' | 'generic';
}

async function explain(client: MigrationClient, user: string, { statement, mode }: Explained) {
  const claims = JSON.stringify({ role: 'authenticated', sub: user });
  const values = statement.values.map((value) => `'${String(value).replaceAll("'", "''")}'`).join(', ');
  await client.script('begin');
  await client.script(`prepare hot as ${statement.text}`);
  await client.script(`set local plan_cache_mode = force_${mode}_plan; set local role authenticated`);
  await client.query("select set_config('request.jwt.claims', $1, true)", [claims]);
  const execute = `execute hot${values ? `(${values})` : ''}`;
  // Once before, so that it is the plan that is timed and not the disk.
  await client.script(execute);
  const [row] = await client.query(`explain (analyze, format json) ${execute}`);
  await client.script('rollback');
  if (!row) throw new Error('no plan came back');
  const [told] = row['QUERY PLAN'] as [{ Plan: PlanNode; 'Execution Time': number }];
  return { plan: told.Plan, ms: told['Execution Time'] };
}

function flatten(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flatten)];
}

/** Each way in which a table is read, once. */
function describe(nodes: readonly PlanNode[]): string {
  const scans = nodes.filter(
    (node) => /Scan$/.test(node['Node Type']) && (node['Relation Name'] || node['Index Name']),
  );
  return [...new Set(scans.map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']}`))].join(
    ', ',
  );
}

/** A tree of three children a page in each space; comments on every tenth page. */
async function fill(client: MigrationClient, spaces: number): Promise<void> {
  const id = (prefix: string, n: string) => `('${prefix}0000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const space = (n: string) => `('5bace000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const [few, all] = Object.values(USERS);
  await client.script(`
    alter table work.pages disable trigger user;
    alter table work.blocks disable trigger user;
    alter table work.comments disable trigger user;
    insert into work.spaces (id, name) select ${space('s')}, 'Space ' || s from generate_series(1, ${spaces}) s;
    insert into work.permissions (space_id, user_id, role)
      select ${space('s')}, '${few}'::uuid, 'editor' from generate_series(1, 10) s
      union all select ${space('s')}, '${all}'::uuid, 'member' from generate_series(1, ${spaces}) s
      union all select ${space('s')}, ${id('c0c0', '(s * 7 + m) % 2000')}, 'member'
      from generate_series(1, ${spaces}) s, generate_series(1, 20) m;
    insert into work.pages (id, space_id, parent_id, title, rank)
      select ${id('9a6e', '(s - 1) * 200 + p')}, ${space('s')},
        case when p > 10 then ${id('9a6e', '(s - 1) * 200 + p / 3')} end, 'Page ' || p, work.rank_at(p)
      from generate_series(1, ${spaces}) s, generate_series(1, ${PAGES_PER_SPACE}) p;
    insert into work.blocks (space_id, page_id, inside_id, rank, type, content)
      select p.space_id, p.id, p.id, work.rank_at(b), 'PARAGRAPH', jsonb_build_object('text', 'Block ' || b)
      from work.pages p, generate_series(1, ${BLOCKS_PER_PAGE}) b;
    insert into work.comments (space_id, page_id, body)
      select p.space_id, p.id, 'Comment' from work.pages p where p.rank like '%5';
    alter table work.pages enable trigger user;
    alter table work.blocks enable trigger user;
    alter table work.comments enable trigger user;`);
  for (const table of ['spaces', 'permissions', 'pages', 'blocks', 'comments'])
    await client.script(`vacuum analyze work.${table}`);
}
