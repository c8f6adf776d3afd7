/**
 * `tripoint stage verify` on a neutralized copy of the real Odoo: what is left of production is found, the copy passes once it
 * is gone, and each fault that is planted is found by its own check alone, by the database and by an administrator's key. A
 * failed proof stops a deployment, and a gateway of the wrong stage does not start.
 */
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { markSecret } from '../../src/cli/stage.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, runHere, startProcess } from '../support/command.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { ownPort } from './own-port.ts';
import type { Soak } from './soak.ts';
import { FAULTS } from './stages-faults.ts';

const COPY = join(import.meta.dirname, '..', 'stack', 'odoo-copy');
const CLEANING = join(import.meta.dirname, 'stages-in-odoo.py');
const SECRET_OF_PRODUCTION = 'a-key-that-production-has';

interface World {
  readonly copy: string;
  readonly ledger: string;
  readonly folder: string;
  readonly port: number;
  readonly project: string;
  readonly report: (line: string) => void;
}

interface Found {
  readonly passed: boolean;
  readonly failed: readonly string[];
  readonly notSeen: readonly string[];
  readonly checks: readonly { readonly name: string; readonly verdict: string; readonly found: string }[];
}

/** Throws where a fault is not found, or something else is. */
export const soak: Soak = async (report, _seed, { small }) => {
  const [copy, ledger] = [`soak_stage_${process.pid}`, `tripoint_soak_stage_${process.pid}`];
  // Below those that the system gives to who connects.
  const port = ownPort();
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  using folder = createFolder();
  const odoo = spawn(COPY, ['up', copy, String(port), 'neutralize'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise((resolve) => odoo.once('close', resolve));
  try {
    await withOwner(server, (client) => client.script(`create database ${ledger}`));
    const project = await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', ledger), async (client) => {
      await migrate(client, packagePaths().migrations);
      const [row] = await client.query("select id from ops.upsert_project(slug => 'soak', name => 'Soak')");
      return String(row?.id);
    });
    const ended = gone.then(() => {
      throw new Error('The copy of Odoo ended before it answered');
    });
    // It ends in any case, once all is done.
    ended.catch(() => undefined);
    await Promise.race([untilHealthy(`http://127.0.0.1:${port}/web/health`), ended]);
    await run({ copy, ledger, folder: folder.path, port, project, report }, small);
  } finally {
    odoo.kill('SIGTERM');
    await gone;
    await withOwner(server, async (client) => {
      await client.script(`drop database if exists ${ledger} with (force)`);
      await client.script(`drop role if exists ${loginName(copy)}`);
    });
  }
};

async function run(world: World, small: boolean): Promise<void> {
  const { report, copy } = world;
  writeSettings(world);
  const login = await makeLogin(world);
  const left = await verify(world, { ODOO_PROOF_DATABASE_URL: login });
  report(`neutralized by Odoo alone: ${left.failed.join(', ')} fail`);
  expectFailed('what Odoo leaves', left, ['base-url', 'api-keys', 'queued']);
  const key = await clean(world);
  const ways = { 'by the database': { ODOO_PROOF_DATABASE_URL: login }, 'by a key': { ODOO_PROOF_API_KEY: key } };
  for (const [way, env] of Object.entries(ways)) {
    const good = await verify(world, env);
    report(
      `cleaned, ${way}: ${good.checks.length} checks, ${good.failed.length} failed, ${good.notSeen.length} not seen`,
    );
    if (!good.passed) throw new Error(`the clean copy does not pass ${way}: ${JSON.stringify(good)}`);
    // In small, an administrator's key is tried on some of them: each question is a call to Odoo.
    for (const { check, what, plant, remove } of small && way === 'by a key' ? FAULTS.slice(0, 3) : FAULTS) {
      await inCopy(copy, plant);
      const found = await verify(world, env);
      await inCopy(copy, remove);
      expectFailed(`${what} (${way})`, found, [check]);
      report(`found ${way}: ${what}: ${found.checks.find(({ name }) => name === check)?.found}`);
    }
    await plantOutside(world, env, way);
    const again = await verify(world, env);
    if (!again.passed) throw new Error(`it does not pass again ${way}: ${JSON.stringify(again)}`);
    report(`passes again ${way}`);
  }
  const blind = await verify(world, {});
  report(`with neither: ${blind.notSeen.length} not seen, and it ends with ${blind.code}`);
  if (blind.code !== 3 || blind.failed.length > 0) throw new Error('a proof that is not whole passes for one');
  await stopDeployment(world, login);
  await refuseStages(world);
}

/** Faults of our own configuration. */
async function plantOutside(world: World, env: Record<string, string>, way: string): Promise<void> {
  const secret = { ODOO_WRITER_API_KEY: SECRET_OF_PRODUCTION };
  expectFailed(`a credential of production (${way})`, await verify(world, { ...env, ...secret }), ['credentials']);
  world.report(`found ${way}: a credential of ours is production's`);
  if (!env.ODOO_PROOF_DATABASE_URL) return;
  const other = { ODOO_URL: stackVariable('ODOO_URL'), ODOO_DB: stackVariable('ODOO_DB') };
  expectFailed('another Odoo answers', await verify(world, { ...env, ...other }), ['instance']);
  world.report(`found ${way}: ODOO_URL is another instance than the login's`);
}

