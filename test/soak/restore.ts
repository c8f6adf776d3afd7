/** The drill of docs/restore.md: a gateway that is written to is backed up and lost, and stands again on a new cluster. */
import { cpSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, type Outcome, runProcess } from '../support/command.ts';
import { AGES_ENV, insertPast } from '../support/retention.ts';
import { databaseUrl, JWT_SECRET, stackVariable } from '../support/stack.ts';
import { createNewCluster, dumpInto, restoreFrom } from './restore-cluster.ts';
import { digestOf, type Gateway, startGateway, type Written, write, writeOn } from './restore-gateway.ts';
import type { Soak } from './soak.ts';

const NAME = `tripoint_soak_restore_${process.pid}`;

interface Size {
  /** Pages, and as many runs, before the backup. */
  readonly writes: number;
  readonly files: number;
  readonly fileBytes: number;
}

const FULL: Size = { writes: 2_000, files: 40, fileBytes: 2_000_000 };
const SMALL: Size = { writes: 60, files: 3, fileBytes: 200_000 };

type Env = Readonly<Record<string, string>>;

/** Throws where something that was answered before the backup is not there afterwards. */
export const soak: Soak = async (report, _seed, { small }) => {
  const size = small ? SMALL : FULL;
  using folder = createFolder();
  const at = (name: string) => join(folder.path, name);
  const drill = { at, report, step: createSteps(report), tripoint: createTripoint(folder.path) };
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const before = envOf(databaseUrl('MIGRATIONS_DATABASE_URL', NAME), databaseUrl('DATABASE_URL', NAME), at('storage'));
  await withOwner(server, (client) => client.script(`create database ${NAME}`));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => withOwner(server, (client) => client.script(`drop database if exists ${NAME} with (force)`)));
  const { written, later } = await backUp(drill, before, size);

  await using cluster = await createNewCluster();
  // To the same place: the ledger knows archives by it.
  rmSync(at('storage'), { recursive: true });
  renameSync(at('copy'), at('storage'));
  report('the database, its cluster and the storage are lost; a new cluster is up');
  await withOwner(cluster.url('postgres'), (client) => client.script('create database tripoint'));
  const after = envOf(cluster.url('tripoint'), cluster.url('tripoint', 'gateway'), at('storage'));
  await restore(drill, after);
  await using restored = await drill.step(
    'the gateway',
    () => startGateway(folder.path, after),
    () => 'it is up',
  );
  await check(restored, written, after, report);
  const kept = await countPages(after, later);
  report(`of ${later.length} pages that were written from the dump on, it has ${kept}: the others are what was lost`);
  await restored.stop();
};

interface Drill {
  /** A place in the folder of the drill. */
  readonly at: (name: string) => string;
  readonly report: (line: string) => void;
  readonly step: ReturnType<typeof createSteps>;
  readonly tripoint: ReturnType<typeof createTripoint>;
}

/** Everything that the guide says to keep, of a gateway that is written to meanwhile. */
async function backUp({ at, report, step, tripoint }: Drill, env: ReturnType<typeof envOf>, size: Size) {
  await tripoint(['migrate', '--seed'], env);
  await withOwner(env.MIGRATIONS_DATABASE_URL, insertPast);
  await tripoint(['retention', 'apply', '--approved-by', 'ana', '--reason', 'the drill'], { ...env, ...AGES_ENV });
  await using source = await startGateway(at('.'), env);
  const written = await write(source, size);
  report(
    `written: ${written.keys.length} pages, as many runs, ${written.files.length} files; archives of what was old`,
  );
  const going = writeOn(source);
  await step(
    'pg_dump, while it is written to',
    () => dumpInto(at('tripoint.dump'), env.MIGRATIONS_DATABASE_URL),
    () => bytesOf(at('tripoint.dump')),
  );
  await step('the storage is copied, after the dump', async () =>
    cpSync(at('storage'), at('copy'), { recursive: true }),
  );
  const later = await going.stop();
  await source.stop();
  return { written, later };
}

