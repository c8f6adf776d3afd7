/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What `appendRunEvent` needs. */
export type AppendRunEventInput = {
  /** The fence of the claim that the worker holds; agents must give it once the run is claimed. */
  fence?: number | null | undefined;
  /** Details. */
  payload?: unknown;
  /** The run's uuid. */
  runId: string;
  /** What happened, e.g. `odoo.written`. */
  type: string;
};

/** What `claimRuns` needs. */
export type ClaimRunsInput = {
  /** Name of the agent. */
  agent: string;
  /** Which kinds; every one where absent. */
  kinds?: Array<string> | null | undefined;
  /** Seconds that the claim holds without a heartbeat, 5 to 3600. */
  leaseSeconds?: number | null | undefined;
  /** How many at most, 1 to 100. */
  max?: number | null | undefined;
  /** Name of the worker, for people. */
  worker: string;
};

/** What `markRunFinished` needs. */
export type MarkRunFinishedInput = {
  /** Why it failed, as a code. */
  errorCode?: string | null | undefined;
  /** Why it failed, for people. */
  errorMessage?: string | null | undefined;
  /** The fence of the claim that the worker holds. */
  fence: number;
  /** How it ended. */
  outcome: RunOutcome;
  /** What the run produced. */
  output?: unknown;
  /** Seconds before which another attempt makes no sense, 0 to 86400, where that is longer than it would wait anyway. */
  retryAfterSeconds?: number | null | undefined;
  /** Whether another attempt makes sense. */
  retryable?: boolean | null | undefined;
  /** The run's uuid. */
  runId: string;
};

/** What `markRunRunning` needs. */
export type MarkRunRunningInput = {
  /** The fence of the claim that the worker holds. */
  fence: number;
  /** The run's uuid. */
  runId: string;
};

/** Life cycle of a journal entry. */
export type MoveState =
  /** Cancelled. */
  | 'CANCEL'
  /** Not yet in the books. */
  | 'DRAFT'
  /** In the books. */
  | 'POSTED';

/** Kinds of journal entry. */
export type MoveType =
  /** A miscellaneous journal entry. */
  | 'ENTRY'
  /** A bill from a vendor. */
  | 'IN_INVOICE'
  /** A purchase receipt. */
  | 'IN_RECEIPT'
  /** A credit note from a vendor. */
  | 'IN_REFUND'
  /** An invoice to a customer. */
  | 'OUT_INVOICE'
  /** A sales receipt. */
  | 'OUT_RECEIPT'
  /** A credit note to a customer. */
  | 'OUT_REFUND';

/** What `requestOdooWrite` needs: one call of one method of one model, among those that the doctrine lists. */
export type RequestOdooWriteInput = {
  /** Makes a repeated request lead to the same run; agents must give one. */
  idempotencyKey?: string | null | undefined;
  /** Odoo's ids of the records; absent for `create`. */
  ids?: Array<string> | null | undefined;
  /** The language in which texts are written that name none, e.g. `fr_FR`; absent, the writer's own in Odoo. */
  language?: string | null | undefined;
  /** `create`, `write`, or another method that the doctrine lists for the model, e.g. `action_post`. */
  method: string;
  /** Odoo's technical name of the model, e.g. `res.partner`. */
  model: string;
  /** Writes with the same key are made one at a time, in the order of enqueueing, side by side with those of other keys. Absent, each record is a key, e.g. `res.partner/7`, and a `create` waits for no other. */
  orderingKey?: string | null | undefined;
  /** Which queued run goes first: the greater one, -1000 to 1000. */
  priority?: number | null | undefined;
  /** The project that it is done for, by its uuid: members of that project see that there is such a run and how it goes, by `projectRuns`, and not what it works on. */
  projectId?: string | null | undefined;
  /** For which user a service asks, as a uuid, also `user:<uuid>`; absent, the write was asked for by who enqueues it. */
  requestedBy?: string | null | undefined;
  /** Not before this time; now where absent. Later writes to the same records wait for it, too. */
  runAt?: string | null | undefined;
  /** Fields and their values as Odoo's own API takes them; for `create` and `write` only. A text that has languages may be an object of them, `{ "fr_FR": "…", "en_US": "…" }`. A field that the model lacks, or a value that its field cannot hold, is refused here where Odoo can be asked, else by the worker. */
  values?: unknown;
};

