/**
 * Environments of pull requests, whole: GitHub's deliveries at a gateway, workers that are killed, copies of the real Odoo, and a
 * delivery that never comes. Tells how long each step took.
 */
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { runJsonCommand } from '../../src/delivery/pull-requests/json-command.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, type RunningCommand, runProcess, startProcess } from '../support/command.ts';
import { askDatabase, CHROOT, localOdooDriver, localOdooEnv } from '../support/local-odoo.ts';
import { listedPull, pullRequest } from '../support/pull-requests.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { ownPort } from './own-port.ts';
import type { Soak } from './soak.ts';

const SECRET = 'a-secret-of-the-soak-alone';
const LOOK_MS = 200;

interface World {
  readonly owner: string;
  readonly url: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Pull requests that GitHub lists. */
  readonly open: Map<number, object>;
}

/** Throws where an environment does not come, does not go, or leaves something. */
export const soak: Soak = async (report, _seed, { small }) => {
  const database = `tripoint_soak_previews_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  using folder = createFolder();
  const data = `/var/lib/odoo/previews-soak-${process.pid}`;
  const open = new Map<number, object>();
  const github = createServer((_request, response) => response.end(JSON.stringify([...open.values()])));
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  await withOwner(server, (client) => client.script(`create database ${database}`));
  try {
    const owner = databaseUrl('MIGRATIONS_DATABASE_URL', database);
    await withOwner(owner, (client) => migrate(client, packagePaths().migrations));
    await withOwner(owner, (client) => client.query("select ops.upsert_project(slug => 'shop', name => 'Shop')"));
    const file = join(folder.path, 'environments.yaml');
    writeFileSync(file, stringify(await settings(folder.path, data, (github.address() as AddressInfo).port)));
    // Below those that the system gives to who connects.
    const port = ownPort();
    const environment = {
      ...localOdooEnv(),
      ...{ ODOO_STAGE: 'development', DATABASE_URL: loginOf(database).databaseUrl, SUPABASE_JWT_SECRET: JWT_SECRET },
      ...{
        ENVIRONMENTS_FILE: file,
        GITHUB_WEBHOOK_SECRETS: `acme/shop:${SECRET}`,
        WORKER_LEASE_SECONDS: '5',
        PORT: String(port),
      },
      ...{
        ODOO_URL: stackVariable('ODOO_URL'),
        ODOO_DB: stackVariable('ODOO_DB'),
        ODOO_API_KEY: stackVariable('ODOO_API_KEY'),
      },
    };
    await run({ owner, url: `http://127.0.0.1:${port}`, folder: folder.path, environment, open }, report, small);
  } finally {
    github.close();
    rmSync(join(CHROOT, data), { recursive: true, force: true });
    await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
  }
};

async function settings(folder: string, data: string, port: number): Promise<object> {
  return {
    version: 1,
    pullRequests: {
      ...{ domain: 'preview.example.com', driver: 'local', places: { perProject: 2, overall: 2 } },
      repositories: { 'acme/shop': { project: 'shop' } },
      list: { api: `http://127.0.0.1:${port}` },
    },
    drivers: { local: await localOdooDriver(join(folder, 'driver'), data) },
  };
}

async function run(world: World, report: Parameters<Soak>[0], small: boolean): Promise<void> {
  const { folder: cwd, environment: env } = world;
  const gateway = startProcess(['start'], { cwd, env });
  let worker = startWorker(world);
  // Another soak has these numbers too.
  const first = 1 + (process.pid % 90_000) * 10;
  const numbers = small ? [first] : [first, first + 1, first + 2];
  try {
    await gateway.untilPrinted('Tripoint is up');
    const before = await countConnections();
    const begun = performance.now();
    for (const number of numbers) await deliver(world, number, 'opened');
    const asked = performance.now();
    report(`${numbers.length} deliveries were answered within ${seconds(begun, asked)}`);
    while (!(await hasDatabase(`pr-${first}-soak`))) await sleep(LOOK_MS);
    worker.child.kill('SIGKILL');
    await worker.ended;
    report(`a worker was killed after ${seconds(asked)}, its copy half made`);
    worker = startWorker(world);
    await until(world, first, 'READY');
    report(`ready after ${seconds(asked)}, by another worker`);
    if ((await countConnections()) < before) throw new Error('a connection of the source was ended');
    await closeAll(world, numbers, report);
  } finally {
    await Promise.all([gateway, worker].map(stop));
    // Whatever broke, no Odoo goes on.
    const { settings: given, command } = parse(readFileSync(String(env.ENVIRONMENTS_FILE), 'utf8')).drivers.local;
    for (const number of numbers)
      await destroyLeft(command, { version: 1, name: `pr-${number}-soak`, settings: given });
  }
}

