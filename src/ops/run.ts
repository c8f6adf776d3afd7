/** Mutations of runs, their events and artifacts: each a call of one helper function of the ledger. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { json, name, orderingKey, requester, sentence } from './input.ts';

const fence = z.int().min(0, 'must be the fence of a claim').nullish();
const leaseSeconds = z.int().min(5, 'must be from 5 to 3600').max(3_600, 'must be from 5 to 3600').default(60);

/** The run that a function answered with. */
const runOf = ([row]: readonly JsonRow[]) => ({ run: row?.id ?? null });

const enqueueRun = defineMutation({
  input: z.object({
    agent: name,
    kind: name,
    input: json,
    idempotencyKey,
    priority: z.int().min(-1_000, 'must be from -1000 to 1000').max(1_000, 'must be from -1000 to 1000').default(0),
    runAt: z.string().nullish(),
    maxAttempts: z.int().min(1, 'must be from 1 to 100').max(100, 'must be from 1 to 100').default(5),
    orderingKey,
    requestedBy: requester,
    projectId: uuid.nullish(),
  }),
  calls: 'ops.enqueue',
  arguments: (input) => ({
    agent: input.agent,
    kind: input.kind,
    input: input.input,
    idempotency_key: input.idempotencyKey,
    priority: input.priority,
    run_at: input.runAt,
    max_attempts: input.maxAttempts,
    ordering_key: input.orderingKey,
    requested_by: input.requestedBy,
    project_id: input.projectId,
  }),
  answer: 'run_id as id, created',
  payload: (rows) => ({ ...runOf(rows), created: rows[0]?.created ?? false }),
});

const claimRuns = defineMutation({
  input: z.object({
    agent: name,
    worker: name,
    kinds: z.array(name).min(1, 'must name a kind').max(100, 'must name at most 100 kinds').nullish(),
    max: z.int().min(1, 'must be from 1 to 100').max(100, 'must be from 1 to 100').default(1),
    leaseSeconds,
  }),
  calls: 'ops.claim',
  arguments: ({ agent, worker, kinds, max, leaseSeconds: seconds }) => ({
    agent,
    worker,
    kinds,
    max_runs: max,
    lease_seconds: seconds,
  }),
  payload: (rows) => ({ runs: rows.map(({ id }) => id) }),
});

const heartbeatRun = defineMutation({
  input: z.object({ runId: uuid, fence: z.int(), leaseSeconds }),
  calls: 'ops.heartbeat',
  arguments: ({ runId, fence: held, leaseSeconds: seconds }) => ({
    run_id: runId,
    fence: held,
    lease_seconds: seconds,
  }),
  answer: 'until',
  payload: (_rows, { runId }) => ({ run: runId }),
});

const markRunRunning = defineMutation({
  input: z.object({ runId: uuid, fence: z.int() }),
  calls: 'ops.mark_running',
  arguments: ({ runId, fence: held }) => ({
    run_id: runId,
    fence: held,
  }),
  payload: runOf,
});

const markRunFinished = defineMutation({
  input: z.object({
    runId: uuid,
    fence: z.int(),
    outcome: z.enum(['SUCCEEDED', 'FAILED', 'CANCELLED']),
    output: json,
    errorCode: name.nullish(),
    errorMessage: sentence.nullish(),
    retryable: z.boolean().default(true),
    retryAfterSeconds: z.int().min(0, 'must be from 0 to 86400').max(86_400, 'must be from 0 to 86400').nullish(),
  }),
  calls: 'ops.mark_finished',
  arguments: (input) => ({
    run_id: input.runId,
    fence: input.fence,
    outcome: input.outcome,
    output: input.output,
    error_code: input.errorCode,
    error_message: input.errorMessage,
    retryable: input.retryable,
    retry_after_seconds: input.retryAfterSeconds,
  }),
  payload: runOf,
});

const cancelRun = defineMutation({
  input: z.object({ runId: uuid, reason: sentence.nullish() }),
  calls: 'ops.cancel',
  arguments: ({ runId, reason }) => ({
    run_id: runId,
    reason,
  }),
  payload: runOf,
});

const retryRun = defineMutation({
  input: z.object({ runId: uuid, requestedBy: requester }),
  calls: 'ops.retry_run',
  arguments: ({ runId, requestedBy }) => ({
    run_id: runId,
    requested_by: requestedBy,
  }),
  answer: 'retry_id as id, created',
  payload: (rows) => ({ ...runOf(rows), created: rows[0]?.created ?? false }),
});

const appendRunEvent = defineMutation({
  input: z.object({ runId: uuid, type: name, payload: json, fence }),
  calls: 'ops.append_event',
  arguments: ({ runId, type, payload, fence: held }) => ({
    run_id: runId,
    type,
    payload,
    fence: held,
  }),
  answer: 'event_id as id',
  payload: ([row]) => ({ event: row?.id ?? null }),
});

const recordArtifact = defineMutation({
  input: z.object({
    runId: uuid,
    kind: name,
    uri: z.string(),
    size: z
      .string()
      .regex(/^\d{1,18}$/, 'must be a whole number of bytes')
      .nullish(),
    digest: name.nullish(),
    fence,
  }),
  calls: 'ops.record_artifact',
  arguments: ({ runId, kind, uri, size, digest, fence: held }) => ({
    run_id: runId,
    kind,
    uri,
    size,
    digest,
    fence: held,
  }),
  payload: ([row]) => ({ artifact: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const runMutations: Mutations = {
  enqueueRun,
  claimRuns,
  heartbeatRun,
  markRunRunning,
  markRunFinished,
  cancelRun,
  retryRun,
  appendRunEvent,
  recordArtifact,
};
