/** What a staging does not do: tick, ask third parties, take production's secrets, let pg_cron go on. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProductionSecrets, markSecret } from '../../src/cli/stage.ts';
import { readConfig } from '../../src/config.ts';
import { checkLiveConfig, findLiveConfig } from '../../src/guard/live-config.ts';
import { restJobs } from '../../src/postgres/rest-jobs.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const STAGING = {
  ODOO_STAGE: 'staging',
  DATABASE_URL: 'postgres://gateway@db.staging.invalid/x',
  ODOO_URL: 'https://odoo.staging.invalid',
  ODOO_DB: 'odoo',
  ODOO_API_KEY: 'reader',
  SUPABASE_URL: 'https://project.staging.invalid',
};
const read = (env: Record<string, string>) => readConfig(env, () => '');

describe('staging', () => {
  it('ticks no schedule, where production does', () => {
    expect(read(STAGING).worker.tickMs).toBeNull();
    expect(read({ ...STAGING, ODOO_STAGE: 'production' }).worker.tickMs).toBe(10_000);
  });

  it.each(['OPENAI_API_KEY', 'OPENAI_BASE_URL'])('does not start with %s, and says so without its value', (name) => {
    const env = { ...STAGING, [name]: 'https://endpoint.invalid' };
    expect(() => read(env)).toThrow(`${name} is refused in staging`);
    expect(() => read(env)).not.toThrow('endpoint.invalid');
    expect(() => read({ ...env, ODOO_STAGE: 'production' })).not.toThrow();
  });

  it("does not start with production's hosts and secrets, and says so without their values", () => {
    const marks = {
      hosts: ['odoo.example.com'],
      secrets: { ODOO_API_KEY: [markSecret('of-last-year'), markSecret('of-production')] },
    };
    expect(findProductionSecrets(STAGING, marks)).toEqual([]);
    const env = { ...STAGING, ODOO_URL: 'https://odoo.example.com:8443/x', ODOO_API_KEY: 'of-production' };
    expect(findProductionSecrets(env, marks)).toEqual([
      "ODOO_URL is production's: staging refuses it",
      "ODOO_API_KEY is production's: staging refuses it",
    ]);
    expect(findProductionSecrets({ ...env, ODOO_STAGE: 'production' }, marks)).toEqual([]);
  });
});

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a live database', () => {
  it('that the migrations made has a trigger by hand, and no other', async () => {
    const findings = await gateway.owner(async ({ query, script }) => {
      await script(`create function public.call_somebody() returns trigger language plpgsql as 'begin return new; end';
        create trigger by_hand after insert on ops.runs for each row execute function public.call_somebody()`);
      return checkLiveConfig({ root: join(import.meta.dirname, '..', '..'), query, stage: 'production' });
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'Trigger by_hand on ops.runs calls public.call_somebody() and was made by hand: make it in a migration, or drop it',
    ]);
  });

  const migrated = { jobs: new Set(['tripoint_tick']), triggers: new Set(['append_only']) };
  const trigger = (name: string, calls: string) => ({ name, relation: 'ops.runs', calls });

  it('has no job and no webhook that no migration made', () => {
    const jobs = [
      { name: 'tripoint_tick', isActive: true },
      { name: 'nightly mail', isActive: false },
    ];
    const triggers = [trigger('append_only', 'ops.refuse_change'), trigger('send', 'supabase_functions.http_request')];
    expect(findLiveConfig({ migrated, stage: 'production', jobs, triggers })).toEqual([
      { rule: 'database/ui-only-config', message: expect.stringContaining('Job "nightly mail"') },
      {
        rule: 'database/ui-only-config',
        message: expect.stringContaining('Trigger send on ops.runs calls supabase_functions.http_request()'),
      },
    ]);
  });

  it('has no active job in staging', () => {
    const jobs = [{ name: 'tripoint_tick', isActive: true }];
    expect(findLiveConfig({ migrated, stage: 'staging', jobs, triggers: [] })).toMatchObject([{ rule: 'stage/cron' }]);
  });

  it('has the jobs of pg_cron put to rest in staging, in its own database alone', async () => {
    const active = await gateway.owner(async (client) => {
      expect(await restJobs(client)).toEqual([]);
      // pg_cron is in one database of the cluster, and PGlite has none: what it offers, under its names.
      await client.script(`create schema cron;
        create table cron.job (jobid int, jobname text, command text, database text, active boolean);
        insert into cron.job values (1, 'tripoint_tick', 'x', current_database(), true), (2, 'by_hand', 'x', current_database(), true),
          (3, 'asleep', 'x', current_database(), false), (4, 'elsewhere', 'x', 'another', true);
        create function cron.alter_job(job_id int, active boolean) returns void language sql as
          $$ update cron.job set active = alter_job.active where jobid = job_id $$;`);
      expect(await restJobs(client)).toEqual(['by_hand', 'tripoint_tick']);
      return client.query('select jobname from cron.job where active');
    });
    expect(active).toEqual([{ jobname: 'elsewhere' }]);
  });
});