/** The first by a delivery that never comes, which reconciling makes up for; the others by their own. */
async function closeAll(
  world: World,
  [first = 0, ...others]: readonly number[],
  report: Parameters<Soak>[0],
): Promise<void> {
  const missed = performance.now();
  world.open.delete(first);
  const { code, stderr } = await runProcess(['env', 'reconcile'], { cwd: world.folder, env: world.environment });
  if (code !== 0) throw new Error(stderr);
  await until(world, first, 'CLOSED');
  report(`its delivery missed, it was torn down ${seconds(missed)} after a look at the list of open pull requests`);
  for (const number of others) {
    await until(world, number, 'READY');
    const closed = performance.now();
    await deliver(world, number, 'closed');
    await until(world, number, 'CLOSED');
    report(`another, which waited where places were taken: torn down ${seconds(closed)} after its delivery`);
  }
  for (const number of [first, ...others])
    if (await hasDatabase(`pr-${number}-soak%`)) throw new Error(`a database of ${number} is left`);
  const left = readdirSync(join(world.folder, 'driver', 'environments'));
  if (left.length > 0) throw new Error(`${left.join(', ')} is left`);
  const broken = await askOwner(world, BROKEN);
  if (broken.length > 0) throw new Error(`chains that do not verify: ${JSON.stringify(broken)}`);
  report('no database, folder or process is left, and every chain of the ledger verifies');
}

function startWorker({ folder, environment }: World): RunningCommand {
  return startProcess(['worker', '--agent', 'delivery-agent'], { cwd: folder, env: environment });
}

async function deliver(world: World, number: number, action: string): Promise<void> {
  const event = pullRequest(number, { action, branch: 'soak' });
  if (action === 'closed') world.open.delete(number);
  else world.open.set(number, listedPull(number, { branch: 'soak' }));
  const body = JSON.stringify(event);
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
  const headers = { 'x-github-event': 'pull_request', 'x-hub-signature-256': signature };
  const answer = await fetch(`${world.url}/webhooks/github`, { method: 'POST', body, headers });
  if (answer.status !== 202) throw new Error(`a delivery was answered with ${answer.status}: ${await answer.text()}`);
}

async function until(world: World, number: number, state: string): Promise<void> {
  for (;;) {
    const sql = `select state, last_error from ops.pull_request_environments where number = ${number} order by asked_at desc limit 1`;
    const [row] = await askOwner(world, sql);
    if (row?.state === state) return;
    if (row?.state === 'FAILED') throw new Error(String(row.last_error));
    await sleep(LOOK_MS);
  }
}

function askOwner({ owner }: World, sql: string): Promise<Record<string, unknown>[]> {
  return withOwner(owner, (client) => client.query(sql));
}

async function hasDatabase(like: string): Promise<boolean> {
  return (await askDatabase('postgres', `select 1 from pg_database where datname like '${like}'`)).length > 0;
}

async function countConnections(): Promise<number> {
  const sql = `select count(*)::int as n from pg_stat_activity where datname = '${stackVariable('ODOO_DB')}' and backend_start < now() - interval '1 minute'`;
  return Number((await askDatabase('postgres', sql))[0]?.n);
}

async function destroyLeft(command: readonly string[], input: object): Promise<void> {
  const { signal } = new AbortController();
  await runJsonCommand([...command, 'destroy'], { cwd: '/', env: localOdooEnv(), input, timeoutMs: 60_000, signal });
}

async function stop(command: RunningCommand): Promise<void> {
  command.child.kill('SIGTERM');
  await command.ended;
}

function seconds(from: number, to = performance.now()): string {
  return `${((to - from) / 1_000).toFixed(1)} s`;
}

const BROKEN = `select r.id, v.problem from ops.runs r, ops.verify_ledger(r.id) v where v.problem is not null`;
