/** Before the suite: a migrated and seeded database, that each test file copies. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../../src/demo/embedded.ts';
import { resolveExternalIds } from '../../src/demo/external-ids.ts';
import { SEED_EXTERNAL_IDS, seed } from '../../src/demo/seed/seed.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { openPglite } from '../../src/postgres/pglite.ts';
import { BROWSER, buildPages } from './pages.ts';
import { TEST_PEOPLE } from './people.ts';
import { databaseUrl, isRealStack, stackOdoo, stackVariable } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Embedded: a dump of the data folder. Real: the name of a template database. */
    template: string;
  }
}

// biome-ignore lint/style/noDefaultExport: vitest calls the default export of a global setup
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (!isRealStack) return setUpEmbedded(project);
  // Once: test files in a browser run side by side.
  if (BROWSER) buildPages();
  return setUpReal(project);
}

const ROOT = join(import.meta.dirname, '..', '..');
/** Kept between runs by what it is made from: to make it takes as long as a test file. */
const KEPT = join(ROOT, 'node_modules', '.cache', 'tripoint-tests');
const MADE_FROM = [
  'migrations',
  'src/auth/issue.ts',
  'src/demo',
  'src/postgres',
  'test/support/global-setup.ts',
  'test/support/people.ts',
  'package-lock.json',
];
/** Milliseconds after which a template that was made from something else is deleted. */
const OLD_MS = 86_400_000;

/** Each gateway of the suite starts from a copy. Zeroing 128 MB of buffers took most of its start, so the copy is small. */
const SMALL = [
  "alter system set shared_buffers = '8MB'",
  "update pg_database set datistemplate = false where datname like 'template_'",
  'drop database template0',
  'drop database template1',
  // What was written before it is not written once more when a copy starts, and of the log no segment is left to be used again.
  'set wal_recycle = off',
  'select pg_switch_wal()',
  'checkpoint',
];

async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const file = join(KEPT, `${digestOf(MADE_FROM)}.tar`);
  if (!existsSync(file)) await makeTemplate(file);
  project.provide('template', file);
  return async () => {};
}

async function makeTemplate(file: string): Promise<void> {
  const folder = join(tmpdir(), `tripoint-test-${process.pid}`);
  try {
    const { source } = await openEmbeddedPostgres(join(folder, 'database'), packagePaths());
    await source.close();
    const database = await openPglite({ dataDir: join(folder, 'database') });
    await database.exec(insertPeople());
    for (const statement of SMALL) await database.exec(statement);
    const dump = await database.dumpDataDir('none');
    await database.close();
    mkdirSync(KEPT, { recursive: true });
    for (const name of readdirSync(KEPT))
      if (Date.now() - statSync(join(KEPT, name)).mtimeMs > OLD_MS) rmSync(join(KEPT, name));
    // Renamed when it is whole: another run may look for it meanwhile.
    writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
    renameSync(`${file}.${process.pid}`, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Digest of the contents of files and folders of the checkout. */
function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const at = join(ROOT, path);
    const names = statSync(at).isDirectory() ? readdirSync(at, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const name of names)
      if (statSync(join(at, name)).isFile()) hash.update(`${path}/${name}\0`).update(readFileSync(join(at, name)));
  }
  return hash.digest('hex');
}

async function setUpReal(project: TestProject): Promise<() => Promise<void>> {
  const template = `tripoint_template_${process.pid}`;
  const owner = stackVariable('MIGRATIONS_DATABASE_URL');
  const [server] = await withOwner(owner, async (client) => {
    await client.script(`create database ${template}`);
    return client.query(`select current_setting('fsync')::boolean as "isDurable"`);
  });
  const ids = await resolveExternalIds(readerOfRealOdoo(), SEED_EXTERNAL_IDS);
  await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', template), async (client) => {
    await migrate(client, packagePaths().migrations);
    await seed(client, ids);
    await client.script(insertPeople());
  });
  // Files are copied faster than they are logged, unless each copy has to reach the disk.
  project.provide('template', server?.isDurable ? template : `${template} strategy file_copy`);
  return async () => {
    await withOwner(owner, (client) => client.script(`drop database if exists ${template} with (force)`));
  };
}

function readerOfRealOdoo() {
  return createOdooClient({ ...stackOdoo(), timeoutMs: 20_000, maxConcurrency: 2 });
}

function insertPeople(): string {
  return `insert into auth.users (id) values ${TEST_PEOPLE.map((id) => `('${id}')`).join(', ')}`;
}
