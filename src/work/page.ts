/** Mutations of pages: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import type { FileStore } from '../storage/files.ts';
import { finishCopy } from './copies.ts';
import { expectedVersion, idempotencyKey, line, odooId, uuid } from './input.ts';

const title = line(500);
const place = { spaceId: uuid.nullish(), parentId: uuid.nullish(), afterId: uuid.nullish(), beforeId: uuid.nullish() };
const links = { partnerId: odooId.nullish(), moveId: odooId.nullish(), projectId: odooId.nullish() };
const linkKind = z.enum(['PARTNER', 'MOVE', 'PROJECT']);

/** The page that a function answered with. */
const pageOf = ([row]: readonly MutationRow[]) => ({ page: row?.id ?? null });

const updatePage = defineMutation({
  input: z
    .object({ pageId: uuid, title: title.optional(), ...links, expectedVersion, idempotencyKey })
    .transform(({ pageId, expectedVersion: expected, idempotencyKey: key, ...changes }) => ({
      pageId,
      expected,
      key,
      // What is absent is absent in the JSON too; null stays, and takes a link away.
      changes: JSON.stringify({
        title: changes.title,
        odoo_partner_id: changes.partnerId,
        odoo_move_id: changes.moveId,
        odoo_project_id: changes.projectId,
      }),
    })),
  statement: (input) => ({
    text: `select work.update_page(page_id => $1::uuid, changes => $2::jsonb, expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.pageId, input.changes, input.expected ?? null, input.key ?? null],
  }),
  payload: pageOf,
});

const movePage = defineMutation({
  input: z.object({ pageId: uuid, ...place, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.move_page(page_id => $1::uuid, space_id => $2::uuid, parent_id => $3::uuid, after_id => $4::uuid,
      before_id => $5::uuid, expected_version => $6::int, idempotency_key => $7) as id`,
    values: [
      input.pageId,
      input.spaceId ?? null,
      input.parentId ?? null,
      input.afterId ?? null,
      input.beforeId ?? null,
      input.expectedVersion ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: pageOf,
});

const archivePage = switchPage('archive_page');
const restorePage = switchPage('restore_page');

const linkOdooRecord = defineMutation({
  input: z.object({ pageId: uuid, kind: linkKind, recordId: odooId, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.link_odoo_record(page_id => $1::uuid, kind => $2, record_id => $3::int, expected_version => $4::int,
      idempotency_key => $5) as id`,
    values: [input.pageId, input.kind, input.recordId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: pageOf,
});

const unlinkOdooRecord = defineMutation({
  input: z.object({ pageId: uuid, kind: linkKind, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.unlink_odoo_record(page_id => $1::uuid, kind => $2, expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.pageId, input.kind, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: pageOf,
});

/**
 * Each calls the function of its name in snake case; `createPage` with a template `create_page_from_template`.
 *
 * @param files Where attachments are kept; null where no storage is configured: copies then go without.
 */
export function createPageMutations(files: FileStore | null): Mutations {
  return {
    createPage: createPageWith(files),
    updatePage,
    movePage,
    duplicatePage: duplicatePageWith(files),
    archivePage,
    restorePage,
    linkOdooRecord,
    unlinkOdooRecord,
  };
}

function createPageWith(files: FileStore | null) {
  return defineMutation({
    input: z.object({ title, templateId: uuid.nullish(), ...place, ...links, idempotencyKey }),
    statement: (input) => {
      const shared = `title => $1, space_id => $2::uuid, parent_id => $3::uuid, after_id => $4::uuid, before_id => $5::uuid,
        odoo_partner_id => $6::int, odoo_move_id => $7::int, odoo_project_id => $8::int, idempotency_key => $9`;
      return {
        text: input.templateId
          ? `select work.create_page_from_template(${shared}, template_id => $10::uuid, with_files => $11) as copied`
          : `select jsonb_build_object('id', work.create_page(${shared})) as copied`,
        values: [
          input.title,
          input.spaceId ?? null,
          input.parentId ?? null,
          input.afterId ?? null,
          input.beforeId ?? null,
          input.partnerId ?? null,
          input.moveId ?? null,
          input.projectId ?? null,
          input.idempotencyKey ?? null,
          ...(input.templateId ? [input.templateId, files !== null] : []),
        ],
      };
    },
    payload: (rows) => copyOf(files, rows),
  });
}

function duplicatePageWith(files: FileStore | null) {
  return defineMutation({
    input: z.object({ pageId: uuid, subtree: z.boolean().default(false), title: title.nullish(), idempotencyKey }),
    statement: (input) => ({
      text: `select work.duplicate_page(page_id => $1::uuid, subtree => $2::boolean, title => $3, idempotency_key => $4,
        with_files => $5) as copied`,
      values: [input.pageId, input.subtree, input.title ?? null, input.idempotencyKey ?? null, files !== null],
    }),
    payload: (rows) => copyOf(files, rows),
  });
}

async function copyOf(files: FileStore | null, rows: readonly MutationRow[]) {
  const { id, leftOut } = await finishCopy(files, rows);
  return { page: id, leftOut };
}

function switchPage(of: 'archive_page' | 'restore_page') {
  return defineMutation({
    input: z.object({ pageId: uuid, expectedVersion, idempotencyKey }),
    statement: (input) => ({
      text: `select work.${of}(page_id => $1::uuid, expected_version => $2::int, idempotency_key => $3) as id`,
      values: [input.pageId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
    }),
    payload: pageOf,
  });
}
