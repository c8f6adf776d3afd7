/** `tripoint doctor` on the command line: its lines, its JSON, its exit code; and on the real stack, with what is broken there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '../../src/delivery/doctor/check.ts';
import { createFolder, runHere } from '../support/command.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { databaseUrl, isRealStack, JWT_SECRET, stackOdoo } from '../support/stack.ts';

const folder = createFolder();
afterAll(() => folder[Symbol.dispose]());

async function doctor(env: Record<string, string>, ...args: string[]) {
  const { code, stdout, stderr } = await runHere(['doctor', '--json', ...args], { cwd: folder.path, env });
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] };
  const failed = checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return { code, stderr, ok, checks, failed };
}

describe('anywhere', () => {
  it('has nothing to say of the embedded demo', async () => {
    expect(await doctor({})).toMatchObject({ code: 0, ok: true, checks: [{ name: 'configuration', status: 'ok' }] });
  });

  it('has a line for each bad variable, and shows no value', async () => {
    const env = { DATABASE_URL: 'mysql://x', DATABASE_LISTEN_URL: 'postgres://gateway@h:6543/d', ODOO_STAGE: 'prod' };
    const { code, failed, checks } = await doctor(env);
    expect([code, failed.length]).toEqual([1, checks.length]);
    const said = checks.map(({ says }) => says).join('\n');
    for (const name of ['DATABASE_URL', 'DATABASE_LISTEN_URL', 'ODOO_STAGE']) expect(said).toContain(name);
    expect(said).not.toContain('mysql://');
  });

  it('looks at the file of Odoo where the rest is not set up', async () => {
    writeFileSync(join(folder.path, 'odoo.conf'), '; ours\n[options]\nworkers = 4 \n[other]\nworkers = 1\n');
    const { checks } = await doctor({}, '--odoo-conf', 'odoo.conf');
    expect(checks.find(({ name }) => name === 'odoo-conf/workers')).toMatchObject({ status: 'ok' });
    expect(checks.find(({ name }) => name === 'odoo-conf/limit_request')).toMatchObject({ status: 'warning' });
  });

  it('prints what to do below each line that is not ok', async () => {
    const { code, stdout, stderr } = await runHere(['doctor'], { cwd: folder.path, env: { DATABASE_URL: 'x' } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed {3}configuration +DATABASE_URL must be.*\n {9}→ correct it/m);
    expect(stderr).toMatch(/things? to mend/);
  });

  it('says that a file is none of Odoo’s', async () => {
    writeFileSync(join(folder.path, 'no.conf'), 'workers = 4\n');
    const { code, checks } = await doctor({}, '--odoo-conf', 'no.conf');
    expect([code, checks.at(-1)]).toEqual([
      1,
      {
        name: 'odoo-conf',
        status: 'failed',
        says: expect.stringContaining('no section [options]'),
        do: expect.any(String),
      },
    ]);
    expect(checks[0]).toMatchObject({ name: 'configuration', status: 'ok' });
  });

  it('says that a file is not there, as a line beside the others', async () => {
    const { code, failed } = await doctor({}, '--odoo-conf', 'none.conf');
    expect([code, failed]).toEqual([1, ['odoo-conf']]);
  });

  it('says what does not answer', async () => {
    const env = {
      ODOO_STAGE: 'development',
      DATABASE_URL: 'postgres://gateway@127.0.0.1:1/none',
      ODOO_URL: 'http://127.0.0.1:1',
      ODOO_DB: 'odoo',
      ODOO_API_KEY: 'x',
      SUPABASE_JWKS_URL: 'http://127.0.0.1:1/keys',
      SUPABASE_JWT_ISSUER: 'x',
    };
    const { code, failed } = await doctor(env);
    expect(code).toBe(1);
    expect(failed).toEqual(['network/DATABASE_URL', 'database/login', 'odoo/answers', 'tokens/keys']);
  });
});

describe.runIf(isRealStack)('on the real stack (real only)', () => {
  let gateway: TestGateway;
  let env: Record<string, string>;
  let ownerUrl: string;
  beforeAll(async () => {
    gateway = await createTestGateway();
    const [row] = await gateway.owner((client) => client.query('select current_database()::text as name'));
    const name = String(row?.name);
    const { url, database, apiKey } = stackOdoo();
    ownerUrl = databaseUrl('MIGRATIONS_DATABASE_URL', name);
    env = {
      ODOO_STAGE: 'development',
      DATABASE_URL: databaseUrl('DATABASE_URL', name),
      MIGRATIONS_DATABASE_URL: ownerUrl,
      ODOO_URL: url,
      ODOO_DB: database,
      ODOO_API_KEY: apiKey,
      SUPABASE_JWT_SECRET: JWT_SECRET,
    };
  });
  afterAll(() => gateway?.[Symbol.asyncDispose]());

  it('finds nothing that fails in a good configuration', async () => {
    const { code, failed, checks } = await doctor(env);
    expect([code, failed]).toEqual([0, []]);
    for (const name of [
      'database/login',
      'database/clock',
      'database/listen',
      'database/schedules',
      'odoo/clock',
      'odoo/rights',
      'odoo/models',
    ])
      expect(
        checks.find((check) => check.name === name),
        name,
      ).toMatchObject({ status: 'ok' });
    // Keys of the stack live a day.
    expect(checks.find(({ name }) => name === 'odoo/key')).toMatchObject({ status: 'warning' });
  });

  const other = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  it.each<[string, (good: Record<string, string>) => Record<string, string>, string[]]>([
    ['the owner as the gateway’s login', () => ({ DATABASE_URL: ownerUrl }), ['database/login']],
    [
      'a DATABASE_LISTEN_URL of another database',
      (good) => ({ DATABASE_LISTEN_URL: other(String(good.DATABASE_URL), 'postgres') }),
      ['database/listen'],
    ],
    [
      'a database that is not there',
      (good) => ({ DATABASE_URL: other(String(good.DATABASE_URL), 'no_such_database') }),
      ['database/login'],
    ],
    ['a wrong key of Odoo', () => ({ ODOO_API_KEY: 'wrong' }), ['odoo/reader']],
  ])('finds %s', async (_what, change, names) => {
    const { code, failed } = await doctor({ ...env, ...change(env) });
    expect([code, failed]).toEqual([1, names]);
  });
});
