/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether an approval was decided, and how. */
export type ApprovalStatus =
  /** Consented to. */
  | 'APPROVED'
  /** Not decided yet. */
  | 'PENDING'
  /** Refused. */
  | 'REJECTED';

/** What `cancelRun` needs. */
export type CancelRunInput = {
  /** Why, for people. */
  reason?: string | null | undefined;
  /** The run's uuid. */
  runId: string;
};

/** How far a deployment is; one that ended changes no more. */
export type DeploymentStatus =
  /** Ended badly. */
  | 'FAILED'
  /** Not begun. */
  | 'PENDING'
  /** Under way. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

/** What `enqueueRun` needs. */
export type EnqueueRunInput = {
  /** Name of the agent that is to execute it, as in the doctrine; any other is refused. */
  agent: string;
  /** Makes a repeated request lead to the same run; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** What the run works on. */
  input?: unknown;
  /** What is to be done, e.g. `odoo.write`. A kind that nobody executes is refused; where an external worker may take it, the run waits and has a `warning`. */
  kind: string;
  /** How often it may be claimed, 1 to 100. */
  maxAttempts?: number | null | undefined;
  /** Open runs of the agent with the same key are worked on one at a time, in the order of enqueueing, side by side with those of other keys. Absent, a run of kind `odoo.write` has one key for each record that its input names; any other run waits for none. */
  orderingKey?: string | null | undefined;
  /** Which queued run goes first: the greater one, -1000 to 1000. Each point counts as much as some time of waiting, `agents.*.ageing` of the doctrine. */
  priority?: number | null | undefined;
  /** The project that it is done for, by its uuid: members of that project see that there is such a run and how it goes, by `projectRuns`, and not what it works on. */
  projectId?: string | null | undefined;
  /** For which user a service asks, as a uuid, also `user:<uuid>`; absent, the run was asked for by who enqueues it. */
  requestedBy?: string | null | undefined;
  /** Not before this time; now where absent. */
  runAt?: string | null | undefined;
};

/** The environments that every project has. */
export type EnvironmentName =
  /** For trying out. */
  | 'DEV'
  /** The real thing: takes only what succeeded on staging. */
  | 'PRODUCTION'
  /** The last stop before production. */
  | 'STAGING';

/** States of a run. */
export type RunStatus =
  /** Called off, and nothing was done. */
  | 'CANCELLED'
  /** Its worker was lost too often. */
  | 'DEAD'
  /** Ended badly, with no attempt left. */
  | 'FAILED'
  /** Waits for a worker, or for one that has claimed it to begin. */
  | 'QUEUED'
  /** A worker is at it. */
  | 'RUNNING'
  /** Ended well. */
  | 'SUCCEEDED';

/** The kinds of refusal that a mutation may answer with. */
export type UserErrorCode =
  /** A value is not acceptable. */
  | 'BAD_USER_INPUT'
  /** It does not fit the present state: read again and decide anew. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** It is more than is accepted at once. */
  | 'LIMIT_EXCEEDED'
  /** What it is about does not exist, or not for the viewer. */
  | 'NOT_FOUND'
  /** Odoo does not take the key of the person's own user: make a new one there, and connect it. */
  | 'ODOO_ACCOUNT_EXPIRED';

