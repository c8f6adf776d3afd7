/** The mutation of what other systems call records of Odoo. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name } from './input.ts';

const mapEntity = defineMutation({
  input: z.object({ instance: name, model: name, odooId: z.int(), externalRef: name }),
  calls: 'ops.map_entity',
  arguments: ({ instance, model, odooId, externalRef }) => ({
    instance,
    model,
    odoo_id: odooId,
    external_ref: externalRef,
  }),
  payload: ([row]) => ({ mapping: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const entityMappingMutations: Mutations = { mapEntity };
