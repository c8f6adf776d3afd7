/** Mutations of approvals: who may decide is the database's to say. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { ENVIRONMENTS } from './environments.ts';
import { name, sentence } from './input.ts';

const approvalOf = ([row]: readonly JsonRow[]) => ({ approval: row?.id ?? null });

const requestApproval = defineMutation({
  input: z.object({
    subject: z
      .string()
      .regex(/^[a-z]+(_[a-z]+)*$/, 'must be a word such as deployment')
      .default('deployment'),
    subjectId: name,
    environment: z.enum(ENVIRONMENTS).nullish(),
    projectId: uuid.nullish(),
    reason: sentence,
    requestedBy: name.nullish(),
    idempotencyKey,
  }),
  calls: 'ops.request_approval',
  arguments: (input) => ({
    subject: input.subject,
    subject_id: input.subjectId,
    environment: input.environment,
    project_id: input.projectId,
    reason: input.reason,
    requested_by: input.requestedBy,
    idempotency_key: input.idempotencyKey,
  }),
  payload: approvalOf,
});

const decideApproval = defineMutation({
  input: z.object({
    approvalId: uuid,
    decision: z.enum(['APPROVED', 'REJECTED']),
    comment: sentence.nullish(),
    decidedBy: name.nullish(),
  }),
  calls: 'ops.decide_approval',
  arguments: ({ approvalId, decision, comment, decidedBy }) => ({
    approval_id: approvalId,
    decision,
    comment,
    decided_by: decidedBy,
  }),
  payload: approvalOf,
});

/** Each calls the function that its `@writes(by:)` names. */
export const approvalMutations: Mutations = { requestApproval, decideApproval };
