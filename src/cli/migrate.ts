/** `tripoint migrate`: brings a database up to date. */
import { openEmbeddedPostgres } from '../demo/embedded.ts';
import { resolveExternalIds } from '../demo/external-ids.ts';
import { SEED_EXTERNAL_IDS, seed } from '../demo/seed/seed.ts';
import { createStateFolder } from '../demo/state.ts';
import { createOdooClient, type OdooClientConfig } from '../odoo/client.ts';
import { packagePaths } from '../paths.ts';
import { migrate } from '../postgres/migrate.ts';
import { withOwner } from '../postgres/owner.ts';
import { restJobs } from '../postgres/rest-jobs.ts';
import { type Command, type Io, readConfigWithoutTokens, readOptions, UsageError } from './io.ts';

const HELP = `tripoint migrate [--seed]

Applies migrations/ as MIGRATIONS_DATABASE_URL, all or none; run again it changes nothing.
With neither DATABASE_URL nor ODOO_URL set it does so to the embedded database in .tripoint/.
With ODOO_STAGE=staging it puts the jobs of pg_cron to rest afterwards.

  --seed    add the demo workspace and ledger (development only)
  --help    print this`;

/** The command. */
export const migrateCommand: Command = {
  summary: 'bring the database up to date',
  help: HELP,
  run: async (args, io) => {
    const { seed: withSeed = false } = readOptions(args, { seed: { type: 'boolean' } });
    const config = readConfigWithoutTokens(io.env);
    const { migrationsDatabaseUrl: url } = config;
    if (config.embedded && url === null) return migrateEmbedded(createStateFolder(io.cwd), io);
    if (withSeed && config.stage !== 'development')
      throw new UsageError(`--seed is for development, and ODOO_STAGE is ${config.stage}`);
    if (url === null) throw new UsageError('MIGRATIONS_DATABASE_URL is not set: it names the owner of the database');
    const applied = await withOwner(url, (client) => migrate(client, packagePaths().migrations));
    report(applied, io);
    if (config.stage === 'staging')
      for (const job of await withOwner(url, restJobs))
        io.print(`put the job ${job} of pg_cron to rest: this is staging`);
    if (!withSeed) return;
    const partners = await findPartners(config.odoo, io);
    await withOwner(url, (client) => seed(client, partners));
    io.print(`seeded the demo workspace and ledger; ${partners.size} pages link to partners of Odoo`);
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

function report(applied: readonly string[], io: Io): void {
  for (const name of applied) io.print(`applied ${name}`);
  if (applied.length === 0) io.print('the database is up to date');
}

/** A page whose partner this Odoo lacks links to none. */
async function findPartners(odoo: OdooClientConfig | null, io: Io): Promise<Map<string, number>> {
  if (!odoo) return new Map();
  const call = createOdooClient(odoo);
  return resolveExternalIds(call, SEED_EXTERNAL_IDS).catch((error: unknown) => {
    io.print(
      `Odoo did not tell the ids of the demo partners (${error instanceof Error ? error.message : 'unknown'}): pages link to none`,
    );
    return new Map<string, number>();
  });
}
