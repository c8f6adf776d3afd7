/** The mutation of deployments: the rules of a promotion are the database's. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';

const recordDeployment = defineMutation({
  input: z.object({
    buildId: uuid.nullish(),
    environment: z.enum(['DEV', 'STAGING', 'PRODUCTION']).nullish(),
    deploymentId: uuid.nullish(),
    status: z.enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED']).nullish(),
    idempotencyKey,
  }),
  calls: 'ops.record_deployment',
  arguments: (input) => ({
    build_id: input.buildId,
    environment: input.environment,
    status: input.status,
    deployment_id: input.deploymentId,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ deployment: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const deploymentMutations: Mutations = { recordDeployment };
