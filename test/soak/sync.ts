/**
 * A sync under all that befalls it, on a copy of Odoo that people and programs write to: transactions held open as long as the
 * longest, many writes of one second, deletions, an import, hints that come twice, late or never, the door away, workers and
 * syncs killed. Every record is known as Odoo has it in the end, and no change was told twice; how fast hints arrive is told.
 */
import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { createJson2Call } from '../../src/odoo/json2.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, type RunningCommand, startProcess } from '../support/command.ts';
import { seededChoice } from '../support/random.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import { ownPort } from './own-port.ts';
import type { Soak } from './soak.ts';
import { checkSync } from './sync-check.ts';

const COPY = join(import.meta.dirname, '..', 'stack', 'odoo-copy');
const WORKLOAD = join(import.meta.dirname, 'sync-in-odoo.py');
const SECRET = 'a-path-of-the-soak-alone';
/** What the workload writes to. */
const WATCH = { 'project.tags': {}, 'project.task': { links: ['tag_ids'] } };

interface Size {
  readonly seconds: number;
  /** As long as the longest transaction is held open; the overlap is a little longer. */
  readonly holdSeconds: number;
  readonly overlapSeconds: number;
  readonly importRows: number;
  readonly downSeconds: number;
}

const SMALL: Size = { seconds: 40, holdSeconds: 12, overlapSeconds: 15, importRows: 2_000, downSeconds: 5 };
const FULL: Size = { seconds: 300, holdSeconds: 100, overlapSeconds: 120, importRows: 50_000, downSeconds: 60 };

interface World {
  readonly copy: string;
  readonly database: string;
  readonly folder: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly size: Size;
  readonly report: (line: string) => void;
}