/** How a run can end by its worker's word. */
export type RunOutcome =
  /** Called off with nothing done: the answer to a cancel that was asked for, and a `CONFLICT` where none was. */
  | 'CANCELLED'
  /** Ended badly. */
  | 'FAILED'
  /** Ended well. */
  | 'SUCCEEDED';

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

export type AppendEventMutationVariables = Exact<{
  input: AppendRunEventInput;
}>;


export type AppendEventMutation = { appendRunEvent: { event: { seq: number, type: string, payload: unknown, createdAt: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type ClaimRunsMutationVariables = Exact<{
  input: ClaimRunsInput;
}>;


export type ClaimRunsMutation = { claimRuns: { runs: Array<{ id: string, kind: string, status: RunStatus, attempt: number, fence: number, leasedBy: string | null, leasedUntil: string | null, input: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type DraftInvoicesQueryVariables = Exact<{
  company: string;
  first?: number | null | undefined;
}>;


export type DraftInvoicesQuery = { moves: { totalCount: number, nodes: Array<{ id: string, state: MoveState | null, moveType: MoveType | null, amountTotal: string | null, currency: { name: string | null } | null, partner: { id: string, name: string | null } | null }> } | null };

export type FollowRunSubscriptionVariables = Exact<{
  runId: string;
  after?: number | null | undefined;
}>;


export type FollowRunSubscription = { runEvents: { seq: number, type: string, payload: unknown, createdAt: string } | null };

export type ForeseeOdooWriteMutationVariables = Exact<{
  input: RequestOdooWriteInput;
}>;


export type ForeseeOdooWriteMutation = { requestOdooWrite: { created: boolean | null, unknown: Array<string> | null, confirmation: string | null, run: { agent: string, kind: string, status: RunStatus, requestedBy: string | null } | null, diff: Array<{ path: string, before: unknown, after: unknown }> | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type MarkFinishedMutationVariables = Exact<{
  input: MarkRunFinishedInput;
}>;


export type MarkFinishedMutation = { markRunFinished: { run: { id: string, status: RunStatus, output: unknown, finishedAt: string | null, events: { nodes: Array<{ seq: number, type: string }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type MarkRunningMutationVariables = Exact<{
  input: MarkRunRunningInput;
}>;


export type MarkRunningMutation = { markRunRunning: { run: { id: string, status: RunStatus, attempt: number, startedAt: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };

export type RequestOdooWriteMutationVariables = Exact<{
  input: RequestOdooWriteInput;
  confirmation?: string | null | undefined;
}>;


export type RequestOdooWriteMutation = { requestOdooWrite: { created: boolean | null, run: { id: string, agent: string, kind: string, status: RunStatus, requestedBy: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, path: Array<string> | null }> } | null };


export const AppendEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AppendEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AppendRunEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appendRunEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"payload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<AppendEventMutation, AppendEventMutationVariables>;
export const ClaimRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClaimRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClaimRunsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"claimRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"fence"}},{"kind":"Field","name":{"kind":"Name","value":"leasedBy"}},{"kind":"Field","name":{"kind":"Name","value":"leasedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"input"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ClaimRunsMutation, ClaimRunsMutationVariables>;
export const DraftInvoicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DraftInvoices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"company"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moves"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"company"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"startsWith"},"value":{"kind":"Variable","name":{"kind":"Name","value":"company"}}}]}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"DRAFT"}}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"moveType"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"EnumValue","value":"OUT_INVOICE"}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"AMOUNT_TOTAL"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"moveType"}},{"kind":"Field","name":{"kind":"Name","value":"amountTotal"}},{"kind":"Field","name":{"kind":"Name","value":"currency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DraftInvoicesQuery, DraftInvoicesQueryVariables>;
export const FollowRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"payload"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<FollowRunSubscription, FollowRunSubscriptionVariables>;
export const ForeseeOdooWriteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForeseeOdooWrite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestOdooWriteInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestOdooWrite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"diff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"confirmation"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ForeseeOdooWriteMutation, ForeseeOdooWriteMutationVariables>;
export const MarkFinishedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkFinished"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkRunFinishedInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markRunFinished"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"output"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkFinishedMutation, MarkFinishedMutationVariables>;
export const MarkRunningDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MarkRunning"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MarkRunRunningInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markRunRunning"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"attempt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<MarkRunningMutation, MarkRunningMutationVariables>;
export const RequestOdooWriteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestOdooWrite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestOdooWriteInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"confirmation"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestOdooWrite"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"confirmation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"confirmation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"agent"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"created"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RequestOdooWriteMutation, RequestOdooWriteMutationVariables>;