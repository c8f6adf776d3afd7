/** Mutations of templates: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, line, uuid } from './input.ts';

const savePageAsTemplate = defineMutation({
  input: z.object({ pageId: uuid, name: line(200).nullish(), description: line(2000).nullish(), idempotencyKey }),
  statement: (input) => ({
    text: `select work.save_page_as_template(page_id => $1::uuid, name => $2, description => $3, idempotency_key => $4) as id`,
    values: [input.pageId, input.name ?? null, input.description ?? null, input.idempotencyKey ?? null],
  }),
  payload: ([row]) => ({ template: row?.id ?? null }),
});

/** Each calls the function of its name in snake case; `createPage` begins a page with a template. */
export const templateMutations: Mutations = { savePageAsTemplate };
