/** Mutations of attachments: announced here, uploaded to the storage by the client, confirmed and taken back here. */
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import type { FileStore } from '../storage/files.ts';
import { idempotencyKey, line, uuid } from './input.ts';

/** Bytes of one file at most. */
const MAX_SIZE = 50 * 1_024 * 1_024;

/** Types of files that are taken: none that a browser runs. */
const TYPES = [
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'audio/mpeg', 'video/mp4'],
  ...['application/pdf', 'application/zip', 'application/json', 'text/plain', 'text/csv', 'text/markdown'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;

/** @param files Null where no storage is configured: each then says so. */
export function createAttachmentMutations(files: FileStore | null): Mutations {
  const createAttachmentUpload = defineMutation({
    input: z.object({
      pageId: uuid,
      blockId: uuid.nullish(),
      name: line(200),
      contentType: z.enum(TYPES, `must be one of ${TYPES.join(', ')}`),
      size: z.int().min(1, 'must be at least 1').max(MAX_SIZE, `must be at most ${MAX_SIZE} bytes`),
      idempotencyKey,
    }),
    statement: (input) => ({
      text: `select * from work.create_attachment(page_id => $1::uuid, block_id => $2::uuid, name => $3,
        content_type => $4, size => $5::bigint, idempotency_key => $6)`,
      values: [
        input.pageId,
        input.blockId ?? null,
        input.name,
        input.contentType,
        input.size,
        input.idempotencyKey ?? null,
      ],
    }),
    payload: async ([row]) => {
      const { id, path, status, ...file } = readRow(row);
      return { attachment: id, uploadUrl: status === 'PENDING' ? await given(files).signUpload(path, file) : null };
    },
  });
  const confirmAttachment = defineMutation({
    input: z.object({ attachmentId: uuid, idempotencyKey }),
    statement: (input) => ({
      text: 'select * from work.confirm_attachment(attachment_id => $1::uuid, idempotency_key => $2)',
      values: [input.attachmentId, input.idempotencyKey ?? null],
    }),
    // What is thrown here undoes the confirmation.
    payload: async ([row]) => {
      const { id, path, size, contentType } = readRow(row);
      const stored = await given(files).stat(path);
      if (!stored) throw new GatewayError('CONFLICT', 'The file has not arrived: upload it first');
      if (stored.size !== size || stored.contentType.split(';')[0] !== contentType)
        throw new GatewayError(
          'CONFLICT',
          'The file that arrived is not the one that was announced: announce it anew',
          {
            details: { announced: { size, contentType }, stored },
          },
        );
      return { attachment: id };
    },
  });
  return { createAttachmentUpload, confirmAttachment, deleteAttachment: deleteAttachmentWith(files) };
}

function deleteAttachmentWith(files: FileStore | null) {
  return defineMutation({
    input: z.object({ attachmentId: uuid, idempotencyKey }),
    statement: (input) => ({
      text: 'select work.delete_attachment(attachment_id => $1::uuid, idempotency_key => $2) as deleted',
      values: [input.attachmentId, input.idempotencyKey ?? null],
    }),
    // A file that the storage does not remove keeps its row.
    payload: async ([row]) => {
      const { page, paths } = (row as MutationRow).deleted as { page: string | null; paths: readonly string[] };
      for (const path of paths) await given(files).remove(path);
      return { page };
    },
  });
}

function given(files: FileStore | null): FileStore {
  if (!files) throw new GatewayError('NOT_CONFIGURED', 'No storage for attachments is configured');
  return files;
}

function readRow(row: MutationRow | undefined) {
  if (!row) throw new TypeError('no attachment came back');
  return {
    id: String(row.id),
    path: String(row.storage_path),
    status: String(row.status),
    size: Number(row.size),
    contentType: String(row.content_type),
  };
}
