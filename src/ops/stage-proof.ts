/** The mutation of proofs that an environment's Odoo is a neutralized copy. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { ENVIRONMENTS } from './environments.ts';

const check = z.looseObject({
  name: z.string().min(1, 'must name a check'),
  verdict: z.enum(['passed', 'failed', 'not_seen'], 'must be passed, failed or not_seen'),
});

const recordStageProof = defineMutation({
  input: z.object({
    projectId: uuid,
    environment: z.enum(ENVIRONMENTS).nullish(),
    host: z.string().nullish(),
    checks: z.array(check, 'must be a list of checks').min(1, 'must have at least one check'),
    evidenceDigest: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
      .nullish(),
    runId: uuid.nullish(),
    idempotencyKey,
  }),
  calls: 'ops.record_stage_proof',
  arguments: (input) => ({
    project_id: input.projectId,
    environment: input.environment,
    host: input.host,
    checks: JSON.stringify(input.checks),
    evidence_digest: input.evidenceDigest,
    run_id: input.runId,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ stageProof: row?.id ?? null }),
});

/** Calls the function that its `@writes(by:)` names. */
export const stageProofMutations: Mutations = { recordStageProof };
