/** `tripoint deploy` on a real ledger: it deploys by the rules, and believes versions and health, not an exit code. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, runHere } from '../support/command.ts';
import { createDelivery } from '../support/delivery.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { databaseUrl, isRealStack, JWT_SECRET, stackOdoo } from '../support/stack.ts';

let gateway: TestGateway;
let delivery: ReturnType<typeof createDelivery>;
let server: Server;
let status = 200;
let env: Record<string, string>;
let folder: ReturnType<typeof createFolder>;

beforeAll(async () => {
  if (!isRealStack) return;
  gateway = await createTestGateway();
  delivery = createDelivery(gateway);
  const [row] = await gateway.owner((client) => client.query('select current_database() as name'));
  const database = String(row?.name);
  server = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A stand-in of the table by which Odoo's database says which modules it has.
  await gateway.owner((client) =>
    client.script(`create table public.ir_module_module (name text, state text, latest_version text);
      insert into public.ir_module_module values ('base', 'installed', '19.0.1.3'), ('sale', 'installed', '19.0.1.1')`),
  );
  env = {
    DATABASE_URL: databaseUrl('DATABASE_URL', database),
    STAGING_URL: databaseUrl('MIGRATIONS_DATABASE_URL', database),
    NO_SUCH_URL: databaseUrl('MIGRATIONS_DATABASE_URL', 'there_is_no_such_database'),
    PATH: process.env.PATH ?? '',
    ODOO_STAGE: 'development',
    SUPABASE_JWT_SECRET: JWT_SECRET,
  };
});

afterAll(async () => {
  if (!isRealStack) return;
  await new Promise((resolve) => server.close(resolve));
  await gateway[Symbol.asyncDispose]();
});

beforeEach(() => {
  status = 200;
  folder = createFolder();
});

afterEach(() => folder[Symbol.dispose]());

/** Loaded by the command, which runs in another folder. */
const PG = join(process.cwd(), 'node_modules', 'pg');

