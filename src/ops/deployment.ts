/** Mutations of deployments: the rules of a promotion are the database's. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { ENVIRONMENTS } from './environments.ts';
import { name, sentence } from './input.ts';

const healthCheck = z.object({
  name,
  kind: z.enum(['HTTP', 'DATABASE']),
  ok: z.boolean(),
  status: z.int().min(0).max(999).nullish(),
  ms: z.int().min(0).nullish(),
  detail: sentence.nullish(),
});

const moduleChange = z.object({
  module: name,
  from: name.nullish(),
  to: name.nullish(),
  asked: z.boolean().nullish(),
  wanted: name.nullish(),
});

const recordDeployment = defineMutation({
  input: z.object({
    buildId: uuid.nullish(),
    environment: z.enum(ENVIRONMENTS).nullish(),
    deploymentId: uuid.nullish(),
    status: z.enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED']).nullish(),
    idempotencyKey,
    emergencyId: uuid.nullish(),
    healthChecks: z.array(healthCheck).max(100, 'must have at most 100 checks').nullish(),
    modules: z.array(moduleChange).max(2_000, 'must have at most 2,000 modules').nullish(),
    migrations: z.array(name).max(1_000, 'must have at most 1,000 names').nullish(),
    evidenceRunId: uuid.nullish(),
    failure: line(2_000).nullish(),
  }),
  calls: 'ops.record_deployment',
  arguments: (input) => ({
    build_id: input.buildId,
    environment: input.environment,
    status: input.status,
    deployment_id: input.deploymentId,
    idempotency_key: input.idempotencyKey,
    emergency_id: input.emergencyId,
    health_checks: input.healthChecks && JSON.stringify(input.healthChecks),
    modules: input.modules && JSON.stringify(input.modules),
    migrations: input.migrations,
    evidence_run_id: input.evidenceRunId,
    failure: input.failure,
  }),
  payload: ([row]) => ({ deployment: row?.id ?? null }),
});

const rollbackDeployment = defineMutation({
  input: z.object({ deploymentId: uuid, reason: sentence, emergencyId: uuid.nullish(), idempotencyKey }),
  calls: 'ops.rollback_deployment',
  arguments: (input) => ({
    deployment_id: input.deploymentId,
    reason: input.reason,
    emergency_id: input.emergencyId,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ deployment: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const deploymentMutations: Mutations = { recordDeployment, rollbackDeployment };