export type CancelRunMutationVariables = Exact<{
  input: CancelRunInput;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, status: RunStatus, finishedAt: string | null, events: { nodes: Array<{ seq: number, type: string, payload: unknown }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type DeliveryQueryVariables = Exact<{ [key: string]: never; }>;


export type DeliveryQuery = { deliveryProjects: { nodes: Array<{ slug: string, name: string, environments: { nodes: Array<{ name: EnvironmentName, requiresApproval: boolean }> } | null, deployments: { totalCount: number, nodes: Array<{ status: DeploymentStatus, createdAt: string, environment: { name: EnvironmentName } | null, build: { branch: string, gitSha: string } | null, approval: { status: ApprovalStatus, decidedBy: string | null } | null }> } | null, approvals: { nodes: Array<{ id: string, reason: string, requestedBy: string, createdAt: string }> } | null }> } | null, schedules: { nodes: Array<{ name: string, agent: string, kind: string, expression: string, timeZone: string, paused: boolean, nextDueAt: string | null, lastDueAt: string | null }> } | null };

export type EnqueueRunMutationVariables = Exact<{
  input: EnqueueRunInput;
}>;


export type EnqueueRunMutation = { enqueueRun: { created: boolean | null, run: { id: string, agent: string, kind: string, status: RunStatus, priority: number, requestedBy: string | null, createdAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type RunDetailQueryVariables = Exact<{
  id: string;
}>;


export type RunDetailQuery = { run: { id: string, agent: string, kind: string, status: RunStatus, input: unknown, output: unknown, createdAt: string, startedAt: string | null, finishedAt: string | null, lastSeq: number, events: { nodes: Array<{ seq: number, type: string, payload: unknown, createdAt: string }> } | null, artifacts: { nodes: Array<{ kind: string, uri: string, size: string | null, digest: string | null }> } | null, schedule: { name: string } | null } | null, verifyLedger: { ok: boolean, events: number, firstSeq: number | null, lastSeq: number, brokenSeq: number | null, problem: string | null } | null };

export type RunsQueryVariables = Exact<{
  statuses?: Array<RunStatus> | RunStatus | null | undefined;
  first?: number | null | undefined;
}>;


export type RunsQuery = { runs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, agent: string, kind: string, status: RunStatus, attempt: number, maxAttempts: number, errorCode: string | null, errorMessage: string | null, requestedBy: string | null, createdAt: string, finishedAt: string | null }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($input: CancelRunInput!) {
  cancelRun(input: $input) {
    run {
      id
      status
      finishedAt
      events {
        nodes {
          seq
          type
          payload
        }
      }
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const DeliveryDocument = new TypedDocumentString(`
    query Delivery {
  deliveryProjects(orderBy: [{field: SLUG}]) {
    nodes {
      slug
      name
      environments(orderBy: [{field: NAME}]) {
        nodes {
          name
          requiresApproval
        }
      }
      deployments(first: 3, orderBy: [{field: CREATED_AT, direction: DESC}]) {
        totalCount
        nodes {
          status
          createdAt
          environment {
            name
          }
          build {
            branch
            gitSha
          }
          approval {
            status
            decidedBy
          }
        }
      }
      approvals(filter: {status: {eq: PENDING}}) {
        nodes {
          id
          reason
          requestedBy
          createdAt
        }
      }
    }
  }
  schedules {
    nodes {
      name
      agent
      kind
      expression
      timeZone
      paused
      nextDueAt
      lastDueAt
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveryQuery, DeliveryQueryVariables>;
export const EnqueueRunDocument = new TypedDocumentString(`
    mutation EnqueueRun($input: EnqueueRunInput!) {
  enqueueRun(input: $input) {
    run {
      id
      agent
      kind
      status
      priority
      requestedBy
      createdAt
    }
    created
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<EnqueueRunMutation, EnqueueRunMutationVariables>;
export const RunDetailDocument = new TypedDocumentString(`
    query RunDetail($id: ID!) {
  run(id: $id) {
    id
    agent
    kind
    status
    input
    output
    createdAt
    startedAt
    finishedAt
    lastSeq
    events(first: 50) {
      nodes {
        seq
        type
        payload
        createdAt
      }
    }
    artifacts {
      nodes {
        kind
        uri
        size
        digest
      }
    }
    schedule {
      name
    }
  }
  verifyLedger(runId: $id) {
    ok
    events
    firstSeq
    lastSeq
    brokenSeq
    problem
  }
}
    `) as unknown as TypedDocumentString<RunDetailQuery, RunDetailQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($statuses: [RunStatus!], $first: Int = 10) {
  runs(
    first: $first
    filter: {status: {in: $statuses}}
    orderBy: [{field: CREATED_AT, direction: DESC}]
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      agent
      kind
      status
      attempt
      maxAttempts
      errorCode
      errorMessage
      requestedBy
      createdAt
      finishedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;