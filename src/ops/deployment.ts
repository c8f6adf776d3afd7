/** The mutation of deployments: the rules of a promotion are the database's. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, uuid } from './input.ts';

const recordDeployment = defineMutation({
  input: z.object({
    buildId: uuid.nullish(),
    environment: z.enum(['DEV', 'STAGING', 'PRODUCTION']).nullish(),
    deploymentId: uuid.nullish(),
    status: z.enum(['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED']).nullish(),
    idempotencyKey,
  }),
  statement: (input) => ({
    text: `select id from ops.record_deployment(build_id => $1::uuid, environment => $2, status => $3,
      deployment_id => $4::uuid, idempotency_key => $5)`,
    values: [
      input.buildId ?? null,
      input.environment ?? null,
      input.status ?? null,
      input.deploymentId ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: ([row]) => ({ deployment: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const deploymentMutations: Mutations = { recordDeployment };
