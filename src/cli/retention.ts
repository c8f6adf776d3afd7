/** `tripoint retention`: what is old leaves the ledger for object storage. */
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { openEmbeddedPostgres } from '../demo/embedded.ts';
import { createStateFolder } from '../demo/state.ts';
import { GatewayError } from '../errors.ts';
import { packagePaths } from '../paths.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { withOwner } from '../postgres/owner.ts';
import { applyRetention } from '../retention/apply.ts';
import { withFaults } from '../retention/faults.ts';
import { readPlan } from '../retention/plan.ts';
import { printPlan } from '../retention/print.ts';
import type { Approval } from '../retention/record.ts';
import { verifyArchives } from '../retention/verify.ts';
import { createStorage } from '../storage/create-storage.ts';
import type { ObjectStorage, StorageConfig } from '../storage/storage.ts';
import { countForgotten, forgetHistory } from '../work/forgotten.ts';
import { countRemovedFiles, removeLeftFiles } from '../work/removed-files.ts';
import { countUnconfirmed, removeUnconfirmed } from '../work/unconfirmed.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { openFiles } from './files.ts';
import { type Command, FoundError, type Io, readOptions, UsageError, unknownAction } from './io.ts';

const HELP = `tripoint retention plan [--json]
tripoint retention apply --approved-by <person> --reason <text>
tripoint retention verify [--json]

Moves what is old from the ledger into object storage, as MIGRATIONS_DATABASE_URL: events after RETENTION_EVENTS_DAYS (30),
runs after 90, artifacts after 30 or 90, backups after 30, 90 or 365, events of Odoo after 90. Approvals stay. See
docs/retention.md.
With neither DATABASE_URL nor ODOO_URL set it does so to the embedded database, into .tripoint/archive/.

plan           prints what would leave, and what is old and stays; changes nothing
  --json       print the plan as JSON
apply          archives, reads the archive back, records it in the ledger, and only then removes; ends at the first failure
  --approved-by  the person who lets it leave; kept for ever
  --reason       why; kept for ever
verify         reads every archive again and compares it with what left: rows, digests, and the chain of each run's events;
               changes nothing, and ends with 1 where anything is missing or changed
  --json       print what was found as JSON
--help         print this

Beside the ledger, plan counts the attachments that were announced a day ago or more and never confirmed, deleted files that
the storage still has, and entries of pages' histories older than RETENTION_HISTORY_DAYS (30); apply removes them all, and
archives none.`;

const MAX_NAME = 200;
const MAX_REASON = 2_000;

/** The command. */
export const retentionCommand: Command = {
  help: HELP,
  evidence: ([action]) => (action === 'apply' || action === 'verify' ? `retention-${action}` : null),
  run: async ([action, ...args], io) => {
    if (action === 'plan') return plan(args, io);
    if (action === 'apply') return apply(args, io);
    if (action === 'verify') return verify(args, io);
    throw unknownAction(action, { command: 'retention', actions: ['plan', 'apply', 'verify'], help: HELP });
  },
};

async function plan(args: readonly string[], io: Io): Promise<void> {
  const { json = false } = readOptions(args, { json: { type: 'boolean' } });
  const config = readConfigWithoutTokens(io.env);
  const storage = findStorage(config, io);
  const { found, ...counts } = await withLedger(config, io, async (client) => ({
    found: await readPlan(withFaults(client), config.retention),
    unconfirmedAttachments: await countUnconfirmed(withFaults(client)),
    removedFiles: await countRemovedFiles(withFaults(client)),
    forgottenEntries: await countForgotten(withFaults(client), config.historyDays),
  }));
  const destination = storage?.uri('') ?? null;
  if (json) return io.print(JSON.stringify({ ...found, destination, ...counts }, null, 2));
  const { unconfirmedAttachments, removedFiles, forgottenEntries } = counts;
  for (const line of printPlan(found, destination ?? 'no storage: none is configured')) io.print(line);
  if (unconfirmedAttachments > 0) io.print(`\n${describeUnconfirmed(unconfirmedAttachments)}: apply removes them`);
  if (removedFiles > 0) io.print(`\n${describeRemoved(removedFiles)}: apply removes what is left of them`);
  if (forgottenEntries > 0)
    io.print(
      `\n${forgottenEntries} ${forgottenEntries === 1 ? 'entry' : 'entries'} of the history of pages: apply forgets them`,
    );
}

