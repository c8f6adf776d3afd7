/** Deployments in the ledger, recorded as the service: the database holds their rules. */
import { SERVICE } from '../../auth/viewer.ts';
import { callFunction } from '../../postgres/call-function.ts';
import { type JsonRow, readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import type { Statement } from '../../postgres/statement.ts';
import { DeliveryError } from '../problem.ts';
import type { HealthResult } from './health.ts';
import type { ModuleChange } from './modules.ts';

/** A deployment as it was recorded last. */
export interface Deployment {
  readonly id: string;
  readonly status: 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly failure: string | null;
  readonly previousSha: string | null;
}

/** How a deployment ended, as far as it was found out. */
export interface Found {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly failure: string | null;
  readonly healthChecks: readonly HealthResult[];
  readonly modules: readonly ModuleChange[];
  readonly migrations: readonly string[];
  readonly evidenceRunId: string | null;
}

/** A build to deploy. */
export interface NamedBuild {
  readonly id: string;
  readonly branch: string;
  readonly gitSha: string;
}

/** A new deployment. */
export interface NewDeployment {
  readonly buildId: string;
  readonly environment: string;
  readonly emergencyId: string | null;
  readonly idempotencyKey: string | null;
}

/** The reverse of one. */
export interface Rollback {
  readonly deploymentId: string;
  readonly reason: string;
  readonly emergencyId: string | null;
  readonly idempotencyKey: string | null;
}

/** Every call throws a GatewayError where the rules refuse it. */
export interface DeploymentLedger {
  /** @param build Its uuid, or with a project the digest of its image. @throws DeliveryError where there is none. */
  findBuild(build: string, project: string | null): Promise<NamedBuild>;
  begin(deployment: NewDeployment): Promise<Deployment>;
  /** Records the reverse of a deployment, and begins it. */
  beginRollback(rollback: Rollback): Promise<Deployment>;
  end(deploymentId: string, found: Found): Promise<Deployment>;
  /** The rules that the database holds. */
  rules(): Promise<unknown>;
}

const ANSWER = 'id, status, failure, previous_sha as "previousSha"';
const BUILD = `select b.id, b.branch, b.git_sha as "gitSha" from ops.builds b join ops.projects p on p.id = b.project_id
  where (b.id::text = lower($1) or b.image_digest = $1 and p.slug = $2) and ($2::text is null or p.slug = $2)`;

/** Calls nothing before it is asked to. */
export function createDeploymentLedger(postgres: Pick<PostgresSource, 'transact'>): DeploymentLedger {
  const ask = (statement: Statement) => postgres.transact(SERVICE, (run) => readRows(run, statement));
  const change = async (name: string, given: Readonly<Record<string, unknown>>) =>
    readDeployment(await ask(callFunction(name, given, ANSWER)));
  const move = (deploymentId: string, given: object) =>
    change('ops.record_deployment', { deployment_id: deploymentId, ...given });
  return {
    findBuild: async (build, project) => {
      const [row, another] = await ask({ text: BUILD, values: [build, project] });
      if (another) throw new DeliveryError(`Several tenants have a build ${build} of ${project}: give its uuid`);
      if (row) return row as unknown as NamedBuild;
      throw new DeliveryError(
        `There is no build ${build}${project === null ? '' : ` of ${project}`}: give its uuid, or its image's digest and --project`,
      );
    },
    begin: ({ buildId, environment, emergencyId, idempotencyKey }) =>
      change('ops.record_deployment', {
        ...{ build_id: buildId, environment, status: 'RUNNING' },
        ...{ emergency_id: emergencyId, idempotency_key: idempotencyKey },
      }),
    beginRollback: async ({ deploymentId, reason, emergencyId, idempotencyKey }) => {
      const given = { deployment_id: deploymentId, reason, emergency_id: emergencyId, idempotency_key: idempotencyKey };
      const { id } = await change('ops.rollback_deployment', given);
      return move(id, { status: 'RUNNING' });
    },
    end: (deploymentId, { status, failure, healthChecks, modules, migrations, evidenceRunId }) =>
      move(deploymentId, {
        ...{ status, failure, migrations, evidence_run_id: evidenceRunId },
        ...{ health_checks: JSON.stringify(healthChecks), modules: JSON.stringify(modules) },
      }),
    rules: async () => {
      const [row] = await ask({ text: 'select ops.promotion_rules() as rules', values: [] });
      return row?.rules;
    },
  };
}

function readDeployment([row]: readonly JsonRow[]): Deployment {
  return row as unknown as Deployment;
}
