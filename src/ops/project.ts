/** Mutations of projects and their members. */
import { z } from 'zod';
import { line, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { ENVIRONMENTS } from './environments.ts';
import { name } from './input.ts';

const slug = z
  .string()
  .max(100, 'must have at most 100 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits, with single hyphens between');

const upsertProject = defineMutation({
  input: z.object({
    slug,
    tenantId: name.nullish(),
    name,
    approvalsFor: z.array(z.enum(ENVIRONMENTS)).nullish(),
    repoSlug: slug.nullish(),
    odooInstance: name.nullish(),
    odooVersion: line(50).nullish(),
  }),
  calls: 'ops.upsert_project',
  arguments: (input) => ({
    slug: input.slug,
    name: input.name,
    approvals_for: input.approvalsFor,
    repo_slug: input.repoSlug,
    odoo_instance: input.odooInstance,
    odoo_version: input.odooVersion,
    tenant_id: input.tenantId,
  }),
  payload: ([row]) => ({ project: row?.id ?? null }),
});

const setProjectMember = defineMutation({
  input: z.object({ projectId: uuid, userId: uuid, role: name.nullish() }),
  calls: 'ops.set_project_member',
  arguments: ({ projectId, userId, role }) => ({
    project_id: projectId,
    user_id: userId,
    role,
  }),
  // The answer is empty where the membership ended, but the project still exists.
  payload: ([row], { projectId }) => ({ member: row?.id ?? null, project: projectId }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const projectMutations: Mutations = { upsertProject, setProjectMember };