async function apply(args: readonly string[], io: Io): Promise<void> {
  const approval = readApproval(args);
  const config = readConfigWithoutTokens(io.env);
  const storage = requireStorage(config, io);
  const { store: files } = openFiles(config, isOfEmbedded(config) ? createStateFolder(io.cwd).attachments : null);
  const { archives, rows } = await withLedger(config, io, async (client) => {
    const applied = await applyRetention({ client, storage, ages: config.retention, approval, say: io.print });
    const removed = files ? await removeUnconfirmed(withFaults(client), files) : 0;
    if (removed > 0) io.print(`removed ${describeUnconfirmed(removed)}`);
    const pages = await forgetHistory(withFaults(client), config.historyDays);
    if (pages > 0) io.print(`forgot old history of ${pages} ${pages === 1 ? 'page' : 'pages'}`);
    const left = files ? await removeLeftFiles(withFaults(client), files) : 0;
    if (left > 0) io.print(`removed what was left of ${describeRemoved(left)}`);
    return applied;
  });
  io.print(
    archives === 0
      ? 'nothing is old enough'
      : `${rows} rows left, in ${archives} ${archives === 1 ? 'archive' : 'archives'}`,
  );
}

async function verify(args: readonly string[], io: Io): Promise<void> {
  const { json = false } = readOptions(args, { json: { type: 'boolean' } });
  const config = readConfigWithoutTokens(io.env);
  const storage = requireStorage(config, io);
  const say = json ? () => {} : io.print;
  const verified = await withLedger(config, io, (client) => verifyArchives({ client, storage, say }));
  const { archives, rows, problems } = verified;
  if (json) io.print(JSON.stringify(verified, null, 2));
  else for (const problem of problems) io.print(problem);
  if (problems.length > 0)
    throw new FoundError(`${problems.length} ${problems.length === 1 ? 'thing is' : 'things are'} not as they left`);
  if (!json) io.print(`${archives} ${archives === 1 ? 'archive' : 'archives'}, ${rows} rows: all as they left`);
}

function describeUnconfirmed(count: number): string {
  return `${count} ${count === 1 ? 'attachment' : 'attachments'} that ${count === 1 ? 'was' : 'were'} never confirmed`;
}

function describeRemoved(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'} that ${count === 1 ? 'was' : 'were'} taken back`;
}

function readApproval(args: readonly string[]): Approval {
  const given = readOptions(args, { 'approved-by': { type: 'string' }, reason: { type: 'string' } });
  const approvedBy = given['approved-by']?.trim() ?? '';
  const reason = given.reason?.trim() ?? '';
  if (!approvedBy || approvedBy.length > MAX_NAME)
    throw new UsageError(`--approved-by names the person who lets rows leave, in 1 to ${MAX_NAME} characters`);
  if (!reason || reason.length > MAX_REASON)
    throw new UsageError(`--reason says why rows leave, in 1 to ${MAX_REASON} characters`);
  return { approvedBy, reason };
}

/** Whether it is the embedded database that it is about. */
function isOfEmbedded({ embedded, migrationsDatabaseUrl }: Config): boolean {
  return embedded && migrationsDatabaseUrl === null;
}

function findStorage(config: Config, io: Io): ObjectStorage | null {
  const { storage } = config;
  const fallback: StorageConfig | null = isOfEmbedded(config)
    ? { kind: 'folder', folder: join('.tripoint', 'archive') }
    : null;
  const found = storage ?? fallback;
  if (found?.kind === 'folder') return createStorage({ kind: 'folder', folder: resolve(io.cwd, found.folder) });
  return found && createStorage(found);
}

/** @throws GatewayError `NOT_CONFIGURED`. */
function requireStorage(config: Config, io: Io): ObjectStorage {
  const storage = findStorage(config, io);
  if (storage) return storage;
  const where = config.stage === 'development' ? 'STORAGE_FOLDER, or ' : '';
  throw new GatewayError(
    'NOT_CONFIGURED',
    `${where}SUPABASE_URL and SUPABASE_SERVICE_ROLE_KEY are not set: they name the storage`,
  );
}

async function withLedger<T>(config: Config, io: Io, work: (client: MigrationClient) => Promise<T>): Promise<T> {
  const { embedded, migrationsDatabaseUrl: url } = config;
  if (url !== null) return withOwner(url, work);
  if (!embedded) throw new UsageError('MIGRATIONS_DATABASE_URL is not set: it names the owner of the database');
  const state = createStateFolder(io.cwd);
  const lock = state.hold();
  try {
    const { source, owner } = await openEmbeddedPostgres(state.database, packagePaths());
    try {
      return await work(owner);
    } finally {
      await source.close();
    }
  } finally {
    lock.release();
  }
}
