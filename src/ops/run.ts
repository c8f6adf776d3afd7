/** Mutations of runs, their events and artifacts: each a call of one helper function of the ledger. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, json, name, orderingKey, requester, sentence, uuid } from './input.ts';

const fence = z.int().min(0, 'must be the fence of a claim').nullish();
const leaseSeconds = z.int().min(5, 'must be from 5 to 3600').max(3_600, 'must be from 5 to 3600').default(60);

/** The run that a function answered with. */
const runOf = ([row]: readonly MutationRow[]) => ({ run: row?.id ?? null });

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
  }),
  statement: (input) => ({
    text: `select run_id as id, created from ops.enqueue(agent => $1, kind => $2, input => $3::jsonb, idempotency_key => $4,
      priority => $5, run_at => $6::timestamptz, max_attempts => $7, ordering_key => $8, requested_by => $9)`,
    values: [
      input.agent,
      input.kind,
      input.input,
      input.idempotencyKey ?? null,
      input.priority,
      input.runAt ?? null,
      input.maxAttempts,
      input.orderingKey ?? null,
      input.requestedBy ?? null,
    ],
  }),
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
  statement: ({ agent, worker, kinds, max, leaseSeconds: seconds }) => ({
    text: `select id from ops.claim(agent => $1, worker => $2, kinds => $3::text[], max_runs => $4, lease_seconds => $5)`,
    values: [agent, worker, kinds ?? null, max, seconds],
  }),
  payload: (rows) => ({ runs: rows.map(({ id }) => id) }),
});

const heartbeatRun = defineMutation({
  input: z.object({ runId: uuid, fence: z.int(), leaseSeconds }),
  statement: ({ runId, fence: held, leaseSeconds: seconds }) => ({
    text: `select $1::uuid as id from ops.heartbeat(run_id => $1::uuid, fence => $2, lease_seconds => $3)`,
    values: [runId, held, seconds],
  }),
  payload: runOf,
});

const markRunRunning = defineMutation({
  input: z.object({ runId: uuid, fence: z.int() }),
  statement: ({ runId, fence: held }) => ({
    text: `select id from ops.mark_running(run_id => $1::uuid, fence => $2)`,
    values: [runId, held],
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
  }),
  statement: (input) => ({
    text: `select id from ops.mark_finished(run_id => $1::uuid, fence => $2, outcome => $3, output => $4::jsonb,
      error_code => $5, error_message => $6, retryable => $7)`,
    values: [
      input.runId,
      input.fence,
      input.outcome,
      input.output,
      input.errorCode ?? null,
      input.errorMessage ?? null,
      input.retryable,
    ],
  }),
  payload: runOf,
});

const cancelRun = defineMutation({
  input: z.object({ runId: uuid, reason: sentence.nullish() }),
  statement: ({ runId, reason }) => ({
    text: `select id from ops.cancel(run_id => $1::uuid, reason => $2)`,
    values: [runId, reason ?? null],
  }),
  payload: runOf,
});

const retryRun = defineMutation({
  input: z.object({ runId: uuid, requestedBy: requester }),
  statement: ({ runId, requestedBy }) => ({
    text: `select retry_id as id, created from ops.retry_run(run_id => $1::uuid, requested_by => $2)`,
    values: [runId, requestedBy ?? null],
  }),
  payload: (rows) => ({ ...runOf(rows), created: rows[0]?.created ?? false }),
});

const appendRunEvent = defineMutation({
  input: z.object({ runId: uuid, type: name, payload: json, fence }),
  statement: ({ runId, type, payload, fence: held }) => ({
    text: `select event_id as id from ops.append_event(run_id => $1::uuid, type => $2, payload => $3::jsonb, fence => $4)`,
    values: [runId, type, payload, held ?? null],
  }),
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
  statement: ({ runId, kind, uri, size, digest, fence: held }) => ({
    text: `select ops.record_artifact(run_id => $1::uuid, kind => $2, uri => $3, size => $4::bigint, digest => $5, fence => $6) as id`,
    values: [runId, kind, uri, size ?? null, digest ?? null, held ?? null],
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
