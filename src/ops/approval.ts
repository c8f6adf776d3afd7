/** Mutations of approvals: who may decide is the database's to say. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, name, sentence, uuid } from './input.ts';

const approvalOf = ([row]: readonly MutationRow[]) => ({ approval: row?.id ?? null });

const requestApproval = defineMutation({
  input: z.object({
    subject: z
      .string()
      .regex(/^[a-z]+(_[a-z]+)*$/, 'must be a word such as deployment')
      .default('deployment'),
    subjectId: name,
    environment: z.enum(['DEV', 'STAGING', 'PRODUCTION']).nullish(),
    projectId: uuid.nullish(),
    reason: sentence,
    requestedBy: name.nullish(),
    idempotencyKey,
  }),
  statement: (input) => ({
    text: `select id from ops.request_approval(subject => $1, subject_id => $2, environment => $3, project_id => $4::uuid,
      reason => $5, requested_by => $6, idempotency_key => $7)`,
    values: [
      input.subject,
      input.subjectId,
      input.environment ?? null,
      input.projectId ?? null,
      input.reason,
      input.requestedBy ?? null,
      input.idempotencyKey ?? null,
    ],
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
  statement: ({ approvalId, decision, comment, decidedBy }) => ({
    text: `select id from ops.decide_approval(approval_id => $1::uuid, decision => $2, comment => $3, decided_by => $4)`,
    values: [approvalId, decision, comment ?? null, decidedBy ?? null],
  }),
  payload: approvalOf,
});

/** Each calls the function that its `@writes(by:)` names. */
export const approvalMutations: Mutations = { requestApproval, decideApproval };
