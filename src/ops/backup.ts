/** The mutation of backups: metadata of what lies in object storage, recorded once and never changed. */
import { z } from 'zod';
import { idempotencyKey } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name } from './input.ts';

const recordBackup = defineMutation({
  input: z.object({
    kind: z.enum(['DAILY', 'WEEKLY', 'MONTHLY']),
    database: name,
    uri: z.string(),
    size: z.string().regex(/^\d{1,18}$/, 'must be a whole number of bytes'),
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits'),
    takenAt: z.string(),
    verifiedAt: z.string().nullish(),
    idempotencyKey,
  }),
  calls: 'ops.record_backup',
  arguments: (input) => ({
    kind: input.kind,
    database: input.database,
    uri: input.uri,
    size: input.size,
    digest: input.digest,
    taken_at: input.takenAt,
    verified_at: input.verifiedAt,
    idempotency_key: input.idempotencyKey,
  }),
  answer: 'backup_id as id, created',
  payload: ([row]) => ({ backup: row?.id ?? null, created: row?.created ?? false }),
});

/** Calls `ops.record_backup`. */
export const backupMutations: Mutations = { recordBackup };
