/** `tripoint env`: environments of pull requests, asked for by hand, listed and reconciled; and the driver for an Odoo on this machine. */
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { SERVICE } from '../auth/viewer.ts';
import { DELIVERY_AGENT } from '../delivery/evidence/ledger.ts';
import type { PullRequestWork } from '../delivery/pull-requests/handlers.ts';
import type { KnownEnvironment } from '../delivery/pull-requests/ledger.ts';
import { createLocalOdoo } from '../delivery/pull-requests/local-odoo/local-odoo.ts';
import { LOCAL_ODOO_INPUTS } from '../delivery/pull-requests/local-odoo/settings.ts';
import { createLog } from '../log.ts';
import { packagePaths } from '../paths.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import { withPostgres } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Command, FoundError, type Io, readOptions, UsageError, unknownAction } from './io.ts';
import { openPullRequests } from './pull-requests.ts';
import { upsertSchedule } from './schedule.ts';

const HELP = `tripoint env open --repository <owner/name> --number <n> --branch <name> --sha <commit> [--wait]
tripoint env close --repository <owner/name> --number <n> [--wait]
tripoint env list [--json]
tripoint env reconcile [--schedule]
tripoint env driver local-odoo <create | status | destroy>

An environment for each open pull request of the repositories in ssot/environments.yaml: docs/pull-requests.md. These commands
tell the ledger (DATABASE_URL), and tripoint worker --agent delivery-agent does the work.

open       asks for one, as a delivery of GitHub does
close      has it taken away
  --wait   until it is so, for as long as that takes; exit code 1 where it fails
list       those that are not closed
  --json   as JSON
reconcile  compares open pull requests, the ledger and the drivers, once
  --schedule  puts that into the ledger as a schedule, by pullRequests.reconcile
driver     the driver for an Odoo on this machine: JSON on standard input and output
--help     print this`;

/** Milliseconds between two looks of `--wait`. */
const LOOK_MS = 500;
/** Looks after which `--wait` says what it waits for: ten seconds. */
const QUIET_LOOKS = 20;
/** The largest number that the ledger keeps. */
const MAX_NUMBER = 2_147_483_647;

/** The command. */
export const envCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action === 'open' || action === 'close') return hear(action, args, io);
    if (action === 'list') return list(args, io);
    if (action === 'reconcile') return reconcile(args, io);
    if (action === 'driver') return drive(args, io);
    throw unknownAction(action, {
      command: 'env',
      actions: ['open', 'close', 'list', 'reconcile', 'driver'],
      help: HELP,
    });
  },
};

async function hear(action: 'open' | 'close', args: readonly string[], io: Io): Promise<void> {
  const own = { repository: { type: 'string' }, number: { type: 'string' }, wait: { type: 'boolean' } } as const;
  const head = { branch: { type: 'string' }, sha: { type: 'string' } } as const;
  const given = readOptions(args, { ...own, ...(action === 'open' && head) }) as Record<
    string,
    string | boolean | undefined
  >;
  const repository = String(given.repository ?? '');
  const number = Number(given.number);
  if (repository === '') throw new UsageError('say of which repository: --repository <owner/name>');
  if (!Number.isInteger(number) || number < 1 || number > MAX_NUMBER)
    throw new UsageError('--number is the number of a pull request');
  if (action === 'open') readHead(given);
  await withWork(io, async ({ settings, ledger }) => {
    const known = (await ledger.listOpen()).find((one) => one.repository === repository && one.number === number);
    const owner = settings.repositories[repository] ?? known;
    if (owner === undefined)
      throw new UsageError(
        `--repository: ${repository} is not among pullRequests.repositories of ${io.env.ENVIRONMENTS_FILE || 'ssot/environments.yaml'}`,
      );
    if (action === 'close' && !known) return io.print(`${repository}#${number} has no environment`);
    const told =
      action === 'open'
        ? { branch: String(given.branch ?? ''), sha: String(given.sha ?? '') }
        : (known as KnownEnvironment);
    const { project, tenant } = owner;
    const heard = { repository, project, tenant, number, branch: told.branch, sha: told.sha };
    const { environmentId, state, runId } = await ledger.hear(
      `command:${randomUUID()}`,
      action === 'open' ? 'OPEN' : 'CLOSED',
      heard,
    );
    io.print(`${repository}#${number}: ${state}${runId ? `, run ${runId}` : ''}`);
    if (given.wait && environmentId) await untilSettled(ledger, environmentId, io);
  });
}