/** A proof that failed is recorded with its evidence, and nothing is deployed until one passes. */
async function stopDeployment(world: World, login: string): Promise<void> {
  const env = { ODOO_PROOF_DATABASE_URL: login, EVIDENCE_FOLDER: 'evidence' };
  const args = ['--project', world.project];
  const [fault] = FAULTS;
  await inCopy(world.copy, String(fault?.plant));
  await verify(world, env, args);
  await inCopy(world.copy, String(fault?.remove));
  const refused = await deploy(world).then(
    () => 'nothing',
    (error: unknown) => String(error),
  );
  if (!refused.includes('not neutralized')) throw new Error(`a failed proof stops no deployment: ${refused}`);
  await verify(world, env, args);
  await deploy(world);
  const evidence = await runHere(['evidence', 'verify', 'evidence'], { cwd: world.folder, env: environmentOf(world) });
  if (evidence.code !== 0) throw new Error(`its evidence does not verify: ${evidence.stdout}${evidence.stderr}`);
  world.report(`a failed proof stopped a deployment, and one that passed let it go; ${evidence.stdout.trim()}`);
}

function deploy({ ledger, project }: World): Promise<unknown> {
  return withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', ledger), (client) =>
    client.query(
      `with b as (select * from ops.record_build($1, repeat('a', 40), 'main', 'sha256:' || repeat('b', 64),
         '{"package-lock.json": "sha256:${'c'.repeat(64)}"}'))
       select d.id from b, ops.record_deployment(build_id => b.id, environment => 'STAGING', status => 'RUNNING') d`,
      [project],
    ),
  );
}

/** Neither a staging on what is not neutralized, nor a production on a copy. */
async function refuseStages(world: World): Promise<void> {
  const shared = { ODOO_URL: stackVariable('ODOO_URL'), ODOO_DB: stackVariable('ODOO_DB') };
  for (const [name, env] of [
    ['staging on an Odoo that is not neutralized', { ...shared, ODOO_STAGE: 'staging' }],
    ['production on a neutralized copy', { ODOO_STAGE: 'production' }],
  ] as const) {
    const { code, stderr } = await startProcess(['start'], {
      cwd: world.folder,
      env: { ...environmentOf(world), ...env },
    }).ended;
    if (code !== 1 || !stderr.includes('ODOO_STAGE is')) throw new Error(`${name} starts: ${code} ${stderr}`);
    world.report(`does not start: ${name}: ${stderr.trim().slice(0, 140)}…`);
  }
  await using gateway = startProcess(['start'], { cwd: world.folder, env: environmentOf(world) });
  await gateway.untilPrinted('Tripoint is up');
  world.report('starts: staging on the copy');
}

function environmentOf({ port, copy, ledger }: World): Record<string, string> {
  return {
    ODOO_STAGE: 'staging',
    DATABASE_URL: loginOf(ledger).databaseUrl,
    SUPABASE_JWT_SECRET: JWT_SECRET,
    ODOO_URL: `http://127.0.0.1:${port}`,
    ODOO_DB: copy,
    ODOO_API_KEY: 'a-key-of-the-copy',
    PORT: '0',
  };
}

async function verify(world: World, env: Record<string, string>, args: readonly string[] = []) {
  const surroundings = {
    cwd: world.folder,
    env: { ...environmentOf(world), ...filesOf(world), ODOO_STAGE: 'development', ...env },
  };
  const { code, stdout, stderr } = await runHere(['stage', 'verify', '--json', ...args], surroundings);
  if (!stdout.startsWith('{')) throw new Error(`stage verify ended with ${code}: ${stderr}`);
  return { ...(JSON.parse(stdout) as Found), code };
}

function filesOf({ folder }: World): Record<string, string> {
  return { ENVIRONMENTS_FILE: join(folder, 'environments.yaml'), STAGES_FILE: join(folder, 'stages.yaml') };
}

/** Names of keys are all allowed: by their age alone the database tells which came with the copy. */
function writeSettings(world: World): void {
  const { ENVIRONMENTS_FILE: environments, STAGES_FILE: stages } = filesOf(world);
  writeFileSync(String(environments), 'stages: { apiKeys: [staging, tripoint, tripoint test] }\n');
  const production = {
    hosts: ['odoo.example.com'],
    secrets: { ODOO_WRITER_API_KEY: [markSecret(SECRET_OF_PRODUCTION)] },
  };
  writeFileSync(String(stages), JSON.stringify({ production }));
}

function loginName(copy: string): string {
  return `${copy}_proof`;
}

/** As the command prints it. @returns Its URL. */
async function makeLogin({ copy, folder, ...world }: World): Promise<string> {
  const url = new URL(databaseUrl('MIGRATIONS_DATABASE_URL', copy));
  url.username = loginName(copy);
  const env = {
    ...environmentOf({ copy, folder, ...world }),
    ODOO_STAGE: 'development',
    ODOO_PROOF_DATABASE_URL: url.href,
  };
  const { stdout } = await runHere(['stage', 'verify', '--sql'], { cwd: folder, env });
  await inCopy(copy, stdout);
  return url.href;
}

function inCopy(copy: string, sql: string): Promise<void> {
  return withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', copy), (client) => client.script(sql));
}

/** @returns The copy's own key. */
async function clean({ copy, port }: World): Promise<string> {
  const { stdout } = await promisify(execFile)(COPY, ['shell', copy, CLEANING, `BASE_URL=http://127.0.0.1:${port}`]);
  const [, key] = /^(?:>>> )*KEY (\w+)$/m.exec(stdout) ?? [];
  if (!key) throw new Error(`the copy was not cleaned: ${stdout}`);
  return key;
}

function expectFailed(what: string, { failed, notSeen }: Found, wanted: readonly string[]): void {
  if (failed.join() === wanted.join() && notSeen.length === 0) return;
  throw new Error(
    `${what}: ${wanted.join(', ')} should fail, and ${failed.join(', ') || 'none'} did; not seen: ${notSeen.join(', ')}`,
  );
}

async function untilHealthy(url: string): Promise<void> {
  for (const deadline = performance.now() + 180_000; ; ) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error(`${url} does not answer`);
    await sleep(500);
  }
}
