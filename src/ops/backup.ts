/** The mutation of backups: metadata of what lies in object storage, recorded once and never changed. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, name } from './input.ts';

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
  statement: (input) => ({
    text: `select backup_id as id, created from ops.record_backup(kind => $1, database => $2, uri => $3, size => $4::bigint,
      digest => $5, taken_at => $6::timestamptz, verified_at => $7::timestamptz, idempotency_key => $8)`,
    values: [
      input.kind,
      input.database,
      input.uri,
      input.size,
      input.digest,
      input.takenAt,
      input.verifiedAt ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: ([row]) => ({ backup: row?.id ?? null, created: row?.created ?? false }),
});

/** Calls `ops.record_backup`. */
export const backupMutations: Mutations = { recordBackup };
