/** `tripoint stage`: proves that the Odoo of an environment is a neutralized copy, and records the proof. */
import type { Config } from '../config.ts';
import { readEnvironments } from '../delivery/environments.ts';
import { type ProofPlace, recordProof } from '../delivery/stages/ledger.ts';
import { printProofLogin } from '../delivery/stages/login-sql.ts';
import { proveOdoo } from '../delivery/stages/look.ts';
import type { Proof, ProofCheck } from '../delivery/stages/proof.ts';
import { createLog } from '../log.ts';
import { packagePaths } from '../paths.ts';
import { withPostgres } from '../postgres/pool.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { readEnvironmentName, readUuid } from './delivery-options.ts';
import { type Command, FoundError, type Io, readOptions, UnseenError, UsageError, unknownAction } from './io.ts';
import { type Kept, keepEvidence } from './keep-evidence.ts';
import { findProductionValues, readProductionMarks } from './stage.ts';

const HELP = `tripoint stage verify [--json] [--project <uuid> [--environment <name> | --host <host>]]
tripoint stage verify --sql

Looks at the Odoo of ODOO_URL, and says whether it is a neutralized copy that cannot act as production: its flag, mail
servers, crons, webhooks, payments, base URL, API keys and queued messages; and whether a credential of ours is production's.
Changes nothing in Odoo. The reader may not see most of it: set ODOO_PROOF_DATABASE_URL, a login of Odoo's database with
SELECT alone, or ODOO_PROOF_API_KEY, an administrator's key of Odoo 19. docs/stages.md has each check.
Exit code 0 where all passed, 1 where a check failed, 3 where none failed and not all could be seen.

  --project      the project in the ledger of DATABASE_URL: the proof is recorded, and a failed one stops deployments there
  --environment  DEV, STAGING or PRODUCTION; default STAGING
  --host         in place of an environment: the host of a pull request's
  --json         print { "passed": …, "failed": […], "notSeen": […], "checks": [{ "name", "verdict", "found", "do" }] }
  --sql          print the SQL that makes the login, to be run in Odoo's database as its owner; asks nobody
  --help         print this

Where EVIDENCE_FOLDER is set, what was found is kept there, and the proof in the ledger has the digest of it.`;

/** The command. */
export const stageCommand: Command = {
  help: HELP,
  run: async ([action, ...args], io) => {
    if (action !== 'verify') throw unknownAction(action, { command: 'stage', actions: ['verify'], help: HELP });
    const {
      json = false,
      sql = false,
      ...given
    } = readOptions(args, {
      ...{ json: { type: 'boolean' }, sql: { type: 'boolean' } },
      ...{ project: { type: 'string' }, environment: { type: 'string' }, host: { type: 'string' } },
    } as const);
    const place = readPlace(given);
    const config = readConfigWithoutTokens(io.env);
    if (sql) return io.print(printProofLogin(loginOf(config)));
    if (place && !config.postgres)
      throw new UsageError('DATABASE_URL is not set: --project records the proof in its ledger');
    const found: { proof: Proof | null } = { proof: null };
    const run = async (kept: Io) => {
      const proof = await prove(config, kept);
      found.proof = proof;
      const lines = json ? [JSON.stringify(proof, null, 2)] : proof.checks.flatMap(linesOf);
      for (const line of lines) kept.print(line);
      conclude(proof);
    };
    const command = ['tripoint', 'stage', 'verify', ...args];
    const { kept, failure } = await keepEvidence({ topic: 'stage-verify', command, run }, io);
    if (found.proof && place) await record(found.proof, { place, kept, config }, json ? () => {} : io.print);
    if (failure) throw failure.error;
  },
};

interface GivenPlace {
  readonly project?: string | undefined;
  readonly environment?: string | undefined;
  readonly host?: string | undefined;
}

/** Null where nothing is recorded. */
function readPlace({ project, environment, host }: GivenPlace): ProofPlace | null {
  readUuid(project, '--project');
  readEnvironmentName(environment);
  if (environment !== undefined && host !== undefined) throw new UsageError('--environment or --host, not both');
  if (project !== undefined)
    return host === undefined
      ? { projectId: project, environment: environment ?? 'STAGING', host: null }
      : { projectId: project, environment: null, host };
  if (environment !== undefined || host !== undefined)
    throw new UsageError('--project is not set: it names the project whose environment it is');
  return null;
}

/** @throws UsageError. */
function prove({ odoo, proof }: Config, io: Io): Promise<Proof> {
  if (!odoo) throw new UsageError('ODOO_URL is not set: it names the Odoo that is looked at');
  const { environments, stages } = packagePaths(io.env);
  const marks = readProductionMarks(stages);
  const isMarked = marks.hosts.length > 0 || Object.keys(marks.secrets).length > 0;
  return proveOdoo({
    odoo,
    proof,
    settings: readEnvironments(environments).stages,
    productionHosts: marks.hosts,
    productionSecrets: isMarked ? findProductionValues(io.env, marks) : null,
  });
}

function linesOf({ name, verdict, found, do: todo }: ProofCheck): string[] {
  const line = `${(verdict === 'not_seen' ? 'not seen' : verdict).padEnd(9)} ${name.padEnd(12)} ${found}`;
  return todo === null ? [line] : [line, `${' '.repeat(10)}→ ${todo}`];
}

/** @throws FoundError, UnseenError. */
function conclude({ failed, notSeen }: Proof): void {
  if (failed.length > 0)
    throw new FoundError(
      `not neutralized: ${failed.join(', ')}${notSeen.length > 0 ? `; not seen: ${notSeen.join(', ')}` : ''}`,
    );
  if (notSeen.length > 0) throw new UnseenError(`the proof is not whole; not seen: ${notSeen.join(', ')}`);
}

async function record(
  proof: Proof,
  { place, kept, config }: { place: ProofPlace; kept: Kept | null; config: Config },
  say: (line: string) => void,
): Promise<void> {
  if (!config.postgres) return;
  const recorded = { proof, place, digest: kept && `sha256:${kept.sha256}`, runId: kept?.runId ?? null };
  const id = await withPostgres({ ...config.postgres, poolSize: 1 }, createLog('error'), (postgres) =>
    recordProof(postgres, recorded),
  );
  say(`recorded as ${id}`);
}

function loginOf({ proof: { databaseUrl } }: Config): string {
  const named = databaseUrl === null ? '' : decodeURIComponent(new URL(databaseUrl).username);
  return named === '' ? 'tripoint_proof' : named;
}
