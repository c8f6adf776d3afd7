/** Mutations of pages: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import type { WrittenFiles } from '../storage/files.ts';
import { finishCopy } from './copies.ts';
import { expectedVersion, odooId } from './input.ts';

const title = line(500);
const place = { spaceId: uuid.nullish(), parentId: uuid.nullish(), afterId: uuid.nullish(), beforeId: uuid.nullish() };
const links = {
  partnerId: odooId.nullish(),
  moveId: odooId.nullish(),
  projectId: odooId.nullish(),
  purchaseOrderId: odooId.nullish(),
  expenseId: odooId.nullish(),
  employeeId: odooId.nullish(),
  taskId: odooId.nullish(),
};
const linkKind = z.enum(['PARTNER', 'MOVE', 'PROJECT', 'PURCHASE_ORDER', 'EXPENSE', 'EMPLOYEE', 'TASK']);

/** The links by the stored names that hold them; what is absent stays absent, and a null stays null. */
const linksOf = (input: { readonly [K in keyof typeof links]?: number | null | undefined }) => ({
  odoo_partner_id: input.partnerId,
  odoo_move_id: input.moveId,
  odoo_project_id: input.projectId,
  odoo_purchase_order_id: input.purchaseOrderId,
  odoo_expense_id: input.expenseId,
  odoo_employee_id: input.employeeId,
  odoo_task_id: input.taskId,
});

/** The page that a function answered with. */
const pageOf = ([row]: readonly JsonRow[]) => ({ page: row?.id ?? null });

const updatePage = defineMutation({
  input: z
    .object({ pageId: uuid, title: title.optional(), ...links, expectedVersion, idempotencyKey })
    .transform(({ pageId, expectedVersion: expected, idempotencyKey: key, ...changes }) => ({
      pageId,
      expected,
      key,
      // An absent key is absent in the JSON too; a null stays, and removes a link.
      changes: JSON.stringify({ title: changes.title, ...linksOf(changes) }),
    })),
  calls: 'work.update_page',
  arguments: (input) => ({
    page_id: input.pageId,
    changes: input.changes,
    expected_version: input.expected,
    idempotency_key: input.key,
  }),
  payload: pageOf,
});

const movePage = defineMutation({
  input: z.object({ pageId: uuid, ...place, expectedVersion, idempotencyKey }),
  calls: 'work.move_page',
  arguments: (input) => ({
    page_id: input.pageId,
    space_id: input.spaceId,
    parent_id: input.parentId,
    after_id: input.afterId,
    before_id: input.beforeId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: pageOf,
});

const archivePage = switchPage('archive_page');
const restorePage = switchPage('restore_page');

const linkOdooRecord = defineMutation({
  input: z.object({ pageId: uuid, kind: linkKind, recordId: odooId, expectedVersion, idempotencyKey }),
  calls: 'work.link_odoo_record',
  arguments: (input) => ({
    page_id: input.pageId,
    kind: input.kind,
    record_id: input.recordId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: pageOf,
});

const unlinkOdooRecord = defineMutation({
  input: z.object({ pageId: uuid, kind: linkKind, expectedVersion, idempotencyKey }),
  calls: 'work.unlink_odoo_record',
  arguments: (input) => ({
    page_id: input.pageId,
    kind: input.kind,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: pageOf,
});

/**
 * Each calls the function of its name in snake case; `createPage` with a template `create_page_from_template`.
 *
 * @param files Where attachments are kept; null where no storage is configured: copies then go without.
 */
export function createPageMutations(files: WrittenFiles | null): Mutations {
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

function createPageWith(files: WrittenFiles | null) {
  return defineMutation({
    input: z.object({ title, templateId: uuid.nullish(), ...place, ...links, idempotencyKey }),
    calls: ['work.create_page', 'work.create_page_from_template'],
    choose: ({ templateId }) => (templateId ? 'work.create_page_from_template' : 'work.create_page'),
    arguments: (input) => ({
      title: input.title,
      space_id: input.spaceId,
      parent_id: input.parentId,
      after_id: input.afterId,
      before_id: input.beforeId,
      ...linksOf(input),
      idempotency_key: input.idempotencyKey,
      ...(input.templateId && { template_id: input.templateId, with_files: files !== null }),
    }),
    answer: 'copied',
    payload: (rows) => copyOf(files, rows),
  });
}

function duplicatePageWith(files: WrittenFiles | null) {
  return defineMutation({
    input: z.object({ pageId: uuid, subtree: z.boolean().default(false), title: title.nullish(), idempotencyKey }),
    calls: 'work.duplicate_page',
    arguments: (input) => ({
      page_id: input.pageId,
      subtree: input.subtree,
      title: input.title,
      idempotency_key: input.idempotencyKey,
      with_files: files !== null,
    }),
    answer: 'copied',
    payload: (rows) => copyOf(files, rows),
  });
}

async function copyOf(files: WrittenFiles | null, rows: readonly JsonRow[]) {
  const { id, leftOut } = await finishCopy(files, rows);
  return { page: id, leftOut };
}

function switchPage(of: 'archive_page' | 'restore_page') {
  return defineMutation({
    input: z.object({ pageId: uuid, expectedVersion, idempotencyKey }),
    calls: `work.${of}`,
    arguments: (input) => ({
      page_id: input.pageId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
    }),
    payload: pageOf,
  });
}
