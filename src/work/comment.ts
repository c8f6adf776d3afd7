/** Mutations of comments: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion, idempotencyKey, line, uuid } from './input.ts';

const body = line(10_000);

/** The comment that a function answered with. */
const commentOf = ([row]: readonly MutationRow[]) => ({ comment: row?.id ?? null });

const addComment = defineMutation({
  input: z.object({ pageId: uuid, blockId: uuid.nullish(), body, idempotencyKey }),
  statement: (input) => ({
    text: 'select work.add_comment(page_id => $1::uuid, block_id => $2::uuid, body => $3, idempotency_key => $4) as id',
    values: [input.pageId, input.blockId ?? null, input.body, input.idempotencyKey ?? null],
  }),
  payload: commentOf,
});

const replyToComment = defineMutation({
  input: z.object({ commentId: uuid, body, idempotencyKey }),
  statement: (input) => ({
    text: 'select work.reply_to_comment(comment_id => $1::uuid, body => $2, idempotency_key => $3) as id',
    values: [input.commentId, input.body, input.idempotencyKey ?? null],
  }),
  payload: commentOf,
});

const editComment = defineMutation({
  input: z.object({ commentId: uuid, body, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.edit_comment(comment_id => $1::uuid, body => $2, expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.commentId, input.body, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: commentOf,
});

const resolveComment = switchComment('resolve_comment');
const reopenComment = switchComment('reopen_comment');

const deleteComment = defineMutation({
  input: z.object({ commentId: uuid, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.delete_comment(comment_id => $1::uuid, expected_version => $2::int, idempotency_key => $3) as id`,
    values: [input.commentId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
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
    statement: (input) => ({
      text: `select work.${of}(comment_id => $1::uuid, expected_version => $2::int, idempotency_key => $3) as id`,
      values: [input.commentId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
    }),
    payload: commentOf,
  });
}
