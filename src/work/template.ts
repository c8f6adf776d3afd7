/** Mutations of templates: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import type { FileStore } from '../storage/files.ts';
import { finishCopy } from './copies.ts';
import { idempotencyKey, line, uuid } from './input.ts';

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
  return { savePageAsTemplate };
}
