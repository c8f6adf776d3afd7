/** Before the suite: a migrated and seeded database, that each test file copies. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../../src/demo/embedded.ts';
import { resolveExternalIds } from '../../src/demo/external-ids.ts';
import { SEED_EXTERNAL_IDS, seed } from '../../src/demo/seed/seed.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { EMBEDDED_EXTENSIONS } from '../../src/postgres/embedded.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, isRealStack, stackOdoo, stackVariable } from './stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Embedded: a dump of the data folder. Real: the name of a template database. */
    template: string;
  }
}

// biome-ignore lint/style/noDefaultExport: vitest calls the default export of a global setup
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  return isRealStack ? setUpReal(project) : setUpEmbedded(project);
}

async function setUpEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `tripoint-test-${process.pid}`);
  const { source } = await openEmbeddedPostgres(join(folder, 'database'), packagePaths());
  await source.close();
  const database = await PGlite.create({ dataDir: join(folder, 'database'), extensions: EMBEDDED_EXTENSIONS });
  const dump = await database.dumpDataDir('none');
  await database.close();
  const file = join(folder, 'template.tar');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  project.provide('template', file);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function setUpReal(project: TestProject): Promise<() => Promise<void>> {
  const template = `tripoint_template_${process.pid}`;
  const owner = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(owner, (client) => client.script(`create database ${template}`));
  const ids = await resolveExternalIds(readerOfRealOdoo(), SEED_EXTERNAL_IDS);
  await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', template), async (client) => {
    await migrate(client, packagePaths().migrations);
    await seed(client, ids);
  });
  project.provide('template', template);
  return async () => {
    await withOwner(owner, (client) => client.script(`drop database if exists ${template} with (force)`));
  };
}

function readerOfRealOdoo() {
  return createOdooClient({ ...stackOdoo(), timeoutMs: 20_000, maxConcurrency: 2 });
}