/** The guide's commands, in its order. */
async function restore({ at, step, tripoint }: Drill, env: ReturnType<typeof envOf>): Promise<void> {
  await step('tripoint migrate --roles', () => tripoint(['migrate', '--roles'], env), lastLine);
  await step('pg_restore', () => restoreFrom(at('tripoint.dump'), env.MIGRATIONS_DATABASE_URL));
  await step('tripoint migrate', () => tripoint(['migrate'], env), lastLine);
  await step('tripoint guard --database', () => tripoint(['guard', '--database'], env), lastLine);
  await step('tripoint retention verify', () => tripoint(['retention', 'verify'], env), lastLine);
  await step('tripoint indexer --once', () => tripoint(['indexer', '--once'], env), lastLine);
  await step(
    'the chain of every run',
    () => verifyChains(env),
    (count) => `${count} runs verify`,
  );
}

function envOf(ownerUrl: string, loginUrl: string, storage: string) {
  mkdirSync(storage, { recursive: true });
  return {
    ...{ MIGRATIONS_DATABASE_URL: ownerUrl, DATABASE_URL: loginUrl, STORAGE_FOLDER: storage },
    ...{ SUPABASE_JWT_SECRET: JWT_SECRET, ODOO_STAGE: 'development', LOG_LEVEL: 'error', LIVE_POLL_MS: '1000' },
  };
}

function createSteps(report: (line: string) => void) {
  return async <T>(name: string, work: () => Promise<T>, tell: (made: T) => string = () => 'done'): Promise<T> => {
    const began = performance.now();
    const made = await work();
    report(`${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${name}: ${tell(made)}`);
    return made;
  };
}

function createTripoint(cwd: string) {
  return async (args: readonly string[], env: Env): Promise<Outcome> => {
    const outcome = await runProcess(args, { cwd, env });
    if (outcome.code !== 0)
      throw new Error(`tripoint ${args.join(' ')} ended with ${outcome.code}: ${outcome.stderr}${outcome.stdout}`);
    return outcome;
  };
}

const lastLine = ({ stdout }: Outcome) => stdout.trimEnd().split('\n').at(-1) || 'done';
const bytesOf = (file: string) => `${statSync(file).size} bytes`;

async function verifyChains({ MIGRATIONS_DATABASE_URL: url = '' }: Env): Promise<number> {
  const [found] = await withOwner(url, (client) =>
    client.query(`select (select count(*)::int from ops.runs) as runs,
      (select count(*)::int from ops.runs r, lateral ops.verify_ledger(r.id) v where v.problem is not null) as broken`),
  );
  if (found?.broken !== 0) throw new Error(`${found?.broken} chains do not verify`);
  return Number(found?.runs);
}

async function check(
  gateway: Gateway,
  { keys, files }: Written,
  env: Env,
  report: (line: string) => void,
): Promise<void> {
  const pages = await countPages(env, keys);
  const runs = await count(env, `select count(*)::int as n from ops.runs where idempotency_key = any ($1)`, keys);
  report(`of what was answered before the dump: ${pages} of ${keys.length} pages, ${runs} of ${keys.length} runs`);
  if (pages !== keys.length || runs !== keys.length) throw new Error('what was answered is not there');
  const { searchPages } = (await gateway.ask(
    '{ searchPages(query: "drill 7", first: 5) { page { title } } }',
  )) as unknown as {
    searchPages: readonly { page: { title: string } }[];
  };
  if (!searchPages.some(({ page }) => page.title === 'drill 7')) throw new Error('search does not find a page');
  let same = 0;
  for (const { id, digest } of files) {
    const { node } = (await gateway.ask('query ($id: ID!) { node: attachment(id: $id) { url } }', {
      id,
    })) as unknown as {
      node: { url: string };
    };
    const got = await fetch(new URL(node.url, gateway.url));
    if (digestOf(new Uint8Array(await got.arrayBuffer())) === digest) same += 1;
  }
  report(`search finds a page; ${same} of ${files.length} files are byte for byte what was uploaded`);
  if (same !== files.length) throw new Error('files are not what was uploaded');
}

const countPages = (env: Env, keys: readonly string[]) =>
  count(env, 'select count(*)::int as n from work.pages where title = any ($1)', keys);

async function count(
  { MIGRATIONS_DATABASE_URL: url = '' }: Env,
  sql: string,
  keys: readonly string[],
): Promise<number> {
  const [found] = await withOwner(url, (client) => client.query(sql, [keys]));
  return Number(found?.n);
}
