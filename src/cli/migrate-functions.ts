/** `tripoint migrate --draft` and `--mirror`: between the function files and the migrations; no database is touched. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GATEWAY_LOGIN } from '../doctrine/actors.ts';
import { ACTING_ROLE, functionGrants, rolesOf } from '../doctrine/grants.ts';
import { loadDoctrine, loadDoctrineText } from '../doctrine/load.ts';
import { draftFunctions } from '../drafting/draft.ts';
import { dumpSchema } from '../drafting/dump.ts';
import { mirrorFunctions, writeRaises } from '../drafting/mirror.ts';
import { readFunctionFiles } from '../functions/read.ts';
import { isMigration, packagePaths, SCHEMA_DUMP } from '../paths.ts';
import { openEmbeddedDatabase } from '../postgres/embedded.ts';
import { type MigrationClient, migrate } from '../postgres/migrate.ts';
import { type Io, UsageError } from './io.ts';

const RECORD = 'migrations.sha256';

/** The first line of each draft, which tells it from a migration that was written by hand. */
const HEADING =
  '-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.';

/**
 * Writes `migrations/<timestamp>_<name>.sql`; a draft of this name that has not been recorded is written anew.
 *
 * @throws UsageError for a name that is none. @throws Error that names the file whose function Postgres refuses.
 */
export async function draftMigration(name: string, io: Io): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new UsageError('--draft is a name of letters, digits and _, such as page_titles');
  const { doctrine, migrations } = packagePaths();
  for (const file of writeRaises(migrations)) io.print(`wrote what ${file} raises`);
  const grants = functionGrants(loadDoctrine({ doctrine, migrations }));
  const known = findDraft(migrations, join(doctrine, '..', RECORD), name);
  const files = readFunctionFiles(migrations);
  const changes = await withMigrated(migrations, (client) => draftFunctions(client, { files, grants }), known);
  if (changes === null) return io.print('no function changed');
  const file = known ?? `${nextTimestamp(migrations)}_${name}.sql`;
  writeFileSync(join(migrations, file), `${HEADING}\n\n${changes}\n`);
  io.print(`wrote migrations/${file}: read it, then record it by \`tripoint guard --record-migrations\``);
}

/** Writes `migrations/functions/` and `migrations/schema.sql` as the migrations leave what they make. */
export async function mirrorMigrations(io: Io): Promise<void> {
  const { doctrine, migrations } = packagePaths();
  const { operations, ...text } = loadDoctrineText(doctrine);
  // What agents do for users is granted to their role wherever users may: a function's file says it where they may call it.
  const roles = [...rolesOf(text)].filter(([, role]) => role !== ACTING_ROLE);
  const actors = new Map([[GATEWAY_LOGIN, GATEWAY_LOGIN], ...roles.map(([actor, role]) => [role, actor] as const)]);
  const changed = await withMigrated(migrations, async (client) => {
    const dump = await dumpSchema(client);
    const path = join(migrations, SCHEMA_DUMP);
    const files = await mirrorFunctions(client, { migrations, operations, actors });
    if (readText(path) === dump) return files;
    writeFileSync(path, dump);
    return [...files, `migrations/${SCHEMA_DUMP}`];
  });
  for (const file of changed) io.print(`wrote ${file}`);
  if (changed.length === 0) io.print('every file is as the migrations leave the database');
}

/** Runs with an embedded database that the migrations have just made, but for one. */
async function withMigrated<T>(
  migrations: string,
  work: (client: MigrationClient) => Promise<T>,
  without: string | null = null,
): Promise<T> {
  const { owner, source } = await openEmbeddedDatabase('memory://');
  try {
    await migrate(owner, migrations, { without });
    return await work(owner);
  } finally {
    await source.close();
  }
}

function findDraft(migrations: string, record: string, name: string): string | null {
  const recorded = readText(record) ?? '';
  const drafts = readdirSync(migrations).filter(
    (file) => file.endsWith(`_${name}.sql`) && file.slice(15) === `${name}.sql` && !recorded.includes(`  ${file}\n`),
  );
  return drafts.find((file) => readText(join(migrations, file))?.startsWith(HEADING)) ?? null;
}

/** Now, in UTC, or a second after the last migration where that one is from later. */
function nextTimestamp(migrations: string): string {
  const last = readdirSync(migrations).filter(isMigration).sort().at(-1) ?? '';
  const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return now > last ? now : String(BigInt(last.slice(0, 14)) + 1n);
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
