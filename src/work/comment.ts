/** Mutations of comments: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion } from './input.ts';

const body = line(10_000);

/** The comment that a function answered with. */
const commentOf = ([row]: readonly JsonRow[]) => ({ comment: row?.id ?? null });

const addComment = defineMutation({
  input: z.object({ pageId: uuid, blockId: uuid.nullish(), body, idempotencyKey }),
  calls: 'work.add_comment',
  arguments: (input) => ({
    page_id: input.pageId,
    block_id: input.blockId,
    body: input.body,
    idempotency_key: input.idempotencyKey,
  }),
  payload: commentOf,
});

const replyToComment = defineMutation({
  input: z.object({ commentId: uuid, body, idempotencyKey }),
  calls: 'work.reply_to_comment',
  arguments: (input) => ({
    comment_id: input.commentId,
    body: input.body,
    idempotency_key: input.idempotencyKey,
  }),
  payload: commentOf,
});

const editComment = defineMutation({
  input: z.object({ commentId: uuid, body, expectedVersion, idempotencyKey }),
  calls: 'work.edit_comment',
  arguments: (input) => ({
    comment_id: input.commentId,
    body: input.body,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: commentOf,
});

const resolveComment = switchComment('resolve_comment');
const reopenComment = switchComment('reopen_comment');

const deleteComment = defineMutation({
  input: z.object({ commentId: uuid, expectedVersion, idempotencyKey }),
  calls: 'work.delete_comment',
  arguments: (input) => ({
    comment_id: input.commentId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ page: row?.id ?? null }),
});

/** Each calls the function of its name in snake case. */
export const commentMutations: Mutations = {
  addComment,
  replyToComment,
  editComment,
  resolveComment,
  reopenComment,
  deleteComment,
};

function switchComment(of: 'resolve_comment' | 'reopen_comment') {
  return defineMutation({
    input: z.object({ commentId: uuid, expectedVersion, idempotencyKey }),
    calls: `work.${of}`,
    arguments: (input) => ({
      comment_id: input.commentId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
    }),
    payload: commentOf,
  });
}
