/** Mutations of templates: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import type { WrittenFiles } from '../storage/files.ts';
import { finishCopy } from './copies.ts';
import { expectedVersion } from './input.ts';
import { removeFiles } from './removed-files.ts';

/**
 * Each calls the function of its name in snake case; `createPage` begins a page with a template.
 *
 * @param files Where attachments are kept; null where no storage is configured: templates then go without.
 */
export function createTemplateMutations(files: WrittenFiles | null): Mutations {
  const savePageAsTemplate = defineMutation({
    input: z.object({ pageId: uuid, name: line(200).nullish(), description: line(2000).nullish(), idempotencyKey }),
    calls: 'work.save_page_as_template',
    arguments: (input) => ({
      page_id: input.pageId,
      name: input.name,
      description: input.description,
      idempotency_key: input.idempotencyKey,
      with_files: files !== null,
    }),
    answer: 'copied',
    payload: async (rows) => {
      const { id, leftOut } = await finishCopy(files, rows);
      return { template: id, leftOut };
    },
  });
  return { savePageAsTemplate, updateTemplate: updateTemplateWith(files), deleteTemplate: deleteTemplateWith(files) };
}

function updateTemplateWith(files: WrittenFiles | null) {
  return defineMutation({
    input: z.object({
      templateId: uuid,
      name: line(200).optional(),
      description: line(2000).nullish(),
      pageId: uuid.nullish(),
      expectedVersion,
      idempotencyKey,
    }),
    calls: 'work.update_template',
    arguments: ({ templateId, name, description, pageId, ...input }) => ({
      // An absent key is absent in the JSON too; a null stays, and removes the description.
      template_id: templateId,
      changes: JSON.stringify({ name, description }),
      page_id: pageId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
      with_files: files !== null,
    }),
    answer: 'copied',
    payload: async (rows) => {
      const { id, leftOut } = await finishCopy(files, rows);
      await removeFiles(files, ((rows[0] as JsonRow).copied as { paths: readonly string[] }).paths);
      return { template: id, leftOut };
    },
  });
}

function deleteTemplateWith(files: WrittenFiles | null) {
  return defineMutation({
    input: z.object({ templateId: uuid, expectedVersion, idempotencyKey }),
    calls: 'work.delete_template',
    arguments: (input) => ({
      template_id: input.templateId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
    }),
    answer: 'deleted',
    payload: async ([row]) => {
      const { space, paths } = (row as JsonRow).deleted as { space: string; paths: readonly string[] };
      await removeFiles(files, paths);
      return { space };
    },
  });
}
