/** `tripoint odoo fdw` on real databases: what it makes, what its checks find, and that nothing can be written by it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { checkDatabase } from '../../src/guard/database.ts';
import { packagePaths } from '../../src/paths.ts';
import { withOtherDatabase } from '../../src/postgres/other-database.ts';
import { createFolder, runHere } from '../support/command.ts';
import { BY_FOREIGN_TABLE, BY_LOGIN, BY_OPENED_TABLE, HIDDEN_FROM_LOGIN } from '../support/fdw-attempts.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { askAs, become } from '../support/ledger.ts';
import { createOdooDatabaseLogin, fdwEnv, type OdooDatabaseLogin, trustReaders } from '../support/odoo-database.ts';
import { isRealStack } from '../support/stack.ts';

const doctrine = loadDoctrine(packagePaths());

describe.runIf(isRealStack)("reads of Odoo's own database", { timeout: 60_000 }, () => {
  const folder = createFolder();
  let gateway: TestGateway;
  let login: OdooDatabaseLogin;
  let env: Record<string, string>;

  beforeAll(async () => {
    gateway = await createTestGateway();
    login = await createOdooDatabaseLogin();
    env = await fdwEnv(gateway, login.url);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await login[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const tripoint = (...args: string[]) => runHere(['odoo', 'fdw', ...args], { cwd: folder.path, env });
  /** Roles belong to the cluster: those of other tests are theirs. */
  const guard = async () =>
    (await gateway.owner(({ query }) => checkDatabase(query, doctrine)))
      .filter(({ rule }) => rule !== 'database/role-member')
      .map(({ rule, message }) => `${rule} ${message}`);
  /** Rolled back, whatever became of it. */
  const attempt = (sql: string, as: 'owner' | 'service' | 'ana', before = '') =>
    gateway.owner(async (client) => {
      await client.script('begin');
      try {
        if (before) await client.script(before);
        if (as !== 'owner') await become(client, as);
        await client.script(sql);
        return 'done';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      } finally {
        await client.script('rollback');
      }
    });

  it('are missing before they are made, and said to be', async () => {
    const { code, stdout } = await tripoint();
    expect(code).toBe(1);
    expect(stdout).toContain('missing: the foreign server tripoint_odoo');
    expect(stdout).toContain('there: the login reads what the doctrine says, and can write nothing');
  });

  it('are made whole, with the summary and a schedule for it', async () => {
    const applied = await tripoint('--apply');
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    expect(applied.stdout).toContain('odoo-project-summary');
    const checked = await tripoint();
    expect(checked.stdout).not.toMatch(/missing|wrong/);
    expect(checked.code).toBe(0);
    const [schedule] = await gateway.owner(({ query }) =>
      query(
        "select agent, kind, time_zone, extract(hour from next_due_at at time zone 'Asia/Manila')::int as hour from ops.schedules where name = 'odoo-project-summary'",
      ),
    );
    expect(schedule).toMatchObject({ agent: 'odoo-analyst', kind: 'analysis.refresh', time_zone: 'Asia/Manila' });
    expect(schedule?.hour).toBe(2);
    expect(await tripoint('--apply')).toMatchObject({ code: 0 });
  });

  it('show what Odoo has, project by project', async () => {
    const { data, errors } = await gateway.execute(
      '{ projectSummaries(first: 100) { nodes { projectId name active taskCount totalHours asOf } } }',
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    const nodes = pick(data, 'projectSummaries.nodes') as { projectId: number; name: string; taskCount: number }[];
    const truth = await login.superuser(
      `select p.id as "projectId", p.name ->> 'en_US' as name, count(t.id)::int as "taskCount" from project_project p
       left join project_task t on t.project_id = p.id and t.active group by p.id order by p.id`,
    );
    expect(truth.length).toBeGreaterThan(0);
    const found = nodes.map(({ projectId, name, taskCount }) => ({ projectId, name, taskCount }));
    expect(found.sort((a, b) => a.projectId - b.projectId)).toEqual(truth);
  });

  it('show invoices alone where they say so, with the amount to the digit', async () => {
    await trustReaders(gateway);
    const [seen] = await askAs(
      gateway,
      'service',
      'select count(*)::int as count, sum(amount_total)::text as sum from ops.odoo_invoices',
    );
    const [truth] = await login.superuser(
      "select count(*)::int as count, sum(amount_total)::text as sum from account_move where move_type in ('out_invoice', 'out_refund', 'out_receipt', 'in_invoice', 'in_refund', 'in_receipt')",
    );
    expect(seen).toEqual(truth);
    const columns = await gateway.owner(({ query }) =>
      query("select attname from pg_attribute where attrelid = 'ops.odoo_invoices'::regclass order by attnum"),
    );
    expect(columns.map(({ attname }) => attname)).toEqual(['id', 'amount_total', 'state']);
  });

  it('are refused to users', async () => {
    // The planner asks Odoo's server for its estimates first, where no user can log in.
    for (const table of [
      ...Object.keys(doctrine.foreign?.tables ?? {}),
      'ops.odoo_invoices',
      'ops.odoo_project_summary',
    ])
      expect([table, await attempt(`select id from ${table} limit 1`, 'ana')]).toEqual([
        table,
        expect.stringMatching(/^(42501|42704)$/),
      ]);
    for (const role of ['anon', 'anonymous_user', 'authenticated', 'acting_agent']) {
      const granted = await gateway.owner(({ query }) =>
        query(
          "select c.relname from pg_class c where c.relname like 'odoo_%' and c.relnamespace = 'ops'::regnamespace and c.relkind in ('f', 'v', 'm') and has_table_privilege($1, c.oid, 'select')",
          [role],
        ),
      );
      expect([role, granted]).toEqual([role, []]);
    }
  });

  it('write nothing by a foreign table, neither for the service nor for the owner', async () => {
    for (const as of ['owner', 'service'] as const) {
      const outcomes: [string, string][] = [];
      for (const sql of BY_FOREIGN_TABLE) outcomes.push([sql, await attempt(sql, as)]);
      // Nor is it refused for want of a connection, a login or a grammar, which would prove nothing.
      expect(outcomes.filter(([, code]) => /^(done|08|28|2F003|42601|42704|42P01)/.test(code))).toEqual([]);
    }
  });

  it('write nothing even where the owner lets postgres_fdw try', async () => {
    const open = "alter server tripoint_odoo options (set updatable 'true', set truncatable 'true', drop options)";
    const outcomes = [];
    for (const sql of BY_OPENED_TABLE) outcomes.push([sql, await attempt(sql, 'owner', open)]);
    expect(outcomes).toEqual(BY_OPENED_TABLE.map((sql) => [sql, expect.stringMatching(/^42501$|^25006$/)]));
  });

  it('write nothing by the login itself, which also reads no other column', async () => {
    const outcomes = await withOtherDatabase({ url: login.url, variable: 'ODOO_DATABASE_URL' }, async (query) => {
      await query('set default_transaction_read_only = off');
      const codes: [string, string][] = [];
      for (const sql of [...BY_LOGIN, ...HIDDEN_FROM_LOGIN])
        codes.push([
          sql,
          await query(sql).then(
            () => 'done',
            (error: { code?: string }) => error.code ?? 'an error',
          ),
        ]);
      return codes;
    });
    expect(outcomes.filter(([, code]) => code === 'done')).toEqual([]);
    // What is refused for its grammar, or for a name that is not there, would prove nothing.
    expect(outcomes.filter(([, code]) => /^(42601|42P01|42703|42883)$/.test(code) || code === 'an error')).toEqual([]);
  });

  it('are what the guard expects of a live database, and nothing beside them is', async () => {
    expect(await guard()).toEqual([]);
    const planted: readonly (readonly [string, string])[] = [
      ['create server second foreign data wrapper postgres_fdw', 'The foreign server second (postgres_fdw) leads out'],
      [
        'alter foreign table ops.odoo_tasks_fdw add column description text',
        'ops.odoo_tasks_fdw shows description text',
      ],
      [
        "alter foreign table ops.odoo_tasks_fdw alter column name options (column_name 'email_cc')",
        'shows name text of email_cc',
      ],
      [
        "create foreign table ops.users (id int) server tripoint_odoo options (table_name 'res_users')",
        'The foreign table ops.users shows ops.res_users',
      ],
      [
        "alter foreign table ops.odoo_tasks_fdw options (set table_name 'res_users')",
        'shows public.res_users, and the doctrine says public.project_task',
      ],
      ['grant select on ops.odoo_tasks_fdw to authenticated', 'authenticated has SELECT on ops.odoo_tasks_fdw'],
      ['grant select (id) on ops.odoo_invoices to public', 'public has SELECT on ops.odoo_invoices'],
      ['grant insert on ops.odoo_tasks_fdw to service_role', 'service_role has INSERT on ops.odoo_tasks_fdw'],
      ['create user mapping for authenticated server tripoint_odoo', 'authenticated logs in to the foreign server'],
      ['create user mapping for public server tripoint_odoo', 'public logs in to the foreign server'],
      ['grant usage on foreign server tripoint_odoo to authenticated', 'authenticated may use the foreign server'],
      ["alter server tripoint_odoo options (set updatable 'true')", 'The foreign server tripoint_odoo may write'],
      ["alter foreign table ops.odoo_tasks_fdw options (add updatable 'true')", 'may write (updatable=true)'],
    ];
    for (const [sql, finding] of planted) {
      const found = await gateway.owner(async (client) => {
        await client.script(`begin; ${sql}`);
        try {
          return await checkDatabase(client.query, doctrine);
        } finally {
          await client.script('rollback');
        }
      });
      const said = found.map(({ rule, message }) => `${rule} ${message}`);
      expect([sql, said.filter((line) => line.startsWith('database/wire'))]).toEqual([
        sql,
        [expect.stringContaining(finding)],
      ]);
    }
  });

  it('survive the grants of a migration, and a login with more rights is refused', async () => {
    const grants = 'revoke all on all tables in schema ops from service_role';
    await gateway.owner((client) => client.script(grants));
    expect(await attempt('select id from ops.odoo_tasks_fdw limit 1', 'service')).toBe('42501');
    await runHere(['migrate'], { cwd: folder.path, env });
    expect(await attempt('select id from ops.odoo_tasks_fdw limit 1', 'service')).toBe('done');
    expect(await guard()).toEqual([]);
    await login.superuser(`grant update on project_task to ${login.user}`);
    const { code, stderr } = await tripoint('--apply');
    expect(code).toBe(1);
    expect(stderr).toContain('may write public.project_task');
    expect((await tripoint()).stdout).toContain('wrong: the login may write public.project_task');
    await login.superuser(`revoke update on project_task from ${login.user}`);
  });

  it('change nothing where the login is not taken, and no password is told', async () => {
    const wrong = new URL(login.url);
    wrong.username = 'nobody_of_that_name';
    const refused = await runHere(['odoo', 'fdw', '--apply'], {
      cwd: folder.path,
      env: { ...env, ODOO_DATABASE_URL: wrong.href },
    });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('ODOO_DATABASE_URL');
    const printed = JSON.stringify([
      refused,
      await tripoint('--sql'),
      await tripoint('--apply'),
      await tripoint(),
      gateway.logged,
    ]);
    expect(printed).not.toContain(login.password);
    expect(await guard()).toEqual([]);
  });

  it('go again, and the summary is not configured then', async () => {
    expect(await tripoint('--remove')).toMatchObject({ code: 0 });
    const { errors } = await gateway.execute('{ projectSummaries { nodes { id } } }', { as: 'service' });
    expect(errors?.[0]?.extensions.code).toBe('NOT_CONFIGURED');
    expect(await guard()).toEqual([]);
    const left = await gateway.owner(({ query }) => query('select srvname from pg_foreign_server'));
    expect(left).toEqual([]);
    expect(
      await gateway.owner(({ query }) => query("select from ops.schedules where name = 'odoo-project-summary'")),
    ).toEqual([]);
  });
});

describe.runIf(!isRealStack)('without a server', () => {
  it('the command says that nothing is configured', async () => {
    using folder = createFolder();
    const env = { SUPABASE_JWT_SECRET: 'x'.repeat(32) };
    const { code, stderr } = await runHere(['odoo', 'fdw'], { cwd: folder.path, env });
    expect(code).toBe(1);
    expect(stderr).toContain('ODOO_DATABASE_URL is not set');
    const sql = await runHere(['odoo', 'fdw', '--sql'], { cwd: folder.path, env });
    expect(sql.code).toBe(0);
    for (const [, { columns }] of Object.entries(doctrine.foreign?.tables ?? {}))
      expect(sql.stdout).toContain(`grant select ("${Object.keys(columns).join('", "')}")`);
  });
});
