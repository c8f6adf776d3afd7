/** Mutations of attachments: announced here, uploaded to the storage by the client, confirmed and taken back here. */
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { idempotencyKey, line, uuid } from '../input.ts';
import { callFunction } from '../postgres/call-function.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import type { StoredFile, WrittenFiles } from '../storage/files.ts';
import { isRun, isSameMediaType, readMediaType, UNKNOWN_TYPE } from '../storage/media-type.ts';

/** Bytes of one file at most. */
const MAX_SIZE = 50 * 1_024 * 1_024;

/** Any media type is taken: none is dangerous, as a file is only ever downloaded. */
const mediaType = z.string().transform((given, checking) => {
  const type = readMediaType(given);
  if (type !== null) return type;
  checking.addIssue({
    code: 'custom',
    message: 'must be a media type such as "application/pdf" or "text/csv; charset=utf-8"',
  });
  return z.NEVER;
});

/** @param files Null where no storage is configured: each then says so. */
export function createAttachmentMutations(files: WrittenFiles | null): Mutations {
  const createAttachmentUpload = defineMutation({
    input: z.object({
      pageId: uuid,
      blockId: uuid.nullish(),
      name: line(200),
      contentType: mediaType,
      size: z.int().min(0, 'must be at least 0').max(MAX_SIZE, `must be at most ${MAX_SIZE} bytes`),
      idempotencyKey,
    }),
    calls: 'work.create_attachment',
    arguments: (input) => ({
      page_id: input.pageId,
      block_id: input.blockId,
      name: input.name,
      content_type: input.contentType,
      size: input.size,
      idempotency_key: input.idempotencyKey,
    }),
    answer: '*',
    payload: async ([row]) => {
      const { id, path, status, ...file } = readRow(row);
      return { attachment: id, uploadUrl: status === 'PENDING' ? await given(files).signUpload(path, file) : null };
    },
  });
  const confirmAttachment = defineMutation({
    input: z.object({ attachmentId: uuid, idempotencyKey }),
    calls: ['work.confirm_attachment', 'work.note_arrival'],
    arguments: (input) => ({
      attachment_id: input.attachmentId,
      idempotency_key: input.idempotencyKey,
    }),
    answer: '*',
    // An error from here undoes the confirmation.
    payload: async ([row]) => {
      const { id, path, size, contentType } = readRow(row);
      const stored = await given(files).stat(path);
      if (!stored) throw new GatewayError('CONFLICT', 'The file has not arrived: upload it first');
      if (stored.size !== size || !isTypeOf(stored, contentType))
        throw new GatewayError(
          'CONFLICT',
          'The file that arrived is not the one that was announced: announce it anew',
          {
            details: { announced: { size, contentType }, stored },
          },
        );
      if (isRun(stored.contentType)) await given(files).disarm(path);
      return { attachment: id };
    },
    conclusion: (_rows, input) =>
      callFunction(
        'work.note_arrival',
        { attachment_id: input.attachmentId, idempotency_key: input.idempotencyKey },
        'null::text',
      ),
  });
  return { createAttachmentUpload, confirmAttachment, deleteAttachment: deleteAttachmentWith(files) };
}

function deleteAttachmentWith(files: WrittenFiles | null) {
  return defineMutation({
    input: z.object({ attachmentId: uuid, idempotencyKey }),
    calls: 'work.delete_attachment',
    arguments: (input) => ({
      attachment_id: input.attachmentId,
      idempotency_key: input.idempotencyKey,
    }),
    answer: 'deleted',
    // A file that the storage does not remove keeps its row.
    payload: async ([row]) => {
      const { page, paths } = (row as JsonRow).deleted as { page: string | null; paths: readonly string[] };
      for (const path of paths) await given(files).remove(path);
      return { page };
    },
  });
}

/** Whether the stored file has the announced type, or the type that an earlier confirmation disarmed it to. */
function isTypeOf(stored: StoredFile, announced: string): boolean {
  const types = isRun(announced) ? [announced, UNKNOWN_TYPE] : [announced];
  return types.some((type) => isSameMediaType(stored.contentType, type));
}

function given(files: WrittenFiles | null): WrittenFiles {
  if (!files) throw new GatewayError('NOT_CONFIGURED', 'No storage for attachments is configured');
  return files;
}

function readRow(row: JsonRow | undefined) {
  if (!row) throw new TypeError('no attachment came back');
  return {
    id: String(row.id),
    path: String(row.storage_path),
    status: String(row.status),
    size: Number(row.size),
    contentType: String(row.content_type),
  };
}