const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/web/health`;
const look = (database = 'STAGING_URL') => [
  ...['--health-url', urlOf(), '--health-database', database, '--wait', '0'],
  ...['--odoo-database', 'STAGING_URL'],
];
const command = (script: string) => ['--', process.execPath, '-e', script];
const deploy = (...args: readonly string[]) => runHere(['deploy', ...args], { cwd: folder.path, env });
async function newest(buildId: string) {
  const { data } = await gateway.execute(
    `query ($id: ID!) { build(id: $id) { deployments(first: 1) { nodes { id status failure healthChecks modules evidenceRunId
       environment { name } rollsBack { id } } } } }`,
    { as: 'service', variables: { id: buildId } },
  );
  return pick(data, 'build.deployments.nodes.0') as Record<string, unknown>;
}

describe.skipIf(!isRealStack)('deploy run (real only)', () => {
  it('goes where the branch leads, keeps the evidence, and succeeds by what it finds', async () => {
    const build = await delivery.build(await delivery.project());
    const { code, stdout, stderr } = await deploy('run', '--build', build, ...look(), ...command("console.log('up')"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^deployment [0-9a-f-]{36} SUCCEEDED\n$/);
    const found = await newest(build);
    expect(found).toMatchObject({ status: 'SUCCEEDED', environment: { name: 'STAGING' }, modules: [] });
    expect(found.healthChecks).toMatchObject([
      { kind: 'HTTP', ok: true, status: 200 },
      { kind: 'DATABASE', ok: true },
    ]);
    const { data } = await gateway.execute(
      'query ($id: ID!) { run(id: $id) { agent status artifacts { nodes { uri } } } verifyLedger(runId: $id) { problem } }',
      { as: 'service', variables: { id: found.evidenceRunId } },
    );
    const uris = (pick(data, 'run.artifacts.nodes') as { uri: string }[]).map(({ uri }) => uri);
    const kept = uris.find((uri) => uri.endsWith('/logs/found.json')) ?? '';
    const file = join(folder.path, 'web/docs/evidence', kept.replace('evidence://', ''));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ deployment: found.id, status: 'SUCCEEDED' });
    expect(readFileSync(join(file, '..', 'run.json'), 'utf8')).not.toContain(
      new URL(env.STAGING_URL as string).password || '\0',
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a module that Odoo does not know', ['--module', 'sael'], /the module sael is not installed/],
    ['a module that has the version of before', ['--module', 'sale'], /the module sale is .* as before/],
    ['a module of another version', ['--module', 'base=19.0.9'], /the module base is 19\.0\.1\.3, not 19\.0\.9/],
    [
      'a database that does not exist',
      ['--health-database', 'NO_SUCH_URL'],
      /the DATABASE check "NO_SUCH_URL" failed: .*does not exist/,
    ],
  ])('fails although the command ends with 0: %s', async (_what, args, problem) => {
    const build = await delivery.build(await delivery.project());
    const { code, stderr } = await deploy('run', '--build', build, ...look(), ...args, ...command(''));
    expect(stderr).toMatch(problem);
    expect(code).toBe(1);
    expect(await newest(build)).toMatchObject({ status: 'FAILED', failure: expect.stringMatching(problem) });
  });

  it('fails where the command does, and where a server answers 503', async () => {
    const build = await delivery.build(await delivery.project());
    expect((await deploy('run', '--build', build, ...look(), ...command('process.exitCode = 3'))).code).toBe(1);
    expect(await newest(build)).toMatchObject({ failure: expect.stringContaining('the command ended with 3') });
    status = 503;
    expect((await deploy('run', '--build', build, ...look(), ...command(''))).stderr).toMatch(/failed: status 503/);
  });

  it('tells the modules from → to', async () => {
    const build = await delivery.build(await delivery.project());
    const sql = "update public.ir_module_module set latest_version = '19.0.1.2' where name = 'sale'";
    const program = command(
      `const { Client } = require(${JSON.stringify(PG)}); const client = new Client(process.env.STAGING_URL);
       client.connect().then(() => client.query(${JSON.stringify(sql)})).then(() => client.end())`,
    );
    const { code, stderr } = await deploy('run', '--build', build, ...look(), '--module', 'sale', ...program);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const changed = { module: 'sale', from: '19.0.1.1', to: '19.0.1.2', asked: true };
    expect(await newest(build)).toMatchObject({ status: 'SUCCEEDED', modules: [changed] });
    await gateway.owner((client) => client.script(sql.replace('19.0.1.2', '19.0.1.1')));
  });

  it('runs nothing that the rules refuse, and says which rule', async () => {
    const feature = await delivery.build(await delivery.project(), undefined, { branch: 'feature/x' });
    const marks = command("console.log('ran')");
    const refused = await deploy('run', '--build', feature, '--environment', 'STAGING', ...look(), ...marks);
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('only main goes there') });
    const pull = await deploy('run', '--build', feature, ...look(), ...marks);
    expect(pull.stderr).toMatch(/goes to the environment of its pull request/);
    expect(await newest(feature)).toBeUndefined();
  });

  it('takes back, and check ends what another tool has begun', async () => {
    const project = await delivery.project();
    const [one, two] = [await delivery.build(project), await delivery.build(project)];
    await delivery.stage(one);
    await delivery.stage(two);
    const { id } = await newest(two);
    const args = ['--deployment', String(id), '--reason', 'Mails go out twice'];
    expect(await deploy('rollback', ...args, ...look(), ...command(''))).toMatchObject({ code: 0 });
    expect(await newest(one)).toMatchObject({ status: 'SUCCEEDED', rollsBack: { id } });
    const begun = await delivery.deploy({ buildId: two, environment: 'STAGING', status: 'RUNNING' });
    const deployment = String(pick(begun, 'deployment.id'));
    expect(await deploy('check', '--deployment', deployment, ...look())).toMatchObject({ code: 0 });
    expect(await newest(two)).toMatchObject({ id: deployment, status: 'SUCCEEDED' });
  });

  it('reads the modules of a real Odoo by its reader, and is not content with another version', async () => {
    const { url, database, apiKey, username, protocol } = stackOdoo();
    const odoo = { ODOO_URL: url, ODOO_DB: database, ODOO_API_KEY: apiKey, ODOO_PROTOCOL: protocol };
    const ask = (version: string) =>
      runHere(
        [
          ...['deploy', 'check', '--health-url', new URL('/web/health?db_server_status=1', url).href],
          ...['--health-database', 'STAGING_URL', '--wait', '0', '--module', `base=${version}`],
        ],
        { cwd: folder.path, env: { ...env, ...odoo, ODOO_USERNAME: username ?? '' } },
      );
    const wrong = await ask('0');
    expect(wrong.code).toBe(1);
    const [, version = ''] = /^base (\S+), wanted 0$/m.exec(wrong.stdout) ?? [];
    expect(version).toMatch(/^19\.0\./);
    expect(await ask(version)).toMatchObject({ code: 0 });
  });

  it('rules are those of the database', async () => {
    const { code, stdout } = await deploy('rules');
    expect(code).toBe(0);
    expect(stdout).toContain('STAGING  takes builds of main');
  });
});
