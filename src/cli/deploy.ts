/** `tripoint deploy`: takes a build to an environment, or back, by the rules of a promotion, and records how that went. */

import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readEnvironments } from '../delivery/environments.ts';
import { createEvidenceLedger } from '../delivery/evidence/ledger.ts';
import { EVIDENCE_FOLDER } from '../delivery/evidence/names.ts';
import { recordCommand } from '../delivery/evidence/record.ts';
import type { Secrets } from '../delivery/evidence/secrets.ts';
import { openGit, readCommit } from '../delivery/git.ts';
import { deploy, type Look, lookAround } from '../delivery/promotion/deploy.ts';
import { createDeploymentLedger, type Deployment, type DeploymentLedger } from '../delivery/promotion/deployments.ts';
import { environmentOf } from '../delivery/promotion/rules.ts';
import { createLog } from '../log.ts';
import { packagePaths } from '../paths.ts';
import { withPostgres } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { readEnvironmentName, readUuid } from './delivery-options.ts';
import { LOOK_OPTIONS, readLook } from './deploy-look.ts';
import { type Command, FoundError, type Io, readOptions, UsageError, unknownAction } from './io.ts';

const HELP = `tripoint deploy run --build <build> [--project <slug>] [--environment <name>] [--emergency <uuid>] <look> -- <command> [<argument> …]
tripoint deploy rollback --deployment <uuid> --reason <why> [--emergency <uuid>] <look> -- <command> [<argument> …]
tripoint deploy check [--deployment <uuid>] <look>
tripoint deploy rules

Needs DATABASE_URL, the ledger of deployments, which holds the rules: docs/promotion.md.

run       records the deployment, or is refused; reads the modules of Odoo; runs the command as evidence does (tripoint evidence
          --help); reads the modules again, asks the health, and ends the deployment as SUCCEEDED or FAILED. Exit code 1
          where it is refused or failed: the command's own exit code alone makes no success.
  --build         its uuid, or with --project the digest of its image
  --environment   DEV, STAGING or PRODUCTION; where absent, the one that the build's branch goes to
  --emergency     the emergency by which it goes to production without staging
rollback  the same for the build that the environment had before
check     asks the health and prints it; with --deployment it ends that one by it, which is RUNNING
rules     prints the rules, and exit code 1 where the database holds others than ssot/environments.yaml

<look>
  --health-url <url>              passes where it answers 200 to 299; again for more than one
  --health-database <variable>    passes where the database answers whose URL the variable has; again for more than one
  --wait <seconds>                that the environment may take to come up; default 60
  --module <name>[=<version>]     that was to be installed or updated, or to come to a version; again for more than one
  --odoo-database <variable>      read the modules out of this database; where absent by the reader of ODOO_URL
  --migrations <variable>         note our migrations that it executed, out of the database whose URL the variable has
  --first                         there may be no Odoo yet
--key   makes a repeated request lead to the same deployment
--to    another folder for evidence than ${EVIDENCE_FOLDER}
--help  print this`;

const COMMON = {
  ...LOOK_OPTIONS,
  emergency: { type: 'string' },
  key: { type: 'string' },
  to: { type: 'string' },
} as const;

/** The command. */
export const deployCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action === 'run') return run(args, io);
    if (action === 'rollback') return rollback(args, io);
    if (action === 'check') return check(args, io);
    if (action === 'rules') return rules(args, io);
    throw unknownAction(action, { command: 'deploy', actions: ['run', 'rollback', 'check', 'rules'], help: HELP });
  },
};

async function run(args: readonly string[], io: Io): Promise<void> {
  const { command, options } = split(args);
  const given = readOptions(options, {
    ...COMMON,
    ...{ build: { type: 'string' }, project: { type: 'string' }, environment: { type: 'string' } },
  } as const);
  const { build, project = null } = given;
  if (build === undefined) throw new UsageError('say what to deploy: --build <uuid>');
  const emergencyId = readUuid(given.emergency, '--emergency') ?? null;
  const asked = readEnvironmentName(given.environment);
  const looking = readLook(given, io);
  await withLedger(io, async (ledger, postgres) => {
    const found = await ledger.findBuild(build, project);
    const environment = asked ?? branchEnvironment(found.branch, io);
    await carryOut({ io, command, to: given.to, ledger, postgres, ...looking }, () =>
      ledger.begin({
        ...{ buildId: found.id, environment },
        ...{ emergencyId, idempotencyKey: given.key ?? null },
      }),
    );
  });
}

/** @throws UsageError for a branch that goes to none of the three. */
function branchEnvironment(branch: string, io: Io): string {
  const { promotion } = readEnvironments(packagePaths(io.env).environments);
  const found = environmentOf(promotion, branch);
  if (found !== null && found !== 'PULL_REQUEST') return found;
  const why = found === null ? 'no environment of its own' : 'the environment of its pull request';
  throw new UsageError(`${branch} goes to ${why}: say --environment DEV, or build from main`);
}

async function rollback(args: readonly string[], io: Io): Promise<void> {
  const { command, options } = split(args);
  const given = readOptions(options, {
    ...COMMON,
    ...{ deployment: { type: 'string' }, reason: { type: 'string' } },
  } as const);
  const { deployment, reason } = given;
  if (deployment === undefined) throw new UsageError('say what to take back: --deployment <uuid>');
  if (reason === undefined) throw new UsageError('say why: --reason <text>');
  readUuid(deployment, '--deployment');
  const emergencyId = readUuid(given.emergency, '--emergency') ?? null;
  const looking = readLook(given, io);
  await withLedger(io, (ledger, postgres) =>
    carryOut({ io, command, to: given.to, ledger, postgres, ...looking }, () =>
      ledger.beginRollback({
        ...{ deploymentId: deployment, reason },
        ...{ emergencyId, idempotencyKey: given.key ?? null },
      }),
    ),
  );
}

