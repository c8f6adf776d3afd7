/** Environments of pull requests in the ledger: each call is one statement and one transaction. */
import { SERVICE, type Viewer } from '../../auth/viewer.ts';
import { GatewayError } from '../../errors.ts';
import { callFunction } from '../../postgres/call-function.ts';
import { type JsonRow, readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { nameOf } from './names.ts';
import type { PullRequestSettings } from './settings.ts';

/** What was heard of a pull request. */
export interface HeardPullRequest {
  /** `owner/name`, as the settings have it. */
  readonly repository: string;
  /** The slug of its project. */
  readonly project: string;
  /** Whose project it is; absent where one tenant alone has a project of that slug, empty for the company's own. */
  readonly tenant?: string | undefined;
  readonly number: number;
  readonly branch: string;
  readonly sha: string;
}

/** An environment of the ledger. */
export interface KnownEnvironment extends HeardPullRequest {
  readonly id: string;
  readonly name: string;
  readonly hostName: string;
  readonly driver: string;
  readonly state: 'WAITING' | 'OPENING' | 'READY' | 'FAILED' | 'CLOSING' | 'CLOSED';
  readonly readySha: string | null;
  readonly url: string | null;
  readonly lastError: string | null;
  readonly askedAt: string;
  readonly readyAt: string | null;
  readonly closeAskedAt: string | null;
  readonly closedAt: string | null;
}

/** What became of it. */
export interface Hearing {
  /** False where the same was heard before. */
  readonly isNew: boolean;
  /** Null where a pull request without an environment was closed. */
  readonly state: KnownEnvironment['state'] | null;
  readonly environmentId: string | null;
  /** The run that sees to it; null where there is nothing to do. */
  readonly runId: string | null;
}

/** How an environment is settled. */
export interface Settlement {
  readonly run: { readonly id: string; readonly fence: number };
  readonly environmentId: string;
  readonly state: 'READY' | 'FAILED' | 'CLOSING' | 'CLOSED';
  readonly sha?: string;
  readonly url?: string;
  readonly database?: string | null;
  readonly gatewayDatabase?: string | null;
  readonly error?: string;
}

/** Each throws GatewayError. */
export interface PullRequestLedger {
  /** @param key The same for all that says the same. */
  hear(key: string, wanted: 'OPEN' | 'CLOSED', heard: HeardPullRequest): Promise<Hearing>;
  /** @param tenant Whose it has to be; absent, anybody's. */
  find(id: string, tenant?: string): Promise<KnownEnvironment | null>;
  /** Whose a run of this agent is; empty for the company's own. */
  tenantOf(runId: string): Promise<string>;
  /** All that are not closed, the oldest first. */
  listOpen(): Promise<readonly KnownEnvironment[]>;
  /** @returns How the environment is now. */
  settle(settlement: Settlement): Promise<KnownEnvironment['state']>;
  /** Drives on what stands still. @param down Uuids of those that should run and do not. @returns Names of those that got a run. */
  drive(down: readonly string[]): Promise<readonly string[]>;
}

/** @param settings How many places there are, and what is made by which driver under which domain. */
export function createPullRequestLedger(
  postgres: Pick<PostgresSource, 'transact' | 'repeatable'>,
  settings: PullRequestSettings,
  viewer: Viewer = SERVICE,
): PullRequestLedger {
  // Once, whatever becomes of the connection.
  const call = (name: string, given: Readonly<Record<string, unknown>>, answer: string) =>
    postgres.transact(viewer, (run) => readRows(run, callFunction(name, given, answer)));
  const ask = (text: string, values: readonly unknown[]) =>
    readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
  const places = { per_project: settings.places.perProject, overall: settings.places.overall };
  return {
    hear: async (key, wanted, { repository, project, tenant, number, branch, sha }) => {
      const own = { name: nameOf(number, branch), domain: settings.domain, driver: settings.driver };
      const given = { key, wanted, repository, project, tenant, number, branch, head_sha: sha, ...own };
      return readHearing(await call('ops.hear_pull_request', { ...given, ...places }, HEARING));
    },
    find: async (id, tenant) =>
      (await ask(`${SELECT} where e.id = $1 and e.tenant_id = coalesce($2, e.tenant_id)`, [id, tenant ?? null])).map(
        readEnvironment,
      )[0] ?? null,
    tenantOf: async (runId) => {
      const [row] = await ask('select tenant_id as tenant from ops.runs where id = $1', [runId]);
      if (row) return String(row.tenant);
      throw new GatewayError('NOT_FOUND', `There is no run ${runId}`);
    },
    listOpen: async () =>
      (await ask(`${SELECT} where e.state <> 'CLOSED' order by e.asked_at, e.id`, [])).map(readEnvironment),
    settle: async ({ run, environmentId, gatewayDatabase, ...settled }) => {
      const given = {
        ...settled,
        run_id: run.id,
        fence: run.fence,
        environment_id: environmentId,
        gateway_database: gatewayDatabase,
      };
      const [row] = await call('ops.settle_pull_request', { ...given, ...places }, 'state');
      return row?.state as KnownEnvironment['state'];
    },
    drive: async (down) =>
      (await call('ops.drive_pull_requests', { down, ...places }, 'name, state')).map((row) => String(row.name)),
  };
}

function readHearing([row]: readonly JsonRow[]): Hearing {
  const { environment_id: environmentId, run_id: runId, state, heard } = row ?? {};
  return { isNew: heard === true, state, environmentId, runId } as Hearing;
}

const readEnvironment = (row: JsonRow) => row as unknown as KnownEnvironment;

const HEARING = 'environment_id, run_id, state, heard';
const SELECT = `select e.id, e.repository, e.number, e.branch, e.head_sha as sha, p.slug as project, p.tenant_id as tenant, e.name, e.host_name as "hostName",
  e.driver, e.state, e.ready_sha as "readySha", e.url, e.last_error as "lastError", e.asked_at as "askedAt",
  e.ready_at as "readyAt", e.close_asked_at as "closeAskedAt", e.closed_at as "closedAt"
  from ops.pull_request_environments e join ops.projects p on p.id = e.project_id`;
