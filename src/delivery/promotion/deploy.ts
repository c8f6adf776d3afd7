/** One deployment: recorded, run as evidence, looked at, and ended as it was found. */
import type { ChildEnd } from '../evidence/child.ts';
import type { Recorded } from '../evidence/record.ts';
import { DeliveryError } from '../problem.ts';
import type { Deployment, DeploymentLedger, Found } from './deployments.ts';
import { checkHealth, type HealthCheck } from './health.ts';
import { type AskedModule, compareVersions, type Versions } from './modules.ts';

/** How an environment is looked at. */
export interface Look {
  readonly checks: readonly HealthCheck[];
  /** Milliseconds that it may take to come up. */
  readonly waitMs: number;
  /** Reads the modules of its Odoo; null where it has none. */
  readonly readModules: (() => Promise<Versions>) | null;
  readonly asked: readonly AskedModule[];
  /** Whether there may be no Odoo yet: modules that cannot be read before are none. */
  readonly isFirst: boolean;
  /** Reads the names of our migrations; null where they are not to be known. */
  readonly readMigrations: (() => Promise<readonly string[]>) | null;
  /** A text without secrets. */
  readonly redact: (text: string) => string;
}

/** What is deployed, and by which command. */
export interface Deploying {
  readonly ledger: Pick<DeploymentLedger, 'end'>;
  readonly look: Look;
  /** Records it as RUNNING. @throws GatewayError where a rule refuses it: then the command does not run. */
  readonly begin: () => Promise<Deployment>;
  /** Runs the command as evidence, and keeps what `afterwards` finds with it. */
  readonly record: (afterwards: (ended: ChildEnd) => Promise<object>) => Promise<Recorded>;
}

/** What an environment has. */
export interface State {
  readonly modules: Versions;
  readonly migrations: readonly string[];
}

/**
 * @throws GatewayError where it may not begin, or the ledger cannot be told how it ended: then it stays RUNNING.
 * @throws DeliveryError where it has ended already, or its evidence cannot be kept.
 */
export async function deploy({ ledger, look, begin, record }: Deploying) {
  const before = await readBefore(look);
  const begun = await begin();
  if (begun.status !== 'RUNNING')
    throw new DeliveryError(`Deployment ${begun.id} of this key is ${begun.status} already: give another key`);
  const kept: { found?: Omit<Found, 'evidenceRunId'> } = {};
  try {
    const recorded = await record(async (ended) => {
      kept.found = await lookAround(look, before, ended);
      return { deployment: begun.id, ...kept.found };
    });
    const found = kept.found ?? failed('nothing was found out of it');
    return { deployment: await ledger.end(begun.id, { ...found, evidenceRunId: recorded.runId }), recorded };
  } catch (error) {
    // Without evidence there is no deployment that succeeded.
    const failure = look.redact(`its evidence could not be kept: ${String(error)}`).slice(0, 2_000);
    await ledger.end(begun.id, { ...failed(failure), evidenceRunId: null }).catch(() => {});
    throw error;
  }
}

function failed(failure: string): Omit<Found, 'evidenceRunId'> {
  return { status: 'FAILED', failure, healthChecks: [], modules: [], migrations: [] };
}

/** Before anything runs, and before anything is recorded. */
async function readBefore({ readModules, readMigrations, isFirst }: Look): Promise<State> {
  const unlessFirst =
    <T>(empty: T) =>
    (error: unknown) => {
      if (isFirst) return empty;
      throw error;
    };
  return {
    modules: (await readModules?.().catch(unlessFirst(new Map()))) ?? new Map(),
    migrations: (await readMigrations?.().catch(unlessFirst([]))) ?? [],
  };
}

/** What is there now. @param ended How the command ended; null where there was none. */
export async function lookAround(look: Look, before: State, ended: ChildEnd | null) {
  const problems: string[] = [];
  if (ended && ended.exitCode !== 0) problems.push(`the command ${describe(ended)}`);
  const unread = (what: string) => (error: unknown) => {
    problems.push(`${what} could not be read afterwards: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  };
  // What the command has broken needs no time to come up.
  const healthChecks = await checkHealth(look.checks, problems.length > 0 ? 0 : look.waitMs);
  const modules = (await look.readModules?.().catch(unread('the modules'))) ?? before.modules;
  const migrations = (await look.readMigrations?.().catch(unread('the migrations'))) ?? [];
  const told = problems.length > 0 ? look.redact(problems.join('; ')).slice(0, 2_000) : null;
  return {
    status: told === null ? ('SUCCEEDED' as const) : ('FAILED' as const),
    failure: told,
    healthChecks: healthChecks.map((check) => ({
      ...check,
      ...(check.detail !== undefined && { detail: look.redact(check.detail).slice(0, 2_000) }),
    })),
    modules: compareVersions(before.modules, modules, look.asked),
    migrations: migrations.filter((name) => !before.migrations.includes(name)),
  };
}

function describe({ notStarted, signal, exitCode }: ChildEnd): string {
  if (notStarted !== null) return `did not start: ${notStarted}`;
  return signal ? `was ended by ${signal}` : `ended with ${exitCode}`;
}
