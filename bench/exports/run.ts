/** `npm run bench:exports`: how long exports take, and how much memory, by Odoo's reader and by foreign tables. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Manifest } from '../../src/analysis/manifest.ts';
import { createArchivedTasks, WRITTEN } from './archived-tasks.ts';
import { createDatabases } from './databases.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'main.js');
const FORMATS = ['ndjson', 'parquet'] as const;
/** A multiple of the peak at a tenth of the rows: what is read by pages needs no more for ten times as many. */
const MAX_GROWTH = 1.3;

interface Figures {
  readonly what: string;
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
  readonly megabytes: number;
}

/** One export as a process of its own, with the peak of its resident memory as Linux keeps it. */
async function measure(what: string, args: readonly string[], env: Record<string, string>): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-bench-'));
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [MAIN, 'odoo', 'export', '--to', 'out', ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const peakMb = await watch(child);
    const seconds = (performance.now() - started) / 1_000;
    if (child.exitCode !== 0) throw new Error(`the export ended with ${child.exitCode}`);
    const manifest = JSON.parse(readFileSync(join(folder, 'out', 'manifest.json'), 'utf8')) as Manifest;
    if (args.includes('ndjson')) await check(folder, manifest);
    const megabytes = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
    return { what, rows: manifest.rows, seconds, peakMb, megabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(child: ChildProcess): Promise<number> {
  let peakKb = 0;
  const look = () => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peakKb = Math.max(peakKb, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It has just ended.
    }
  };
  const timer = setInterval(look, 50);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  return peakKb / 1_024;
}

/** Sums of amounts in cents, so that no row is missing, doubled or changed. */
const sums = new Map<number, bigint>();

async function check(folder: string, { files, rows }: Manifest): Promise<void> {
  let [count, last, sum] = [0, 0, 0n];
  for (const { name } of files)
    for await (const line of createInterface({ input: createReadStream(join(folder, 'out', name)) })) {
      const { id, amount_total: amount = '0' } = JSON.parse(line) as { id: number; amount_total?: string };
      if (id <= last) throw new Error(`record ${id} comes after ${last}`);
      last = id;
      count += 1;
      sum += toCents(amount);
    }
  if (count !== rows) throw new Error(`${count} lines, and the manifest says ${rows}`);
  sums.set(rows, sum);
}

function toCents(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.slice(0, 2).padEnd(2, '0'));
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: source the file that test/stack/up prints`);
  return value;
}

function print(figures: readonly Figures[]): void {
  process.stdout.write(
    '| export | rows | seconds | rows/s | peak memory, MB | files, MB |\n|---|---|---|---|---|---|\n',
  );
  for (const { what, rows, seconds, peakMb, megabytes } of figures) {
    const cells = [
      what,
      rows,
      seconds.toFixed(1),
      Math.round(rows / seconds),
      Math.round(peakMb),
      megabytes.toFixed(1),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

const { values } = parseArgs({ options: { small: { type: 'boolean' } } });
const [few, many] = values.small ? [1_000, 20_000] : [10_000, 1_000_000];
const owner = variable('MIGRATIONS_DATABASE_URL');
const base = { ODOO_STAGE: 'development', SUPABASE_JWT_SECRET: 'a-secret-of-the-bench-that-is-long-enough-to-be-one' };
const figures: Figures[] = [];

{
  const names = ['ODOO_URL', 'ODOO_DB', 'ODOO_API_KEY', 'ODOO_USERNAME'];
  const odoo = Object.fromEntries(names.map((name) => [name, variable(name)]));
  await using _tasks = await createArchivedTasks(owner, variable('ODOO_DB'), few);
  for (const format of FORMATS) {
    const args = ['--model', 'project.task', '--since', WRITTEN, '--format', format];
    figures.push(await measure(`reader, ${format}`, args, { ...base, ...odoo }));
  }
}
{
  await using databases = await createDatabases(owner, variable('DATABASE_URL'), many);
  const env = { ...base, DATABASE_URL: databases.databaseUrl };
  for (const format of FORMATS)
    for (const since of [await databases.sinceOf(many - many / 10 + 1), await databases.sinceOf(1)]) {
      const args = ['--model', 'account.move', '--via', 'fdw', '--since', since, '--format', format];
      figures.push(await measure(`fdw, ${format}`, args, env));
    }
  if (toCents(await databases.sumOf(many)) !== sums.get(many)) throw new Error('the amounts come to another sum');
}

print(figures);
const counted = figures.map(({ rows }) => rows).join(', ');
const wanted = [few, few, many / 10, many, many / 10, many].join(', ');
if (counted !== wanted) throw new Error(`${counted} rows, and there are ${wanted}`);
for (const format of FORMATS) {
  const [small = 0, large = 0] = figures.filter(({ what }) => what === `fdw, ${format}`).map(({ peakMb }) => peakMb);
  if (!values.small && large > small * MAX_GROWTH)
    throw new Error(`${format}: ${Math.round(large)} MB for ${many} rows, ${Math.round(small)} MB for a tenth of them`);
}
