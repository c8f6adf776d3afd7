/** Mutations of projects and their members. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name, uuid } from './input.ts';

const upsertProject = defineMutation({
  input: z.object({
    slug: z
      .string()
      .max(100, 'must have at most 100 characters')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits, with single hyphens between'),
    name,
    approvalsFor: z.array(z.enum(['DEV', 'STAGING', 'PRODUCTION'])).nullish(),
  }),
  statement: (input) => ({
    text: `select id from ops.upsert_project(slug => $1, name => $2, approvals_for => $3::text[])`,
    values: [input.slug, input.name, input.approvalsFor ?? null],
  }),
  payload: ([row]) => ({ project: row?.id ?? null }),
});

const setProjectMember = defineMutation({
  input: z.object({ projectId: uuid, userId: uuid, role: name.nullish() }),
  statement: ({ projectId, userId, role }) => ({
    // The answer is empty where the membership ended: the project is there all the same.
    text: `select m.id, p.id as project_id from (select $1::uuid as id) p
      left join ops.set_project_member(project_id => $1::uuid, user_id => $2::uuid, role => $3) m on true`,
    values: [projectId, userId, role ?? null],
  }),
  payload: ([row]) => ({ member: row?.id ?? null, project: row?.project_id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const projectMutations: Mutations = { upsertProject, setProjectMember };
