/** The mutation of builds. */
import { z } from 'zod';
import { uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits');

const recordBuild = defineMutation({
  input: z.object({
    projectId: uuid,
    gitSha: z.string().regex(/^[0-9a-f]{40}$/, 'must be 40 hexadecimal digits, small letters'),
    branch: z.string().trim().min(1, 'must not be empty').max(250, 'must have at most 250 characters'),
    imageDigest: digest,
    lockHashes: z
      .record(
        z.string().min(1, 'must name a file').max(500, 'must have at most 500 characters'),
        digest,
        'must be an object of lock file → digest',
      )
      .refine((hashes) => Object.keys(hashes).length > 0, 'must name at least one lock file'),
    commitMessage: z.string().min(1, 'must not be empty').max(20_000, 'must have at most 20000 characters').nullish(),
    commitAuthor: z.string().min(1, 'must not be empty').max(500, 'must have at most 500 characters').nullish(),
    committedAt: z
      .string()
      .regex(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/,
        'must be a time with its zone, e.g. 2026-11-30T20:31:00+08:00',
      )
      .nullish(),
    addonsPath: z
      .array(z.string().min(1, 'must not be empty').max(500, 'must have at most 500 characters'))
      .min(1, 'must name at least one folder')
      .max(200, 'must name at most 200 folders')
      .nullish(),
    manifestDigest: digest.nullish(),
  }),
  calls: 'ops.record_build',
  arguments: (input) => ({
    project_id: input.projectId,
    git_sha: input.gitSha,
    branch: input.branch,
    image_digest: input.imageDigest,
    lock_hashes: JSON.stringify(input.lockHashes),
    commit_message: input.commitMessage,
    commit_author: input.commitAuthor,
    committed_at: input.committedAt,
    addons_path: input.addonsPath,
    manifest_digest: input.manifestDigest,
  }),
  payload: ([row]) => ({ build: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const buildMutations: Mutations = { recordBuild };