/** Throws where a change is lost, or told twice. */
export const soak: Soak = async (report, seed, { small }) => {
  const size = small ? SMALL : FULL;
  const [copy, name] = [`soak_sync_${process.pid}`, `tripoint_soak_sync_${process.pid}`];
  const port = ownPort();
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  using folder = createFolder();
  // It takes the next one as well.
  const odooPort = ownPort(1);
  const odoo = spawn(COPY, ['up', copy, String(odooPort)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const gone = new Promise((resolve) => odoo.once('close', resolve));
  try {
    await withOwner(server, (client) => client.script(`create database ${name}`));
    const database = databaseUrl('MIGRATIONS_DATABASE_URL', name);
    await withOwner(database, (client) => migrate(client, packagePaths().migrations));
    const file = join(folder.path, 'bridge.yaml');
    writeFileSync(file, settingsOf(size));
    const environment = {
      ODOO_STAGE: 'development',
      DATABASE_URL: loginOf(name).databaseUrl,
      SUPABASE_JWT_SECRET: JWT_SECRET,
      ODOO_URL: `http://127.0.0.1:${odooPort}`,
      ODOO_DB: copy,
      ODOO_API_KEY: stackVariable('ODOO_API_KEY'),
      ODOO_NATIVE_WEBHOOK_SECRETS: `soak:${SECRET}`,
      BRIDGE_FILE: file,
      WORKER_LEASE_SECONDS: '5',
      PORT: String(port),
    };
    await untilHealthy(`${environment.ODOO_URL}/web/health`);
    await run({ copy, database, folder: folder.path, port, environment, size, report }, seed);
  } finally {
    odoo.kill('SIGTERM');
    await gone;
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
};

function settingsOf({ overlapSeconds }: Size): string {
  const settings = parse(readFileSync(packagePaths().bridge, 'utf8')) as Record<string, unknown>;
  const soon = { everySeconds: 1, idsEverySeconds: 3, linksEverySeconds: 3 };
  return stringify({ ...settings, ...soon, overlapSeconds, watch: WATCH });
}

async function run(world: World, seed: number): Promise<void> {
  const { size, report } = world;
  const begun = await once(world);
  report(`a first sync: ${begun.trim().split('\n').join('; ')}`);
  let gateway = await start(world, ['start'], 'Tripoint is up');
  const startWorker = () => start(world, ['worker', '--agent', 'odoo-bridge'], 'is up');
  const startSync = () => start(world, ['sync'], 'Sync is up');
  const killable = [
    { command: await startWorker(), again: startWorker },
    { command: await startWorker(), again: startWorker },
    { command: await startSync(), again: startSync },
    { command: await startSync(), again: startSync },
  ];
  const done = { isOver: false };
  const killing = killAtRandom(killable, seededChoice(seed), done);
  try {
    const workload = work(world, seed);
    await sleep((size.seconds * 1_000) / 2);
    gateway.child.kill('SIGKILL');
    await gateway.ended;
    await sleep(size.downSeconds * 1_000);
    gateway = await start(world, ['start'], 'Tripoint is up');
    report(`in Odoo: ${await workload}`);
    done.isOver = true;
    report(`killed: ${await killing} workers and syncs; the door was away for ${size.downSeconds} s`);
    await untilDrained(world);
  } finally {
    done.isOver = true;
    await killing.catch(() => 0);
    await Promise.all([gateway, ...killable.map(({ command }) => command)].map(stop));
  }
  for (let n = 0; n < 2; n += 1) await once(world);
  await checkSync({
    odoo: databaseUrl('MIGRATIONS_DATABASE_URL', world.copy),
    reader: createJson2Call({
      ...{ url: String(world.environment.ODOO_URL), database: world.copy, timeoutMs: 60_000 },
      apiKey: stackVariable('ODOO_API_KEY'),
    }),
    ledger: world.database,
    report,
  });
}

/** The last line that the workload prints. */
async function work({ copy, port, size }: World, seed: number): Promise<string> {
  const { stdout } = await promisify(execFile)(
    COPY,
    [
      ...['shell', copy, WORKLOAD, `DOOR=http://127.0.0.1:${port}/webhooks/odoo/native/${SECRET}`, `SEED=${seed}`],
      ...[`SECONDS_LONG=${size.seconds}`, `HOLD_SECONDS=${size.holdSeconds}`, `IMPORT_ROWS=${size.importRows}`],
    ],
    { maxBuffer: 100_000_000 },
  );
  const lines = stdout.trim().split('\n');
  const strange = lines.filter((line) => line.startsWith('strange'));
  if (strange.length > 0) throw new Error(`the workload met ${strange.length} errors: ${strange[0]}`);
  return lines.at(-1) ?? '';
}

async function killAtRandom(
  killable: { command: RunningCommand; again: () => Promise<RunningCommand> }[],
  choose: (below: number) => number,
  done: { readonly isOver: boolean },
): Promise<number> {
  let killed = 0;
  while (!done.isOver) {
    await sleep(1_000 + choose(3_000));
    const victim = killable[choose(killable.length)];
    if (!victim || done.isOver) continue;
    victim.command.child.kill('SIGKILL');
    await victim.command.ended;
    victim.command = await victim.again();
    killed += 1;
  }
  return killed;
}

async function once({ folder, environment }: World): Promise<string> {
  const { code, stdout, stderr } = await startProcess(['sync', '--once'], { cwd: folder, env: environment }).ended;
  if (code !== 0) throw new Error(`sync --once ended with ${code}: ${stderr}`);
  return stdout;
}

async function start({ folder, environment }: World, args: readonly string[], up: string): Promise<RunningCommand> {
  const command = startProcess(args, { cwd: folder, env: environment });
  await command.untilPrinted(up);
  return command;
}

async function stop({ child, ended }: RunningCommand): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

async function untilDrained({ database }: World): Promise<void> {
  for (const deadline = performance.now() + 600_000; ; ) {
    const [row] = await withOwner(database, (client) =>
      client.query("select count(*)::int as n from odoo.webhook_events where status in ('pending', 'processing')"),
    );
    if (row?.n === 0) return;
    if (performance.now() > deadline) throw new Error(`${String(row?.n)} events have not ended`);
    await sleep(500);
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (const deadline = performance.now() + 180_000; ; ) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error('the copy of Odoo did not come up');
    await sleep(500);
  }
}
