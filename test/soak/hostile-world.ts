/** The systems of the soak `hostile`: a database with two spaces of pages, and runs, beside the real Odoo. */
import { packagePaths } from '../../src/paths.ts';
import { type MigrationClient, migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { layChunks } from '../support/search-chunks.ts';
import { databaseUrl, stackVariable } from '../support/stack.ts';

/** Who asks for the worst that it may. */
export const ATTACKER = 'b0b00000-0000-4000-8000-000000000002';
/** Who asks for little. */
export const BYSTANDER = 'a0a00000-0000-4000-8000-000000000001';
/** The model of the embedder that the gateway asks. */
export const EMBEDDING_MODEL = 'one-at-a-time';
/** A page of the attacker's. */
export const ATTACKED_PAGE = '9a6e0002-0000-4000-8000-000000000001';

const PAGES = 300;
const BLOCKS_PER_PAGE = 10;
const CHUNKS = 300;
const RUNS = 300;
const WORDS = ['rent', 'invoice', 'withholding', 'payroll', 'delivery', 'contract', 'receipt', 'audit'];

/** A database that goes when it is disposed of. */
export interface HostileWorld extends AsyncDisposable {
  readonly loginUrl: string;
}

/** Creates and fills it. */
export async function createHostileWorld(): Promise<HostileWorld> {
  const name = `tripoint_soak_hostile_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const ownerUrl = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  await withOwner(ownerUrl, async (client) => {
    await migrate(client, packagePaths().migrations);
    await client.query('insert into auth.users (id, email) select u, u || $2 from unnest($1::uuid[]) u', [
      [ATTACKER, BYSTANDER],
      '@example.com',
    ]);
    await fill(client, BYSTANDER, 1);
    await fill(client, ATTACKER, 2);
    await client.query(
      "select count(*) from generate_series(1, $1::int) n, lateral ops.enqueue('sync-odoo-agent', 'hostile', to_jsonb(n)) e",
      [RUNS],
    );
    await client.script('vacuum analyze');
  });
  return {
    loginUrl: databaseUrl('DATABASE_URL', name),
    [Symbol.asyncDispose]: () =>
      withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`)),
  };
}

/** A space of pages with blocks, and one of passages. */
async function fill(client: MigrationClient, user: string, nth: number): Promise<void> {
  const id = (prefix: string, n: string) =>
    `('${prefix}000${nth}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await client.script(`
    alter table work.pages disable trigger user;
    alter table work.blocks disable trigger user;
    insert into work.spaces (id, name) values (${id('5bac', '1')}, 'Space ${nth}');
    insert into work.permissions (space_id, user_id, role) values (${id('5bac', '1')}, '${user}', 'editor');
    insert into work.pages (id, space_id, parent_id, title, rank)
      select ${id('9a6e', 'p')}, ${id('5bac', '1')}, case when p > 10 then ${id('9a6e', 'p / 3')} end, 'Page ' || p, work.rank_at(p)
      from generate_series(1, ${PAGES}) p;
    insert into work.blocks (space_id, page_id, inside_id, rank, type, content)
      select p.space_id, p.id, p.id, work.rank_at(b), 'PARAGRAPH', jsonb_build_object('text', 'Block ' || b)
      from work.pages p, generate_series(1, ${BLOCKS_PER_PAGE}) b where p.space_id = ${id('5bac', '1')};
    alter table work.pages enable trigger user;
    alter table work.blocks enable trigger user;`);
  const chunks = Array.from({ length: CHUNKS }, (_, n) => ({
    title: `${WORDS[n % WORDS.length]} ${n}`,
    content: `About ${WORDS[n % WORDS.length]} and ${WORDS[(n * 3) % WORDS.length]}, number ${n}`,
    model: EMBEDDING_MODEL,
  }));
  await layChunks(client, { space: `5bac000${nth}-0000-4000-8000-00000000c0de`, member: user, chunks });
}