/** @throws UsageError where the head of a pull request is not named whole. */
function readHead({ branch, sha }: Readonly<Record<string, string | boolean | undefined>>): void {
  if (!branch) throw new UsageError('say from which branch: --branch <name>');
  if (!/^[0-9a-f]{40}$/.test(String(sha ?? '')))
    throw new UsageError('--sha is the commit of its head: 40 hexadecimal digits, small letters');
}

async function untilSettled(ledger: PullRequestWork['ledger'], id: string, io: Io): Promise<void> {
  for (let looks = 1; ; looks += 1) {
    const found = await ledger.find(id);
    if (!found || found.state === 'FAILED') throw new FoundError(found?.lastError ?? 'it is not in the ledger');
    if (found.state === 'READY' || found.state === 'CLOSED') return io.print(describe(found));
    if (looks === QUIET_LOOKS) io.print(`${describe(found)}: waits for tripoint worker --agent ${DELIVERY_AGENT}`);
    await delay(LOOK_MS);
  }
}

async function list(args: readonly string[], io: Io): Promise<void> {
  const { json = false } = readOptions(args, { json: { type: 'boolean' } });
  await withWork(io, async ({ ledger }) => {
    const found = await ledger.listOpen();
    if (json) return io.print(JSON.stringify(found, null, 2));
    if (found.length === 0) io.print('No pull request has an environment');
    for (const environment of found) io.print(describe(environment));
  });
}

function describe({ state, name, repository, number, sha, url, lastError, askedAt }: KnownEnvironment): string {
  const more = [url, lastError].filter((one) => one !== null).join(' ');
  return `${state.padEnd(7)} ${name} ${repository}#${number} ${sha.slice(0, 12)} asked ${askedAt}${more && ` ${more}`}`;
}

async function reconcile(args: readonly string[], io: Io): Promise<void> {
  const { schedule = false } = readOptions(args, { schedule: { type: 'boolean' } });
  await withWork(io, async ({ settings }, postgres) => {
    const kind = 'environment.reconcile';
    const wanted = { name: kind, agent: DELIVERY_AGENT, kind, ...settings.reconcile };
    // What was missed is in the next one.
    const more = { catch_up: 'ONCE', overlap: 'SKIP', max_attempts: 3 };
    const statement = schedule
      ? upsertSchedule(wanted, more, 'ssot/environments.yaml: pullRequests.reconcile')
      : callFunction('ops.enqueue', { agent: DELIVERY_AGENT, kind, max_attempts: 3 }, 'run_id');
    const [row] = await postgres.transact(SERVICE, (run) => readRows(run, statement));
    io.print(
      schedule
        ? `${kind} at "${settings.reconcile.expression}" (${settings.reconcile.timeZone})`
        : `run ${row?.run_id}`,
    );
  });
}

async function drive([driver, action, ...rest]: readonly string[], io: Io): Promise<void> {
  if (driver !== 'local-odoo') throw new UsageError('env driver: there is local-odoo');
  if (rest.length > 0 || !action || !Object.hasOwn(LOCAL_ODOO_INPUTS, action))
    throw new UsageError('env driver local-odoo: create, status or destroy');
  const streams = io.stdio?.();
  if (!streams) throw new UsageError('env driver reads JSON from standard input');
  const shape: z.ZodType = LOCAL_ODOO_INPUTS[action as keyof typeof LOCAL_ODOO_INPUTS];
  const read = shape.safeParse(parseJson(await text(streams.input)));
  if (!read.success) throw new FoundError(`what is asked is not understood:\n${z.prettifyError(read.error)}`);
  const asked = read.data as z.infer<(typeof LOCAL_ODOO_INPUTS)['create' | 'destroy']>;
  const odoo = createLocalOdoo(asked.settings, io.env, packagePaths(io.env).migrations);
  if ('environment' in asked) io.print(JSON.stringify(await odoo.create(asked.environment)));
  else if ('name' in asked) {
    await odoo.destroy(asked.name);
    io.print('{}');
  } else io.print(JSON.stringify({ environments: odoo.status() }));
}

function parseJson(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    throw new FoundError('what is asked is no JSON');
  }
}

async function withWork(
  io: Io,
  work: (work: PullRequestWork, postgres: PostgresSource) => Promise<void>,
): Promise<void> {
  const config = readConfigWithoutTokens(io.env);
  if (!config.postgres) throw new UsageError('DATABASE_URL is not set: the ledger keeps the environments');
  await withPostgres(config.postgres, createLog(config.logLevel), (postgres) =>
    work(openPullRequests({ env: io.env, paths: packagePaths(io.env), postgres, viewer: SERVICE }), postgres),
  );
}
