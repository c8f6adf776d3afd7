import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type EnqueueRunMutationVariables = Types.Exact<{
  input: Types.EnqueueRunInput;
}>;


export type EnqueueRunMutation = { enqueueRun: { created: boolean | null, run: { id: string, agent: string, kind: string, status: Types.RunStatus, priority: number, requestedBy: string | null, createdAt: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type CancelRunMutationVariables = Types.Exact<{
  input: Types.CancelRunInput;
}>;


export type CancelRunMutation = { cancelRun: { run: { id: string, status: Types.RunStatus, finishedAt: string | null, events: { nodes: Array<{ seq: number, type: string, payload: unknown | null }> } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type CancelRunAgainMutationVariables = Types.Exact<{
  input: Types.CancelRunInput;
}>;


export type CancelRunAgainMutation = { cancelRun: { run: { status: Types.RunStatus } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type DeliveryQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type DeliveryQuery = { deliveryProjects: { nodes: Array<{ slug: string, name: string, environments: { nodes: Array<{ name: Types.EnvironmentName, requiresApproval: boolean }> } | null, deployments: { totalCount: number, nodes: Array<{ status: Types.DeploymentStatus, createdAt: string, environment: { name: Types.EnvironmentName } | null, build: { branch: string, gitSha: string } | null, approval: { status: Types.ApprovalStatus, decidedBy: string | null } | null }> } | null, approvals: { nodes: Array<{ id: string, reason: string, requestedBy: string, createdAt: string }> } | null }> } | null, schedules: { nodes: Array<{ name: string, agent: string, kind: string, expression: string, timeZone: string, paused: boolean, nextDueAt: string | null, lastDueAt: string | null }> } | null };

export type RunDetailQueryVariables = Types.Exact<{
  id: Types.Scalars['ID']['input'];
}>;


export type RunDetailQuery = { run: { id: string, agent: string, kind: string, status: Types.RunStatus, input: unknown | null, output: unknown | null, createdAt: string, startedAt: string | null, finishedAt: string | null, lastSeq: number, events: { nodes: Array<{ seq: number, type: string, payload: unknown | null, createdAt: string }> } | null, artifacts: { nodes: Array<{ kind: string, uri: string, size: string | null, digest: string | null }> } | null, schedule: { name: string } | null } | null, verifyLedger: { ok: boolean, events: number, firstSeq: number | null, lastSeq: number, brokenSeq: number | null, problem: string | null } | null };

export type RunsQueryVariables = Types.Exact<{
  statuses?: Types.InputMaybe<Array<Types.RunStatus> | Types.RunStatus>;
  first?: Types.InputMaybe<Types.Scalars['Int']['input']>;
}>;


export type RunsQuery = { runs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, agent: string, kind: string, status: Types.RunStatus, attempt: number, maxAttempts: number, errorCode: string | null, errorMessage: string | null, requestedBy: string | null, createdAt: string, finishedAt: string | null }> } | null };

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
export const CancelRunAgainDocument = new TypedDocumentString(`
    mutation CancelRunAgain($input: CancelRunInput!) {
  cancelRun(input: $input) {
    run {
      status
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CancelRunAgainMutation, CancelRunAgainMutationVariables>;
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