import type * as Types from '../types.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type DraftInvoicesQueryVariables = Types.Exact<{
  company: Types.Scalars['String']['input'];
  first?: Types.InputMaybe<Types.Scalars['Int']['input']>;
}>;


export type DraftInvoicesQuery = { moves: { totalCount: number, nodes: Array<{ id: string, state: Types.MoveState | null, moveType: Types.MoveType | null, amountTotal: string | null, currency: { name: string | null } | null, partner: { id: string, name: string | null } | null }> } | null };

export type CreatePageAsAgentMutationVariables = Types.Exact<{
  input: Types.CreatePageInput;
}>;


export type CreatePageAsAgentMutation = { createPage: { page: { id: string } | null, userErrors: Array<{ code: Types.UserErrorCode }> } | null };

export type EnqueueWriteMutationVariables = Types.Exact<{
  input: Types.RequestOdooWriteInput;
}>;


export type EnqueueWriteMutation = { requestOdooWrite: { created: boolean | null, run: { id: string, agent: string, kind: string, status: Types.RunStatus, requestedBy: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type ClaimRunsMutationVariables = Types.Exact<{
  input: Types.ClaimRunsInput;
}>;


export type ClaimRunsMutation = { claimRuns: { runs: Array<{ id: string, kind: string, status: Types.RunStatus, attempt: number, fence: number, leasedBy: string | null, leasedUntil: string | null, input: unknown | null }> | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type MarkRunningMutationVariables = Types.Exact<{
  input: Types.MarkRunRunningInput;
}>;


export type MarkRunningMutation = { markRunRunning: { run: { id: string, status: Types.RunStatus, attempt: number, startedAt: string | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type AppendEventMutationVariables = Types.Exact<{
  input: Types.AppendRunEventInput;
}>;


export type AppendEventMutation = { appendRunEvent: { event: { seq: number, type: string, payload: unknown | null, createdAt: string } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type MarkFinishedMutationVariables = Types.Exact<{
  input: Types.MarkRunFinishedInput;
}>;


export type MarkFinishedMutation = { markRunFinished: { run: { id: string, status: Types.RunStatus, output: unknown | null, finishedAt: string | null, events: { nodes: Array<{ seq: number, type: string }> } | null } | null, userErrors: Array<{ code: Types.UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type WorkspaceIsClosedQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type WorkspaceIsClosedQuery = { viewer: { kind: Types.ViewerKind, agent: string | null } | null, pages: { nodes: Array<{ id: string }> } | null };

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

export const DraftInvoicesDocument = new TypedDocumentString(`
    query DraftInvoices($company: String!, $first: Int = 3) {
  moves(
    first: $first
    filter: {company: {name: {startsWith: $company}}, state: {eq: DRAFT}, moveType: {eq: OUT_INVOICE}}
    orderBy: [{field: AMOUNT_TOTAL, direction: DESC}]
  ) {
    totalCount
    nodes {
      id
      state
      moveType
      amountTotal
      currency {
        name
      }
      partner {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DraftInvoicesQuery, DraftInvoicesQueryVariables>;
export const CreatePageAsAgentDocument = new TypedDocumentString(`
    mutation CreatePageAsAgent($input: CreatePageInput!) {
  createPage(input: $input) {
    page {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePageAsAgentMutation, CreatePageAsAgentMutationVariables>;
export const EnqueueWriteDocument = new TypedDocumentString(`
    mutation EnqueueWrite($input: RequestOdooWriteInput!) {
  requestOdooWrite(input: $input) {
    run {
      id
      agent
      kind
      status
      requestedBy
    }
    created
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<EnqueueWriteMutation, EnqueueWriteMutationVariables>;
export const ClaimRunsDocument = new TypedDocumentString(`
    mutation ClaimRuns($input: ClaimRunsInput!) {
  claimRuns(input: $input) {
    runs {
      id
      kind
      status
      attempt
      fence
      leasedBy
      leasedUntil
      input
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ClaimRunsMutation, ClaimRunsMutationVariables>;
export const MarkRunningDocument = new TypedDocumentString(`
    mutation MarkRunning($input: MarkRunRunningInput!) {
  markRunRunning(input: $input) {
    run {
      id
      status
      attempt
      startedAt
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MarkRunningMutation, MarkRunningMutationVariables>;
export const AppendEventDocument = new TypedDocumentString(`
    mutation AppendEvent($input: AppendRunEventInput!) {
  appendRunEvent(input: $input) {
    event {
      seq
      type
      payload
      createdAt
    }
    userErrors {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AppendEventMutation, AppendEventMutationVariables>;
export const MarkFinishedDocument = new TypedDocumentString(`
    mutation MarkFinished($input: MarkRunFinishedInput!) {
  markRunFinished(input: $input) {
    run {
      id
      status
      output
      finishedAt
      events {
        nodes {
          seq
          type
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
    `) as unknown as TypedDocumentString<MarkFinishedMutation, MarkFinishedMutationVariables>;
export const WorkspaceIsClosedDocument = new TypedDocumentString(`
    query WorkspaceIsClosed {
  viewer {
    kind
    agent
  }
  pages(first: 1) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WorkspaceIsClosedQuery, WorkspaceIsClosedQueryVariables>;