/** What stands after `--` is the command. */
function split(args: readonly string[]) {
  const end = args.indexOf('--');
  const command = end === -1 ? [] : args.slice(end + 1);
  if (command.length === 0) throw new UsageError('say which command deploys, after --: deploy run … -- <command>');
  return { command, options: args.slice(0, end) };
}

interface CarryingOut {
  readonly io: Io;
  readonly command: readonly string[];
  readonly to: string | undefined;
  readonly ledger: DeploymentLedger;
  readonly postgres: PostgresSource;
  readonly look: Look;
  readonly secrets: Secrets;
}

async function carryOut(
  { io, command, to, ledger, postgres, look, secrets }: CarryingOut,
  begin: () => Promise<Deployment>,
) {
  const say = (sentence: string) => void io.terminal?.stderr.write(`tripoint deploy: ${sentence}\n`);
  const commit = await readCommit(openGit(io.cwd, io.env));
  const { deployment, recorded } = await deploy({
    ...{ ledger, look, begin },
    record: (afterwards) =>
      recordCommand({
        ...{ topic: 'deployment', command, commit, secrets, afterwards },
        root: resolve(io.cwd, to ?? EVIDENCE_FOLDER),
        around: { ...(io.terminal ?? SILENT), cwd: io.cwd, env: io.env },
        ledger: createEvidenceLedger(postgres),
        now: () => new Date(),
        warn: say,
      }),
  });
  say(`${join(to ?? EVIDENCE_FOLDER, recorded.folder.name)}, manifest sha256:${recorded.sha256}`);
  tell(deployment, io);
}

/** Where nobody looks on. */
const SILENT = { isInteractive: false, onSignal: () => () => {} };

/** @throws FoundError where it failed. */
function tell({ id, status, failure, previousSha }: Deployment, io: Io): void {
  if (status !== 'SUCCEEDED') throw new FoundError(`deployment ${id} ended as ${status}: ${failure}`);
  io.print(`deployment ${id} ${status}${previousSha === null ? '' : `, ${previousSha} before`}`);
}

async function check(args: readonly string[], io: Io): Promise<void> {
  const given = readOptions(args, { ...LOOK_OPTIONS, deployment: { type: 'string' } } as const);
  const deployment = readUuid(given.deployment, '--deployment');
  const { look } = readLook(given, io);
  const open = look.asked.find(({ wanted }) => wanted === null);
  if (open) throw new UsageError(`nobody knows what there was before: say --module ${open.module}=<version>`);
  const nothing = { modules: new Map(), migrations: [] };
  const before = { ...nothing, modules: (await look.readModules?.()) ?? nothing.modules };
  const found = await lookAround({ ...look, readMigrations: null }, before, null);
  for (const { kind, name, ok, status, ms, detail } of found.healthChecks)
    io.print(
      [ok ? 'ok    ' : 'FAILED', kind, name, status, `${ms} ms`, detail]
        .filter((part) => part !== undefined)
        .join('  '),
    );
  for (const { module, to, wanted } of found.modules)
    io.print(`${module} ${to ?? 'is not installed'}${wanted ? `, wanted ${wanted}` : ''}`);
  if (deployment !== undefined)
    return withLedger(io, async (ledger) => tell(await ledger.end(deployment, { ...found, evidenceRunId: null }), io));
  const bad = found.healthChecks.filter(({ ok }) => !ok).length;
  const wrong = found.modules.filter(({ to, wanted }) => to === null || (wanted !== null && to !== wanted)).length;
  if (bad + wrong > 0)
    throw new FoundError(
      `${bad + wrong} of what was looked at ${bad + wrong === 1 ? 'is' : 'are'} not as it should be`,
    );
}

async function rules(args: readonly string[], io: Io): Promise<void> {
  readOptions(args, {});
  const { promotion } = readEnvironments(packagePaths(io.env).environments);
  io.print('DEV  takes every build');
  for (const { pattern, environment } of promotion.branches) io.print(`${environment}  takes builds of ${pattern}`);
  io.print(
    'PRODUCTION  takes what succeeded in STAGING alone: that build of main, or the same commit built from production',
  );
  const { branches, approvers, hours } = promotion.emergency;
  io.print(`an emergency takes builds of ${branches.join(', ')} to PRODUCTION: ${approvers} approvers, ${hours} hours`);
  await withLedger(io, async (ledger) => {
    if (!isDeepStrictEqual(await ledger.rules(), promotion))
      throw new FoundError('the database holds other rules (ops.promotion_rules) than ssot/environments.yaml');
  });
}

async function withLedger<T>(
  io: Io,
  work: (ledger: DeploymentLedger, postgres: PostgresSource) => Promise<T>,
): Promise<T> {
  const { postgres: pool } = readConfigWithoutTokens(io.env);
  if (!pool) throw new UsageError('DATABASE_URL is not set: deployments are recorded in its ledger');
  return withPostgres({ ...pool, poolSize: 2 }, createLog('error'), (postgres) =>
    work(createDeploymentLedger(postgres), postgres),
  );
}
