/** Mutations of templates: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import type { FileStore } from '../storage/files.ts';
import { finishCopy } from './copies.ts';
import { expectedVersion, idempotencyKey, line, uuid } from './input.ts';
import { removeFiles } from './removed-files.ts';

/**
 * Each calls the function of its name in snake case; `createPage` begins a page with a template.
 *
 * @param files Where attachments are kept; null where no storage is configured: templates then go without.
 */
export function createTemplateMutations(files: FileStore | null): Mutations {
  const savePageAsTemplate = defineMutation({
    input: z.object({ pageId: uuid, name: line(200).nullish(), description: line(2000).nullish(), idempotencyKey }),
    statement: (input) => ({
      text: `select work.save_page_as_template(page_id => $1::uuid, name => $2, description => $3, idempotency_key => $4,
        with_files => $5) as copied`,
      values: [
        input.pageId,
        input.name ?? null,
        input.description ?? null,
        input.idempotencyKey ?? null,
        files !== null,
      ],
    }),
    payload: async (rows) => {
      const { id, leftOut } = await finishCopy(files, rows);
      return { template: id, leftOut };
    },
  });
  return { savePageAsTemplate, updateTemplate: updateTemplateWith(files), deleteTemplate: deleteTemplateWith(files) };
}

function updateTemplateWith(files: FileStore | null) {
  return defineMutation({
    input: z.object({
      templateId: uuid,
      name: line(200).optional(),
      description: line(2000).nullish(),
      pageId: uuid.nullish(),
      expectedVersion,
      idempotencyKey,
    }),
    statement: ({ templateId, name, description, pageId, ...input }) => ({
      text: `select work.update_template(template_id => $1::uuid, changes => $2::jsonb, page_id => $3::uuid,
        expected_version => $4::int, idempotency_key => $5, with_files => $6) as copied`,
      values: [
        templateId,
        // What is absent is absent in the JSON too; null stays, and takes the description away.
        JSON.stringify({ name, description }),
        pageId ?? null,
        input.expectedVersion ?? null,
        input.idempotencyKey ?? null,
        files !== null,
      ],
    }),
    payload: async (rows) => {
      const { id, leftOut } = await finishCopy(files, rows);
      await removeFiles(files, ((rows[0] as MutationRow).copied as { paths: readonly string[] }).paths);
      return { template: id, leftOut };
    },
  });
}

function deleteTemplateWith(files: FileStore | null) {
  return defineMutation({
    input: z.object({ templateId: uuid, expectedVersion, idempotencyKey }),
    statement: (input) => ({
      text: `select work.delete_template(template_id => $1::uuid, expected_version => $2::int, idempotency_key => $3) as deleted`,
      values: [input.templateId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
    }),
    payload: async ([row]) => {
      const { space, paths } = (row as MutationRow).deleted as { space: string; paths: readonly string[] };
      await removeFiles(files, paths);
      return { space };
    },
  });
}
