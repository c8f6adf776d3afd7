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
  }),
  calls: 'ops.record_build',
  arguments: (input) => ({
    project_id: input.projectId,
    git_sha: input.gitSha,
    branch: input.branch,
    image_digest: input.imageDigest,
    lock_hashes: JSON.stringify(input.lockHashes),
  }),
  payload: ([row]) => ({ build: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const buildMutations: Mutations = { recordBuild };
