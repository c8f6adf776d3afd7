/** Puts the jobs of pg_cron to rest: a staging that is a copy of production must not do its work once more. */
import type { MigrationClient } from './migrate.ts';

const REST = `select jobname as name, cron.alter_job(jobid, active => false)
from cron.job where active and database = current_database() order by jobname`;

/** Stops the jobs of this database, as the owner. @returns The names of those that were active; none without pg_cron. */
export async function restJobs({ query }: MigrationClient): Promise<string[]> {
  const [found] = await query(`select to_regclass('cron.job') is not null as exists`);
  return found?.exists === true ? (await query(REST)).map(({ name }) => String(name)) : [];
}
