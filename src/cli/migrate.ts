/** `tripoint migrate`: brings a database up to date. */
import { openEmbeddedPostgres } from '../demo/embedded.ts';
import { findSeedPartners, relinkPages, type SeedPartners } from '../demo/seed/partners.ts';
import { seed } from '../demo/seed/seed.ts';
import { createStateFolder } from '../demo/state.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import type { OdooCall } from '../odoo/call.ts';
import { createOdooClient, type OdooClientConfig } from '../odoo/client.ts';
import { packagePaths } from '../paths.ts';
import { migrate } from '../postgres/migrate.ts';
import { withOwner } from '../postgres/owner.ts';
import { restJobs } from '../postgres/rest-jobs.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Command, type Io, readOptions, UsageError } from './io.ts';
import { draftMigration, mirrorMigrations } from './migrate-functions.ts';
import { makeRoles, repairGrants } from './migrate-repair.ts';

const HELP = `tripoint migrate [--seed] [--wait <seconds>]
tripoint migrate --roles
tripoint migrate --draft <name>
tripoint migrate --mirror

Applies migrations/ in order as MIGRATIONS_DATABASE_URL, a direct or session connection. Each is applied whole or not at
all; run again it goes on after the last one that was applied, and changes nothing where there is none.
A migration asks for its locks for half a second at a time, so that who reads or writes a table waits no longer than that
while a backup or another long transaction has it.
Afterwards it compares roles, grants and policies with ssot/doctrine.yaml: grants that differ it repairs, and what it cannot
repair it names, and ends with 1. A restore into a cluster without the roles leaves such a database: docs/restore.md.
With neither DATABASE_URL nor ODOO_URL set it does so to the embedded database in .tripoint/.
With ODOO_STAGE=staging it puts the jobs of pg_cron to rest afterwards.

  --seed    add the demo workspace and ledger (development only)
  --roles   only make the roles in the cluster, before a backup is restored into it
  --draft   write a migration that makes the functions what the files below migrations/functions say; asks no database
  --mirror  write migrations/functions and migrations/schema.sql as the migrations leave them; asks no database
  --wait    seconds that one migration tries to get its locks; default 300
  --help    print this`;

/** The command. */
export const migrateCommand: Command = {
  help: HELP,
  // What asks no database is a change of the checkout, and there for everybody to see.
  evidence: (args) => (args.some((arg) => arg.startsWith('--draft') || arg === '--mirror') ? null : 'migrate'),
  run: async (args, io) => {
    const given = readOptions(args, {
      ...{ seed: { type: 'boolean' }, roles: { type: 'boolean' }, wait: { type: 'string' } },
      ...{ draft: { type: 'string' }, mirror: { type: 'boolean' } },
    } as const);
    const { seed: withSeed = false, roles = false, wait, draft, mirror = false } = given;
    if (withSeed && roles) throw new UsageError('--roles makes roles alone: not with --seed');
    if ((draft !== undefined || mirror) && Object.keys(given).length > 1)
      throw new UsageError('--draft and --mirror stand alone: they apply nothing');
    if (draft !== undefined) return draftMigration(draft, io);
    if (mirror) return mirrorMigrations(io);
    const waitMs = readWait(wait);
    const config = readConfigWithoutTokens(io.env);
    const { migrationsDatabaseUrl: url } = config;
    if (config.embedded && url === null && !roles) return migrateEmbedded(createStateFolder(io.cwd), io);
    if (withSeed && config.stage !== 'development')
      throw new UsageError(`--seed is for development, and ODOO_STAGE is ${config.stage}`);
    if (url === null) throw new UsageError('MIGRATIONS_DATABASE_URL is not set: it names the owner of the database');
    const doctrine = loadDoctrine(packagePaths(io.env));
    if (roles) {
      await withOwner(url, (client) => makeRoles(client, doctrine));
      return io.print('the roles are there: give gateway a password, and restore the backup now');
    }
    const options = { say: io.print, ...(io.redraw && { begin: io.redraw }), waitMs };
    const applied = await withOwner(url, (client) => migrate(client, packagePaths().migrations, options));
    await withOwner(url, (client) => repairGrants(client, doctrine, { say: io.print, waitMs }));
    if (applied.length === 0) io.print('the database is up to date');
    if (config.stage === 'staging')
      for (const job of await withOwner(url, restJobs))
        io.print(`put the job ${job} of pg_cron to rest: this is staging`);
    if (!withSeed) return;
    io.print(`seeded the demo workspace and ledger; ${await seedBeside(config.odoo, url, io)}`);
  },
};

async function migrateEmbedded(state: ReturnType<typeof createStateFolder>, io: Io): Promise<void> {
  const lock = state.hold();
  try {
    const { source } = await openEmbeddedPostgres(state.database, packagePaths());
    await source.close();
    io.print('the embedded database in .tripoint/ is up to date');
  } finally {
    lock.release();
  }
}

/** Milliseconds. @throws UsageError. */
function readWait(seconds = '300'): number {
  if (!/^\d{1,6}$/.test(seconds)) throw new UsageError('--wait is a whole number of seconds, such as 300');
  return Number(seconds) * 1_000;
}

/** Resolves with what came of the pages' links. */
async function seedBeside(odoo: OdooClientConfig | null, url: string, io: Io): Promise<string> {
  const call = odoo && createOdooClient(odoo);
  const partners = call && (await findPartners(call, io));
  await withOwner(url, (client) => seed(client, partners?.ids ?? new Map()));
  const count = partners ? await withOwner(url, (client) => relinkPages(client, call as OdooCall, partners)) : 0;
  const whose = partners?.areDemo === false ? ', which lacks the demo company: the first that it has' : '';
  return `${count} pages link to partners of Odoo${whose}`;
}

/** Null where it does not say: pages then link to none. */
async function findPartners(call: OdooCall, io: Io): Promise<SeedPartners | null> {
  return findSeedPartners(call).catch((error: unknown) => {
    io.print(
      `Odoo did not tell the ids of the demo partners (${error instanceof Error ? error.message : 'unknown'}): pages link to none`,
    );
    return null;
  });
}
