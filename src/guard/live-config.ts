/** What somebody set up by hand in a live database: jobs and webhooks that no migration made; and what must rest in staging. */
import { SCHEMA_LIST } from '../schemas.ts';
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';
import { type MigratedConfig, readMigratedConfig } from './migrations/config.ts';
import { readMigrations } from './migrations/read.ts';
import { openTree } from './tree.ts';

/** What is looked at in a database. */
export interface LiveConfigOptions {
  /** The repository's root, whose migrations are compared. */
  readonly root: string;
  readonly query: Query;
  /** Where the database stands; in `staging` no job may be active. */
  readonly stage: string;
}

interface Job {
  readonly name: string;
  readonly isActive: boolean;
}

interface Trigger {
  readonly name: string;
  readonly relation: string;
  readonly calls: string;
}

/** Triggers of our schemas, and whatever calls an HTTP extension; the copies that a partition gets are its parent's. */
const TRIGGERS = `select t.tgname as name, n.nspname || '.' || c.relname as relation, fn.nspname || '.' || f.proname as calls
from pg_catalog.pg_trigger t
join pg_catalog.pg_class c on c.oid = t.tgrelid
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
join pg_catalog.pg_proc f on f.oid = t.tgfoid
join pg_catalog.pg_namespace fn on fn.oid = f.pronamespace
where not t.tgisinternal and t.tgparentid = 0
  and (n.nspname in (${SCHEMA_LIST}) or fn.nspname in ('net', 'supabase_functions'))`;
const JOBS = `select coalesce(jobname, command) as name, active from cron.job where database = current_database()`;

/** Changes nothing. */
export async function checkLiveConfig({ root, query, stage }: LiveConfigOptions): Promise<Finding[]> {
  const migrated = readMigratedConfig((await readMigrations(openTree(root))).statements);
  return findLiveConfig({ migrated, stage, jobs: await readJobs(query), triggers: await readTriggers(query) });
}

/** The rule itself, on what was read. */
export function findLiveConfig({
  migrated,
  stage,
  jobs,
  triggers,
}: {
  readonly migrated: MigratedConfig;
  readonly stage: string;
  readonly jobs: readonly Job[];
  readonly triggers: readonly Trigger[];
}): Finding[] {
  return [
    ...jobs
      .filter(({ name }) => !migrated.jobs.has(name))
      .map(({ name }) => found(`Job "${name}" of pg_cron was made by hand: make it in a migration, or unschedule it`)),
    ...triggers
      .filter(({ name }) => !migrated.triggers.has(name))
      .map(({ name, relation, calls }) =>
        found(
          `Trigger ${name} on ${relation} calls ${calls}() and was made by hand: make it in a migration, or drop it`,
        ),
      ),
    ...jobs
      .filter(({ isActive }) => stage === 'staging' && isActive)
      .map(({ name }) => ({
        rule: 'stage/cron',
        message: `Job "${name}" of pg_cron is active in staging: run \`tripoint migrate\` with ODOO_STAGE=staging`,
      })),
  ];
}

function found(message: string): Finding {
  return { rule: 'database/ui-only-config', message };
}

async function readJobs(query: Query): Promise<Job[]> {
  const [{ cron } = { cron: null }] = await query(`select to_regclass('cron.job')::text as cron`);
  if (cron === null) return [];
  return (await query(JOBS)).map(({ name, active }) => ({ name: String(name), isActive: active === true }));
}

async function readTriggers(query: Query): Promise<Trigger[]> {
  return (await query(TRIGGERS)).map(({ name, relation, calls }) => ({
    name: String(name),
    relation: String(relation),
    calls: String(calls),
  }));
}
